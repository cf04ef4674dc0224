"""The feeds that are followed, and which of their entries have come already."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from briefing.library.database import Database
from briefing.library.listings import now
from briefing.model.feed import Feed, FullText
from briefing.model.records import dataclass

_SELECT = (
    "SELECT id, url, title, site, full_text, added, checked, etag, modified, failure, wait, gone, "
    "(SELECT count(*) FROM feed_entry WHERE feed = feed.id) FROM feed"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry of a feed that has come."""

    key: str
    digest: str
    """Of the words that the feed gave."""
    lacking: int = 0
    """How often the rest of it was asked for in vain; 0 when nothing is lacking."""


class Feeds:
    """The feeds in the library, in the order of their titles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Feed, ...]:
        """Every feed."""
        rows = self._database.read(
            lambda db: db.execute(f"{_SELECT} ORDER BY title COLLATE NOCASE, url").fetchall()
        )
        return tuple(map(_feed, rows))

    def find(self, url: str) -> Feed | None:
        """The feed with this address."""
        row = self._database.read(
            lambda db: db.execute(f"{_SELECT} WHERE url = ?", (url,)).fetchone()
        )
        return _feed(row) if row else None

    def add(
        self, url: str, title: str = "", site: str = "", full_text: FullText = FullText.AUTO
    ) -> tuple[Feed, bool]:
        """Follows a feed; one that is followed already stays as it is.

        Returns:
            The feed, and whether it is new.
        """
        values = (url, title, site, full_text.value, now())

        def work(db: sqlite3.Connection) -> bool:
            sql = (
                "INSERT OR IGNORE INTO feed (url, title, site, full_text, added) "
                "VALUES (?, ?, ?, ?, ?)"
            )
            return bool(db.execute(sql, values).rowcount)

        new = self._database.write(work, durable=True)
        found = self.find(url)
        assert found is not None
        return found, new

    def change(self, feed: Feed, **columns: str | int) -> Feed:
        """Notes what changed about a feed; one that is not followed any more is let go.

        Args:
            feed: as it was.
            columns: fields of :class:`Feed` and their new values.
        """
        pairs = ", ".join(f"{name} = ?" for name in columns)
        sql = f"UPDATE OR IGNORE feed SET {pairs} WHERE id = ?"  # noqa: S608 - our own names
        self._database.write(lambda db: db.execute(sql, (*columns.values(), feed.id)))
        row = self._database.read(
            lambda db: db.execute(f"{_SELECT} WHERE id = ?", (feed.id,)).fetchone()
        )
        return _feed(row) if row else feed

    def remove(self, feed: Feed) -> None:
        """Follows a feed no longer; its articles stay."""
        self._database.write(lambda db: db.execute("DELETE FROM feed WHERE id = ?", (feed.id,)))

    def seen(self, feed: Feed) -> dict[str, Seen]:
        """The entries that have come, by their keys."""
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT key, digest, lacking FROM feed_entry WHERE feed = ?", (feed.id,)
            ).fetchall()
        )
        return {row[0]: Seen(*row) for row in rows}

    def note(self, feed: Feed, entries: Iterable[Seen]) -> None:
        """Notes entries as come, unless the feed is followed no longer."""
        rows = [(entry.key, entry.digest, entry.lacking, feed.id) for entry in entries]
        self._database.write(
            lambda db: db.executemany(
                "INSERT OR REPLACE INTO feed_entry (feed, key, digest, lacking) "
                "SELECT id, ?, ?, ? FROM feed WHERE id = ?",
                rows,
            )
        )


def _feed(row: Any) -> Feed:
    columns = (*row[:4], FullText(row[4]), *row[5:11], bool(row[11]), row[12])
    return Feed(*columns)
