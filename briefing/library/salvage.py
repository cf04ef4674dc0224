"""Saving what can still be read of a damaged library, row by row, into the new one.

The damaged file itself is never opened, since opening it might change it: a copy is. Of each
table the rows from the first on are taken up to the damage, and the rows from the last back to
it. An article whose text does not have its digest any more is kept without its text: its notes
hang on it, and the text comes back when the file is read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefing.library.codec import CodecError, decode, encode
from briefing.library.opening import remake_indexes
from briefing.library.paths import loaded_path
from briefing.library.unspaced import look_through_again
from briefing.model.article import Article, Origin
from briefing.model.notes import Anchor

_TABLES = (
    "article",
    "body",
    "note",
    "note_change",
    "notes_file",
    "wanted",
    "preference",
    "draft",
    "feed",
)
"""In an order in which every row finds what it refers to. Readings can be done again."""

_Row = dict[str, object]


def salvage(damaged: Path, connection: sqlite3.Connection) -> tuple[int, int]:
    """Copies what is left of a damaged library.

    Args:
        damaged: the file that was set aside, with its companions beside it.
        connection: to the new, empty library.

    Returns:
        How many articles and how many notes were saved.

    Raises:
        sqlite3.Error: when the new library cannot be written.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "library.db"
        try:
            for end in ("", "-wal"):
                beside = damaged.with_name(damaged.name + end)
                if beside.exists():
                    shutil.copyfile(beside, copy.with_name(copy.name + end))
            old = sqlite3.connect(copy, isolation_level=None)
        except (OSError, sqlite3.Error):
            return 0, 0
        try:
            connection.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                for row in _rows(old, table):
                    _put(connection, table, row)
            _stand_in(connection)
            remake_indexes(connection)
            look_through_again(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            old.close()
    (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    (notes,) = connection.execute("SELECT count(*) FROM note WHERE NOT deleted").fetchone()
    return articles, notes


def _rows(old: sqlite3.Connection, table: str) -> Iterator[_Row]:
    """The rows on both sides of the damage; every row once."""
    seen: set[object] = set()
    for order in ("ASC", "DESC"):
        try:
            cursor = old.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid {order}")  # noqa: S608
            names = [column[0] for column in cursor.description][1:]
            for number, *values in cursor:
                if number in seen:
                    break
                seen.add(number)
                yield dict(zip(names, values, strict=True))
            else:
                return  # read to the end: there is nothing to come to from the other side
        except (sqlite3.Error, UnicodeDecodeError):
            continue


def _put(connection: sqlite3.Connection, table: str, row: _Row) -> None:
    if not _sound(connection, table, row):
        return
    known = {column[1] for column in connection.execute(f"PRAGMA table_info({table})")}
    row = {name: value for name, value in row.items() if name in known}
    if table == "feed":
        row |= {"etag": "", "modified": ""}  # its articles may be lost: all of it is asked for
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    with contextlib.suppress(sqlite3.IntegrityError):  # what it refers to was lost
        connection.execute(
            f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
            tuple(row.values()),
        )


def _sound(connection: sqlite3.Connection, table: str, row: _Row) -> bool:
    """Whether a row says what it said: damage may have left a row that reads, with other bytes."""
    try:
        if table == "body":
            shape = row["shape"]
            decode(Article, shape if isinstance(shape, bytes) else str(shape))
            (digest,) = connection.execute(
                "SELECT digest FROM article WHERE id = ?", (row["article"],)
            ).fetchone() or ("",)
            return hashlib.sha256(str(row["text"]).encode()).hexdigest() == digest
        if table == "note":
            decode(Anchor, str(row["anchor"]))
    except (CodecError, KeyError, UnicodeEncodeError):
        return False
    return True


def _stand_in(connection: sqlite3.Connection) -> None:
    """Gives articles without a body an empty one, so that their notes can be shown."""
    rows = connection.execute(
        "SELECT id, digest, title, location FROM article WHERE id NOT IN (SELECT article FROM body)"
    ).fetchall()
    for number, digest, title, location in rows:
        shape = encode(Article("", (), Origin(loaded_path(location)), digest, title))
        connection.execute("INSERT INTO body VALUES (?, '', ?)", (number, shape))
