"""The library: the articles that were opened, to pick one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from briefing.library.store import Listing
from briefing.ui.edition import Edition, minutes
from briefing.ui.palette import Palette
from briefing.ui.rows import Row
from briefing.ui.widgets.list_pane import ListPane


class LibraryList(ListPane):
    """The articles of the library that match what was typed."""

    TITLE = "Library"
    HELP = "The articles you have opened. Type to narrow the list, Enter opens one."

    def rows_of(self, edition: Edition) -> tuple[Row, ...]:  # noqa: ARG002 - not about one article
        """Rows are given by :meth:`fill`."""
        return self.rows

    def fill(self, listings: Sequence[Listing], words: str) -> None:
        """Show the articles whose title or source has all the words."""
        wanted = words.casefold().split()
        rows = [
            _row(item)
            for item in listings
            if all(word in f"{item.title} {item.source}".casefold() for word in wanted)
        ]
        self.rows = tuple(rows) or (
            Row(
                "Nothing in the library has these words." if words else "The library is empty.",
                look="quiet",
            ),
        )
        self.cursor = 0 if rows else -1
        self._top = 0
        self._set()
        self.refresh()


def _row(item: Listing) -> Row:
    title = item.title or item.location
    text = f"{title}  {item.source}" if item.source else title
    return Row(
        text,
        value=item.digest,
        look="quiet" if item.read else "",
        marks=((len(title), len(text), "quiet"),),
        sign="*" if item.starred else ("" if item.read else "·"),
        sign_look="accent",
        right=f"{minutes(item.words * 6)} min",
        most=2,
    )


class LibraryScreen(ModalScreen[str]):
    """Lists the library and gives back the digest of the article chosen, or nothing.

    Args:
        palette: the looks of meanings.
        listings: the articles.
        words: what to narrow the list to at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, priority=True),
        Binding("down", "move(1)", "Down", show=False, priority=True),
        Binding("up", "move(-1)", "Up", show=False, priority=True),
        Binding("pagedown", "page(1)", "Down a page", show=False, priority=True),
        Binding("pageup", "page(-1)", "Up a page", show=False, priority=True),
    ]

    def __init__(self, palette: Palette, listings: Sequence[Listing], words: str = "") -> None:
        super().__init__()
        self._listings = listings
        self._words = words
        self._list = LibraryList(palette, id="library-list")

    def compose(self) -> ComposeResult:
        """A line to type in, and the list."""
        with Vertical(id="library"):
            yield Input(self._words, placeholder="type to narrow the list", compact=True)
            yield self._list

    def on_mount(self) -> None:
        """Fill the list and let the reader type."""
        self._list.fill(self._listings, self._words)
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._list.fill(self._listings, event.value)

    def on_input_submitted(self) -> None:
        """Open the article under the cursor."""
        self._list.choose()

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Give back the article chosen."""
        event.stop()
        self.dismiss(str(event.row.value))

    def action_move(self, count: int) -> None:
        """Move in the list while typing."""
        self._list.move(count)

    def action_page(self, pages: int) -> None:
        """Move by pages while typing."""
        self._list.page(pages)

    def action_close(self) -> None:
        """Give nothing back."""
        self.dismiss("")
