"""Notes: what a reader marked in an article, and what they wrote about it."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.model.tags import tags_of


@dataclass(frozen=True, slots=True)
class Anchor:
    """What finds a marked passage again: its words, their surroundings and their place.

    Follows the TextQuoteSelector and TextPositionSelector of the W3C Web Annotation model.
    """

    quote: str
    """The passage, exactly as it stood."""
    prefix: str
    """About 30 characters before it, cut on a whole word."""
    suffix: str
    """About 30 characters after it, cut on a whole word."""
    position: Span
    """Where it stood in the text whose digest is ``digest``."""
    digest: str
    """The article's identity at the time (see ``Article.digest``)."""


class Standing(StrEnum):
    """How a note's passage stands in the article as it is now."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    """The words are not the same any more; both versions are shown."""
    GONE = "gone"
    """Not found; the note is kept and listed all the same."""


@dataclass(frozen=True, slots=True)
class Note:
    """A marked passage, with a comment or without."""

    id: str
    """Minted once, such as ``b-593294b4``; never recomputed."""
    anchor: Anchor
    created: str
    """When it was made: ISO 8601 with the offset from UTC, to the second."""
    comment: str = ""
    standing: Standing = Standing.SAME
    span: Span | None = None
    """Where the passage stands in the article now; ``None`` when it is gone."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags in the comment, without their signs."""
        return tags_of(self.comment)


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment that is being typed, kept so that it outlives the program."""

    span: Span
    """The passage, in the article as it was then."""
    comment: str
    note_id: str = ""
    """The note it is for; empty for one that is yet to be made."""
