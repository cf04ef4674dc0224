"""The front page's order: what is unread first, by day, source or story; no terminal needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from briefing.desk import Listing
from briefing.model.records import dataclass
from briefing.model.telling import Teller
from briefing.ui.arrangement import Arrangement, Entry
from briefing.ui.found import Asked
from briefing.ui.front_wording import day_name

READ = "Read"
NO_SOURCE = "Without a source"
STORIES = "Stories"
OTHERS = "Other articles"
ALONE = "Articles"
SEEKING = "Looking for stories …"
"""Heads the articles of no story while of some of them nobody knows yet what they tell of."""


class Grouping(StrEnum):
    """What the unread articles are grouped by."""

    DAY = "by day"
    SOURCE = "by source"
    STORY = "by story"

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
        self.events: Mapping[str, int] = {}
        """Which event each article tells of, by digest."""
        self.unread = sum(not item.read for item in self.listings.values())
        """How many articles are unread."""
        self.changes = 0
        """How often an article was read or starred, or was not after all."""
        self._words: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self.listings)

    def renewed(self, listings: Sequence[Listing], events: Mapping[str, int]) -> Shelf:
        """The shelf with the library as it is now; what was unread keeps its place."""
        unread = (item.digest for item in self.listings.values() if not item.read)
        shelf = Shelf(listings, self.kept.union(unread))
        shelf.events = events
        shelf._words = self._words
        return shelf

    def change(self, digest: str, *, read: bool | None = None, starred: bool | None = None) -> int:
        """Notes that an article was read or starred, or was not after all.

        Returns:
            How many more articles are unread now: one, none, or one less.
        """
        item = self.listings.get(digest)
        if item is None:
            return 0
        if read and not item.read:
            self.kept.add(digest)
        more = 0 if read is None else item.read - read
        self.unread += more
        self.changes += 1
        self.listings[digest] = item._replace(
            read=item.read if read is None else read,
            changed=item.changed and not read,
            starred=item.starred if starred is None else starred,
        )
        return more

    def now(self, item: Listing) -> Listing:
        """An article as it is now, whatever it was when it was listed."""
        return self.listings.get(item.digest, item)

    def matching(self, words: str) -> list[Listing]:
        """The articles that have all the words in their title, source or place."""
        wanted = words.casefold().split()
        listings = list(self.listings.values())
        for word in wanted:
            listings = [item for item in listings if word in self._text(item)]
        return listings

    def _text(self, item: Listing) -> str:
        """What the words are looked for in."""
        known = self._words.get(item.digest)
        if known is None:
            known = f"{item.title} {item.source} {item.location}".casefold()
            self._words[item.digest] = known
        return known

    def arranged(
        self, wish: Wish, today: date, unfolded: frozenset[str] = frozenset()
    ) -> Arrangement:
        """The front page as the reader wants it; may be called in a thread.

        Args:
            wish: what the reader wants to see.
            today: the present day.
            unfolded: digests of articles whose stories are shown with all their articles.
        """
        change, kept = self.changes, self.kept
        unread: list[Listing] = []
        read: list[Listing] = []
        for item in self.matching(wish.words):
            (read if item.read and item.digest not in kept else unread).append(item)
        entries: list[Entry] = []
        if wish.grouping is Grouping.STORY:
            entries, read = self._stories(unread, read, unfolded)
        for heading, items in _grouped(unread, wish.grouping, today):
            entries.append(Entry(heading))
            entries += [Entry("", item) for item in items]
        if read and not wish.hide_read:
            entries.append(Entry(READ))
            entries += [Entry("", item) for item in read]
        return Arrangement(entries, change)

    def _stories(
        self, unread: list[Listing], read: list[Listing], unfolded: frozenset[str]
    ) -> tuple[list[Entry], list[Listing]]:
        """The unread by stories, those most told of first; and what was read of other stories."""
        told: dict[int | str, list[Listing]] = {}
        for item in unread:
            told.setdefault(self.events.get(item.digest, item.digest), []).append(item)
        rest: list[Listing] = []
        news = {event: len(items) for event, items in told.items()}
        for item in read:
            told.get(self.events.get(item.digest, item.digest), rest).append(item)
        stories = [(event, items) for event, items in told.items() if len(items) > 1]
        stories.sort(key=lambda story: -news[story[0]])
        entries = [Entry(STORIES)] if stories else []
        for _, (lead, *also) in stories:
            open_ = not unfolded.isdisjoint(item.digest for item in (lead, *also))
            entries.append(Entry(item=lead, also=tuple(also), unfolded=open_))
            entries += [
                Entry(item=item, under=True, last=item is also[-1]) for item in also if open_
            ]
        alone = [items[0] for items in told.values() if len(items) == 1]
        known = all(item.digest in self.events for item in alone)
        heading = SEEKING if not known else OTHERS if stories else ALONE
        entries += [Entry(heading)] if alone else []
        return [*entries, *(Entry("", item) for item in alone)], rest


class Front:
    """What the front page keeps from one visit to the next."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.wish: Wish | None = None
        """``None`` until the library was asked what was wished for last."""
        self.arrangement = Arrangement()
        self.teasers: dict[str, str] = {}
        self.tellers: dict[str, tuple[Teller, ...]] = {}
        """The others on the event of an article that leads a story, by its digest."""
        self.unfolded: frozenset[str] = frozenset()
        """Digests of articles whose stories are shown with all their articles."""
        self.cursor = ""
        """The digest of the article the cursor is on."""
        self.top = 0
        """The first row in view."""
        self.asked = Asked()
        """The last search of the library, to go on from there."""
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
) -> Iterator[tuple[str, list[Listing]]]:
    """The articles by groups, each with its heading; stories are told elsewhere."""
    if grouping is Grouping.STORY:
        return
    groups: dict[str, list[Listing]] = {}
    if grouping is Grouping.SOURCE:
        for item in items:
            groups.setdefault(item.source, []).append(item)
        for source in sorted(groups, key=lambda source: (not source, source.casefold())):
            yield source or NO_SOURCE, groups[source]
    else:
        for item in items:
            groups.setdefault(item.added[:10], []).append(item)
        for day in sorted(groups, reverse=True):
            yield day_name(day, today), groups[day]
