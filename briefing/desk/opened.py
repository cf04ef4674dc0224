"""What the screen needs to show an article."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.annotations import Briefing
from briefing.model.article import Article


@dataclass(frozen=True, slots=True)
class Opened:
    """What the screen needs to show an article at once."""

    article: Article
    position: int
    """The character offset where reading was left; 0 at first."""
    briefing: Briefing | None
    """Kept from an earlier reading by the same engine, else ``None``."""
    new: bool
    """Whether this text is seen for the first time."""
