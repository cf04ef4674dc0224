"""The front page: what there is to read, what of it is unread, and what it says."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from briefing.desk import Desk, Listing
from briefing.model.errors import BriefingError
from briefing.ui.binding import bind
from briefing.ui.edition import Edition
from briefing.ui.front import arrange
from briefing.ui.palette import Palette
from briefing.ui.screens.reader_base import WIDE
from briefing.ui.widgets.front_list import FrontList
from briefing.ui.widgets.lines import BottomLine, TopLine
from briefing.ui.widgets.panes import SummaryPane

MOVES = (
    "down",
    "up",
    "half_down",
    "half_up",
    "page_down",
    "page_up",
    "top",
    "bottom",
    "next_article",
    "previous_article",
    "choose",
    "find",
    "toggle_read",
    "star",
    "group",
    "escape",
    "leave",
    "quit",
    "theme",
    "library",
)
"""The commands of the registry that work here too."""

EMPTY = (
    "Nothing has been read yet. `briefing FILE` opens an article, `briefing add FOLDER` puts "
    "a whole folder here; O opens a file from the reader."
)


class FrontPage(Screen[tuple[str, tuple[str, ...]] | None]):
    """Lists the library; gives back the article chosen with the order of all, or nothing.

    Args:
        desk: the use cases.
        palette: the looks of meanings.
        keys: the keys of each command.
        listings: the library, the newest arrival first.
        words: what to narrow the list to at first.
    """

    def __init__(
        self,
        desk: Desk,
        palette: Palette,
        keys: Mapping[str, tuple[str, ...]],
        listings: Sequence[Listing],
        words: str = "",
    ) -> None:
        super().__init__()
        bind(self, keys, MOVES)
        self.desk = desk
        self.listings = list(listings)
        self.by_source = False
        self._words = words
        self._teasers: dict[str, str] = {}
        self.list = FrontList(palette, date.today())
        self.preview = SummaryPane(palette, id="preview")
        self.preview.can_focus = False
        self.top_line = TopLine(palette)
        self.bottom_line = BottomLine(palette)
        self.filter = Input(self._words, placeholder="narrow by words", compact=True)

    def compose(self) -> ComposeResult:
        """The list with a line to narrow it, and beside it what the article says."""
        yield self.top_line
        yield self.filter
        with Horizontal(id="front"):
            yield self.list
            yield self.preview
        yield self.bottom_line

    def on_mount(self) -> None:
        """Fill the list."""
        self.filter.display = bool(self._words)
        self.bottom_line.hint(
            (
                ("Enter", "read"),
                ("/", "narrow"),
                ("M", "read or not"),
                ("*", "star"),
                ("S", "by source"),
                ("Esc", "back"),
            )
        )
        self.list.focus()
        self.refill()

    def on_resize(self) -> None:
        """Show the preview where there is room for it."""
        self.preview.display = self.size.width >= WIDE

    def refill(self) -> None:
        """List what the reader has narrowed the library to."""
        entries = arrange(self.listings, self.filter.value, self.by_source, date.today())
        words = self.filter.value.strip()
        self.list.fill(entries, f"Nothing here has “{words}”." if words else EMPTY)
        unread = sum(not item.read for item in self.listings)
        self.top_line.tell(
            title="Library",
            source=f"{unread} unread of {len(self.listings)}",
            minutes=0,
            section="by source" if self.by_source else "by day",
            progress=1 - unread / max(len(self.listings), 1),
        )

    # What the articles say ------------------------------------------------------------------

    def on_front_list_pointed(self) -> None:
        """Fetch the first words of the articles in view, and the summary of the one chosen."""
        self._fetch()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        missing = [i.digest for i in self.list.in_view if i.digest not in self._teasers]
        if missing:
            self._teasers.update(await asyncio.to_thread(self.desk.teasers, missing))
            self.list.teasers = self._teasers
            self.list.refresh()
        item = self.list.current
        if item is None or not self.preview.display:
            return
        await asyncio.sleep(0.08)  # a reader who runs down the list is not kept waiting
        try:
            opened = await asyncio.to_thread(self.desk.peek, item.digest)
            self.preview.edition = Edition(opened.article, opened.briefing)
            if opened.briefing is None:
                await asyncio.sleep(0.3)
                briefing = await asyncio.to_thread(self.desk.brief, opened.article)
                self.preview.edition = Edition(opened.article, briefing)
        except BriefingError as error:
            self.bottom_line.say(str(error))

    # Keys -----------------------------------------------------------------------------------

    def action_down(self) -> None:
        """To the next article."""
        self.list.move(1)

    def action_up(self) -> None:
        """To the former article."""
        self.list.move(-1)

    action_next_article = action_down
    action_previous_article = action_up

    def action_half_down(self) -> None:
        """Down half a page."""
        self.list.page(0.5)

    def action_half_up(self) -> None:
        """Up half a page."""
        self.list.page(-0.5)

    def action_page_down(self) -> None:
        """Down a page."""
        self.list.page(1)

    def action_page_up(self) -> None:
        """Up a page."""
        self.list.page(-1)

    def action_top(self) -> None:
        """To the first article."""
        self.list.to_end(end=False)

    def action_bottom(self) -> None:
        """To the last article."""
        self.list.to_end(end=True)

    def action_find(self) -> None:
        """Narrow the list."""
        self.filter.display = True
        self.filter.focus()

    def on_input_changed(self) -> None:
        """Narrow the list as the reader types."""
        self.refill()

    def on_input_submitted(self) -> None:
        """Go to the list."""
        self.list.focus()

    def action_group(self) -> None:
        """Group by source, or by day again."""
        self.by_source = not self.by_source
        self.refill()

    def _change(self, item: Listing, changed: Listing) -> None:
        self.listings[self.listings.index(item)] = changed
        self.refill()

    async def action_toggle_read(self) -> None:
        """Mark the article as read or unread."""
        item = self.list.current
        if item is not None:
            await asyncio.to_thread(self.desk.mark_read, item.digest, not item.read)
            self._change(item, replace(item, read=not item.read))

    async def action_star(self) -> None:
        """Star the article, or take the star away."""
        item = self.list.current
        if item is not None:
            await asyncio.to_thread(self.desk.star, item.digest, not item.starred)
            self._change(item, replace(item, starred=not item.starred))

    def action_choose(self) -> None:
        """Read the article under the cursor."""
        item = self.list.current
        if item is not None:
            order = tuple(entry.item.digest for entry in self.list.entries if entry.item)
            self.dismiss((item.digest, order))

    def on_front_list_opened(self) -> None:
        """Read the article that was clicked twice."""
        self.action_choose()

    async def action_theme(self) -> None:
        """The next theme."""
        await self.app.run_action("app.theme")

    def action_escape(self) -> None:
        """Out of the line, out of what it narrowed, then back to the reader."""
        if self.filter.display:
            self.filter.value = ""
            self.filter.display = False
            self.list.focus()
            self.refill()
        else:
            self.dismiss(None)

    action_leave = action_escape

    def action_library(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    def action_quit(self) -> None:
        """Quit."""
        self.app.exit(0)

    def recolour(self, palette: Palette) -> None:
        """Draw with other colours."""
        for part in (self.list, self.preview, self.top_line, self.bottom_line):
            part.palette = palette
            part.refresh()
