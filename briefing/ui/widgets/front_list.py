"""The list of the front page: articles with their first words, only those in view drawn."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.desk import Listing
from briefing.model.extent import minutes
from briefing.model.telling import Teller
from briefing.ui.arrangement import Arrangement, Entry
from briefing.ui.defence import visible
from briefing.ui.edition import name_of
from briefing.ui.front import Shelf
from briefing.ui.front_rows import Rows, shape
from briefing.ui.front_wording import CHANGED, age, also
from briefing.ui.palette import Palette
from briefing.ui.widgets.drawn import Drawn
from briefing.ui.wrap import fit, width_of, wrap

GUTTER = 4
"""Columns left of an article's words: the cursor, a star, the sign of what is unread, and air."""
NARROW = 48
"""Columns below which the title gets the room of the age."""
AHEAD = 20
"""Articles after those in view that the reader will probably come to."""


@lru_cache(maxsize=128)
def _lines(text: str, room: int) -> list[tuple[int, int]]:
    """The lines of a text, set once for all the rows it takes."""
    return wrap(text, 0, len(text), room)


class FrontList(Drawn, can_focus=True):
    """Articles under headings, with a cursor on one of them."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Pointed(Message):
        """The cursor has come to another article, or other articles are in view."""

        def can_replace(self, message: Message) -> bool:
            """Only where the reader has come to matters."""
            return isinstance(message, FrontList.Pointed)

    class Opened(Message):
        """The article under the cursor is to be opened."""

    def __init__(self, palette: Palette, today: date) -> None:
        super().__init__(id="front-list")
        self.palette = palette
        self.today = today
        self.shelf = Shelf()
        self.arrangement = Arrangement()
        self.teasers: Mapping[str, str] = {}
        self.tellers: Mapping[str, tuple[Teller, ...]] = {}
        self.empty = ""
        """What to say when there is nothing to list."""
        self.cursor = -1
        self.top = 0
        """The first row in view."""
        self._counts: dict[int, int] = {}
        """How many articles are unread under headings, by their indexes."""
        self._shape = shape(self.size.height)
        self._rows = Rows((), self._shape)
        self._shown = (self._rows, -1, -1)
        """The rows, the first of them in view and the cursor when last drawn."""

    @property
    def _width(self) -> int:
        """Columns of a row; one is left free beside what stands to the right."""
        return max(self.size.width - 1, 1)

    def fill(self, shelf: Shelf, arrangement: Arrangement, empty: str, cursor: str = "") -> None:
        """List other entries, or the same in another order.

        Args:
            shelf: the articles as they are now.
            arrangement: their order.
            empty: what to say when there are none.
            cursor: the digest of the article to put the cursor on; when it is not there, the
                cursor stays near where it is; empty for the first.
        """
        first = next(iter(arrangement.places.values()), -1)
        if cursor and cursor not in arrangement.places:
            near = self.arrangement.nearest(max(self.cursor, 0), arrangement)
            first = near if near >= 0 else first
        self.shelf, self.arrangement, self.empty = shelf, arrangement, empty
        self._counts = dict(arrangement.unread) if arrangement.change == shelf.changes else {}
        self._rows = Rows(arrangement.entries, self._shape)
        self.cursor = arrangement.places.get(cursor, first)
        self.reveal()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Headings and articles in their order."""
        return self.arrangement.entries

    def _now(self, index: int) -> Listing | None:
        """An article as it is now."""
        item = self.entries[index].item if 0 <= index < len(self.entries) else None
        return self.shelf.listings.get(item.digest, item) if item else None

    @property
    def current(self) -> Listing | None:
        """The article under the cursor."""
        return self._now(self.cursor)

    @property
    def group(self) -> list[Listing]:
        """The articles of the story under the cursor, or else of all under the same heading."""
        story = self.arrangement.story(self.cursor)
        if story:
            return [self.shelf.listings.get(item.digest, item) for item in story]
        items = (self._now(index) for index in self.arrangement.group(max(self.cursor, 0)))
        return [item for item in items if item is not None]

    def in_view(self, ahead: int = 0) -> list[Listing]:
        """The articles in view, and some of those after them."""
        items = (self._now(index) for index in self._in_view(ahead))
        return [item for item in items if item is not None]

    def _in_view(self, ahead: int = 0) -> range:
        """The indexes of the entries in view, and some of those after them."""
        if not self.entries:
            return range(0)
        last = self._rows.height - 1
        first = self._rows.at(min(self.top, last))[0]
        end = self._rows.at(min(self.top + self.size.height, last))[0] + 1
        return range(first, min(end + ahead, len(self.entries)))

    def leads(self) -> list[str]:
        """The articles in view that lead a story of which it is not known yet what is new."""
        items = (self.entries[n] for n in self._in_view())
        return [
            e.item.digest for e in items if e.item and e.also and e.item.digest not in self.tellers
        ]

    def change(self, digest: str, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Take in that an article was read or starred, or was not after all; to be drawn anew."""
        more = self.shelf.change(digest, read=read, starred=starred)
        heading = self.arrangement.heading(self.arrangement.places.get(digest, -1))
        if heading in self._counts:
            self._counts[heading] += more

    # Moving ---------------------------------------------------------------------------------

    def reveal(self) -> None:
        """Scroll so that the article under the cursor is in view, with the heading above it."""
        if self.cursor >= 0:
            first = self._rows.top(self.cursor)
            if self.cursor and self.entries[self.cursor - 1].item is None:
                first = self._rows.top(self.cursor - 1)
            air = self._shape.air * (self._rows.bottom(self.cursor) > first + 1)
            last = self._rows.bottom(self.cursor) - air
            self.top = min(max(self.top, last - self.size.height), first)
        self.scroll_rows(self.top)

    def scroll_rows(self, top: int) -> None:
        """Bring a row to the top, as far as there are rows below it."""
        self.top = min(max(top, 0), max(self._rows.height - self.size.height, 0))
        before, self._shown = self._shown, (self._rows, self.top, self.cursor)
        if before[:2] == self._shown[:2]:  # nothing has scrolled: two articles are enough
            for index in {before[2], self.cursor} - {-1}:
                first, end = self._rows.top(index), self._rows.bottom(index)
                self.refresh(Region(0, first - self.top, self.size.width, end - first))
        else:
            self.refresh()
        self.post_message(self.Pointed())

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        fitting = shape(self.size.height)
        if fitting != self._shape:
            self._shape = fitting
            self._rows = Rows(self.entries, fitting)
        self.reveal()

    def move(self, count: int) -> None:
        """Move the cursor by articles."""
        step = 1 if count > 0 else -1
        here = self.cursor
        for _ in range(abs(count)):
            following = here + step
            while 0 <= following < len(self.entries) and self.entries[following].item is None:
                following += step
            if not 0 <= following < len(self.entries):
                break
            here = following
        self.cursor = here
        self.reveal()

    def page(self, pages: float) -> None:
        """Move the cursor by pages."""
        articles = max(self.size.height // self._shape.item, 1)
        self.move(int(pages * articles) or (1 if pages > 0 else -1))

    def to_end(self, *, end: bool) -> None:
        """Move the cursor to the last article, or the first."""
        self.cursor = len(self.entries) if end else -1
        self.move(-1 if end else 1)

    # Drawing --------------------------------------------------------------------------------

    def key(self, y: int) -> Hashable:
        """A row shows a part of a heading or an article, as these are now."""
        row = self.top + y
        if not self.entries:
            return None
        if row >= self._rows.height:
            return self.palette
        index, within = self._rows.at(row)
        entry, item = self.entries[index], self._now(index)
        if item is None:
            return self.palette, entry.heading, within, self._count(index)
        here = index == self.cursor
        told = (self.teasers.get(item.digest), self.tellers.get(item.digest))
        return self.palette, entry, item, within, here, told

    def render_line(self, y: int) -> Strip:
        """Draw a row of a heading or an article."""
        width, style = self._width, self.palette.style
        row = self.top + y
        segments: list[Segment] = []
        if not self.entries:
            lines = wrap(self.empty, 0, len(self.empty), max(width - 6, 10))
            words = self.empty[slice(*lines[y - 1])] if 1 <= y <= len(lines) else ""
            segments = [Segment(f"   {words}", style("quiet"))]
        elif row < self._rows.height:
            index, within = self._rows.at(row)
            item = self._now(index)
            if item is not None:
                segments = self._item(self.entries[index], item, within, index == self.cursor)
            elif within == self._shape.heading - 1:
                segments = self._heading(index)
        drawn = Strip(segments).crop_extend(0, width, style())
        return drawn.crop_extend(0, self.size.width, style())

    def _count(self, index: int) -> int:
        """How many articles are unread under a heading."""
        if index not in self._counts:
            self._counts[index] = sum(not item.read for item in self._under_heading(index))
        return self._counts[index]

    def _heading(self, index: int) -> list[Segment]:
        style, width = self.palette.style, self._width
        count = f"{unread} unread " if (unread := self._count(index)) else ""
        words = fit(visible(self.entries[index].heading), max(width - len(count) - 4, 4))
        rule = max(width - width_of(words) - len(count) - 3, 0)
        return [
            Segment(f" {words} ", style("pane-focus")),
            Segment("─" * rule + " ", style("rule")),
            Segment(count, style("quiet")),
        ]

    def _under_heading(self, index: int) -> Iterator[Listing]:
        """The articles under a heading, those that are folded away too, as they are now."""
        for each in self.arrangement.group(index + 1):
            entry = self.entries[each]
            for item in (entry.item, *(() if entry.unfolded else entry.also)):
                if item is not None:
                    yield self.shelf.listings.get(item.digest, item)

    def _item(self, entry: Entry, item: Listing, within: int, here: bool) -> list[Segment]:
        """A row of an article: its title, its source and own words, who tells it also, or air."""
        over = ("row",) if here else ()
        if within == 0:
            return self._under(item, here, over) if entry.under else self._title(item, here, over)
        if entry.under:
            return []
        if entry.also and within == self._below(item):
            return self._also(entry, over)
        return self._words(item, within - 1, over) if within <= self._shape.words else []

    def _below(self, item: Listing) -> int:
        """The row of an article after its words; the last one while nobody knows them."""
        if item.digest not in self.teasers:
            return self._shape.words + 1
        return min(len(_lines(self._said(item)[1], self._room)), self._shape.words) + 1

    @property
    def _room(self) -> int:
        """The columns that words are set in."""
        return max(self._width - GUTTER - 2, 10)

    def _said(self, item: Listing) -> tuple[str, str]:
        """What stands before an article's words, and all of it with them."""
        source = " · ".join(filter(None, (visible(item.source), CHANGED * item.changed)))
        return source, source + "  " * bool(source) + visible(self.teasers.get(item.digest, ""))

    def _also(self, entry: Entry, over: tuple[str, ...]) -> list[Segment]:
        """Who else tells the story, and how much of it is new."""
        style, width = self.palette.style, self._width
        digest = entry.item.digest if entry.item else ""
        label = f"{'▾' if entry.unfolded else '▸'} also: "
        words = fit(also(entry.also, self.tellers.get(digest, ())), width - GUTTER - 10)
        pad = " " * max(width - GUTTER - len(label) - width_of(words), 0)
        return [
            Segment(" " * GUTTER, style(*over)),
            Segment(label, style("accent", *over)),
            Segment(words + pad, style(*over)),
        ]

    def _under(self, item: Listing, here: bool, over: tuple[str, ...]) -> list[Segment]:
        """The one row of an article that stands below the one that leads its story."""
        style, width = self.palette.style, self._width
        column = width // 4
        source = fit(visible(item.source), column)
        source += " " * (column + 2 - width_of(source))
        tail = f"{minutes(item.words):>4} min "
        room = max(width - len(tail) - GUTTER - 2 - width_of(source), 8)
        title = fit(visible(name_of(item.title, item.location)), room)
        return [
            Segment(f"{self._sign(item, here)}   ", style("accent", *over)),
            Segment(source, style("quiet", *over)),
            Segment(title, style(*(() if item.read else ("strong",)), *over)),
            Segment(" " * max(room - width_of(title), 0), style(*over)),
            Segment(tail, style("quiet", *over)),
        ]

    @staticmethod
    def _sign(item: Listing, here: bool) -> str:
        """The cursor, a star, and the sign of what is unread."""
        return f"{'›' if here else ' '}{'*' if item.starred else ' '}{' ' if item.read else '•'}"

    def _title(self, item: Listing, here: bool, over: tuple[str, ...]) -> list[Segment]:
        style, width = self.palette.style, self._width
        tail = f"{age(item, self.today):>7}" if width >= NARROW else ""
        tail += f"{minutes(item.words):>4} min "
        room = max(width - len(tail) - GUTTER, 8)
        title = fit(visible(name_of(item.title, item.location)), room)
        gap = " " * max(room - width_of(title), 0)
        return [
            Segment(f"{self._sign(item, here)} ", style("accent", *over)),
            Segment(title, style(*(() if item.read else ("strong",)), *over)),
            Segment(gap, style(*over)),
            Segment(tail, style("quiet", *over)),
        ]

    def _words(self, item: Listing, number: int, over: tuple[str, ...]) -> list[Segment]:
        """A row of what an article says, its source before it."""
        style, width = self.palette.style, self._width
        source, text = self._said(item)
        room = self._room
        lines = _lines(text, room)
        start, end = lines[number] if number < len(lines) else (len(text), len(text))
        words = text[start:end]
        if number == self._shape.words - 1 and len(lines) > self._shape.words:
            words = fit(words.rstrip() + " " * room, room).rstrip(" …") + "…"
        told = min(max(len(source) - start, 0), len(words))
        pad = " " * max(width - GUTTER - width_of(words), 0)
        return [
            Segment(" " * GUTTER, style(*over)),
            Segment(words[:told], style(*over)),
            Segment(words[told:] + pad, style("quiet", *over)),
        ]

    # The mouse ------------------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows on."""
        event.stop()
        self.scroll_rows(self.top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows back."""
        event.stop()
        self.scroll_rows(self.top - 3)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on an article; a second click opens it."""
        row = self.top + event.y
        if row < self._rows.height:
            index = self._rows.at(row)[0]
            if self.entries[index].item is not None:
                again = index == self.cursor
                self.cursor = index
                self.scroll_rows(self.top)
                if again or event.chain > 1:
                    self.post_message(self.Opened())
