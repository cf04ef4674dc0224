"""Writing a comment: the marked words above, several lines below."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from briefing.model.errors import BriefingError
from briefing.ui.screens.panel import plain
from briefing.ui.screens.typeahead import TypeAhead

Keep = Callable[[str], Awaitable[None]]
"""Keeps a comment for good; raises a ``BriefingError`` when it cannot."""


class CommentEditor(TypeAhead):
    """Edits a comment; the result is whether one was kept.

    It closes when the comment is safe, and not before: what cannot be kept stays on the screen.
    Its keys are no priority bindings: those would overtake letters that are still waiting.

    Args:
        quote: the words commented on.
        comment: what was written before.
        keep: called with the comment when the reader is done.
        typed: called with the comment whenever it has changed.
    """

    ENDING: ClassVar[frozenset[str]] = frozenset({"escape", "ctrl+s"})
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("escape", "cancel", "Cancel", show=False),
    ]

    def __init__(
        self, quote: str, comment: str, keep: Keep, typed: Callable[[str], None] | None = None
    ) -> None:
        super().__init__()
        self._keep = keep
        self._typed = typed
        self._quote = quote
        self._comment = comment

    def compose(self) -> ComposeResult:
        """The quote, the editor, and the keys."""
        with Vertical(id="comment"):
            yield Static(plain(self._quote, "italic"), id="comment-quote")
            area = TextArea(self._comment, id="comment-text", soft_wrap=True, compact=True)
            area.move_cursor(area.document.end)
            yield area
            yield Static("", id="comment-remark")
            yield Static(
                Content.assemble(
                    plain("Ctrl+S ", "bold $accent"),
                    plain("keep   ", "$quiet"),
                    plain("Esc ", "bold $accent"),
                    plain("leave as it was   ", "$quiet"),
                    plain("Ctrl+Z ", "bold $accent"),
                    plain("undo", "$quiet"),
                ),
                classes="panel-keys",
            )

    def on_mount(self) -> None:
        """Write at once."""
        self.release(self.query_one(TextArea))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell what has been written so far."""
        if self._typed is not None and event.text_area.text != self._comment:
            self._typed(event.text_area.text)

    async def action_save(self) -> None:
        """Keep the comment, and close once it is safe."""
        try:
            await self._keep(self.query_one(TextArea).text.strip())
        except BriefingError as error:
            remark = f"{error} Your words are still here: Ctrl+S tries again."
            line = self.query_one("#comment-remark", Static)
            line.update(plain(remark, "$accent"))
            line.display = True
            self.release(self.query_one(TextArea))
        else:
            self.end(True)

    def action_cancel(self) -> None:
        """Leave the comment as it was."""
        self.end(False)
