"""Which articles tell of the same event, kept as they arrive; :mod:`.placing` finds it out."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from briefing.library.database import Database

_SLICE = 8
_HOLD = 0.02
"""Articles, and seconds, after which a transaction ends: others want to write too."""
_BREATH = 0.005
"""Seconds between two transactions, in which a writer that waits finds its turn."""


class Coverage:
    """The events of the library's articles."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.path = database.path

    def missing(self) -> int:
        """How many articles have no place among the events yet."""
        return int(self._database.read(lambda db: db.execute(_COUNT).fetchone()[0]))

    def catch_up(self, seconds: float = 1e9) -> bool:
        """Places articles that have no place yet, the newest first, for about so many seconds.

        Returns:
            Whether all have one now.
        """
        if not self.missing():
            return True
        from briefing.library.placing import place

        until = time.monotonic() + seconds
        while True:
            if self._database.write(lambda db: place(db, _SLICE, _HOLD)):
                return True
            if time.monotonic() >= until:
                return False
            time.sleep(_BREATH)

    def forget(self) -> None:
        """Lets go of all events, and of what the articles are about: they are found out anew."""

        def work(db: sqlite3.Connection) -> None:
            for table in ("coverage", "profile_term", "profile"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

        self._database.write(work)

    def events(self) -> dict[str, int]:
        """The event of every article that has one, by digest."""
        return dict(
            self._database.read(
                lambda db: db.execute(
                    "SELECT digest, event FROM coverage JOIN article ON article = id"
                ).fetchall()
            )
        )

    def others(self, digest: str) -> tuple[str, ...]:
        """The digests of the other articles on the same event, the newest arrival first.

        Of the versions of an article only the newest counts, and none of the article's own.
        """
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM article WHERE id IN (SELECT max(id) FROM article "
                "JOIN coverage ON article = id WHERE event = (SELECT event FROM coverage "
                "JOIN article ON article = id WHERE digest = ?) GROUP BY story) AND story != "
                "(SELECT story FROM article WHERE digest = ?) ORDER BY id DESC",
                (digest, digest),
            ).fetchall()
        )
        return tuple(row[0] for row in rows)


_UNPLACED = "FROM article WHERE id NOT IN (SELECT article FROM coverage)"
_COUNT = f"SELECT count(*) {_UNPLACED}"


def catch_up(path: Path, seconds: float) -> bool:
    """Does :meth:`Coverage.catch_up` in a process that has no library open."""
    database = Database(path)
    try:
        return Coverage(database).catch_up(seconds)
    finally:
        database.close()
