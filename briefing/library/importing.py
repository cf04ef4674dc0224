"""Taking an exported library in: all of it or, when something is wrong, nothing.

Into a library that holds something already, rows come beside what is there: an article is known
by its digest, a feed by its address, a note by its id, and what is known stays as it is.
"""

from __future__ import annotations

import binascii
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from briefing.library.archive import FORMAT, NAME, is_archive, references, tables
from briefing.library.database import Database
from briefing.library.opening import VERSION
from briefing.library.unspaced import keep_unspaced
from briefing.model.errors import LibraryError

_KEYS = {"article": "digest", "name": "words", "feed": "url", "note_change": ""}
"""Tables whose rows have numbers that others refer to, and what a row is known by besides."""
_STORIES = {("article", "story"): "article", ("notes_file", "story"): "article"}
"""Columns that hold the number of an article without saying so to the database."""

_DAMAGED = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)
"""What comes of a line that no export has written."""


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


class _Taking:
    """One import, within one transaction."""

    def __init__(self, db: sqlite3.Connection, where: str) -> None:
        self._db = db
        self._where = where
        self._tables = set(tables(db))
        self._columns = {
            table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
            for table in self._tables
        }
        self._refers = {
            table: {key[3]: key[2] for key in references(db, table) if key[2] in _KEYS}
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
        if head["format"] > FORMAT or head["schema"] > VERSION:
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


def _loaded(value: Any) -> Any:
    """A column's value as the library holds it."""
    return binascii.a2b_base64(value["bytes"]) if isinstance(value, dict) else value
