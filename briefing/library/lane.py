"""A connection on which the library is searched, apart from the one that writes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from briefing.library.database import identity
from briefing.library.opening import PATIENCE

T = TypeVar("T")


class StoppedError(Exception):
    """A search that was stopped because another took its place."""


class Lane:
    """A connection of its own to the library, for reading; one thing at a time goes along it.

    It can be stopped at once, and never holds up anything else.

    Args:
        path: the library's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = threading.Lock()  # of the fields below; held for moments only
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def interrupt(self) -> None:
        """Ends the statement that is under way, if any; from any thread."""
        with self._guard:
            if self._connection is not None:
                self._connection.interrupt()

    def run(self, work: Callable[[sqlite3.Connection], T], stopped: Callable[[], bool]) -> T:
        """Does some reading.

        Args:
            work: what to read.
            stopped: whether it is not wanted any more; asked again and again.

        Raises:
            StoppedError: when it was not.
            sqlite3.Error: when the library cannot be read.
        """
        connection = self._connected()
        # Asked now and then by the database itself: an interruption that comes before a
        # statement has begun would be lost.
        connection.set_progress_handler(stopped, 1000)
        try:
            if stopped():
                raise StoppedError
            return work(connection)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise StoppedError from error
            raise

    def _connected(self) -> sqlite3.Connection:
        """The connection, made anew when another file has taken the library's place."""
        file = identity(self._path)
        if self._connection is not None and file != self._file:
            self.close()
        if self._connection is None:
            made = sqlite3.connect(
                self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            made.execute("PRAGMA query_only = ON")
            with self._guard:
                self._connection, self._file = made, file
        return self._connection

    def close(self) -> None:
        """Closes the connection; the next thing to read opens it again."""
        with self._guard:
            if self._connection is not None:
                self._connection.close()
                self._connection = None
