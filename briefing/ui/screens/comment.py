"""Writing a comment: the marked words above, several lines below."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from briefing.ui.screens.panel import plain
from briefing.ui.screens.typeahead import TypeAhead


class CommentEditor(TypeAhead):
    """Edits a comment; the result is the comment, or ``None`` to leave it as it was.

    Its keys are no priority bindings: those would overtake letters that are still waiting.

    Args:
        quote: the words commented on.
        comment: what was written before.
        typed: called with the comment whenever it has changed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", show=False),
        Binding("escape", "cancel", "Cancel", show=False),
    ]

    def __init__(
        self, quote: str, comment: str = "", typed: Callable[[str], None] | None = None
    ) -> None:
        super().__init__()
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
            yield Static(
                Content.assemble(
                    plain("Ctrl+S ", "bold $accent"),
                    plain("keep   ", "$quiet"),
                    plain("Esc ", "bold $accent"),
                    plain("leave as it was", "$quiet"),
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

    def action_save(self) -> None:
        """Give the comment back."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_cancel(self) -> None:
        """Give nothing back."""
        self.dismiss(None)
