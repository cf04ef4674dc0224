"""Which files were read as which articles, so that one that has not changed is not read again."""

from __future__ import annotations

import os
import stat
import time

from briefing import __version__
from briefing.library.database import Database
from briefing.library.paths import stored_path

_MOMENT = 2.0
"""Seconds; no file system's clock is coarser."""


def state_of(path: str) -> str:
    """The state of a file in a word: in another state it may hold other words.

    Empty for what is no file, and for one that was changed a moment ago: a second change in the
    same moment would not show.
    """
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    if not stat.S_ISREG(status.st_mode) or time.time() - status.st_mtime < _MOMENT:
        return ""
    return f"{__version__}:{status.st_mtime_ns}:{status.st_size}"


class Files:
    """Files by their paths, each with the state it was read in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def digest(self, path: str, state: str) -> str | None:
        """The digest of the article that a file was read as in this very state."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM file JOIN article ON article = id "
                "WHERE file.location = ? AND state = ? AND article.location = file.location",
                (stored_path(path), state),
            ).fetchone()
        )
        return str(row[0]) if row else None

    def keep(self, path: str, state: str, digest: str) -> None:
        """Remembers what a file was read as."""
        self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO file (location, state, article) "
                "SELECT ?, ?, id FROM article WHERE digest = ?",
                (stored_path(path), state, digest),
            )
        )
