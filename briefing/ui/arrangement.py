"""The entries of the front page in their order, and what is known of them as a whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.desk import Listing


class Entry(NamedTuple):
    """A heading of the front page, or an article under one; a tuple, since there are thousands."""

    heading: str = ""
    item: Listing | None = None
    also: tuple[Listing, ...] = ()
    """The other articles of its story, which stand below it when it is unfolded."""
    unfolded: bool = False
    under: bool = False
    """Whether it stands below the article that leads its story."""
    last: bool = False
    """Whether it is the last of those."""


class Arrangement:
    """The front page in its order.

    Args:
        entries: headings and articles: the unread ones by their groups, then those read.
        change: how often the shelf had changed when it was put in order.
    """

    def __init__(self, entries: Sequence[Entry] = (), change: int = 0) -> None:
        self.entries = tuple(entries)
        self.change = change
        self.places: dict[str, int] = {}
        """The index of each article's entry, by digest, in the order of the page; of one that is
        folded away, the entry that leads its story."""
        self.unread: dict[int, int] = {}
        """How many articles under each heading, by its index, were unread at that time."""
        self._headings: list[int] = []
        self._look_through()

    def _look_through(self) -> None:
        places, heading, unread = self.places, -1, 0
        for number, (_, item, also, unfolded, *_) in enumerate(self.entries):
            if item is None:
                self.unread[heading] = unread
                self._headings.append(number)
                heading, unread = number, 0
                continue
            places[item.digest] = number
            unread += not item.read
            if also and not unfolded:
                places.update((one.digest, number) for one in also)
                unread += sum(not one.read for one in also)
        self.unread[heading] = unread

    def heading(self, index: int) -> int:
        """The index of the heading that an entry stands under, or is; -1 where there is none."""
        at = bisect_right(self._headings, index)
        return self._headings[at - 1] if at else -1

    def group(self, index: int) -> range:
        """The indexes of the articles under the same heading as an entry, or under it."""
        at = bisect_left(self._headings, index + 1)
        end = self._headings[at] if at < len(self._headings) else len(self.entries)
        return range(self.heading(index) + 1, end)

    def under(self, heading: int) -> Iterator[Listing]:
        """The articles under the heading at an index, those that are folded away too."""
        for index in self.group(heading + 1):
            entry = self.entries[index]
            yield from (entry.item,) if entry.item else ()
            yield from () if entry.unfolded else entry.also

    def story(self, index: int) -> tuple[Listing, ...]:
        """All articles of the story an entry belongs to; none for an article that is alone."""
        while 0 < index < len(self.entries) and self.entries[index].under:
            index -= 1
        entry = self.entries[index] if 0 <= index < len(self.entries) else Entry()
        return (entry.item, *entry.also) if entry.item and entry.also else ()

    def nearest(self, index: int, other: Arrangement) -> int:
        """Where another arrangement has the article at an index, or else the next one to it.

        Returns:
            The index of its entry there; -1 when it has none of them.
        """
        for digest in self._from(index):
            if digest in other.places:
                return other.places[digest]
        return -1

    def _from(self, index: int) -> Iterator[str]:
        """The digests from an entry on, then those before it, the nearest first."""
        for each in (*range(index, len(self.entries)), *range(min(index, len(self)) - 1, -1, -1)):
            item = self.entries[each].item if each >= 0 else None
            if item is not None:
                yield item.digest

    def __len__(self) -> int:
        return len(self.entries)
