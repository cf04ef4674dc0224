"""The front page's order: what is unread first, by day or by source; no terminal needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby

from briefing.desk import Listing

READ = "Read"
NO_SOURCE = "Without a source"


class Grouping(StrEnum):
    """What the unread articles are grouped by."""

    DAY = "by day"
    SOURCE = "by source"

    @property
    def following(self) -> Grouping:
        """The one that comes after it, round at the end."""
        every = tuple(Grouping)
        return every[(every.index(self) + 1) % len(every)]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants to see of the library."""

    words: str = ""
    """What was typed to narrow it."""
    grouping: Grouping = Grouping.DAY
    hide_read: bool = False

    @classmethod
    def of(cls, kept: str | None) -> Wish:
        """The wish of an earlier day; see :attr:`lasting`."""
        grouping, _, hidden = (kept or "").partition(", ")
        known = [each for each in Grouping if each.value == grouping]
        return cls("", known[0] if known else Grouping.DAY, bool(hidden))

    @property
    def lasting(self) -> str:
        """What of it is worth remembering, as a preference."""
        return self.grouping.value + (", hide read" if self.hide_read else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the front page, or an article under one."""

    heading: str = ""
    item: Listing | None = None


class Arrangement:
    """The front page in its order.

    Args:
        entries: headings and articles: the unread ones by their groups, then those read.
    """

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self.places = {entry.item.digest: n for n, entry in enumerate(entries) if entry.item}
        """The index of each article's entry, by digest, in the order of the page."""

    def group(self, index: int) -> range:
        """The indexes of the articles under the same heading as an entry, or under it."""
        start = index
        while start > 0 and self.entries[start].item is not None:
            start -= 1
        start += self.entries[start].item is None if self.entries else 0
        end = start
        while end < len(self.entries) and self.entries[end].item is not None:
            end += 1
        return range(start, end)


class Shelf:
    """The library's articles, as the front page has them.

    Args:
        listings: the library, the newest arrival first.
        kept: digests of articles that keep their place among the unread: they were read since
            the page was arranged, and a list that moves under its reader is none.
    """

    def __init__(self, listings: Iterable[Listing] = (), kept: Iterable[str] = ()) -> None:
        self.listings = {item.digest: item for item in listings}
        self.kept = set(kept)
        self._words: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self.listings)

    @property
    def unread(self) -> int:
        """How many articles are unread."""
        return sum(not item.read for item in self.listings.values())

    def renewed(self, listings: Sequence[Listing]) -> Shelf:
        """The shelf with the library as it is now; what was unread keeps its place."""
        unread = (item.digest for item in self.listings.values() if not item.read)
        shelf = Shelf(listings, self.kept.union(unread))
        shelf._words = self._words
        return shelf

    def change(self, digest: str, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Notes that an article was read or starred, or was not after all."""
        item = self.listings.get(digest)
        if item is None:
            return
        if read and not item.read:
            self.kept.add(digest)
        self.listings[digest] = replace(
            item,
            read=item.read if read is None else read,
            starred=item.starred if starred is None else starred,
        )

    def matching(self, words: str) -> list[Listing]:
        """The articles that have all the words in their title, source or place."""
        wanted = words.casefold().split()
        listings = list(self.listings.values())
        return [item for item in listings if all(word in self._text(item) for word in wanted)]

    def _text(self, item: Listing) -> str:
        """What the words are looked for in."""
        known = self._words.get(item.digest)
        if known is None:
            known = f"{item.title} {item.source} {item.location}".casefold()
            self._words[item.digest] = known
        return known

    def arranged(self, wish: Wish, today: date) -> Arrangement:
        """The front page as the reader wants it; may be called in a thread."""
        unread: list[Listing] = []
        read: list[Listing] = []
        for item in self.matching(wish.words):
            (read if item.read and item.digest not in self.kept else unread).append(item)
        entries: list[Entry] = []
        for heading, items in _grouped(unread, wish.grouping, today):
            entries.append(Entry(heading))
            entries += [Entry(item=item) for item in items]
        if read and not wish.hide_read:
            entries.append(Entry(READ))
            entries += [Entry(item=item) for item in read]
        return Arrangement(entries)


class Front:
    """What the front page keeps from one visit to the next."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.wish: Wish | None = None
        """``None`` until the library was asked what was wished for last."""
        self.arrangement = Arrangement()
        self.teasers: dict[str, str] = {}
        self.cursor = ""
        """The digest of the article the cursor is on."""
        self.top = 0
        """The first row in view."""
        self.marked: list[tuple[tuple[str, ...], bool]] = []
        """What was marked as read (or unread) here, the last at the end, for undoing it."""

    def followed(self, digest: str, *, listed: bool) -> None:
        """Follows the reader to an article, which is read now.

        Args:
            digest: the article's.
            listed: whether they came to it along the list: then the cursor goes with them.
        """
        self.shelf.change(digest, read=True)
        if listed:
            self.cursor = digest


def _grouped(
    items: list[Listing], grouping: Grouping, today: date
) -> Iterator[tuple[str, Iterator[Listing]]]:
    """The articles by groups, each with its heading."""
    if grouping is Grouping.SOURCE:
        items.sort(key=lambda item: (not item.source, item.source.casefold()))
        for source, found in groupby(items, key=lambda item: item.source):
            yield source or NO_SOURCE, found
    else:
        items.sort(key=lambda item: item.added[:10], reverse=True)
        for day, found in groupby(items, key=lambda item: item.added[:10]):
            yield day_name(day, today), found


def day_name(day: str, today: date) -> str:
    """A day as a front page heads it: Today, Yesterday, or its name and date."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return "Without a day"
    away = (today - found).days
    if away in (0, 1):
        return ("Today", "Yesterday")[away]
    return f"{found:%A} {found.day} {found:%B}" + ("" if away < 300 else f" {found.year}")


def age(item: Listing, today: date) -> str:
    """How old an article is, in a word: since it was published, or since it came."""
    try:
        days = (today - date.fromisoformat((item.published or item.added)[:10])).days
    except ValueError:
        return ""
    if days <= 0:
        return "today"
    if days < 14:
        return f"{days} d"
    if days < 70:
        return f"{days // 7} wk"
    return f"{days // 30} mo" if days < 700 else f"{days // 365} yr"
