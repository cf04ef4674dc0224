"""What the screen needs to show an article."""

from __future__ import annotations

from briefing.model.annotations import Briefing
from briefing.model.article import Article, Span
from briefing.model.records import dataclass


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
    span: Span | None = None
    """What of it was asked for, such as a note's passage."""
    remark: str = ""
    """What the reader should be told about that, as a sentence."""
    rest: str = ""
    """The file that this is only the beginning of, while the rest of it is being parsed."""
