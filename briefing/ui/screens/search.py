"""Searching the library as the reader types."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.widgets import Input

from briefing.desk import Desk, Found, StoppedError
from briefing.model.errors import BriefingError
from briefing.ui.binding import bind
from briefing.ui.found import Asked, Target, asking, nothing, rows
from briefing.ui.keymap import shown
from briefing.ui.palette import Palette
from briefing.ui.screens.list_keys import LIST_MOVES, ListKeys
from briefing.ui.screens.typeahead import TypeAhead
from briefing.ui.widgets.found_list import FoundList
from briefing.ui.widgets.lines import BottomLine, TopLine
from briefing.ui.widgets.list_pane import ListPane

MOST = 30
"""Articles that are listed; who wants others adds a word."""

MOVES = (
    *LIST_MOVES,
    "next_pane",
    "previous_pane",
    "find",
    "search",
    "group",
    "escape",
    "leave",
    "quit",
    "suspend",
    "theme",
)
"""The commands of the registry that work here; letters do once the list has the keys."""

HINTS = (
    ("choose", "open"),
    ("next_pane", "list"),
    ("group", "order"),
    ("escape", "back"),
)


class SearchPage(ListKeys, TypeAhead):
    """Finds words in the library; gives back the place chosen, or nothing.

    The newest hits are shown as soon as they are known; the best fit, which needs a look at all
    of them, takes their place unless the reader has begun to choose. The next key stops both.

    Args:
        desk: the use cases.
        palette: the looks of meanings.
        keys: the keys of each command.
        asked: what to begin with.
    """

    ENDING: ClassVar[frozenset[str]] = frozenset()

    list: FoundList

    def __init__(
        self, desk: Desk, palette: Palette, keys: Mapping[str, tuple[str, ...]], asked: Asked
    ) -> None:
        super().__init__()
        bind(self, keys, MOVES)
        self.desk = desk
        self.keys = keys
        self.best = asked.best
        self._begin = asked
        self._moved = False
        self.found: tuple[Found, ...] = ()
        self.list = FoundList(palette, id="found")
        self.top_line = TopLine(palette)
        self.bottom_line = BottomLine(palette)
        self.line = Input(
            asked.line, placeholder="search the library", compact=True, select_on_focus=False
        )

    @property
    def asked(self) -> Asked:
        """The search as it is now."""
        return Asked(self.line.value, self.best, self.list.cursor)

    def compose(self) -> ComposeResult:
        """The line to type, and what was found."""
        yield self.top_line
        yield self.line
        yield self.list
        yield self.bottom_line

    def on_mount(self) -> None:
        """Write at once; a search that was left is taken up where it was."""
        self.bottom_line.hint(
            tuple((shown(self.keys[name][0]), hint) for name, hint in HINTS if self.keys[name])
        )
        self.line.action_select_all()  # what is typed takes the place of the former search
        self.release(self.line)
        self._ask(self.line.value, self._begin.cursor)

    # Asking ---------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what was typed so far."""
        if event.value != self._begin.line:
            self._begin = Asked(event.value)
            self._ask(event.value)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _ask(self, line: str, cursor: int = -1) -> None:
        """Show the newest of what a line finds, then the best."""
        self._moved = False
        if not line.strip():
            self.desk.stop_search()
            self.found = ()
            self.list.fill(asking())
            self._tell("")
            return
        try:
            if cursor < 0 or not self.best:
                await self._show(line, cursor, best=False)
            if self.best:
                await self._show(line, cursor, best=True)
            total = await asyncio.to_thread(self.desk.count_found, line, typing=True)
            self._tell("1 article" if total == 1 else f"{total:,} articles")
        except StoppedError:
            return
        except BriefingError as error:
            self.bottom_line.say(str(error))

    async def _show(self, line: str, cursor: int, *, best: bool) -> None:
        search = self.desk.search
        found = await asyncio.to_thread(search, line, MOST, best=best, typing=True)
        if not self._moved:
            self.found = found
            self.list.fill(rows(found) or nothing(line), cursor)
            self._tell("" if found else "nothing", best=best)

    def _tell(self, count: str, *, best: bool | None = None) -> None:
        order = "best first" if (self.best if best is None else best) else "newest first"
        self.top_line.tell(
            title="Search",
            source=count,
            minutes=0,
            section=order if self.found else "",
            progress=1.0 if self.found else 0.0,
        )

    # Keys -----------------------------------------------------------------------------------

    def moved(self) -> None:
        """Leave the cursor where the reader put it, whatever is found next."""
        self._moved = True

    def action_next_pane(self) -> None:
        """From the line to the list, and back."""
        (self.list if self.line.has_focus else self.line).focus()

    action_previous_pane = action_next_pane

    def action_find(self) -> None:
        """Back to the line."""
        self.line.focus()

    action_search = action_find

    def action_group(self) -> None:
        """The best fit first, or the newest."""
        self.best = not self.best
        self._ask(self.line.value)

    def on_input_submitted(self) -> None:
        """Open the place under the cursor."""
        self.action_choose()

    def action_choose(self) -> None:
        """Open the place under the cursor."""
        self.list.choose()

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Give the place back."""
        if isinstance(event.row.value, Target):
            self._leave(event.row.value)

    def action_escape(self) -> None:
        """Back to where it was begun."""
        self._leave(None)

    action_leave = action_escape

    def _leave(self, target: Target | None) -> None:
        self.desk.stop_search()
        self.dismiss(target)

    async def action_quit(self) -> None:
        """Quit."""
        await self.app.run_action("app.quit")

    async def action_theme(self) -> None:
        """The next theme."""
        await self.app.run_action("app.theme")

    def recolour(self, palette: Palette) -> None:
        """Draw with other colours."""
        for part in (self.list, self.top_line, self.bottom_line):
            part.palette = palette
            part.refresh()
