"""A panel laid over the lower part of the screen: a few lines to read, a few keys to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.ui.defence import visible

WIDEST = 84
"""Columns of a panel at most, six of them beside its words."""
APART = "   "


def plain(text: str, style: str = "") -> Content:
    """Text as content, with nothing in it interpreted."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


class Panel(ModalScreen[str]):
    """Shows lines and waits for a key.

    Args:
        title: what this is about.
        lines: what there is to read.
        choices: keys with what they do; the result is the key pressed, or empty.
    """

    def __init__(self, title: str, lines: Sequence[str], choices: Mapping[str, str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The title, the lines, and the keys."""
        with VerticalScroll(id="panel"):
            yield Static(plain(self._title, "bold $accent"), classes="panel-title")
            for line in self._lines:
                yield Static(plain(line), classes="panel-line")
            yield Static(self._keys(), classes="panel-keys")

    def _keys(self) -> Content:
        """The keys with what they do, in lines that end between two of them."""
        room = min(self.app.size.width, WIDEST) - 6
        parts: list[Content] = []
        used = 0
        for key, label in (*self._choices.items(), ("Esc", "close")):
            wide = len(key) + 1 + len(label)
            if used:
                fits = used + len(APART) + wide <= room
                parts.append(plain(APART if fits else "\n"))
                used = used + len(APART) if fits else 0
            parts += [plain(f"{key} ", "bold $accent"), plain(label, "$quiet")]
            used += wide
        return Content.assemble(*parts)

    def on_key(self, event: events.Key) -> None:
        """Take the choice; keys that scroll pass."""
        if event.key in ("up", "down", "pageup", "pagedown"):
            return
        event.stop()
        event.prevent_default()
        pressed = event.character if event.is_printable and event.character else event.key
        pressed = "Enter" if event.key == "enter" else pressed
        if pressed in self._choices:
            self.dismiss(pressed)
        elif event.key in ("escape", "q", "enter", "i", "backspace"):
            self.dismiss("")

    def on_click(self, event: events.Click) -> None:
        """A click beside the panel closes it."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss("")
