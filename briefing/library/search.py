"""Searching the library: which articles have the words asked for, and where.

Hits come as spans of the article's text, each with its surroundings. The places are those of the
index itself: it marks them in a copy of the text with two characters that no article has (its
text is free of control characters), and the marks are counted away here.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from briefing.library.database import Database, identity
from briefing.library.listings import NEWER
from briefing.library.opening import PATIENCE, is_damage, remake_indexes, told
from briefing.library.paths import loaded_path
from briefing.library.query import Filter, Query
from briefing.library.unspaced import BETWEEN, catch_up, has_unspaced, spread
from briefing.model.article import Span
from briefing.model.records import dataclass

WORDS, UNSPACED = "full_text", "unspaced"
"""The indexes; see :mod:`.unspaced`."""
NEWEST, BEST = "newest", "best"
"""The orders in which articles are found: the newest arrival first, or the best fit."""

PASSAGES = 100
"""Passages of one article that are given."""
_BEFORE, _AFTER = 50, 110
"""Characters around a hit."""
_BEGIN, _END = "\x01", "\x02"
_BREAK = re.compile(r"\n[ \t]*\n")

_DAY = "coalesce(nullif(a.published, ''), substr(a.added, 1, 10))"
_COLUMNS = f"a.digest, a.title, a.source, {_DAY}, a.read, a.starred, a.location, {NEWER}"
_RANK = "bm25(8.0, 1.0)"
"""A word of the title tells more of an article than one of its text."""


T = TypeVar("T")


class StoppedError(Exception):
    """A search that was stopped because another took its place."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article around one hit or more."""

    span: Span
    words: str
    """The characters of the span."""
    hits: tuple[Span, ...]
    """Within the span; offsets into the article's text, as all."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article that has what was asked for."""

    digest: str
    title: str
    source: str
    day: str
    """Of publication or, where that is unknown, of arrival: ISO 8601."""
    read: bool
    starred: bool
    location: str
    passages: tuple[Passage, ...]
    """Where the words stand, in the order of the text; none when only filters were asked."""
    title_hits: tuple[Span, ...]
    """Where they stand in the title: characters of ``title``."""
    superseded: bool
    """Whether the library has a newer version of the article."""


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
            where, more = _where(db, query.filters)
            rows: list[tuple[Any, ...]] = []
            for index in _indexes(query) if query.match else (WORDS,):
                sql, values = _statement(query, order, index)
                rank = "rank" if query.match and order == BEST else "-a.id"
                columns = f"{rank}, {_COLUMNS}{_marked(index) if query.match else ''}"
                sql = sql.format(columns=columns, where=where)
                rows += db.execute(sql, (*values, *more, most))
            rows.sort(key=itemgetter(0))
            return tuple(_found(row[1:]) for row in rows[:most])

        return self._run(work)

    def count(self, query: Query) -> int:
        """How many articles a query asks for; raises like :meth:`find`."""
        if not query:
            return 0
        if has_unspaced(query.match + query.without):
            catch_up(self._database)

        def work(db: sqlite3.Connection) -> int:
            where, more = _where(db, query.filters)
            found = 0
            for index in _indexes(query) if query.match else (WORDS,):
                sql, values = _statement(query, "", index)
                sql = sql.format(columns="count(*)", where=where)
                found += int(db.execute(sql, (*values, *more, -1)).fetchone()[0])
            return found

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


def _indexes(query: Query) -> tuple[str, ...]:
    """The indexes in which a query is looked for: writing without spaces has one of its own."""
    return (UNSPACED, WORDS) if has_unspaced(query.match + query.without) else (WORDS,)


def _statement(query: Query, order: str, index: str) -> tuple[str, tuple[str, ...]]:
    """The query in SQL, with room for columns and filters, and its first values.

    The filters' values follow, then how many rows are wanted at most.
    """
    indexes = _indexes(query)
    if not query.match:
        sql, values = "SELECT {columns} FROM article a WHERE 1", tuple[str, ...]()
        for each in indexes if query.without else ():
            sql += f" AND a.id NOT IN (SELECT rowid FROM {each} WHERE {each} MATCH ?)"  # noqa: S608
            values += (_in(each, query.without),)
        return sql + "{where}" + (" ORDER BY a.id DESC" if order else "") + " LIMIT ?", values
    match = f"({query.match}) NOT ({query.without})" if query.without else query.match
    sql = (
        f"SELECT {{columns}} FROM {index} CROSS JOIN article a ON a.id = {index}.rowid "  # noqa: S608
        f"WHERE {index} MATCH ?{{where}}"
    )
    if index != indexes[0]:  # what is in the first was looked for there, and more exactly
        sql += f" AND a.id NOT IN (SELECT rowid FROM {indexes[0]})"  # noqa: S608 - our own
    if order == BEST:
        sql += f" AND rank MATCH '{_RANK}' ORDER BY rank"
    elif order:
        sql += f" ORDER BY {index}.rowid DESC"
    return sql + " LIMIT ?", (_in(index, match),)


def _marked(index: str) -> str:
    """The columns that give title and text with their hits marked."""
    return "".join(f", highlight({index}, {n}, '{_BEGIN}', '{_END}')" for n in (0, 1))


def _in(index: str, words: str) -> str:
    """Words as an index has them."""
    return spread(words) if index == UNSPACED else words


def _where(db: sqlite3.Connection, filters: Sequence[Filter]) -> tuple[str, list[str]]:
    """Filters as conditions of SQL, with their values."""
    sql, values = "", []
    for each in filters:
        condition, more = _condition(db, each)
        sql += f" AND {'' if each.wanted else 'NOT '}({condition})"
        values += more
    return sql, values


def _condition(db: sqlite3.Connection, asked: Filter) -> tuple[str, list[str]]:
    if asked.field == "source":
        known = [source for source in _sources(db) if _folded(asked.value) in _folded(source)]
        return f"a.source IN ({', '.join('?' * len(known))})", known
    if asked.field == "entity":
        words = asked.value.replace('"', " ")
        return (
            "a.id IN (SELECT article FROM name_index JOIN naming ON naming.name = name_index.rowid"
            " WHERE name_index MATCH ?)",
            [f'"{words}" *' if words[-1:].isalnum() else f'"{words}"'],
        )
    if asked.field in ("after", "before"):
        sign = ">=" if asked.field == "after" else "<"
        return f"{_DAY} {sign} ?", [asked.value]
    # What has a newer version is not waiting to be read: that one is.
    return f"(a.read OR {NEWER})" if asked.field == "read" else f"a.{asked.field}", []


def _sources(db: sqlite3.Connection) -> Iterator[str]:
    """The sources there are, one step in their index for each."""
    source = ""
    while row := db.execute(
        "SELECT source FROM article WHERE source > ? ORDER BY source LIMIT 1", (source,)
    ).fetchone():
        source = row[0]
        yield source


def _folded(words: str) -> str:
    spread = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(c for c in spread if not unicodedata.combining(c)).split())


def _found(row: Sequence[object]) -> Found:
    digest, title, source, day, read, starred, location, superseded, *marked = row
    assert isinstance(location, (str, bytes))
    title_hits: tuple[Span, ...] = ()
    passages: tuple[Passage, ...] = ()
    if marked:
        title_hits = tuple(_hits(str(marked[0]))[1])
        passages = tuple(_passages(*_hits(str(marked[1]))))
        if len(passages) > 1 and passages[0].words == title:
            passages = passages[1:]  # the title has its own hits
    return Found(
        digest=str(digest),
        title=str(title),
        source=str(source),
        day=str(day),
        read=bool(read),
        starred=bool(starred),
        location=loaded_path(location),
        passages=passages,
        title_hits=title_hits,
        superseded=bool(superseded),
    )


def _hits(marked: str) -> tuple[str, list[Span]]:
    """A text without the index's marks, and the spans that were marked."""
    first, *rest = marked.replace(BETWEEN, "").split(_BEGIN)
    pieces, spans, here = [first], [], len(first)
    for piece in rest:
        words, _, after = piece.partition(_END)
        spans.append(Span(here, here + len(words)))
        pieces += [words, after]
        here += len(words) + len(after)
    return "".join(pieces), spans


def _passages(text: str, hits: Sequence[Span]) -> Iterator[Passage]:
    """The surroundings of hits; hits that stand near each other share theirs."""
    number, at = 0, 0
    while at < len(hits) and number < PASSAGES:
        around = surroundings(text, hits[at])
        inside = at
        while inside < len(hits) and hits[inside].end <= around.end:
            inside += 1
        yield Passage(around, around.of(text), tuple(hits[at:inside]))
        number, at = number + 1, inside


def surroundings(text: str, hit: Span) -> Span:
    """The words around a hit: within its paragraph, from a whole word to a whole word."""
    left = text[max(0, hit.start - _BEFORE - 1) : hit.start]
    breaks = list(_BREAK.finditer(left))
    if breaks:
        left = left[breaks[-1].end() :]
    elif hit.start > _BEFORE + 1:
        left = left.partition(" ")[2] if " " in left else left
    right = text[hit.end : hit.end + _AFTER + 1]
    if found := _BREAK.search(right):
        right = right[: found.start()]
    elif hit.end + _AFTER + 1 < len(text):
        right = right.rpartition(" ")[0] if " " in right else right
    left, right = left.lstrip(), right.rstrip()
    return Span(hit.start - len(left), hit.end + len(right))
