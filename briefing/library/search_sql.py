"""Searches as the library's database takes them: statements with their values."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence

from briefing.library.listings import NEWER
from briefing.library.passages import BEGIN, END
from briefing.library.query import Filter, Query
from briefing.library.unspaced import has_unspaced, spread

WORDS, UNSPACED = "full_text", "unspaced"
"""The indexes; see :mod:`.unspaced`."""
NEWEST, BEST, ANY = "newest", "best", ""
"""The orders in which articles are found: the newest first, the best fit, or as it comes."""

_DAY = "coalesce(nullif(a.published, ''), substr(a.added, 1, 10))"
COLUMNS = f"a.digest, a.title, a.source, {_DAY}, a.read, a.starred, a.location, {NEWER}"
"""What is told of an article."""
_RANK = "bm25(8.0, 1.0)"
"""A word of the title tells more of an article than one of its text."""
_QUOTED = re.compile('"([^"]*)"')
_PHRASE = re.compile(r"[^\W_][\W_]+[^\W_]")
"""Two words as the index divides them."""


def indexes(query: Query) -> tuple[str, ...]:
    """The indexes in which a query is looked for: writing without spaces has one of its own."""
    return (UNSPACED, WORDS) if has_unspaced(query.match + query.without) else (WORDS,)


def has_phrase(match: str) -> bool:
    """Whether words are wanted that stand one after the other."""
    return any(_PHRASE.search(words) for words in _QUOTED.findall(match))


def statement(query: Query, order: str, index: str, part: str = "") -> tuple[str, tuple[str, ...]]:
    """The query in SQL, with room for columns and filters, and its first values.

    The filters' values follow, then how many rows are wanted at most.

    Args:
        query: what is asked.
        order: :data:`NEWEST`, :data:`BEST` or :data:`ANY`.
        index: where words are looked for.
        part: the numbers of the articles among which they are, as in ``< 5``; empty for all.
    """
    names = indexes(query)
    if not query.match:
        sql, values = "SELECT {columns} FROM article a WHERE 1", tuple[str, ...]()
        for each in names if query.without else ():
            sql += f" AND a.id NOT IN (SELECT rowid FROM {each} WHERE {each} MATCH ?)"  # noqa: S608
            values += (_in(each, query.without),)
        return sql + "{where}" + (" ORDER BY a.id DESC" if order else "") + " LIMIT ?", values
    match = f"({query.match}) NOT ({query.without})" if query.without else query.match
    sql = (
        f"SELECT {{columns}} FROM {index} CROSS JOIN article a ON a.id = {index}.rowid "  # noqa: S608
        f"WHERE {index} MATCH ?{{where}}"
    )
    if part:
        sql += f" AND {index}.rowid {part}"
    if index != names[0]:  # what is in the first was looked for there, and more exactly
        sql += f" AND a.id NOT IN (SELECT rowid FROM {names[0]})"  # noqa: S608 - our own
    if order == BEST:
        sql += f" AND rank MATCH '{_RANK}' ORDER BY rank"
    elif order:
        sql += f" ORDER BY {index}.rowid DESC"
    return sql + " LIMIT ?", (_in(index, match),)


def marked(index: str) -> str:
    """The columns that give title and text with their hits marked."""
    return "".join(f", highlight({index}, {n}, '{BEGIN}', '{END}')" for n in (0, 1))


def _in(index: str, words: str) -> str:
    """Words as an index has them."""
    return spread(words) if index == UNSPACED else words


def where(db: sqlite3.Connection, filters: Sequence[Filter]) -> tuple[str, list[str]]:
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
