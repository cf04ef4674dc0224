"""Where the entries of the front page stand: rows by the room there is; no terminal needed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from briefing.model.records import dataclass
from briefing.ui.arrangement import Entry


@dataclass(frozen=True, slots=True)
class Shape:
    """The rows that an article and a heading take."""

    words: int
    """Rows of its source and its own words, below the title."""
    air: int
    """Empty rows after it."""
    heading: int
    """Rows of a heading, which stands in the last of them."""

    def rows(self, entry: Entry) -> int:
        """The rows of an entry, with the air after it."""
        if entry.item is None:
            return self.heading
        if entry.under:
            return 1 + self.air * entry.last
        return 1 + self.words + bool(entry.also) + self.air * (not entry.unfolded)

    @property
    def item(self) -> int:
        """Rows of an article with the air after it."""
        return 1 + self.words + self.air


def shape(height: int) -> Shape:
    """What suits a list of so many rows: a short one gets words, not air."""
    if height < 14:
        return Shape(words=1, air=0, heading=1)
    return Shape(words=3 if height >= 30 else 2, air=1, heading=2)


class Rows:
    """Which entry stands in which row.

    Args:
        entries: the front page.
        shape: the rows that an article and a heading take.
    """

    def __init__(self, entries: Sequence[Entry], shape: Shape) -> None:
        plain, rows = shape.item, shape.rows
        heights = [
            plain if item and not also and not under else rows(entry)
            for entry in entries
            for _, item, also, _, under, _ in (entry,)
        ]
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
