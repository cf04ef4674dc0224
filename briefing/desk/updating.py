"""Updating one feed: asking for it, taking in what is new, and noting how it went."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefing.desk.full_text import fuller
from briefing.library.feeds import Feeds, Seen
from briefing.library.listings import now
from briefing.library.store import Articles
from briefing.model.collection import Collection, Entry, Kind
from briefing.model.errors import BriefingError, UnreadableError
from briefing.model.feed import Feed, FullText, Report
from briefing.worker import CancelledError, Worker

if TYPE_CHECKING:
    from briefing.model.article import Article
    from briefing.model.limits import Limits
    from briefing.sources.web import Answer
    from briefing.sources.web.turns import Turns

GONE = 410
_FEED_SECONDS = 30.0
_PAGE_SECONDS = 20.0
"""How long a feed, and a page, may take to be read."""
_MOST_PAGES = 30
"""Pages that one update fetches for one feed; the others come with the next updates."""
_TRIES = 4
"""Updates in which a page is asked for, if it cannot be had."""
_LONGEST_WAIT = timedelta(days=7)


class Updating:
    """Updates feeds, one at a call; may be used by several threads.

    Args:
        feeds: the feeds.
        articles: where the articles go.
        worker: reads what was fetched.
        turns: whose turn it is to ask a host.
        notice: called with each address that is asked for.
        limits: how long and how large an answer may be.
    """

    def __init__(
        self,
        feeds: Feeds,
        articles: Articles,
        worker: Worker,
        turns: Turns,
        notice: Callable[[str], None],
        limits: Limits,
    ) -> None:
        self._limits = limits
        self._feeds = feeds
        self._articles = articles
        self._worker = worker
        self._turns = turns
        self._notice = notice

    def updated(self, feed: Feed, *, insist: bool = False) -> Report:
        """Updates a feed.

        Args:
            feed: as it is.
            insist: whether to ask even where the feed is said to be gone.

        Raises:
            CancelledError: when the worker was closed meanwhile.
        """
        if feed.gone and not insist:
            return Report(feed, remarks=(f"{feed.address}: is gone, and is not asked any more.",))
        if feed.wait > _stamp(datetime.now(UTC)):
            return Report(
                feed, remarks=(f"{feed.address}: asks not to be asked before {feed.wait}.",)
            )
        try:
            answer = self._ask(feed)
            if answer.unchanged:
                return Report(self._settled(feed, answer))
            from briefing.sources import fetched

            collection = self._worker.contents(fetched(answer), _FEED_SECONDS)
            return self.taken(feed, answer, collection)
        except CancelledError:
            raise
        except BriefingError as error:
            return Report(self._failed(feed, error), failure=str(error))

    def taken(self, feed: Feed, answer: Answer, collection: Collection) -> Report:
        """Takes in what a feed carries.

        Raises:
            UnreadableError: when it is no feed.
        """
        if collection.kind is not Kind.FEED:
            raise UnreadableError(feed.address, "is a page, not a feed, and has none any more")
        intake = _Intake(self, feed, answer)
        intake.take(collection.entries)
        # Only now: had it ended before, the next update would ask for all of it again.
        settled = self._settled(
            feed,
            answer,
            title=collection.title or feed.title,
            site=collection.link or feed.site,
            etag=answer.etag,
            modified=answer.modified,
        )
        return Report(settled, intake.new, intake.changed, remarks=tuple(intake.remarks))

    def _ask(self, feed: Feed) -> Answer:
        """Asks for a feed, for all of it when something of its entries is still lacking."""
        from briefing.sources import web

        self._notice(feed.address)
        lacking = any(0 < seen.lacking < _TRIES for seen in self._feeds.seen(feed).values())
        return web.fetch(
            feed.url,
            etag="" if lacking else feed.etag,
            modified="" if lacking else feed.modified,
            limits=self._limits,
            turn=self._turns.turn,
        )

    def _settled(self, feed: Feed, answer: Answer, **columns: str) -> Feed:
        """A feed that answered."""
        url = answer.moved or feed.url
        return self._feeds.change(
            feed, url=url, checked=now(), failure="", wait="", gone=0, **columns
        )

    def _failed(self, feed: Feed, error: BriefingError) -> Feed:
        """A feed that could not be had."""
        status = getattr(error, "status", 0)
        wait = _until(getattr(error, "retry_after", ""))
        return self._feeds.change(feed, failure=error.cause, wait=wait, gone=int(status == GONE))

    def page(self, url: str, answer: Answer) -> Article:
        """The article at an address that a feed names.

        Raises:
            UnreadableError: when it cannot be had.
        """
        from briefing.sources import fetched, web

        self._notice(url)
        found = web.fetch(url, reach=answer.reach, limits=self._limits, turn=self._turns.turn)
        collection = self._worker.contents(fetched(found), _PAGE_SECONDS)
        if collection.kind is not Kind.ARTICLE:
            raise UnreadableError(url, "is not a page")
        return collection.articles[0]

    def keep(self, articles: list[Article]) -> list[bool]:
        """Puts articles into the library; says of each whether it was new."""
        return self._articles.add_many(articles)

    @property
    def feeds(self) -> Feeds:
        """The feeds."""
        return self._feeds


class _Intake:
    """Taking in the entries of one feed.

    Attributes:
        new, changed: how many articles came, and how many new versions of known ones.
        remarks: sentences on pages that could not be had.
    """

    def __init__(self, updating: Updating, feed: Feed, answer: Answer) -> None:
        self._updating = updating
        self._feed = feed
        self._answer = answer
        self._seen = updating.feeds.seen(feed)
        self._pages = _MOST_PAGES
        self._held: list[tuple[Article | None, Seen]] = []
        self.new = self.changed = 0
        self.remarks: list[str] = []

    def take(self, entries: tuple[Entry, ...]) -> None:
        """Takes in what is not known yet, the oldest first, as feeds put the newest first."""
        unknown = [entry for entry in entries if self._is_unknown(entry)]
        pages = [entry for entry in unknown if self._wants_page(entry)]
        fetched = {entry.key for entry in pages[: self._pages]}
        for entry in reversed(unknown):
            if entry.key in fetched:
                self._held.append(self._with_page(entry))
                self._flush()  # it took a while to come: now it stays
            else:
                lacking = max(1, self._tries(entry)) if self._wants_page(entry) else 0
                self._held.append((entry.article, Seen(entry.key, _words(entry), lacking)))
        self._flush()

    def _is_unknown(self, entry: Entry) -> bool:
        seen = self._seen.get(entry.key)
        return seen is None or seen.digest != _words(entry) or 0 < seen.lacking < _TRIES

    def _wants_page(self, entry: Entry) -> bool:
        """Whether there may be more at an entry's link than the feed carries."""
        mode = self._feed.full_text
        if mode is FullText.NEVER or not entry.link.lower().startswith(("http://", "https://")):
            return False
        return mode is FullText.ALWAYS or entry.teaser

    def _tries(self, entry: Entry) -> int:
        seen = self._seen.get(entry.key)
        return seen.lacking if seen and seen.digest == _words(entry) else 0

    def _with_page(self, entry: Entry) -> tuple[Article | None, Seen]:
        """An entry with the words of its page, or with its own where the page has no more."""
        try:
            page = self._updating.page(entry.link, self._answer)
        except CancelledError:
            raise
        except BriefingError as error:
            self.remarks.append(str(error))
            return entry.article, Seen(entry.key, _words(entry), self._tries(entry) + 1)
        return fuller(entry, page) or entry.article, Seen(entry.key, _words(entry))

    def _flush(self) -> None:
        """Puts what came into the library, and then notes it as come."""
        held, self._held = self._held, []
        articles = [(article, seen) for article, seen in held if article is not None]
        flags = self._updating.keep([article for article, _ in articles])
        for (_, seen), new in zip(articles, flags, strict=True):
            known = seen.key in self._seen
            self.new += new and not known
            self.changed += new and known
        self._updating.feeds.note(self._feed, (seen for _, seen in held))


def _words(entry: Entry) -> str:
    """What tells whether an entry has changed."""
    if entry.article is not None:
        return entry.article.digest
    return hashlib.sha256(entry.link.encode()).hexdigest()


def _until(retry_after: str) -> str:
    """The moment that a ``Retry-After`` header names, in seconds from now or as a date."""
    from email.utils import parsedate_to_datetime  # brings half of the network with it

    moment = datetime.now(UTC)
    try:
        if retry_after.isascii() and retry_after.isdigit():
            until = moment + timedelta(seconds=int(retry_after[:9]))
        else:
            until = parsedate_to_datetime(retry_after).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return _stamp(min(until, moment + _LONGEST_WAIT)) if until > moment else ""


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
