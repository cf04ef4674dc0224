"""Giving a note tags: a line that knows the tags in use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from briefing.model.errors import BriefingError
from briefing.model.tags import tag_names
from briefing.ui.screens.prompt import Prompt

SHOWN = 4
"""Tags that are offered at once."""


def offered(typed: str, known: Sequence[str]) -> list[str]:
    """The tags in use that the word being typed may become, those on most notes first."""
    *others, word = typed.replace(",", " ").split(" ")
    taken = {tag.lstrip("#").casefold() for tag in others}
    begun = word.lstrip("#").casefold()
    return [
        tag
        for tag in known
        if tag.casefold().startswith(begun) and tag.casefold() not in taken | {begun}
    ]


def completed(typed: str, known: Sequence[str]) -> str:
    """The line with the word being typed completed, if there is a tag that it begins."""
    found = offered(typed, known)
    if not found:
        return typed
    word = typed.replace(",", " ").rpartition(" ")[2]
    return f"{typed[: len(typed) - len(word)]}{'#' * word.startswith('#')}{found[0]} "


class TagPrompt(Prompt):
    """Asks for a note's tags; the result are the tags, or ``None`` to leave them as they were.

    Args:
        tags: the note's.
        known: tells all tags in use, those on most notes first. It is asked when the line stands,
            so that what is typed right after the key is the line's.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "Complete", show=False)]
    REPLACES = False  # who has tagged a note once gives it one tag more, and loses none

    def __init__(self, tags: Sequence[str], known: Callable[[], Awaitable[Sequence[str]]]) -> None:
        super().__init__("tags", " ".join([*tags, ""]) if tags else "", self._remark)
        self._ask = known
        self._known: Sequence[str] = ()

    def on_mount(self) -> None:
        """Ask for the tags in use; Textual calls the line's own beginning, too."""
        self.run_worker(self._learn(), exit_on_error=False)

    async def _learn(self) -> None:
        """Offer the tags in use; a library that cannot tell them says so when a note is tagged."""
        with suppress(BriefingError):
            self._known = await self._ask()
            self.remark()

    def _remark(self, typed: str) -> str:
        found = offered(typed, self._known)
        more = " …" if len(found) > SHOWN else ""
        return f"Tab {' '.join(found[:SHOWN])}{more}" if found else ""

    def action_complete(self) -> None:
        """Complete the word being typed."""
        line = self.query_one(Input)
        line.value = completed(line.value, self._known)
        line.cursor_position = len(line.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the tags back."""
        event.prevent_default()  # Prompt would give the line
        self.end(tag_names(event.value))
