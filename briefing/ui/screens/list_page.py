"""A page that is a list, with a line to narrow it and a pane beside it: what all of them share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from briefing.desk import Desk
from briefing.ui.binding import bind
from briefing.ui.keymap import key_of
from briefing.ui.palette import Palette
from briefing.ui.screens.help import Help
from briefing.ui.screens.list_keys import ListKeys
from briefing.ui.stage import Stage
from briefing.ui.widgets.lines import BottomLine, TopLine
from briefing.ui.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from briefing.ui.widgets.front_list import FrontList
    from briefing.ui.widgets.note_list import NoteList

T = TypeVar("T")


class ListPage(ListKeys, Stage[T]):
    """A list over the whole screen; what is told of the entry under the cursor stands beside it.

    A page makes its ``list`` and what stands ``beside`` it.

    Args:
        desk: the use cases.
        palette: the looks of meanings.
        keys: the keys of each command.
        words: what the list is narrowed to at first.
    """

    COMMANDS_FIRST = True
    MOVES: ClassVar[tuple[str, ...]]
    """The commands of the registry that work here too."""
    HINTS: ClassVar[tuple[tuple[str, str], ...]]
    """The keys that matter here, with what the bottom line calls them."""
    ABOUT: ClassVar[str]
    """What the page of keys says of this one."""

    list: FrontList | NoteList
    beside: ListPane

    def __init__(
        self, desk: Desk, palette: Palette, keys: Mapping[str, tuple[str, ...]], words: str
    ) -> None:
        super().__init__()
        bind(self, keys, self.MOVES)
        self.desk = desk
        self.keys = keys
        self.top_line = TopLine(palette)
        self.bottom_line = BottomLine(palette)
        self.filter = Input(words, placeholder="narrow by words", compact=True)

    def compose(self) -> ComposeResult:
        """The list with a line to narrow it, and beside it what its entry says."""
        yield self.top_line
        yield self.filter
        with Horizontal(id="front"):
            yield self.list
            yield self.beside
        yield self.bottom_line

    def set_up(self) -> None:
        """Say which keys matter, and give them to the list; when the page is first shown."""
        self.filter.display = bool(self.filter.value)
        self.bottom_line.hint(
            tuple(
                (key_of(self.keys, name), hint) for name, hint in self.HINTS if self.keys.get(name)
            )
        )
        self.list.focus()

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self.bottom_line.say(message)

    def heard(self) -> None:
        """A key puts the message away."""
        self.say("")

    def recolour(self, palette: Palette) -> None:
        """Draw with other colours."""
        for part in (self.list, self.beside, self.top_line, self.bottom_line):
            part.palette = palette
            part.refresh()

    # Keys -----------------------------------------------------------------------------------

    def action_find(self) -> None:
        """Narrow the list."""
        self.filter.display = True
        self.set_focus(self.filter)  # now, for what is typed next is the filter's

    def on_input_submitted(self) -> None:
        """Go to the list."""
        self.filter.display = bool(self.filter.value.strip())
        self.list.focus()

    def put_filter_away(self) -> None:
        """Show all of the list again."""
        self.filter.value = ""
        self.filter.display = False
        self.list.focus()

    async def action_theme(self) -> None:
        """The next theme."""
        await self.app.run_action("app.theme")

    def action_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(Help(self.ABOUT, self.keys))

    def action_palette(self) -> None:
        """Show every command."""
        self.app.action_command_palette()

    async def action_quit(self) -> None:
        """Quit."""
        await self.app.run_action("app.quit")
