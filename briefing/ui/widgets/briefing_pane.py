"""A pane beside an article that lists what a reading has found, or says why it lists nothing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from briefing.model.annotations import Briefing
from briefing.ui.edition import Edition
from briefing.ui.rows import Row
from briefing.ui.widgets.list_pane import ListPane


def remark(text: str) -> tuple[Row, ...]:
    """A pane's row that says in words why there are no others."""
    return (Row(text, look="quiet", most=3),)


class BriefingPane(ListPane):
    """A pane of what a reading has found; until there is one it says so."""

    NOTHING: ClassVar[str]
    """What it says when the reading has found nothing of its kind."""

    def rows_of(self, edition: Edition) -> Sequence[Row]:
        """The rows of what was found, or a remark."""
        if edition.briefing is None:
            return remark(edition.failure or "reading …")
        return self.found(edition, edition.briefing) or remark(self.NOTHING)

    @abstractmethod
    def found(self, edition: Edition, briefing: Briefing) -> Sequence[Row]:
        """A row for everything of this pane's kind in a briefing."""
