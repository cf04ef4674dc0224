"""The list of the front page: articles with their first words, only those in view drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from briefing.desk import Listing
from briefing.ui.defence import visible
from briefing.ui.edition import minutes
from briefing.ui.front import Entry, Rows, age
from briefing.ui.palette import Palette
from briefing.ui.widgets.lines import fit
from briefing.ui.wrap import width_of, wrap

ITEM_ROWS = 4
"""Rows of an article: its title, two lines of its summary, and air."""

HEADING_ROWS = 2


class FrontList(Widget, can_focus=True):
    """Articles under headings, with a cursor on one of them."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Pointed(Message):
        """The cursor has come to another article, or other articles are in view."""

    class Opened(Message):
        """An article is to be opened."""

        def __init__(self, item: Listing) -> None:
            self.item = item
            super().__init__()

    def __init__(self, palette: Palette, today: date) -> None:
        super().__init__(id="front-list")
        self.palette = palette
        self.today = today
        self.entries: tuple[Entry, ...] = ()
        self.teasers: Mapping[str, str] = {}
        self.empty = ""
        """What to say when there is nothing to list."""
        self.cursor = -1
        self._rows = Rows((), ITEM_ROWS, HEADING_ROWS)
        self._top = 0

    def fill(self, entries: Sequence[Entry], empty: str) -> None:
        """List other entries; the cursor stays on its article, or goes to the first."""
        former = self.current.digest if self.current else ""
        self.entries = tuple(entries)
        self.empty = empty
        self._rows = Rows(self.entries, ITEM_ROWS, HEADING_ROWS)
        items = [number for number, entry in enumerate(self.entries) if entry.item]
        self.cursor = next(
            (n for n in items if (i := self.entries[n].item) and i.digest == former),
            items[0] if items else -1,
        )
        self._reveal()

    @property
    def current(self) -> Listing | None:
        """The article under the cursor."""
        if 0 <= self.cursor < len(self.entries):
            return self.entries[self.cursor].item
        return None

    @property
    def in_view(self) -> list[Listing]:
        """The articles in view."""
        if not self.entries:
            return []
        first = self._rows.at(min(self._top, max(self._rows.height - 1, 0)))[0]
        near = self.entries[first : first + self.size.height]
        return [entry.item for entry in near if entry.item is not None]

    def _reveal(self) -> None:
        if self.cursor >= 0:
            first = self._rows.top(self.cursor)
            if self.cursor and self.entries[self.cursor - 1].item is None:
                first = self._rows.top(self.cursor - 1)  # its heading comes into view with it
            last = self._rows.bottom(self.cursor) - 1
            self._top = min(max(self._top, last - self.size.height), first)
        self._scroll(self._top)

    def _scroll(self, top: int) -> None:
        self._top = min(max(top, 0), max(self._rows.height - self.size.height, 0))
        self.refresh()
        self.post_message(self.Pointed())

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._reveal()

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
        self._reveal()

    def page(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.move(int(pages * max(self.size.height // ITEM_ROWS, 1)) or (1 if pages > 0 else -1))

    def to_end(self, *, end: bool) -> None:
        """Move the cursor to the last article, or the first."""
        self.move(len(self.entries) if end else -len(self.entries))

    def render_line(self, y: int) -> Strip:
        """Draw a row of a heading or an article."""
        width, style = self.size.width, self.palette.style
        row = self._top + y
        segments: list[Segment]
        if not self.entries:
            lines = wrap(self.empty, 0, len(self.empty), max(width - 6, 10))
            words = self.empty[slice(*lines[y - 1])] if 1 <= y <= len(lines) else ""
            segments = [Segment(f"   {words}", style("quiet"))]
        elif row >= self._rows.height:
            segments = [Segment("", style())]
        else:
            index, within = self._rows.at(row)
            entry = self.entries[index]
            if entry.item is None:
                words = visible(entry.heading) if within == HEADING_ROWS - 1 else ""
                segments = [Segment(f" {words}", style("pane-focus"))]
            else:
                segments = self._item(entry.item, within, index == self.cursor)
        return Strip(segments).crop_extend(0, width, style())

    def _item(self, item: Listing, within: int, here: bool) -> list[Segment]:
        style, width = self.palette.style, self.size.width
        over = ("row",) if here and within < ITEM_ROWS - 1 else ()
        sign = ("›" if here else " ") + ("*" if item.starred else " ")
        if within == 0:
            parts = (item.source, age(item.added, self.today), f"{minutes(item.words * 6)} min")
            tail = fit("  " + " · ".join(visible(p) for p in parts if p) + " ", width // 2)
            room = max(width - width_of(tail) - 3, 8)
            title = fit(visible(item.title or item.location), room)
            gap = " " * max(room - width_of(title), 0)
            return [
                Segment(f"{sign} ", style("accent", *over)),
                Segment(title, style(*(("quiet",) if item.read else ("strong",)), *over)),
                Segment(gap, style(*over)),
                Segment(tail, style("quiet", *over)),
            ]
        teaser = visible(self.teasers.get(item.digest, ""))
        lines = wrap(teaser, 0, len(teaser), max(width - 5, 10))
        words = teaser[slice(*lines[within - 1])] if within - 1 < min(len(lines), 2) else ""
        if within == 2 and len(lines) > 2:
            words = fit(words, width - 6).rstrip("… ") + "…"
        text = f"   {words}"
        return [Segment(text + " " * max(width - width_of(text), 0), style("quiet", *over))]

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """An article on."""
        event.stop()
        self._scroll(self._top + 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """An article back."""
        event.stop()
        self._scroll(self._top - 3)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on an article; a second click opens it."""
        row = self._top + event.y
        if row < self._rows.height:
            index = self._rows.at(row)[0]
            item = self.entries[index].item
            if item is not None:
                again = index == self.cursor
                self.cursor = index
                self._scroll(self._top)
                if again or event.chain > 1:
                    self.post_message(self.Opened(item))
