"""The front page: what there is to read, what of it is unread, and what it says."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from briefing.desk import Desk
from briefing.model.errors import BriefingError
from briefing.ui.arrangement import Arrangement
from briefing.ui.binding import bind
from briefing.ui.found import Target
from briefing.ui.front import Front, Wish
from briefing.ui.keymap import key_of
from briefing.ui.palette import Palette
from briefing.ui.screens.front_fetching import FrontFetching
from briefing.ui.screens.front_marking import Choice
from briefing.ui.screens.help import Help
from briefing.ui.screens.list_keys import LIST_MOVES, ListKeys
from briefing.ui.screens.reader_base import NARROW, WIDE
from briefing.ui.screens.search import SearchPage
from briefing.ui.widgets.front_list import FrontList
from briefing.ui.widgets.lines import BottomLine, TopLine
from briefing.ui.widgets.panes import SummaryPane

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
"""The keys that matter here, with what the bottom line calls them."""

MOVES = (
    *LIST_MOVES,
    "next_article",
    "previous_article",
    "word_right",
    "word_left",
    "find",
    "search",
    "toggle_read",
    "star",
    "mark_group",
    "undo",
    "group",
    "hide_read",
    "summary_pane",
    "all_notes",
    "open",
    "fetch_feeds",
    "escape",
    "leave",
    "quit",
    "suspend",
    "theme",
    "help",
    "palette",
    "library",
)
"""The commands of the registry that work here too."""

LOOKING = "Looking through the library …"

EMPTY = (
    "There is nothing here yet. `briefing add FILE...` on the command line puts articles here, "
    "`briefing feed add ADDRESS` follows a feed, and {open} opens a file or a page now."
)

ALL_READ = (
    "Everything here is read: {hide_read} shows it. `briefing add FILE...` brings more, and "
    "{fetch_feeds} fetches the feeds."
)

HELP = (
    "The front page: what is unread comes first. Enter reads an article, and Esc or q comes back "
    "here; / narrows the list by words of title, source or place, \\ searches the texts. S groups "
    "by day, source or story; → and ← unfold a story and fold it up, or move on and back in the "
    "summary of what stands alone. M marks as read or unread, C does so with all of a group or "
    "story, U takes that back; H hides what was read. 3 shows what the article says where there is "
    "no room for it beside the list. A shows the notes on every article."
)

SMALL = 1_000
"""Articles that are put in order before a key would notice; more are, beside the event loop."""


class FrontPage(FrontFetching):
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
    COMMANDS_FIRST = True

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
        super().__init__()
        bind(self, keys, MOVES)
        self.desk = desk
        self.keys = keys
        self.front = front
        self.uppermost = uppermost
        if words:
            front.wish = replace(front.wish or Wish(), words=words)
        self._peeking = False
        """Whether the reader asked for the preview where there is no room for it beside."""
        self._loaded = False
        self.list = FrontList(palette, date.today())
        self.list.teasers = front.teasers
        self.list.tellers = front.tellers
        self.preview = SummaryPane(palette, id="preview")
        self.preview.can_focus = False
        self.top_line = TopLine(palette)
        self.bottom_line = BottomLine(palette)
        self.filter = Input(self.wish.words, placeholder="narrow by words", compact=True)

    @property
    def wish(self) -> Wish:
        """What the reader wants to see."""
        return self.front.wish or Wish()

    def compose(self) -> ComposeResult:
        """The list with a line to narrow it, and beside it what the article says."""
        yield self.top_line
        yield self.filter
        with Horizontal(id="front"):
            yield self.list
            yield self.preview
        yield self.bottom_line

    def on_mount(self) -> None:
        """Show what is known, and ask the library for what has changed."""
        self.filter.display = bool(self.wish.words)
        self.bottom_line.hint(
            tuple((key_of(self.keys, name), hint) for name, hint in HINTS if self.keys.get(name))
        )
        self.list.focus()
        self._loaded = bool(self.front.shelf)
        self._take(self.front.arrangement)
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
        """Show the preview where there is room for it."""
        wide = self.size.width >= WIDE
        self.preview.display = (wide or self._peeking) and bool(self.list.entries)
        self.list.display = self.size.width >= NARROW or not self.preview.display
        self.preview.set_class(not self.list.display, "alone")
        if self.list.display and not (self.filter.display and self.filter.has_focus):
            self.list.focus()  # it loses the keys when it is put away

    # What there is --------------------------------------------------------------------------

    @work(exclusive=True, group="shelf", exit_on_error=False)
    async def renew(self) -> None:
        """Take the library as it is now; what is on the screen keeps its place."""
        try:
            if self.front.wish is None:
                kept = await asyncio.to_thread(self.desk.preference, "front page")
                self.front.wish = Wish.of(kept)
            listings = await asyncio.to_thread(self.desk.articles)
            events = await asyncio.to_thread(self.desk.events)
        except BriefingError as error:
            self.say(str(error))
            return
        self._loaded = True
        self.front.shelf = await asyncio.to_thread(self.front.shelf.renewed, listings, events)
        self.front.tellers.clear()
        gc.freeze()  # else every full collection would go through all of the library's listings
        self.rearrange()

    def rearrange(self, *, first: bool = False) -> None:
        """Put the list in order.

        Args:
            first: whether the cursor goes to the first article, as when the list is narrowed.
        """
        if len(self.front.shelf) <= SMALL:
            self._take(self._arranged(), first=first)
        else:
            self._arrange(first=first)

    def _arranged(self) -> Arrangement:
        return self.front.shelf.arranged(self.wish, self.list.today, self.front.unfolded)

    @work(exclusive=True, group="arrange", exit_on_error=False)
    async def _arrange(self, *, first: bool) -> None:
        self._take(await asyncio.to_thread(self._arranged), first=first)

    def _take(self, arrangement: Arrangement, *, first: bool = False) -> None:
        """Show the list in another order."""
        self.front.arrangement = arrangement
        here = self.list.current
        cursor = here.digest if here else self.front.cursor
        self.list.fill(self.front.shelf, arrangement, self._empty(), "" if first else cursor)
        self.on_resize()
        self.tell()

    def _empty(self) -> str:
        """What to say when nothing is listed, and what to do then."""
        if not self._loaded:
            return LOOKING
        words = self.wish.words.strip()
        if words:
            return f"Nothing here has “{words}”. Esc shows everything again."
        keys = {name: key_of(self.keys, name) for name in ("open", "hide_read", "fetch_feeds")}
        return (ALL_READ if self.front.shelf else EMPTY).format(**keys)

    def tell(self) -> None:
        """Say above how much there is, and how much of it is unread."""
        total, unread = len(self.front.shelf), self.front.shelf.unread
        section = self.wish.grouping.value
        if self.wish.hide_read:
            section += ", read ones hidden"
        if words := self.wish.words.strip():
            section = f"“{words}”: {len(self.list.arrangement.places)} found, {section}"
        self.top_line.tell(
            title="Front page",
            source=f"{unread} unread of {total}",
            minutes=0,
            section=section,
            progress=1 - unread / max(total, 1),
        )

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self.bottom_line.say(message)

    def heard(self) -> None:
        """A key puts the message away."""
        self.say("")

    # Keys -----------------------------------------------------------------------------------

    action_next_article = ListKeys.action_down
    action_previous_article = ListKeys.action_up

    def action_word_right(self) -> None:
        """Show all articles of the story; of one that stands alone, the rest of its summary."""
        self._unfold(True)

    def action_word_left(self) -> None:
        """Fold the story up again; of one that stands alone, the summary's beginning."""
        self._unfold(False)

    def _unfold(self, on: bool) -> None:
        story = frozenset(item.digest for item in self.list.arrangement.story(self.list.cursor))
        if len(story) < 2:
            self.preview.wheel(3 if on else -3)
        elif story.isdisjoint(self.front.unfolded) == on:
            self.front.unfolded = self.front.unfolded | story if on else self.front.unfolded - story
            self.rearrange()

    def action_find(self) -> None:
        """Narrow the list."""
        self.filter.display = True
        self.set_focus(self.filter)  # now, for what is typed next is the filter's

    def action_search(self) -> None:
        """Search the texts of all articles, and read what is chosen there."""
        page = SearchPage(self.desk, self.list.palette, self.keys, self.front.asked)
        self.app.push_screen(page, lambda target: self._searched(page, target))

    def _searched(self, page: SearchPage, target: Target | None) -> None:
        self.front.asked = page.asked
        if target is not None:
            order = tuple(dict.fromkeys(found.digest for found in page.found))
            self.dismiss(Choice(target.digest, order, found=target, line=page.line.value))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as the reader types."""
        if event.value != self.wish.words:
            self.front.wish = replace(self.wish, words=event.value)
            self.rearrange(first=True)

    def on_input_submitted(self) -> None:
        """Go to the list."""
        self.filter.display = bool(self.wish.words.strip())
        self.list.focus()

    def action_group(self) -> None:
        """Group by something else."""
        self._wish(replace(self.wish, grouping=self.wish.grouping.following))

    def action_hide_read(self) -> None:
        """Hide what was read, or show it again."""
        self._wish(replace(self.wish, hide_read=not self.wish.hide_read))

    def _wish(self, wish: Wish) -> None:
        """Arrange anew by another wish, and remember it; what was read leaves its old place."""
        self.front.wish = wish
        self.front.shelf.kept.clear()
        self.rearrange()
        self.remember(wish.lasting)

    @work(group="remember", exit_on_error=False)
    async def remember(self, lasting: str) -> None:
        """Remember how the page was wished for."""
        await asyncio.to_thread(self.desk.prefer, "front page", lasting)

    def action_summary_pane(self) -> None:
        """Show what the article says, or put it away."""
        self._peeking = not self._peeking
        self.on_resize()
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

    async def action_theme(self) -> None:
        """The next theme."""
        await self.app.run_action("app.theme")

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(Help(HELP, self.keys))

    def action_palette(self) -> None:
        """Show every command."""
        self.app.action_command_palette()

    def action_escape(self) -> None:
        """Out of the line, out of what it narrowed, then back to the reader."""
        if self.filter.display or self.wish.words:
            self.filter.value = ""
            self.filter.display = False
            self.list.focus()
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

    async def action_quit(self) -> None:
        """Quit."""
        await self.app.run_action("app.quit")

    def recolour(self, palette: Palette) -> None:
        """Draw with other colours."""
        for part in (self.list, self.preview, self.top_line, self.bottom_line):
            part.palette = palette
            part.refresh()
