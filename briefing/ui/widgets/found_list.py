"""The list of what a search has found."""

from __future__ import annotations

from briefing.ui.edition import Edition
from briefing.ui.listing import Rows
from briefing.ui.rows import Row
from briefing.ui.widgets.list_pane import ListPane


class FoundList(ListPane):
    """Articles with the places found in them; the cursor shows while the reader types, too."""

    TITLE = "Found"
    HELP = "What was found. Enter opens the article at the place."

    @property
    def shows_cursor(self) -> bool:
        """Always: the arrows move it from the line of input."""
        return True

    def rows_of(self, edition: Edition) -> tuple[Row, ...]:  # noqa: ARG002 - not of an article
        """None: the rows are given."""
        return ()

    def fill(self, rows: tuple[Row, ...], cursor: int = -1) -> None:
        """Show other rows.

        Args:
            rows: what to show.
            cursor: the row to put the cursor on; -1 for the first that can be chosen.
        """
        self.rows = Rows.of(rows)
        self.forget()
        able = 0 <= cursor < len(rows) and rows[cursor].value is not None
        self.cursor = cursor if able else self.rows.choice(0)
        self._fit()
        self._reveal()
        self.refresh()
