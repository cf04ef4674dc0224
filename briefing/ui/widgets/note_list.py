"""The list of all notes, and a note in full beside it."""

from __future__ import annotations

from textual.message import Message

from briefing.desk import Clipping
from briefing.ui.edition import Edition
from briefing.ui.rows import Row
from briefing.ui.widgets.list_pane import ListPane


class NoteList(ListPane):
    """Notes below their headings, with a cursor on one of them."""

    TITLE = "Notes"
    NUMBER = "A"

    class Pointed(Message):
        """The cursor has come to another note."""

    def rows_of(self, edition: Edition) -> tuple[Row, ...]:
        """None: its rows are not an edition's."""
        del edition
        return ()

    @property
    def clipping(self) -> Clipping | None:
        """The note under the cursor, with its article."""
        value = self.current.value if self.current else None
        return value if isinstance(value, Clipping) else None

    def show(self, rows: tuple[Row, ...], note_id: str) -> None:
        """List notes; the cursor goes to this one, or stays at the first."""
        self.take(rows, same=False)
        self.go_to(note_id)
        self.post_message(self.Pointed())

    def go_to(self, note_id: str) -> None:
        """Put the cursor on a note."""
        for row in self.rows:
            if isinstance(row.value, Clipping) and row.value.note.id == note_id:
                self.point(row.value)
                return

    def refresh_cursor(self) -> None:
        """Tell that the cursor may have moved."""
        self.post_message(self.Pointed())


class NoteView(ListPane):
    """One note in full."""

    TITLE = "Note"

    def rows_of(self, edition: Edition) -> tuple[Row, ...]:
        """None: its rows are not an edition's."""
        del edition
        return ()
