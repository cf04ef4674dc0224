"""A morning's reading: what is unread, put together by the events it tells of."""

from __future__ import annotations

from briefing.library.listings import Listing
from briefing.model.article import Span
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Lead:
    """An article with the sentences that stand for it."""

    listing: Listing
    sentences: tuple[tuple[Span, str], ...]
    """Their places in the article's text, and their words."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is unread on one event."""

    lead: Lead
    """The article that came last."""
    also: tuple[tuple[Listing, int | None], ...] = ()
    """The other unread articles, each with how many of its sentences say something that neither
    the lead nor what was read of the event says; ``None`` where that was not looked into."""


def as_markdown(words: str) -> str:
    """Words of an article as Markdown on one line, with nothing in them interpreted."""
    from briefing.notes.quoting import escaped

    return escaped(" ".join(words.split()))
