"""The keys: those of the pane in focus first, then all of them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.ui.commands import COMMANDS
from briefing.ui.keymap import shown
from briefing.ui.screens.panel import plain

ARTICLE_HELP = (
    "The article. j and k move line by line, Space turns the page; Enter follows the link, "
    "fact or name in the line; v selects, m marks, c comments."
)


class Help(ModalScreen[None]):
    """Shows what every key does.

    Args:
        about: what the pane in focus is for and which keys it has, in sentences.
        keys: the keys of each command.
    """

    def __init__(self, about: str, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._about = about
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Help on the pane, then a table by groups."""
        with VerticalScroll(id="help"):
            yield Static(plain("Here", "bold $accent"), classes="panel-title")
            yield Static(plain(self._about), classes="panel-line")
            for group, commands in groupby(COMMANDS, key=lambda command: command.group):
                yield Static(plain(group, "bold $accent"), classes="panel-title")
                lines: list[Content] = []
                for command in commands:
                    keys = "  ".join(shown(key) for key in self._keys[command.name]) or "-"
                    lines.append(
                        Content.assemble(plain(keys.ljust(18), "bold"), plain(command.title))
                    )
                yield Static(Content("\n").join(lines), classes="panel-line")
            yield Static(plain("Esc closes", "$quiet"), classes="panel-keys")

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one(VerticalScroll).focus()

    def on_key(self, event: events.Key) -> None:
        """Scroll with the reader's keys, close with any key that asks for it."""
        scroll = self.query_one(VerticalScroll)
        if event.key in ("escape", "q", "question_mark", "f1", "enter"):
            event.stop()
            self.dismiss()
        elif event.key in ("j", "k", "space", "b"):
            event.stop()
            step = {"j": 1, "k": -1, "space": 10, "b": -10}[event.key]
            scroll.scroll_relative(y=step, animate=False)
