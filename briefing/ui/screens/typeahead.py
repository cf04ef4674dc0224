"""Keys typed before there is a field to take them, and after it has let go of them."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.screen import ModalScreen
from textual.widget import Widget

from briefing.ui.stage import Stage


class TypeAhead(Stage[Any], ModalScreen[Any]):
    """A screen with one field, which gets what was typed while it was being made.

    A reader who presses the key for a comment and types on at once must not lose a letter, nor
    have it taken for a command, however slow the machine is at that moment. The application
    asks :meth:`holds` before it passes a key on. Nor must what is typed right after the key
    that ends it become part of the field: it is held for the screen that comes next.
    """

    ENDING: ClassVar[frozenset[str]] = frozenset({"escape", "enter"})
    """The keys that end it."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[events.Key] | None = []
        self._passed: events.Key | None = None
        """The last key that the field was given."""

    def holds(self, event: events.Key) -> bool:
        """Keep a key for the field, or for the screen after it; false if it may pass."""
        if event is self._passed or event.is_forwarded:
            return False  # nothing had a use for it, and it comes by again on its way up
        if self._held is None:
            self._passed = event
            if event.key in self.ENDING:
                self._held = []
            return False
        self._held.append(event)
        return True

    def release(self, field: Widget) -> None:
        """Give the field its focus and the keys that were held, up to one that ends it."""
        held, self._held = self._held or [], None
        field.focus()
        for event in held:
            if not self.holds(event):
                field.post_message(event)

    def end(self, result: Any) -> None:
        """Give a result, and the keys that are still held to the screen that comes next."""
        held, self._held = self._held or [], None
        self.dismiss(result)
        for event in held:
            self.app.post_message(event)
