"""What changed in the article since the version before, laid over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.model.article import Span
from briefing.ui.binding import bind
from briefing.ui.changes import COME, GONE, marked
from briefing.ui.palette import Palette
from briefing.ui.rows import Row
from briefing.ui.screens.list_keys import LIST_MOVES, ListKeys
from briefing.ui.widgets.found_list import FoundList
from briefing.ui.widgets.list_pane import ListPane

if TYPE_CHECKING:
    from briefing.desk import Comparison

MOVES = (
    *LIST_MOVES,
    "changes",
    "escape",
    "leave",
)
"""The commands of the registry that work here."""

_LOOKS = {GONE: "strike", COME: "fact"}


class ChangesList(FoundList):
    """The passages that changed."""

    TITLE = "What changed"
    HELP = "What changed since the earlier version. Enter goes to the place."


def rows(found: Comparison) -> tuple[Row, ...]:
    """How much changed, and a row for each passage that did."""
    gone, come = found.counts()
    said = f"{gone} {'word' if gone == 1 else 'words'} went, {come} came."
    shown = [Row(said if found.revisions else "Nothing but white space.", look="quiet", most=2)]
    for revision in found.revisions:
        words, marks = marked(found, revision)
        place = revision.changes[0].new
        shown.append(
            Row(
                words,
                value=place,
                span=place,
                marks=tuple((start, end, _LOOKS[kind]) for start, end, kind in marks),
                sign="±",
                sign_look="accent",
                most=12,
            )
        )
    return tuple(shown)


class ChangesPage(ListKeys, ModalScreen[Span | None]):
    """Lists what changed; gives back the place chosen in the article as it is now.

    Args:
        palette: the looks of meanings.
        keys: the keys of each command.
        found: what changed.
    """

    list: ChangesList

    def __init__(
        self, palette: Palette, keys: Mapping[str, tuple[str, ...]], found: Comparison
    ) -> None:
        super().__init__()
        bind(self, keys, MOVES)
        self._found = found
        self.list = ChangesList(palette, id="changes")

    def compose(self) -> ComposeResult:
        """The list."""
        yield Vertical(self.list, id="changes-frame")

    def on_mount(self) -> None:
        """Fill it."""
        self.list.fill(rows(self._found))
        self.list.focus()

    def action_choose(self) -> None:
        """Go to the place under the cursor."""
        self.list.choose()

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Give the place back."""
        self.dismiss(event.row.span)

    def action_escape(self) -> None:
        """Back to the article."""
        self.dismiss(None)

    action_leave = action_changes = action_escape
