"""Keys typed before there is a field to take them."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.screen import ModalScreen
from textual.widget import Widget


class TypeAhead(ModalScreen[Any]):
    """A screen with one field, which gets what was typed while it was being made.

    A reader who presses the key for a comment and types on at once must not lose a letter, nor
    have it taken for a command, however slow the machine is at that moment. The application
    asks :meth:`holds` before it passes a key on.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: list[events.Key] | None = []

    def holds(self, event: events.Key) -> bool:
        """Keep a key for the field; false once the field takes them itself."""
        if self._held is None:
            return False
        self._held.append(event)
        return True

    def release(self, field: Widget) -> None:
        """Give the field its focus and the keys that were held, in their order."""
        held, self._held = self._held or [], None
        field.focus()
        for event in held:
            field.post_message(event)
