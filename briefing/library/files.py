"""Which files were read, as they were then, so that one that has not changed is not read again."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from briefing import __version__
from briefing.library.database import Database
from briefing.library.paths import stored_path

_MOMENT = 2.0
"""Seconds; no file system's clock is coarser."""


class State(NamedTuple):
    """What changes with a file: in another state it may hold other words."""

    size: int
    """Bytes."""
    modified: int
    """The time of its last change in nanoseconds since 1970."""


def state_of(path: str, *, settled: bool = True) -> State | None:
    """The state of a file; ``None`` for an address, or what is no plain file.

    Args:
        path: the file.
        settled: whether one that was changed a moment ago has no state yet: a second change in
            the same moment would not show.
    """
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    if settled and time.time() - status.st_mtime < _MOMENT:
        return None
    return State(status.st_size, status.st_mtime_ns)


class Files:
    """Files by their full paths, each with the state it was read in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def digest(self, path: str, state: State) -> str | None:
        """The digest of the article that this program read a file as in this very state."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM known_file JOIN article ON article = id WHERE path = ? "
                "AND size = ? AND modified = ? AND program = ? AND article.location = path",
                (stored_path(path), *state, __version__),
            ).fetchone()
        )
        return str(row[0]) if row else None

    def keep(self, path: str, state: State, digest: str) -> None:
        """Remembers what a file was read as."""
        self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO known_file (path, size, modified, program, article) "
                "SELECT ?, ?, ?, ?, id FROM article WHERE digest = ?",
                (stored_path(path), *state, __version__, digest),
            )
        )

    def known(self, files: Mapping[str, State]) -> set[str]:
        """Those of the files that are just as they were when all that is in them was taken in."""

        def work(db: sqlite3.Connection) -> set[str]:
            sql = "SELECT size, modified FROM known_file WHERE path = ?"
            return {
                path
                for path, state in files.items()
                if db.execute(sql, (stored_path(path),)).fetchone() == state
            }

        return self._database.read(work)

    def note(self, files: Iterable[tuple[str, State]]) -> None:
        """Remembers that all that is in files was taken in; what one was read as stays with it."""
        rows = [(stored_path(path), *state) for path, state in files]
        if rows:
            self._database.write(lambda db: db.executemany(_NOTE, rows))


_NOTE = """
INSERT INTO known_file (path, size, modified) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET
    article = iif(size = excluded.size AND modified = excluded.modified, article, NULL),
    size = excluded.size, modified = excluded.modified
"""
