"""Opening the database file, and one connection that any thread may use.

Several processes share a library: the write-ahead log lets all read while one writes, and a
writer waits for its turn. What goes wrong becomes one sentence. A damaged file is set aside
under a new name, never deleted, and a fresh library takes its place.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from briefing.library.schema import APPLICATION_ID, MIGRATIONS
from briefing.model.errors import LibraryError

PATIENCE = 10.0
"""Seconds to wait for another process that is writing."""
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_COMPANIONS = ("", "-wal", "-shm", "-journal")

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Database:
    """The library's connection, guarded by a lock; every call is short.

    Attributes:
        path: the database file.
        notices: what the reader should be told, such as that a damaged file was set aside.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file, creating or migrating it as needed.

        Raises:
            LibraryError: when it was made by a newer version, is another program's, is locked
                for too long, or its folder cannot be used.
        """
        self.path = path
        self.notices: list[str] = []
        self._lock = threading.RLock()
        try:
            self._connection = _opened(path)
            self._file = _identity(path)
        except sqlite3.Error as error:
            if not _is(error, _DAMAGED):
                raise _told(path, error) from error
            self._file = None
            self._replace()

    def close(self) -> None:
        """Closes the connection; the last one out folds the log into the file."""
        with self._lock:
            self._connection.close()

    def read(self, work: Work[T]) -> T:
        """Runs a query.

        Raises:
            LibraryError: when the library cannot be read.
        """
        return self._run(work, None)

    def write(self, work: Work[T], *, durable: bool = False) -> T:
        """Runs changes as one transaction: all of them or none.

        Args:
            work: what to do; may be run a second time when a damaged library is replaced.
            durable: whether the change must outlive a power cut from the moment this returns.
                Otherwise it outlives a crash of the program, but the last moments before a
                power cut may be missing: an article can be read again, a reader's words can't.

        Raises:
            LibraryError: when the library cannot be written; nothing is changed then.
        """
        return self._run(work, durable)

    def _run(self, work: Work[T], durable: bool | None) -> T:
        with self._lock:
            try:
                try:
                    return self._attempt(work, durable)
                except sqlite3.DatabaseError as error:
                    if not _is(error, _DAMAGED):
                        raise
                    self._connection.close()
                    self._replace()
                    return self._attempt(work, durable)
            except sqlite3.Error as error:
                raise _told(self.path, error) from error

    def _attempt(self, work: Work[T], durable: bool | None) -> T:
        if durable is None:
            return work(self._connection)
        # With a write-ahead log, FULL syncs the log at each commit, and with it all that was
        # written before; NORMAL leaves that to the next checkpoint. Neither can damage the file.
        self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        # IMMEDIATE takes the writer's turn at once: a transaction that starts by reading and
        # then writes would fail, not wait, when another process wrote in between.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        return result

    def _replace(self) -> None:
        """Sets the damaged file aside and opens a new library in its place."""
        try:
            with _alone(self.path.parent):
                aside = None
                # Another process may have met the damage first, and replaced the file already.
                if not self._replaced_by_another():
                    aside = _set_aside(self.path)
                self._connection = _opened(self.path)
                self._file = _identity(self.path)
        except (OSError, sqlite3.Error) as error:
            raise _told(self.path, error) from error
        if aside is not None:
            self.notices.append(
                f"{self.path}: the library was damaged and a new one was started. "
                f"The old one is kept as {aside.name}; saved notes files are untouched."
            )

    def _replaced_by_another(self) -> bool:
        if self._file is not None:
            return _identity(self.path) != self._file
        try:
            _opened(self.path).close()
        except sqlite3.DatabaseError:
            return False
        return True


def _opened(path: Path) -> sqlite3.Connection:
    """A connection to a library that is of this version.

    Raises:
        sqlite3.Error: from the database.
        LibraryError: when the file is not ours to write, or its folder cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _told(path, error) from error
    connection = sqlite3.connect(
        path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
    )
    try:
        _check_owner(connection, path)
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
    if version > len(MIGRATIONS):
        raise LibraryError(
            str(path),
            f"was made by a newer briefing (library version {version}, "
            f"this one knows {len(MIGRATIONS)})",
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
    if version == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited for its turn.
        _check_owner(connection, path)
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for sql in MIGRATIONS[version:]:
            for statement in _statements(sql):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


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
        connection.execute(f"SELECT max(rowid), min(rowid) FROM {table}").fetchone()  # noqa: S608


def _identity(path: Path) -> tuple[int, int] | None:
    """Tells a file from another of the same name."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Lets one process at a time in, where the system has locks on folders."""
    try:
        import fcntl
    except ImportError:  # Windows does not let an open file be renamed in the first place
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _set_aside(path: Path) -> Path | None:
    """Renames a damaged library; ``None`` when another process has done so already."""
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    moved = None
    for end in _COMPANIONS:
        try:
            path.with_name(path.name + end).rename(aside.with_name(aside.name + end))
        except FileNotFoundError:
            continue
        moved = moved or aside
    return moved


def _is(error: BaseException, codes: set[int]) -> bool:
    # The low byte is the kind of error, the rest says more about it.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in codes


def _told(path: Path, error: BaseException) -> LibraryError:
    """A database's error as a sentence."""
    if isinstance(error, LibraryError):
        return error
    if isinstance(error, OSError):
        return LibraryError(str(path), f"cannot be used ({error.strerror or error})")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    causes = {
        sqlite3.SQLITE_BUSY: "is being written by another process",
        sqlite3.SQLITE_LOCKED: "is being written by another process",
        sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
        sqlite3.SQLITE_READONLY: "cannot be written",
        sqlite3.SQLITE_CANTOPEN: "cannot be opened",
        sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
        sqlite3.SQLITE_CORRUPT: "is damaged",
        sqlite3.SQLITE_NOTADB: "is not a database",
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
