"""Opening the database file: created, migrated, refused or found damaged.

What goes wrong is a ``sqlite3.Error`` or a ``LibraryError``; :func:`told` makes the one the other.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from briefing.model.errors import LibraryError

APPLICATION_ID = 0x42524646
"""``BRFF``: tells a library from any other SQLite database, also to the program ``file``."""
VERSION = 10
"""How many migrations there are in ``schema.py``, which a library of this version can do without;
``PRAGMA user_version`` holds the number of the last that was made."""
PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def opened(path: Path) -> sqlite3.Connection:
    """A connection to a library that is of this version.

    Raises:
        sqlite3.Error: from the database.
        LibraryError: when the file is not ours to write, or its folder cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise told(path, error) from error
    connection = sqlite3.connect(
        path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        # In one transaction: another process may be making its tables at this very moment.
        connection.execute("BEGIN")
        _check_owner(connection, path)
        connection.execute("COMMIT")
        connection.execute("PRAGMA foreign_keys = ON")
        _use_log(connection)
        _migrate(connection, path)
        _check_pages(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_owner(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses what a newer version or another program made, before anything is altered."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or version or application):
        raise LibraryError(
            str(path), "is not a library of briefing", "Move it away, and start briefing again."
        )
    if version > VERSION:
        raise LibraryError(
            str(path),
            f"was made by a newer briefing (library version {version}, this one knows {VERSION})",
            "Update briefing to open it; it was left as it is.",
        )


def _use_log(connection: sqlite3.Connection) -> None:
    """Turns on the write-ahead log, once in the life of the file.

    The switch needs the file for itself and does not wait for its turn as statements do, so
    when several processes create the library together, all but one have to ask again.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            if mode != "wal":
                connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if not _is(error, _BUSY) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return
    from briefing.library.schema import MIGRATIONS
    from briefing.library.search_schema import BEGINNINGS

    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited for its turn.
        _check_owner(connection, path)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        fresh = () if version else (BEGINNINGS,)
        for sql in (*MIGRATIONS[version:], *fresh):
            _run(connection, sql)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, sql: str) -> None:
    for statement in _statements(sql):
        connection.execute(statement)


def _statements(sql: str) -> list[str]:
    """The statements of a script; ``executescript`` would commit the transaction first."""
    statements, current = [], ""
    for line in sql.splitlines():
        current += line + "\n"
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements


def _check_pages(connection: sqlite3.Connection) -> None:
    """Looks at the ends of what matters, so that most damage is met before any work is done."""
    for table in ("article", "body", "note", "preference"):
        # Asked for both at once, SQLite would read the table from end to end.
        for end in ("min", "max"):
            connection.execute(f"SELECT {end}(rowid) FROM {table}").fetchone()  # noqa: S608


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file itself is spoilt.

    All that is written is UTF-8; text that is none has no error code of the database's own.
    """
    return _is(error, _DAMAGED) or "Could not decode to UTF-8" in str(error)


def is_index_damage(error: BaseException) -> bool:
    """Whether it is the index that is spoilt: it can be made anew from the articles."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB


def has_beginnings(db: sqlite3.Connection) -> bool:
    """Whether the search index knows the beginnings of words."""
    (made,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'full_text'").fetchone()
    return "prefix" in made


def remake_indexes(db: sqlite3.Connection) -> None:
    """Makes the indexes anew from what they are of; part of a transaction."""
    from briefing.library.search_schema import BEGINNINGS, INDEXES

    _run(db, BEGINNINGS)
    for index in INDEXES:
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608


def _is(error: BaseException, codes: set[int]) -> bool:
    # The low byte is the kind of error, the rest says more about it.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in codes


def told(path: Path, error: BaseException) -> LibraryError:
    """A database's error as a sentence."""
    if isinstance(error, LibraryError):
        return error
    if isinstance(error, OSError):
        return LibraryError(str(path), f"cannot be used ({error.strerror or error})")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if is_damage(error):
        return LibraryError(str(path), "is damaged", "Start briefing again.")
    causes = {
        sqlite3.SQLITE_BUSY: "is being written by another process",
        sqlite3.SQLITE_LOCKED: "is being written by another process",
        sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
        sqlite3.SQLITE_READONLY: "cannot be written",
        sqlite3.SQLITE_CANTOPEN: "cannot be opened",
        sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
    }
    remedies = {
        sqlite3.SQLITE_BUSY: "Try again in a moment.",
        sqlite3.SQLITE_LOCKED: "Try again in a moment.",
        sqlite3.SQLITE_FULL: "Free some space and try again.",
        sqlite3.SQLITE_READONLY: "Check the permissions of the file and its folder.",
        sqlite3.SQLITE_CANTOPEN: "Check the permissions of the folder.",
    }
    return LibraryError(
        str(path), causes.get(code, f"cannot be used ({error})"), remedies.get(code, "")
    )
