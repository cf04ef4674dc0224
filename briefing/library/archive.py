"""The whole library as lines of JSON, from which it comes back without loss.

The first line says what this is; every other is one row of one table, under the names of its
columns, so that a file written by one version of the library is read by the next. What can be
made anew from the rest (indexes, profiles, remarks about files) is left out. The way back is in
``importing.py``.
"""

from __future__ import annotations

import binascii
import json
import sqlite3
from collections.abc import Iterator
from functools import partial
from typing import Any

from briefing.library.database import Database
from briefing.library.opening import VERSION
from briefing.library.search_schema import INDEXES

NAME = "library.jsonl"
"""What the file is called in a folder that was exported to."""

FORMAT = 1
"""The number of this way of writing it down; a newer one is refused."""
_DERIVED = frozenset(
    ("teaser", "profile", "profile_term", "coverage", "title", "title_word", "known_file")
)


def lines(database: Database) -> Iterator[str]:
    """The library, a line at a time; the rows of a table in the order of their keys.

    Raises:
        LibraryError: when it cannot be read.
    """
    yield _line({"briefing": "library", "format": FORMAT, "schema": VERSION})
    for table in database.read(tables):
        after: tuple[Any, ...] = ()
        while rows := database.read(partial(_some, table=table, after=after)):
            for key, row in rows:
                yield _line({"table": table, "row": row})
                after = key


def is_archive(first: str) -> bool:
    """Whether a file that begins with this line was written by :func:`lines`."""
    try:
        head = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(head, dict) and head.get("briefing") == "library"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_packed)


def _packed(value: object) -> object:
    """A path that is not Unicode."""
    assert isinstance(value, bytes)
    return {"bytes": binascii.b2a_base64(value, newline=False).decode("ascii")}


def tables(db: sqlite3.Connection) -> list[str]:
    """The tables that hold what cannot be made anew, those first that others refer to."""
    rows = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    hidden = tuple(f"{index}_" for index in INDEXES)
    left = [n for (n,) in rows if n not in _DERIVED and not n.startswith(hidden)]
    needs = {name: {key[2] for key in references(db, name)} & set(left) - {name} for name in left}
    ordered: list[str] = []
    while left:
        ready = [name for name in left if needs[name] <= set(ordered)] or left[:1]
        ordered += ready
        left = [name for name in left if name not in ready]
    return ordered


def references(db: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """What a table refers to: of each row the third value is the other table, the fourth the column
    of this one that does so.
    """
    return db.execute(f"PRAGMA foreign_key_list({table})").fetchall()


def _key(db: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table's primary key, in its order."""
    columns = db.execute(f"PRAGMA table_info({table})").fetchall()
    return [row[1] for row in sorted(columns, key=lambda row: int(row[5])) if row[5]]


def _some(
    db: sqlite3.Connection, table: str, after: tuple[Any, ...], most: int = 200
) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """The next rows of a table after a key, each with its key."""
    key = _key(db, table)
    names = ", ".join(f'"{name}"' for name in key)
    marks = ", ".join("?" * len(key))
    where = f"WHERE ({names}) > ({marks})" if after else ""
    cursor = db.execute(
        f'SELECT * FROM "{table}" {where} ORDER BY {names} LIMIT ?',  # noqa: S608 - our own names
        (*after, most),
    )
    columns = [column[0] for column in cursor.description]
    rows = [dict(zip(columns, row, strict=True)) for row in cursor]
    return [(tuple(row[name] for name in key), row) for row in rows]
