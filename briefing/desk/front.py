"""The use cases of the front page: what there is to read, how it begins, and what of it is read."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from briefing.desk.ahead import FEW, Ahead
from briefing.desk.opened import Opened
from briefing.library.coverage import Coverage
from briefing.library.database import Database
from briefing.library.listings import Listing
from briefing.library.store import Articles
from briefing.model.annotations import Briefing
from briefing.model.article import Article, BlockKind, Span
from briefing.model.errors import LibraryError
from briefing.model.telling import Teller, Telling
from briefing.worker import Worker

if TYPE_CHECKING:
    from briefing.desk.morning import Story

_OTHERS = 12
"""Articles on an event that an article is held against, the newest."""
_PATIENCE = 60.0
"""Seconds that finding the events may take where somebody waits for it; the newest come first."""
_TEASER = 600
"""Characters of a sentence or paragraph that a front page has room for."""


class FrontDesk(ABC):
    """The part of the reader's desk where everything there is to read lies."""

    def __init__(self, database: Database) -> None:
        self._library = Articles(database)
        self._listed = database
        self._coverage = Coverage(database)
        self._ahead = Ahead(self._library, self._coverage)

    @property
    @abstractmethod
    def engine(self) -> str:
        """What finds the names, as the settings call it."""

    @property
    @abstractmethod
    def worker(self) -> Worker:
        """The process that does what a reader waits for."""

    @abstractmethod
    def brief(self, article: Article) -> Briefing:
        """The briefing of an article: the kept one, or a new reading, which is kept."""

    @abstractmethod
    def peek(self, digest: str) -> Opened:
        """An article of the library, looked at without being taken up."""

    @abstractmethod
    def last(self) -> str | None:
        """The digest of the article that was opened last."""

    def articles(self) -> tuple[Listing, ...]:
        """Every article of the library in its newest version, the newest arrival first."""
        return self._library.articles()

    def listing(self, digest: str) -> Listing | None:
        """One version of an article; ``None`` for one that is not in the library."""
        return self._library.listing(digest)

    def waiting(self) -> bool:
        """Whether there is anything to read besides the article that was opened last."""
        return self._library.unread_besides(self.last() or "")

    def mark_read(self, digest: str, read: bool) -> None:
        """Notes that an article was read, or was not after all."""
        self._library.mark_read(digest, read)

    def mark_all(self, digests: Sequence[str], read: bool) -> None:
        """Notes that articles were read, or were not after all."""
        self._library.mark_all(digests, read)

    def star(self, digest: str, on: bool) -> None:
        """Gives an article a star, or takes it away."""
        self._library.star(digest, on)

    def teasers(self, digests: Sequence[str]) -> dict[str, str]:
        """The first words of articles: two sentences of the summary, or of the story itself.

        An article that is not in the library any more is left out.
        """
        from briefing.library.teasers import Teasers

        teasers = Teasers(self._listed)
        known = teasers.words(digests)
        begun: dict[str, tuple[Span, ...]] = {}
        for digest in digests:
            if digest not in known:
                with suppress(LibraryError):
                    article = self._library.article(digest)
                    begun[digest] = _beginning(article)
                    known[digest] = tuple(span.of(article.text) for span in begun[digest])
        if begun:
            teasers.begin(begun)
        return {
            digest: " ".join(" ".join(part[:_TEASER].split()) for part in words)
            for digest, words in known.items()
        }

    def read_ahead(self, digests: Sequence[str], told: Callable[[str], None]) -> None:
        """Has articles briefed in the background, in this order, before anybody opens them.

        Takes the place of what was asked for before. The article that is opened never waits for
        it: this is done by a process of its own, at the lowest priority.

        Args:
            digests: of the articles; those that have a briefing are passed over.
            told: called with the digest of each when its briefing is kept, in another thread; and
                with an empty one when all articles of the library have found their events.
        """
        self._ahead.want(digests, self.engine, told)

    # Events ---------------------------------------------------------------------------------

    def events(self) -> dict[str, int]:
        """Which event each article tells of, by digest: articles of one number tell of the same.

        An article that has come just now may be missing; reading ahead finds its event.
        """
        if self._coverage.missing() <= FEW:
            self._coverage.catch_up()
        return self._coverage.events()

    def tellers(self, digest: str) -> tuple[Teller, ...]:
        """The other articles on an article's event, with what they say that it does not.

        Raises:
            BriefingError: when they cannot be compared.
        """
        others = self._others(digest)
        if not others:
            return ()
        from briefing.library.telling import tellers

        article = self._library.article(digest)
        return self.worker.run(tellers, article, others, subject=article.title)

    def morning(self, since: str = "") -> list[list[Listing]]:
        """What is unread, by the events it tells of: the most told first, then the newest.

        Args:
            since: the moment, ISO 8601 with the offset from UTC, before which an arrival is left
                out; empty for every unread article.
        """
        self._coverage.catch_up(_PATIENCE)
        events = self._coverage.events()
        stories: dict[int | str, list[Listing]] = {}
        for item in self.articles():
            if not item.read and not (since and _before(item.added, since)):
                stories.setdefault(events.get(item.digest, item.digest), []).append(item)
        return sorted(stories.values(), key=lambda items: -len(items))

    def story(self, items: Sequence[Listing]) -> Story:
        """A story of :meth:`morning` with the words that stand for it; it may take a reading.

        Raises:
            BriefingError: when its articles cannot be read.
        """
        from briefing.desk.morning import Lead, Story
        from briefing.library.teasers import SENTENCES

        lead, *others = items
        article = self._library.article(lead.digest)
        spans = [sentence.span for sentence in self.brief(article).summary[:SENTENCES]]
        words = tuple((span, span.of(article.text)) for span in spans or _beginning(article))
        new = {teller.digest: teller.new for teller in self.tellers(lead.digest)} if others else {}
        return Story(Lead(lead, words), tuple((item, new.get(item.digest)) for item in others))

    def telling(self, article: Article) -> Telling:
        """What an article says beyond what was read of its event, and against the others.

        Raises:
            BriefingError: when they cannot be compared.
        """
        if self._coverage.missing() <= FEW:
            self._coverage.catch_up()
        others = self._others(article.digest)
        if not others:
            return Telling(article.digest)
        from briefing.library.telling import telling

        return self.worker.run(telling, article, others, subject=article.title)

    def _others(self, digest: str) -> list[tuple[Article, bool]]:
        """The other articles on an event, each with whether it was read."""
        digests = self._coverage.others(digest)[:_OTHERS]
        read = self._library.read_among(digests)
        found: list[tuple[Article, bool]] = []
        for other in digests:
            with suppress(LibraryError):
                found.append((self._library.article(other), other in read))
        return found


def _beginning(article: Article) -> tuple[Span, ...]:
    """The first paragraph."""
    prose = (block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    return tuple(islice(prose, 1))


def _before(added: str, since: str) -> bool:
    try:
        arrival, start = (datetime.fromisoformat(each).astimezone() for each in (added, since))
    except ValueError:
        return False  # an article that came at an unknown time is not kept from anybody
    return arrival < start
