"""The use case of refreshing: what is known of the library's articles, found out for all of them.

A front page reads what is likely to be opened; this reads the rest, so that ``entity:`` finds every
article, and what an earlier version of briefing found is found anew. Stopped, it goes on where it
was.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import suppress

from briefing.library.coverage import Coverage
from briefing.library.database import Database
from briefing.library.opening import has_beginnings, remake_indexes
from briefing.library.store import Articles
from briefing.model.annotations import Briefing
from briefing.model.article import Article
from briefing.model.errors import BriefingError, LibraryError

_TURN = 1.0
"""Seconds of finding events, after which it is told how far that is."""


class RefreshDesk(ABC):
    """The part of the reader's desk that brings the library up to date."""

    def __init__(self, database: Database) -> None:
        self._refreshed = database

    @property
    @abstractmethod
    def _engine(self) -> str:
        """Name and version of what reads here."""

    @abstractmethod
    def brief(self, article: Article) -> Briefing:
        """The briefing of an article: the kept one, or a new reading, which is kept."""

    def unread_by_engine(self) -> tuple[str, ...]:
        """The digests of the articles, in their newest versions, that this engine has not read."""
        articles = Articles(self._refreshed)
        return articles.unbriefed([item.digest for item in articles.articles()], self._engine)

    def refresh_readings(self, digests: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Reads articles; gives the title of each before it is read, and afterwards why it failed.

        Yields:
            The title and an empty string, then an empty string and what went wrong, if anything.
        """
        articles = Articles(self._refreshed)
        for digest in digests:
            article = None
            with suppress(LibraryError):  # it lost its text with a damaged library
                article = articles.article(digest)
            if article is None:
                continue
            yield article.title or article.origin.location, ""
            try:
                self.brief(article)
            except BriefingError as error:
                yield "", str(error)

    def refresh_index(self) -> bool:
        """Makes the search index anew if an earlier version made it; says whether it did."""
        if self._refreshed.read(has_beginnings):
            return False
        self._refreshed.write(remake_indexes)
        return True

    def refresh_events(self) -> Iterator[int]:
        """Finds out anew which articles tell of the same event; gives how many are left, often."""
        coverage = Coverage(self._refreshed)
        coverage.forget()
        while not coverage.catch_up(_TURN):
            yield coverage.missing()
