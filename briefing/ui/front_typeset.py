"""The rows of the front page, typeset: headings, titles, an article's source and own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment

from briefing.desk import Listing
from briefing.model.extent import minutes
from briefing.model.telling import Teller
from briefing.ui.arrangement import Entry
from briefing.ui.defence import visible
from briefing.ui.edition import name_of
from briefing.ui.front_rows import Shape
from briefing.ui.front_wording import CHANGED, age, also
from briefing.ui.palette import Palette
from briefing.ui.wrap import fit, width_of, wrap

GUTTER = 4
"""Columns left of an article's words: the cursor, a star, the sign of what is unread, and air."""
NARROW = 48
"""Columns below which the title gets the room of the age."""


@lru_cache(maxsize=128)
def _lines(text: str, room: int) -> list[tuple[int, int]]:
    """The lines of a text, set once for all the rows it takes."""
    return wrap(text, 0, len(text), room)


class Typesetter(NamedTuple):
    """Sets rows one at a time, in the room and the looks there are."""

    palette: Palette
    width: int
    """Columns of a row."""
    shape: Shape
    """The rows that an article and a heading take."""
    today: date

    def notice(self, words: str, row: int) -> list[Segment]:
        """A row of what stands there instead of a list, below an empty one."""
        lines = wrap(words, 0, len(words), max(self.width - 6, 10))
        line = words[slice(*lines[row - 1])] if 1 <= row <= len(lines) else ""
        return [Segment(f"   {line}", self.palette.style("quiet"))]

    def heading(self, heading: str, unread: int) -> list[Segment]:
        """A heading, with how many of the articles under it are unread."""
        style, width = self.palette.style, self.width
        count = f"{unread} unread " if unread else ""
        words = fit(visible(heading), max(width - len(count) - 4, 4))
        rule = max(width - width_of(words) - len(count) - 3, 0)
        return [
            Segment(f" {words} ", style("pane-focus")),
            Segment("─" * rule + " ", style("rule")),
            Segment(count, style("quiet")),
        ]

    def article(
        self,
        entry: Entry,
        item: Listing,
        within: int,
        *,
        teaser: str | None,
        tellers: Sequence[Teller],
        here: bool,
    ) -> list[Segment]:
        """A row of an article: its title, its source and own words, who tells it also, or air.

        Args:
            entry: where it stands in the list.
            item: the article as it is now.
            within: which of its rows, from 0.
            teaser: its own words; ``None`` while nobody knows them.
            tellers: the others on its event, as far as it is known what is new in them.
            here: whether the cursor is on it.
        """
        over = ("row",) if here else ()
        if within == 0:
            return self._under(item, here, over) if entry.under else self._title(item, here, over)
        if entry.under:
            return []
        source = " · ".join(filter(None, (visible(item.source), CHANGED * item.changed)))
        words = source + "  " * bool(source) + visible(teaser or "")
        if entry.also and within == self._below(words if teaser is not None else None):
            return self._also(entry, tellers, over)
        return self._words(source, words, within - 1, over) if within <= self.shape.words else []

    def _below(self, words: str | None) -> int:
        """The row of an article after its words; the last one while nobody knows them."""
        if words is None:
            return self.shape.words + 1
        return min(len(_lines(words, self._room)), self.shape.words) + 1

    @property
    def _room(self) -> int:
        """The columns that words are set in."""
        return max(self.width - GUTTER - 2, 10)

    def _also(
        self, entry: Entry, tellers: Sequence[Teller], over: tuple[str, ...]
    ) -> list[Segment]:
        """Who else tells the story, and how much of it is new."""
        style, width = self.palette.style, self.width
        label = f"{'▾' if entry.unfolded else '▸'} also: "
        words = fit(also(entry.also, tellers), width - GUTTER - 10)
        pad = " " * max(width - GUTTER - len(label) - width_of(words), 0)
        return [
            Segment(" " * GUTTER, style(*over)),
            Segment(label, style("accent", *over)),
            Segment(words + pad, style(*over)),
        ]

    def _under(self, item: Listing, here: bool, over: tuple[str, ...]) -> list[Segment]:
        """The one row of an article that stands below the one that leads its story."""
        style, width = self.palette.style, self.width
        column = width // 4
        source = fit(visible(item.source), column)
        source += " " * (column + 2 - width_of(source))
        tail = f"{minutes(item.words):>4} min "
        room = max(width - len(tail) - GUTTER - 2 - width_of(source), 8)
        title = fit(visible(name_of(item.title, item.location)), room)
        return [
            Segment(f"{_sign(item, here)}   ", style("accent", *over)),
            Segment(source, style("quiet", *over)),
            Segment(title, style(*(() if item.read else ("strong",)), *over)),
            Segment(" " * max(room - width_of(title), 0), style(*over)),
            Segment(tail, style("quiet", *over)),
        ]

    def _title(self, item: Listing, here: bool, over: tuple[str, ...]) -> list[Segment]:
        style, width = self.palette.style, self.width
        tail = f"{age(item, self.today):>7}" if width >= NARROW else ""
        tail += f"{minutes(item.words):>4} min "
        room = max(width - len(tail) - GUTTER, 8)
        title = fit(visible(name_of(item.title, item.location)), room)
        gap = " " * max(room - width_of(title), 0)
        return [
            Segment(f"{_sign(item, here)} ", style("accent", *over)),
            Segment(title, style(*(() if item.read else ("strong",)), *over)),
            Segment(gap, style(*over)),
            Segment(tail, style("quiet", *over)),
        ]

    def _words(self, source: str, text: str, number: int, over: tuple[str, ...]) -> list[Segment]:
        """A row of what an article says, its source before it."""
        style, width = self.palette.style, self.width
        room = self._room
        lines = _lines(text, room)
        start, end = lines[number] if number < len(lines) else (len(text), len(text))
        words = text[start:end]
        if number == self.shape.words - 1 and len(lines) > self.shape.words:
            words = fit(words.rstrip() + " " * room, room).rstrip(" …") + "…"
        told = min(max(len(source) - start, 0), len(words))
        pad = " " * max(width - GUTTER - width_of(words), 0)
        return [
            Segment(" " * GUTTER, style(*over)),
            Segment(words[:told], style(*over)),
            Segment(words[told:] + pad, style("quiet", *over)),
        ]


def _sign(item: Listing, here: bool) -> str:
    """The cursor, a star, and the sign of what is unread."""
    return f"{'›' if here else ' '}{'*' if item.starred else ' '}{' ' if item.read else '•'}"
