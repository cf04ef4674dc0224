"""Searching the library: which articles have the words asked for, and where.

Hits come as spans of the article's text, each with its surroundings (see :mod:`.passages`).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from operator import itemgetter
from typing import Any, TypeVar

from briefing.library.database import Database
from briefing.library.lane import Lane
from briefing.library.opening import is_damage, remake_indexes, told
from briefing.library.passages import Found, found
from briefing.library.query import Query
from briefing.library.search_sql import (
    ANY,
    BEST,
    COLUMNS,
    NEWEST,
    WORDS,
    has_phrase,
    indexes,
    marked,
    statement,
    where,
)
from briefing.library.unspaced import catch_up, has_unspaced

HALVED = 20_000
"""Articles from which on a phrase is looked for in two halves of them side by side: the places of
its words must be compared in every article that has them all."""

RARE = 2
"""A phrase that the newer half has in fewer articles than so many times as many as are wanted is
rare: going back from the newest would meet too few of them."""

T = TypeVar("T")
Rows = list[tuple[Any, ...]]
Stopped = Callable[[], bool]
Columns = Callable[[str], str]
"""The columns wanted from an index."""


class Search:
    """Searches of the library, one at a time; one that begins stops the one under way.

    Apart from the connection that writes, so that a search never holds up anything else.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()  # one search at a time
        self._state = threading.Lock()  # guards the number; held for moments only
        self._latest = 0
        self._lane, self._second_lane = Lane(database.path), Lane(database.path)
        self._beside: ThreadPoolExecutor | None = None
        """Goes along the second lane."""

    def close(self) -> None:
        """Stops what is under way and closes the connections."""
        self.stop()
        with self._turn:
            self._drop()
            if self._beside is not None:
                self._beside.shutdown()
                self._beside = None

    def stop(self) -> int:
        """Stops the search that is under way, if any; gives the number of the next."""
        with self._state:
            self._latest += 1
            self._lane.interrupt()
            self._second_lane.interrupt()
            return self._latest

    def find(self, query: Query, most: int, order: str = NEWEST) -> tuple[Found, ...]:
        """The articles that a query asks for.

        Args:
            query: what is asked; nothing asked finds nothing.
            most: articles to give.
            order: :data:`NEWEST` or :data:`BEST`.

        Raises:
            StoppedError: when another search began, or :meth:`stop` was called.
            LibraryError: when the library cannot be read.
        """
        if not query:
            self.stop()
            return ()
        if has_unspaced(query.match + query.without):
            catch_up(self._database)

        def columns(index: str) -> str:
            rank = "rank" if query.match and order == BEST else "-a.id"
            return f"{rank}, {COLUMNS}{marked(index) if query.match else ''}"

        if order == NEWEST and has_phrase(query.match):
            rows = self._attempt(lambda stopped: self._by_halves(query, most, columns, stopped))
        else:
            rows = self._run(lambda db: _asked(db, query, order, columns, most))
        rows.sort(key=itemgetter(0))
        return tuple(found(row[1:]) for row in rows[:most])

    def count(self, query: Query) -> int:
        """How many articles a query asks for; raises like :meth:`find`."""
        if not query:
            return 0
        if has_unspaced(query.match + query.without):
            catch_up(self._database)
        rows = self._run(lambda db: _asked(db, query, ANY, lambda _: "count(*)", -1))
        return sum(number for (number,) in rows)

    def _by_halves(self, query: Query, most: int, columns: Columns, stopped: Stopped) -> Rows:
        """Finds among the newer half of the articles and, beside it, among the older one."""
        middle = self._lane.run(_middle, stopped)
        if not middle:
            return self._lane.run(lambda db: _asked(db, query, NEWEST, columns, most), stopped)

        def newer(db: sqlite3.Connection) -> Rows:
            # Going back from the newest, the index minds an end only where the phrase stands: a
            # rare one would be looked for in the older half as well. Going on, the half ends.
            half, enough = f">= {middle}", RARE * most
            rows = _asked(db, query, ANY, columns, enough, half)
            return rows if len(rows) < enough else _asked(db, query, NEWEST, columns, most, half)

        def older(db: sqlite3.Connection) -> Rows:
            return _asked(db, query, NEWEST, columns, most, f"< {middle}")

        if self._beside is None:
            self._beside = ThreadPoolExecutor(1, "search")
        beside = self._beside.submit(self._second_lane.run, older, stopped)
        try:
            rows = self._lane.run(newer, stopped)
        finally:  # whatever happens, the second lane is free again
            wait((beside,))
        return rows + beside.result()

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return self._attempt(lambda stopped: self._lane.run(work, stopped))

    def _attempt(self, search: Callable[[Stopped], T]) -> T:
        """Searches when its turn has come; an index that is damaged is made anew."""
        mine = self.stop()

        def stopped() -> bool:
            return mine != self._latest

        with self._turn:
            try:
                try:
                    return search(stopped)
                except sqlite3.DatabaseError as error:
                    if not is_damage(error):
                        raise
                # The index holds nothing that the articles do not: it is made anew from them.
                # Should they be what is damaged, this is where it shows, and is dealt with.
                self._drop()
                self._database.write(remake_indexes)
                return search(stopped)
            except sqlite3.Error as error:
                raise told(self._database.path, error) from error

    def _drop(self) -> None:
        self._lane.close()
        self._second_lane.close()


def _asked(
    db: sqlite3.Connection, query: Query, order: str, columns: Columns, most: int, part: str = ""
) -> Rows:
    """What each of a query's indexes answers; ``most`` rows of each, all for -1."""
    filters, more = where(db, query.filters)
    rows: Rows = []
    for index in indexes(query) if query.match else (WORDS,):
        sql, values = statement(query, order, index, part)
        sql = sql.format(columns=columns(index), where=filters)
        rows += db.execute(sql, (*values, *more, most))
    return rows


def _middle(db: sqlite3.Connection) -> int:
    """The number of an article that divides all into halves; 0 for a library too small for it."""
    # In one query without queries of their own, it would look at every article.
    ends = "SELECT (SELECT min(id) FROM article), (SELECT max(id) FROM article)"
    first, last = db.execute(ends).fetchone()
    return (first + last) // 2 if first is not None and last - first >= HALVED else 0
