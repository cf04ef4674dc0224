"""The list of the front page: articles with their first words, only those in view drawn."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from briefing.desk import Listing
from briefing.model.telling import Teller
from briefing.ui.arrangement import Arrangement, Entry
from briefing.ui.front import Shelf
from briefing.ui.front_rows import Rows, shape
from briefing.ui.front_typeset import Typesetter
from briefing.ui.palette import Palette
from briefing.ui.widgets.drawn import Drawn

AHEAD = 20
"""Articles after those in view that the reader will probably come to."""


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
        return self.shelf.now(item) if item else None

    @property
    def current(self) -> Listing | None:
        """The article under the cursor."""
        return self._now(self.cursor)

    @property
    def group(self) -> list[Listing]:
        """The articles of the story under the cursor, or else of all under the same heading."""
        story = self.arrangement.story(self.cursor)
        if story:
            return [self.shelf.now(item) for item in story]
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

    @property
    def _typesetter(self) -> Typesetter:
        """Sets the rows; one column is left free beside what stands to the right."""
        return Typesetter(self.palette, max(self.size.width - 1, 1), self._shape, self.today)

    def render_line(self, y: int) -> Strip:
        """Draw a row of a heading or an article."""
        setter, row = self._typesetter, self.top + y
        segments: list[Segment] = []
        if not self.entries:
            segments = setter.notice(self.empty, y)
        elif row < self._rows.height:
            index, within = self._rows.at(row)
            entry, item = self.entries[index], self._now(index)
            if item is not None:
                segments = setter.article(
                    entry,
                    item,
                    within,
                    teaser=self.teasers.get(item.digest),
                    tellers=self.tellers.get(item.digest, ()),
                    here=index == self.cursor,
                )
            elif within == self._shape.heading - 1:
                segments = setter.heading(entry.heading, self._count(index))
        style = self.palette.style()
        drawn = Strip(segments).crop_extend(0, setter.width, style)
        return drawn.crop_extend(0, self.size.width, style)

    def _count(self, index: int) -> int:
        """How many articles are unread under a heading."""
        if index not in self._counts:
            below = map(self.shelf.now, self.arrangement.under(index))
            self._counts[index] = sum(not item.read for item in below)
        return self._counts[index]

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
