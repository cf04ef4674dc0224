"""What an article says beyond, and against, the others that tell of the same event."""

from __future__ import annotations

from briefing.model.article import Span
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Teller:
    """Another article on the event."""

    digest: str
    title: str
    source: str
    read: bool
    new: int
    """Its sentences that say something which neither this article nor one that was read does."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A figure that another article gives differently."""

    span: Span
    """The figure here."""
    sentence: Span
    digest: str
    """The other article's."""
    source: str
    """What the other article is called by: its publication, or its title."""
    other: Span
    """The figure there, in the other article's text."""
    figure: str
    """Its words."""
    context: str
    """The words of the sentence that it stands in."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One article among those that tell of the same event."""

    digest: str
    others: tuple[Teller, ...] = ()
    """The other articles, the newest arrival first."""
    known: int = 0
    """How many of them were read: what is new is new against these."""
    new: tuple[Span, ...] = ()
    """Sentences that say something which none of the articles read does; none without those."""
    clashes: tuple[Clash, ...] = ()
    """Figures that differ, in the order of this article's text."""
