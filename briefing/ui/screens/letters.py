"""Picking a target by the letters laid over it."""

from __future__ import annotations

from collections.abc import Collection

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

ALPHABET = "asdfghjklewrtyuiopcvbnmqxz"
"""The letters in the order they are given: those under the fingers first."""


def letters_for(count: int) -> list[str]:
    """Codes for targets: one letter each, or two when there are more targets than letters."""
    if count <= len(ALPHABET):
        return list(ALPHABET[:count])
    return [a + b for a in ALPHABET for b in ALPHABET][:count]


class Letters(ModalScreen[str]):
    """Waits for a code; the targets themselves stay in view below.

    Args:
        codes: the codes that lead somewhere.
    """

    def __init__(self, codes: Collection[str]) -> None:
        super().__init__()
        self._codes = codes
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Nothing of its own."""
        yield from ()

    def on_key(self, event: events.Key) -> None:
        """Take a letter; anything that leads nowhere closes."""
        event.stop()
        event.prevent_default()
        self._typed += event.character or "" if event.is_printable else ""
        if not event.is_printable or self._typed in self._codes:
            self.dismiss(self._typed if event.is_printable else "")
        elif not any(code.startswith(self._typed) for code in self._codes):
            self.dismiss("")
