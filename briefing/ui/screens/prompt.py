"""A line of input in the place of the bottom line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from briefing.ui.screens.panel import plain
from briefing.ui.screens.typeahead import TypeAhead


class Prompt(TypeAhead):
    """Asks for a line; the result is the line, or ``None`` when the reader wants none.

    Args:
        label: what stands before the line.
        value: what the line begins with.
        typed: called with the line at every change, and returns what to show at its end.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Cancel", show=False)]

    REPLACES: ClassVar[bool] = True
    """Whether what is typed takes the place of what the line begins with."""

    def __init__(
        self, label: str, value: str = "", typed: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._label = label
        self._value = value
        self._typed = typed

    def compose(self) -> ComposeResult:
        """The label, the line, and what is said of it."""
        with Horizontal(id="prompt"):
            yield Label(plain(f" {self._label} ", "bold $accent"))
            yield Input(self._value, id="prompt-input", compact=True, select_on_focus=self.REPLACES)
            yield Label("", id="prompt-remark")

    def on_mount(self) -> None:
        """Write at once."""
        self.release(self.query_one(Input))

    def on_input_changed(self) -> None:
        """Tell what was typed."""
        self.remark()

    def remark(self) -> None:
        """Show what there is to say of the line."""
        if self._typed is not None:
            remark = self._typed(self.query_one(Input).value)
            self.query_one("#prompt-remark", Label).update(plain(remark + " ", "$quiet"))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line back."""
        self.end(event.value)

    def action_cancel(self) -> None:
        """Give nothing back."""
        self.end(None)
