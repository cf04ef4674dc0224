"""Searching the library: which articles have the words asked for, and where.

Hits come as spans of the article's text, each with its surroundings (see :mod:`.passages`).
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from operator import itemgetter
from typing import Any, TypeVar

from briefing.library.database import Database, identity
from briefing.library.opening import PATIENCE, is_damage, remake_indexes, told
from briefing.library.passages import Found, found
from briefing.library.query import Query
from briefing.library.search_sql import (
    BEST,
    COLUMNS,
    NEWEST,
    WORDS,
    indexes,
    marked,
    statement,
    where,
)
from briefing.library.unspaced import catch_up, has_unspaced

T = TypeVar("T")


class StoppedError(Exception):
    """A search that was stopped because another took its place."""


class Search:
    """A connection of its own to the library, for one search at a time.

    Apart from the one that writes, so that a search can be stopped at once and never holds up
    anything else. A search that begins stops the one under way.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = threading.Lock()  # one search at a time
        self._state = threading.Lock()  # guards the fields below; held for moments only
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._latest = 0

    def close(self) -> None:
        """Stops what is under way and closes the connection."""
        self.stop()
        with self._turn:
            self._drop()

    def stop(self) -> int:
        """Stops the search that is under way, if any; gives the number of the next."""
        with self._state:
            self._latest += 1
            if self._connection is not None:
                self._connection.interrupt()
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

        def work(db: sqlite3.Connection) -> tuple[Found, ...]:
            filters, more = where(db, query.filters)
            rows: list[tuple[Any, ...]] = []
            for index in indexes(query) if query.match else (WORDS,):
                sql, values = statement(query, order, index)
                rank = "rank" if query.match and order == BEST else "-a.id"
                columns = f"{rank}, {COLUMNS}{marked(index) if query.match else ''}"
                sql = sql.format(columns=columns, where=filters)
                rows += db.execute(sql, (*values, *more, most))
            rows.sort(key=itemgetter(0))
            return tuple(found(row[1:]) for row in rows[:most])

        return self._run(work)

    def count(self, query: Query) -> int:
        """How many articles a query asks for; raises like :meth:`find`."""
        if not query:
            return 0
        if has_unspaced(query.match + query.without):
            catch_up(self._database)

        def work(db: sqlite3.Connection) -> int:
            filters, more = where(db, query.filters)
            number = 0
            for index in indexes(query) if query.match else (WORDS,):
                sql, values = statement(query, "", index)
                sql = sql.format(columns="count(*)", where=filters)
                number += int(db.execute(sql, (*values, *more, -1)).fetchone()[0])
            return number

        return self._run(work)

    def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        mine = self.stop()
        with self._turn:
            try:
                try:
                    return self._attempt(work, mine)
                except sqlite3.DatabaseError as error:
                    if not is_damage(error):
                        raise
                # The index holds nothing that the articles do not: it is made anew from them.
                # Should they be what is damaged, this is where it shows, and is dealt with.
                self._drop()
                self._database.write(remake_indexes)
                return self._attempt(work, mine)
            except sqlite3.Error as error:
                raise told(self._database.path, error) from error

    def _attempt(self, work: Callable[[sqlite3.Connection], T], mine: int) -> T:
        connection = self._connected()
        # Asked now and then by the database itself: an interruption that comes before a
        # statement has begun would be lost.
        connection.set_progress_handler(lambda: int(mine != self._latest), 1000)
        try:
            if mine != self._latest:
                raise StoppedError
            return work(connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise StoppedError from error
            raise

    def _connected(self) -> sqlite3.Connection:
        """The connection, made anew when another file has taken the library's place."""
        file = identity(self._database.path)
        if self._connection is not None and file != self._file:
            self._drop()
        if self._connection is None:
            made = sqlite3.connect(
                self._database.path,
                timeout=PATIENCE,
                isolation_level=None,
                check_same_thread=False,
            )
            made.execute("PRAGMA query_only = ON")
            with self._state:
                self._connection, self._file = made, file
        return self._connection

    def _drop(self) -> None:
        with self._state:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
