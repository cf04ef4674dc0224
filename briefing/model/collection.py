"""Several articles that came together: a feed's entries, a mailbox's letters."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.article import Article
from briefing.model.records import dataclass


class Kind(StrEnum):
    """What articles came in."""

    ARTICLE = "article"
    """By itself: a file or a page."""
    FEED = "feed"
    MAILBOX = "mailbox"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of a collection, and what the collection says about it."""

    key: str
    """What tells it from the collection's other entries, also when its words change."""
    article: Article | None
    """``None`` when the collection gives no words, only an address."""
    title: str = ""
    link: str = ""
    """The address of its page, as the collection gives it."""
    published: str = ""
    updated: str = ""
    """ISO 8601 in UTC, to the second (``2023-07-12T08:30:00Z``); empty when it does not say."""
    teaser: bool = False
    """Whether the words seem to be the beginning only, with the rest at ``link``."""
    subjects: tuple[str, ...] = ()
    """What the collection files it under."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What was found in one document, in its order."""

    kind: Kind
    location: str
    """An absolute path, an address, or ``"-"``."""
    entries: tuple[Entry, ...] = ()
    title: str = ""
    link: str = ""
    """The address of the site that a feed is about."""
    about: str = ""
    """What a feed says of itself, a paragraph a line."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that there are words of."""
        return tuple(entry.article for entry in self.entries if entry.article is not None)
