"""The versions of an article that the library has, and what is said of two of them."""

from __future__ import annotations

from briefing.library.database import Database
from briefing.library.paths import loaded_path, stored_path
from briefing.model.article import Span
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article."""

    digest: str
    title: str
    added: str
    """When it came into the library: ISO 8601 with the offset from UTC, to the second."""
    location: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change: some words of the old text, some of the new, or both in their place."""

    old: Span
    """The words that went, in the old text; empty where words only came."""
    new: Span
    """The words that came, in the new text; empty where words only went: then it is the place."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A stretch in which something changed, to be read as a whole."""

    old: Span
    new: Span
    changes: tuple[Change, ...]
    """In the order of the text."""


class History:
    """Articles that grew or were corrected."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def versions(self, digest: str) -> tuple[Version, ...]:
        """All versions of an article, the oldest first; none of one that is not here."""
        return self._versions("story = (SELECT story FROM article WHERE digest = ?)", digest)

    def at(self, location: str) -> tuple[Version, ...]:
        """All versions of the article that was read last from a file or an address."""
        return self._versions(
            "story = (SELECT story FROM article WHERE location = ? ORDER BY id DESC LIMIT 1)",
            stored_path(location),
        )

    def _versions(self, where: str, value: str | bytes) -> tuple[Version, ...]:
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT digest, title, added, location FROM article WHERE {where} "  # noqa: S608
                "ORDER BY id",
                (value,),
            ).fetchall()
        )
        return tuple(
            Version(digest, title, added, loaded_path(location))
            for digest, title, added, location in rows
        )
