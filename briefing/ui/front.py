"""The front page's order: what is unread first, by day or by source; no terminal needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby

from briefing.desk import Listing

READ = "Read"
NO_SOURCE = "Without a source"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading of the front page, or an article under one."""

    heading: str = ""
    item: Listing | None = None


def matches(item: Listing, words: Sequence[str]) -> bool:
    """Whether the title, the source or the place of an article has all the words."""
    text = f"{item.title} {item.source} {item.location}".casefold()
    return all(word in text for word in words)


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


def age(added: str, today: date) -> str:
    """How long ago something was added, in a word."""
    try:
        days = (today - date.fromisoformat(added[:10])).days
    except ValueError:
        return ""
    if days <= 0:
        return "today"
    if days < 14:
        return f"{days} d"
    return f"{days // 7} wk" if days < 70 else f"{days // 30} mo"


def arrange(
    listings: Sequence[Listing], words: str, by_source: bool, today: date
) -> tuple[Entry, ...]:
    """The front page's entries in their order.

    Args:
        listings: the library, the newest arrival first.
        words: what the reader has typed to narrow it.
        by_source: group by source rather than by day.
        today: the present day.

    Returns:
        Headings and articles: the unread ones by day (or by source), then those read.
    """
    wanted = words.casefold().split()
    found = [item for item in listings if not wanted or matches(item, wanted)]

    def head(item: Listing) -> str:
        if by_source:
            return item.source or NO_SOURCE
        return day_name(item.added, today)

    entries: list[Entry] = []
    unread = [item for item in found if not item.read]
    if by_source:
        unread.sort(key=lambda item: (not item.source, item.source.casefold()))
    for heading, items in groupby(unread, key=head):
        entries.append(Entry(heading))
        entries += [Entry(item=item) for item in items]
    read = [item for item in found if item.read]
    if read:
        entries.append(Entry(READ))
        entries += [Entry(item=item) for item in read]
    return tuple(entries)


class Rows:
    """Which entry stands in which row, when headings and articles have fixed heights.

    Args:
        entries: the front page.
        item_height: rows of an article.
        heading_height: rows of a heading.
    """

    def __init__(self, entries: Sequence[Entry], item_height: int, heading_height: int) -> None:
        heights = (item_height if entry.item else heading_height for entry in entries)
        self._tops = list(accumulate(heights, initial=0))

    @property
    def height(self) -> int:
        """Rows of the whole front page."""
        return self._tops[-1]

    def at(self, row: int) -> tuple[int, int]:
        """The index of the entry in a row, and the row within it."""
        index = bisect_right(self._tops, row) - 1
        return index, row - self._tops[index]

    def top(self, index: int) -> int:
        """The first row of an entry."""
        return self._tops[index]

    def bottom(self, index: int) -> int:
        """The row after the last one of an entry."""
        return self._tops[index + 1]
