"""The least a Textual application can be: one ``Static``. The measure of what is added to it."""

from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Minimal(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("FIRSTWORD")

    def on_key(self, event: events.Key) -> None:
        """Says what was pressed."""
        self.query_one(Static).update(event.key)


if __name__ == "__main__":
    Minimal().run()
