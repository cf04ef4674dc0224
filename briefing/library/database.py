"""One connection to the library that any thread may use.

Several processes share a library: the write-ahead log lets all read while one writes, and a
writer waits for its turn. What goes wrong becomes one sentence. A damaged file is set aside
under a new name, never deleted, and a fresh library takes its place.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from briefing.library.opening import (
    is_damage,
    is_index_damage,
    opened,
    remake_indexes,
    told,
)

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
            self._connection = opened(path)
            self._file = identity(path)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise told(path, error) from error
            self._file = None
            self._replace()

    def close(self) -> None:
        """Closes the connection; the last one out folds the log into the file."""
        with self._lock:
            self._connection.close()

    def renew(self) -> None:
        """Sets the file aside as damaged, and starts a new one with all that can be read of it.

        Raises:
            LibraryError: when that cannot be done; the file is as it was then.
        """
        with self._lock:
            self._connection.close()
            self._replace()

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
                    if not is_damage(error):
                        raise
                    if not (is_index_damage(error) and self._indexed_anew()):
                        self._connection.close()
                        self._replace()
                    return self._attempt(work, durable)
            except sqlite3.Error as error:
                raise told(self.path, error) from error

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

    def _indexed_anew(self) -> bool:
        """Makes the full-text indexes anew; false when the articles cannot be read either."""
        try:
            self._attempt(remake_indexes, False)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return False
        return True

    def _replace(self) -> None:
        """Sets the damaged file aside and opens a new library in its place."""
        from briefing.library.salvage import salvage

        try:
            with _alone(self.path.parent):
                aside = None
                # Another process may have met the damage first, and replaced the file already.
                if not self._replaced_by_another():
                    aside = _set_aside(self.path)
                self._connection = opened(self.path)
                self._file = identity(self.path)
                articles, notes = salvage(aside, self._connection) if aside else (0, 0)
        except (OSError, sqlite3.Error) as error:
            raise told(self.path, error) from error
        if aside is not None:
            self.notices.append(
                f"{self.path}: the library was damaged and a new one was started, with what could "
                f"still be read: articles {articles}, notes {notes}. The damaged one is kept as "
                f"{aside.name}; saved notes files are untouched."
            )

    def _replaced_by_another(self) -> bool:
        if self._file is not None:
            return identity(self.path) != self._file
        try:
            opened(self.path).close()
        except sqlite3.DatabaseError:
            return False
        return True


def identity(path: Path) -> tuple[int, int] | None:
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
