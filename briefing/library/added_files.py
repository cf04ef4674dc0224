"""Which files were added, as they were then, so that they need not be read to be known again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from briefing.library.database import Database
from briefing.library.paths import stored_path

State = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds since 1970."""


class AddedFiles:
    """The files that were added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, files: Mapping[str, State]) -> set[str]:
        """Those of the files, by their full paths, that are just as they were when added."""

        def work(db: sqlite3.Connection) -> set[str]:
            sql = "SELECT size, modified FROM added_file WHERE path = ?"
            return {
                path
                for path, state in files.items()
                if db.execute(sql, (stored_path(path),)).fetchone() == state
            }

        return self._database.read(work)

    def note(self, files: Iterable[tuple[str, State]]) -> None:
        """Notes files as added."""
        rows = [(stored_path(path), *state) for path, state in files]
        if rows:
            self._database.write(
                lambda db: db.executemany(
                    "INSERT OR REPLACE INTO added_file VALUES (?, ?, ?)", rows
                )
            )
