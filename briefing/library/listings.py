"""The lines of the library's list, and the marks a reader gives: read or unread, and a star.

A list has of every article its newest version alone: what was corrected ten times is one thing to
read. What is read is read with all the versions before it, and a star is of them all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from briefing.library.database import Database
from briefing.library.paths import loaded_path


class Listing(NamedTuple):
    """One line of the list of articles; a tuple, since there may be a hundred thousand."""

    digest: str
    title: str
    source: str
    published: str
    """The day of publication, ISO 8601; empty when unknown."""
    added: str
    """When it came into the library: ISO 8601 with the offset from UTC, to the second."""
    read: bool
    starred: bool
    words: int
    location: str
    versions: int = 1
    """How many versions of it the library has, this one counted."""
    changed: bool = False
    """Whether an earlier version was read, and this one was not."""


NEWER = "EXISTS (SELECT 1 FROM article n WHERE n.story = a.story AND n.id > a.id)"
"""Whether the library has a newer version of the article ``a``, in SQL."""

_COLUMNS = "digest, title, source, published, added, read, starred, words, location"


def now() -> str:
    """This moment: ISO 8601 with the offset from UTC, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


class Listings:
    """The list of articles, known by their digests."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def articles(self) -> tuple[Listing, ...]:
        """Every article in its newest version, the newest arrival first."""
        # Of a group with one max(), SQLite takes the other columns from the row that has it.
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT {_COLUMNS}, count(*), sum(read), max(id) FROM article "  # noqa: S608
                "GROUP BY story ORDER BY max(id) DESC"
            ).fetchall()
        )
        return tuple(map(_listing, rows))

    def all_versions(self) -> tuple[Listing, ...]:
        """Every version of every article by itself, the newest arrival first."""
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT {_COLUMNS}, 1, read FROM article ORDER BY id DESC"  # noqa: S608 - our own
            ).fetchall()
        )
        return tuple(map(_listing, rows))

    def listing(self, digest: str) -> Listing | None:
        """One version of an article by itself; ``None`` for one that is not here."""
        row = self._database.read(
            lambda db: db.execute(
                f"SELECT {_COLUMNS}, 1, read FROM article WHERE digest = ?",  # noqa: S608 - our own
                (digest,),
            ).fetchone()
        )
        return _listing(row) if row else None

    def newest(self) -> int:
        """The key of the article that came last; 0 for none."""
        row = self._database.read(lambda db: db.execute("SELECT max(id) FROM article").fetchone())
        return int(row[0] or 0)

    def mark_read(self, digest: str, read: bool) -> None:
        """Notes that an article was read, or was not after all; see :meth:`mark_all`."""
        self.mark_all((digest,), read)

    def mark_all(self, digests: Sequence[str], read: bool) -> None:
        """Notes that articles were read, or were not after all; of all of them or of none.

        What is read is read with its earlier versions; what is unread again is so by itself.
        """
        sql = "UPDATE article SET read = ?1 WHERE digest = ?2"
        if read:
            sql = (
                "UPDATE article SET read = ?1 "
                "WHERE story = (SELECT story FROM article WHERE digest = ?2) "
                "AND id <= (SELECT id FROM article WHERE digest = ?2)"
            )
        rows = [(int(read), digest) for digest in digests]
        self._database.write(lambda db: db.executemany(sql, rows))

    def star(self, digest: str, on: bool) -> None:
        """Gives an article a star in all its versions, or takes it away."""
        self._database.write(
            lambda db: db.execute(
                "UPDATE article SET starred = ? WHERE story = "
                "(SELECT story FROM article WHERE digest = ?)",
                (int(on), digest),
            )
        )

    def read_among(self, digests: Sequence[str]) -> frozenset[str]:
        """Those of some articles that were read."""
        marks = ", ".join("?" * len(digests))
        sql = f"SELECT digest FROM article WHERE read AND digest IN ({marks})"  # noqa: S608
        rows = self._database.read(lambda db: db.execute(sql, tuple(digests)).fetchall())
        return frozenset(digest for (digest,) in rows)

    def unread_besides(self, digest: str) -> bool:
        """Whether any article but this one is unread, in its newest version."""
        unread = f"article a WHERE NOT read AND digest IS NOT ? AND NOT {NEWER}"
        sql = f"SELECT EXISTS (SELECT 1 FROM {unread})"  # noqa: S608 - our own
        row = self._database.read(lambda db: db.execute(sql, (digest,)).fetchone())
        return bool(row[0])


def _listing(row: sqlite3.Row) -> Listing:
    """A line from its columns, how many versions there are, and how many of them were read."""
    (digest, title, source, published, added, read, starred, words, location, versions, seen) = row[
        :11
    ]
    return Listing(
        digest=digest,
        title=title,
        source=source,
        published=published,
        added=added,
        read=bool(read),
        starred=bool(starred),
        words=words,
        location=loaded_path(location),
        versions=versions,
        changed=bool(seen) and not read,
    )
