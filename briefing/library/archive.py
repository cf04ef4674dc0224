"""The whole library as lines of JSON, and back without loss.

The first line says what this is; every other is one row of one table, under the names of its
columns, so that a file written by one version of the library is read by the next. What can be
made anew from the rest (indexes, profiles, remarks about files) is left out.

Into a library that holds something already, rows come beside what is there: an article is known
by its digest, a feed by its address, a note by its id, and what is known stays as it is.
"""

from __future__ import annotations

import binascii
import json
import sqlite3
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from briefing.library.database import Database
from briefing.library.schema import INDEXES, MIGRATIONS
from briefing.library.unspaced import keep_unspaced
from briefing.model.errors import LibraryError

NAME = "library.jsonl"
"""What the file is called in a folder that was exported to."""

_FORMAT = 1
_DERIVED = frozenset(
    ("teaser", "profile", "profile_term", "coverage", "title", "title_word", "known_file")
)
_KEYS = {"article": "digest", "name": "words", "feed": "url", "note_change": ""}
"""Tables whose rows have numbers that others refer to, and what a row is known by besides."""
_STORIES = {("article", "story"): "article", ("notes_file", "story"): "article"}
"""Columns that hold the number of an article without saying so to the database."""

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What comes of a line that no export has written."""


def lines(database: Database) -> Iterator[str]:
    """The library, a line at a time; the rows of a table in the order of their keys.

    Raises:
        LibraryError: when it cannot be read.
    """
    yield _line({"briefing": "library", "format": _FORMAT, "schema": len(MIGRATIONS)})
    for table in database.read(_tables):
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


def take_in(database: Database, where: str, written: Iterable[str]) -> tuple[int, int]:
    """Puts an exported library in: all of it or, when something is wrong, nothing.

    Args:
        database: the library.
        where: the file's name, for the sentence of an error.
        written: its lines.

    Returns:
        How many articles were new, and how many were known.

    Raises:
        LibraryError: when it is no such file, or one of a newer version, or cannot be written.
    """
    return database.write(lambda db: _Taking(db, where).take(written), durable=True)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_packed)


def _packed(value: object) -> object:
    """A path that is not Unicode."""
    assert isinstance(value, bytes)
    return {"bytes": binascii.b2a_base64(value, newline=False).decode("ascii")}


def _loaded(value: Any) -> Any:
    return binascii.a2b_base64(value["bytes"]) if isinstance(value, dict) else value


def _tables(db: sqlite3.Connection) -> list[str]:
    """The tables that hold what cannot be made anew, those first that others refer to."""
    rows = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    hidden = tuple(f"{index}_" for index in INDEXES)
    left = [n for (n,) in rows if n not in _DERIVED and not n.startswith(hidden)]
    needs = {name: {key[2] for key in _foreign(db, name)} & set(left) - {name} for name in left}
    ordered: list[str] = []
    while left:
        ready = [name for name in left if needs[name] <= set(ordered)] or left[:1]
        ordered += ready
        left = [name for name in left if name not in ready]
    return ordered


def _foreign(db: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
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


class _Taking:
    """One import, within one transaction."""

    def __init__(self, db: sqlite3.Connection, where: str) -> None:
        self._db = db
        self._where = where
        self._tables = set(_tables(db))
        self._columns = {
            table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            for table in self._tables
        }
        self._refers = {
            table: {key[3]: key[2] for key in _foreign(db, table) if key[2] in _KEYS}
            for table in self._tables
        }
        for (table, column), other in _STORIES.items():
            self._refers[table][column] = other
        self._numbers: dict[str, dict[int, int]] = {table: {} for table in _KEYS}
        self._headed = False
        self._known: set[int] = set()
        """The articles that were here before; their texts and readings stay."""
        self._notes: set[str] = set()
        """The notes that were here before."""
        self._new: list[int] = []

    def take(self, written: Iterable[str]) -> tuple[int, int]:
        # A row may refer to one that comes after it.
        self._db.execute("PRAGMA defer_foreign_keys = ON")
        for number, line in enumerate(written, 1):
            try:
                found = json.loads(line)
                if number == 1:
                    self._check(line, found)
                else:
                    row = {name: _loaded(value) for name, value in found["row"].items()}
                    self._put(str(found["table"]), row)
            except _DAMAGED as error:
                raise self._wrong(f"line {number} is damaged") from error
            except sqlite3.IntegrityError as error:
                raise self._wrong(f"line {number} does not fit in ({error})") from error
        if not self._headed:
            raise self._wrong("is empty")
        (broken,) = self._db.execute("SELECT count(*) FROM pragma_foreign_key_check").fetchone()
        if broken:
            raise self._wrong("lacks lines that others refer to")
        for key in self._new:
            self._db.execute(
                "INSERT INTO full_text (rowid, title, text) SELECT * FROM searched WHERE id = ?",
                (key,),
            )
            found = self._db.execute("SELECT title, text FROM searched WHERE id = ?", (key,))
            words = found.fetchone()
            if words is None or not all(isinstance(each, str) for each in words):
                raise self._wrong("has an article without its words")
            keep_unspaced(self._db, key, *words)
        return len(self._new), len(self._known)

    def _wrong(self, cause: str) -> LibraryError:
        return LibraryError(self._where, cause, "Nothing was taken from it.")

    def _check(self, line: str, head: Any) -> None:
        self._headed = True
        if not is_archive(line):
            raise LibraryError(
                self._where, "is not an exported library", f"Give the {NAME} of an export."
            )
        if head["format"] > _FORMAT or head["schema"] > len(MIGRATIONS):
            raise LibraryError(
                self._where,
                "was exported by a newer briefing",
                "Update briefing to import it; nothing was taken from it.",
            )

    def _put(self, table: str, row: dict[str, Any]) -> None:
        if table not in self._tables:
            return  # of a version that had another table, whose contents can be made anew
        row = {name: value for name, value in row.items() if name in self._columns[table]}
        own = int(row["id"]) if table in _KEYS else 0
        for column, other in self._refers[table].items():
            if row.get(column) is not None and not (other == table and row[column] == own):
                row[column] = self._numbers[other].get(row[column], row[column])
        if self._is_here(table, row):
            return
        if table in _KEYS:
            self._numbered(table, own, row)
        else:
            self._insert(table, row)

    def _is_here(self, table: str, row: dict[str, Any]) -> bool:
        """Whether this is a part of something that was here before: it stays as it is."""
        if (
            table == "note"
            and self._db.execute("SELECT 1 FROM note WHERE id = ?", (row["id"],)).fetchone()
        ):
            self._notes.add(row["id"])
        return (
            (table == "body" and row["article"] in self._known)
            or (table == "note" and row["id"] in self._notes)
            or (table == "note_change" and row["note"] in self._notes)
        )

    def _numbered(self, table: str, own: int, row: dict[str, Any]) -> None:
        """Puts in a row that others refer to by its number, or finds the one that is here."""
        key = _KEYS[table]
        here = (
            key
            and self._db.execute(
                f"SELECT id FROM {table} WHERE {key} = ?",  # noqa: S608 - our own names
                (row[key],),
            ).fetchone()
        )
        if here:
            self._numbers[table][own] = here[0]
            if table == "article":
                self._known.add(here[0])
                self._unite(here[0], row)
            return
        taken = self._db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (own,)).fetchone()  # noqa: S608
        if taken:
            del row["id"]
        story = row.get("story")
        number = self._insert(table, row)
        self._numbers[table][own] = number
        if table == "article":
            self._new.append(number)
            if story == own:
                self._db.execute("UPDATE article SET story = id WHERE id = ?", (number,))
            elif story in self._known:  # which may itself be a version of another
                self._db.execute(
                    "UPDATE article SET story = (SELECT story FROM article WHERE id = ?) "
                    "WHERE id = ?",
                    (story, number),
                )

    def _unite(self, key: int, row: dict[str, Any]) -> None:
        """What was read or starred in one of the two libraries was."""
        self._db.execute(
            "UPDATE article SET read = max(read, ?), starred = max(starred, ?) WHERE id = ?",
            (row["read"], row["starred"], key),
        )

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" * len(row))
        done = self._db.execute(
            f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608
            tuple(row.values()),
        )
        return done.lastrowid or 0
