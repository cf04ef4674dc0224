"""The front page: what there is to read, what of it is unread, and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from briefing.desk import Desk
from briefing.ui.found import Target
from briefing.ui.front import Front, Wish
from briefing.ui.keymap import key_of
from briefing.ui.palette import Palette
from briefing.ui.screens.front_arranging import FrontArranging
from briefing.ui.screens.front_marking import Choice
from briefing.ui.screens.list_keys import LIST_MOVES, ListKeys
from briefing.ui.screens.reader_frame import NARROW, WIDE
from briefing.ui.screens.search import SearchPage
from briefing.ui.widgets.front_list import FrontList
from briefing.ui.widgets.panes import SummaryPane


class FrontPage(FrontArranging):
    """Lists the library; gives back the article chosen with the order of all, or nothing.

    Args:
        desk: the use cases.
        palette: the looks of meanings.
        keys: the keys of each command.
        front: what the page keeps from one visit to the next.
        words: what to narrow the list to at first.
        uppermost: whether there is nothing above this page that leaving it could lead to.
    """

    AUTO_FOCUS = "#front-list"
    HINTS = (
        ("choose", "read"),
        ("find", "narrow"),
        ("search", "search"),
        ("toggle_read", "read or not"),
        ("mark_group", "all of the group"),
        ("group", "group"),
        ("hide_read", "hide read"),
        ("star", "star"),
        ("help", "help"),
    )
    MOVES = (
        *LIST_MOVES,
        "next_article", "previous_article", "word_right", "word_left", "find", "search",
        "toggle_read", "star", "mark_group", "undo", "group", "hide_read", "summary_pane",
        "all_notes", "open", "fetch_feeds", "escape", "leave", "quit", "suspend", "theme", "help",
        "palette", "library",
    )  # fmt: skip
    ABOUT = (
        "The front page: what is unread comes first. Enter reads an article, and Esc or q comes "
        "back here; / narrows the list by words of title, source or place, \\ searches the "
        "texts. S groups by day, source or story; → and ← unfold a story and fold it up, or move "
        "on and back in the summary of what stands alone. M marks as read or unread, C does so "
        "with all of a group or story, U takes that back; H hides what was read. 3 shows what the "
        "article says where there is no room for it beside the list. A shows the notes on every "
        "article."
    )

    def __init__(
        self,
        desk: Desk,
        palette: Palette,
        keys: Mapping[str, tuple[str, ...]],
        front: Front,
        words: str = "",
        *,
        uppermost: bool = False,
    ) -> None:
        if words:
            front.wish = replace(front.wish or Wish(), words=words)
        super().__init__(desk, palette, keys, (front.wish or Wish()).words)
        self.front = front
        self.uppermost = uppermost
        self._peeking = False
        """Whether the reader asked for the preview where there is no room for it beside."""
        self.list = FrontList(palette, date.today())
        self.list.teasers = front.teasers
        self.list.tellers = front.tellers
        self.beside = SummaryPane(palette, id="preview")
        self.beside.can_focus = False

    def on_mount(self) -> None:
        """Show what is known, and ask the library for what has changed."""
        self.set_up()
        self.take_up()
        self.list.scroll_rows(self.front.top)
        self.list.reveal()
        self.renew()

    def on_unmount(self) -> None:
        """Keep the place."""
        self.keep_place()

    def keep_place(self) -> None:
        """Keep where the reader is, for the next visit."""
        item = self.list.current
        self.front.cursor = item.digest if item else ""
        self.front.top = self.list.top

    def on_resize(self) -> None:
        """Show what there is room for now."""
        self.fit()

    def fit(self) -> None:
        """Show the preview where there is room for it."""
        wide = self.size.width >= WIDE
        self.beside.display = (wide or self._peeking) and bool(self.list.entries)
        self.list.display = self.size.width >= NARROW or not self.beside.display
        self.beside.set_class(not self.list.display, "alone")
        if self.list.display and not (self.filter.display and self.filter.has_focus):
            self.list.focus()  # it loses the keys when it is put away

    # Keys -----------------------------------------------------------------------------------

    action_next_article = ListKeys.action_down
    action_previous_article = ListKeys.action_up

    def action_search(self) -> None:
        """Search the texts of all articles, and read what is chosen there."""
        page = SearchPage(self.desk, self.list.palette, self.keys, self.front.asked)
        self.app.push_screen(page, lambda target: self._searched(page, target))

    def _searched(self, page: SearchPage, target: Target | None) -> None:
        self.front.asked = page.asked
        if target is not None:
            order = tuple(dict.fromkeys(found.digest for found in page.found))
            self.dismiss(Choice(target.digest, order, found=target, line=page.line.value))

    def action_summary_pane(self) -> None:
        """Show what the article says, or put it away."""
        self._peeking = not self._peeking
        self.fit()
        self.fetch()

    def action_choose(self) -> None:
        """Read the article under the cursor."""
        item = self.list.current
        if item is not None:
            self.dismiss(Choice(item.digest, tuple(self.list.arrangement.places)))

    def on_front_list_opened(self) -> None:
        """Read the article that was clicked twice."""
        self.action_choose()

    async def action_fetch_feeds(self) -> None:
        """Fetch the feeds in the background."""
        await self.app.run_action("app.fetch_feeds")

    def action_escape(self) -> None:
        """Out of the line, out of what it narrowed, then back to the reader."""
        if self.filter.display or self.wish.words:
            self.put_filter_away()
        elif self._peeking:
            self.action_summary_pane()
        elif self.uppermost:
            back, leave = (key_of(self.keys, name) for name in ("library", "leave"))
            self.say(f"{back} goes to the article that was left last, {leave} quits.")
        else:
            self.dismiss(None)

    async def action_leave(self) -> None:
        """Back to the reader; from the uppermost page, quit."""
        if self.uppermost and not (self.filter.display or self._peeking):
            await self.action_quit()
        else:
            self.action_escape()

    def action_library(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    def action_all_notes(self) -> None:
        """Show the notes on every article; leaving them leads back here."""
        self.dismiss(Choice(notes=True))
