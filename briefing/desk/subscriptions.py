"""The feeds that are followed: adding, removing and updating them."""

from __future__ import annotations

import os
import queue
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from briefing.desk.updating import Updating
from briefing.library.database import Database
from briefing.library.feeds import Feeds
from briefing.library.store import Articles
from briefing.model.errors import BriefingError, UnreadableError
from briefing.model.feed import Feed, FullText, Report
from briefing.model.limits import Limits
from briefing.worker import CancelledError, Worker

_MOST_HOSTS = 8
"""Hosts that are asked side by side."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FEED_SCHEME = re.compile(r"feed:(?://)?", re.IGNORECASE)


class Subscriptions:
    """What the reader follows.

    Args:
        database: the library.
        limits: how long and how large an answer may be.
    """

    def __init__(self, database: Database, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._feeds = Feeds(database)
        self._articles = Articles(database)
        self._worker = Worker()  # not the screen's: an article on it is read first

    def close(self) -> None:
        """Ends what is under way."""
        self._worker.close()

    def all(self) -> tuple[Feed, ...]:
        """The feeds, in the order of their titles."""
        return self._feeds.all()

    def add(
        self,
        address: str,
        full_text: FullText = FullText.AUTO,
        notice: Callable[[str], None] = lambda _: None,
    ) -> tuple[Report, bool, tuple[str, ...]]:
        """Follows a feed, given by its address or that of a page that names it, and takes in what
        it carries.

        Args:
            address: as the reader wrote it; without a scheme https is meant.
            full_text: whether to fetch the pages of its entries.
            notice: called with each address that is asked for.

        Returns:
            What came, whether the feed was not followed before, and the page's other feeds.

        Raises:
            UnreadableError: when there is no feed to be had there.
        """
        from briefing.sources import fetched, web
        from briefing.sources.feeds.discover import feeds_in

        if os.path.isfile(address):
            raise UnreadableError(
                address,
                "is a file, and a feed is followed by its address",
                "`briefing add` takes in what the file holds.",
            )
        url = whole(address)
        known = self._feeds.find(url)
        if known is not None:
            return Report(known), False, ()
        notice(Feed(0, url).address)
        answer = web.fetch(url, limits=self._limits)
        found = feeds_in(fetched(answer))
        others: tuple[str, ...] = ()
        if found is not None:
            if not found:
                raise UnreadableError(
                    Feed(0, url).address,
                    "is no feed, and names none",
                    "`briefing add` takes the page itself.",
                )
            url, *rest = found
            others = tuple(rest)
            known = self._feeds.find(url)
            if known is not None:
                return Report(known), False, others
            notice(url)
            answer = web.fetch(url, reach=answer.reach, limits=self._limits)
        collection = self._worker.contents(fetched(answer))
        title = collection.title or urlsplit(url).hostname or ""
        feed, new = self._feeds.add(answer.moved or url, title, collection.link, full_text)
        try:
            report = self._updating(notice).taken(feed, answer, collection)
        except UnreadableError:
            self._feeds.remove(feed)
            raise
        return report, new, others

    def follow_list(self, location: str) -> Iterator[tuple[str, bool, str]]:
        """Follows the feeds of a list (OPML), without asking for them yet.

        Args:
            location: a file, an address, or ``"-"`` for standard input.

        Yields:
            Of each feed its address, whether it was not followed before, and a sentence when it
            cannot be.

        Raises:
            UnreadableError: when there is no list there.
        """
        from briefing.sources import is_address, load
        from briefing.sources.feeds import opml

        raw = load(location, self._limits)
        for outline in opml.read(raw.data, raw.location):
            url = whole(outline.url)
            shown = Feed(0, url).address
            if is_address(url):
                yield shown, self._feeds.add(url, outline.title, outline.site)[1], ""
            else:
                yield shown, False, f"{shown}: is not an address of the web, and was left out."

    def as_list(self) -> tuple[str, tuple[str, ...]]:
        """The feeds as a list in OPML, and the addresses whose passwords it leaves out."""
        from briefing.sources.feeds import opml

        feeds = self.all()
        outlines = (opml.Outline(feed.address, feed.title, feed.site) for feed in feeds)
        return opml.write(outlines), tuple(f.address for f in feeds if f.address != f.url)

    def find(self, name: str) -> Feed:
        """The feed with this address or title.

        Raises:
            BriefingError: when there is none, or several have the title.
        """
        feeds = self.all()
        found = [feed for feed in feeds if name in (feed.url, feed.address)]
        found = found or [feed for feed in feeds if whole(name) in (feed.url, feed.address)]
        found = found or [feed for feed in feeds if feed.title.casefold() == name.casefold()]
        if len(found) == 1:
            return found[0]
        if found:
            raise BriefingError(name, "is the title of several feeds", "Give its address.")
        raise BriefingError(name, "is no feed that you follow", "`briefing feed list` shows them.")

    def change(self, feed: Feed, full_text: FullText) -> Feed:
        """Sets whether the pages of a feed's entries are fetched."""
        return self._feeds.change(feed, full_text=full_text.value)

    def remove(self, feed: Feed) -> None:
        """Follows a feed no longer; its articles stay."""
        self._feeds.remove(feed)

    def update(
        self,
        feeds: Iterable[Feed] | None = None,
        notice: Callable[[str], None] = lambda _: None,
    ) -> Iterator[Report]:
        """Updates feeds, several hosts side by side, and tells of each as soon as it is done.

        Leaving the iteration early leaves the rest as it was.

        Args:
            feeds: which; ``None`` for all that are not gone.
            notice: called with each address that is asked for, from any thread.
        """
        chosen = list(self.all() if feeds is None else feeds)
        groups: dict[str, list[Feed]] = {}
        for feed in chosen:
            groups.setdefault(urlsplit(feed.address).hostname or "", []).append(feed)
        waiting: queue.SimpleQueue[list[Feed]] = queue.SimpleQueue()
        for group in groups.values():
            waiting.put(group)
        done: queue.SimpleQueue[Report | None] = queue.SimpleQueue()
        stop = threading.Event()
        updating = self._updating(notice)

        def work() -> None:
            while not stop.is_set():
                try:
                    group = waiting.get_nowait()
                except queue.Empty:
                    return
                for feed in group:
                    if stop.is_set():
                        return
                    done.put(_report(updating, feed, insist=feeds is not None))

        for _ in range(min(_MOST_HOSTS, len(groups))):
            # Daemons: who leaves does not wait for servers.
            threading.Thread(target=work, daemon=True).start()
        try:
            for _ in chosen:
                report = done.get()
                if report is None:
                    return
                yield report
        finally:
            stop.set()

    def _updating(self, notice: Callable[[str], None]) -> Updating:
        from briefing.sources.web.turns import Turns

        return Updating(self._feeds, self._articles, self._worker, Turns(), notice, self._limits)


def whole(address: str) -> str:
    """An address as it is asked for: readers leave the scheme out, and browsers invent one."""
    address = _FEED_SCHEME.sub("", address.strip())
    return address if _SCHEME.match(address) else f"https://{address}"


def _report(updating: Updating, feed: Feed, *, insist: bool) -> Report | None:
    """What an update brought, whatever happens in it; ``None`` when it was called off."""
    try:
        return updating.updated(feed, insist=insist)
    except CancelledError:
        return None
    except BriefingError as error:
        return Report(feed, failure=f"{feed.address}: {error}")
    except Exception as error:
        return Report(
            feed,
            failure=f"{feed.address}: a fault in briefing stopped it ({type(error).__name__}).",
        )
