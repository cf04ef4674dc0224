"""The order of the front page: taken from the library, grouped, narrowed, folded and unfolded."""

from __future__ import annotations

import asyncio
import gc
from abc import abstractmethod
from dataclasses import replace

from textual import work
from textual.widgets import Input

from briefing.model.errors import BriefingError
from briefing.ui.arrangement import Arrangement
from briefing.ui.front import Wish
from briefing.ui.keymap import key_of
from briefing.ui.screens.front_fetching import FrontFetching

LOOKING = "Looking through the library …"

EMPTY = (
    "There is nothing here yet. `briefing add FILE...` on the command line puts articles here, "
    "`briefing feed add ADDRESS` follows a feed, and {open} opens a file or a page now."
)

ALL_READ = (
    "Everything here is read: {hide_read} shows it. `briefing add FILE...` brings more, and "
    "{fetch_feeds} fetches the feeds."
)

SMALL = 1_000
"""Articles that are put in order before a key would notice; more are, beside the event loop."""


class FrontArranging(FrontFetching, part=True):
    """What stands on the front page, and the keys that change its order."""

    _loaded = False
    """Whether the library was asked what there is."""

    @abstractmethod
    def fit(self) -> None:
        """Show what there is room for."""

    @property
    def wish(self) -> Wish:
        """What the reader wants to see."""
        return self.front.wish or Wish()

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

    def take_up(self) -> None:
        """Show what is known from the last visit, until the library has told what there is."""
        self._loaded = bool(self.front.shelf)
        self._take(self.front.arrangement)

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
        self.fit()
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

    # Keys -----------------------------------------------------------------------------------

    def action_word_right(self) -> None:
        """Show all articles of the story; of one that stands alone, the rest of its summary."""
        self._unfold(True)

    def action_word_left(self) -> None:
        """Fold the story up again; of one that stands alone, the summary's beginning."""
        self._unfold(False)

    def _unfold(self, on: bool) -> None:
        story = frozenset(item.digest for item in self.list.arrangement.story(self.list.cursor))
        if len(story) < 2:
            self.beside.wheel(3 if on else -3)
        elif story.isdisjoint(self.front.unfolded) == on:
            self.front.unfolded = self.front.unfolded | story if on else self.front.unfolded - story
            self.rearrange()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as the reader types."""
        if event.value != self.wish.words:
            self.front.wish = replace(self.wish, words=event.value)
            self.rearrange(first=True)

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
