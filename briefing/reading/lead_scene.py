"""The lead event: what an article's title and first sentences tell of, and what bears on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.article import Article, BlockKind, Span
from briefing.model.records import dataclass
from briefing.reading.salience import rarity
from briefing.reading.standing import beside_story, roster
from briefing.reading.terms import terms

FURTHEST = 25
"""Sentences in which an answer is looked for; what comes later is background."""

_SHORTEST = 30
"""Characters; a shorter sentence opens no story."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be the answer to a question."""

    span: Span
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch in which answers are looked for: the title, or a sentence."""

    span: Span
    order: int
    """0 for the title (or a lead without one), then the sentences in text order."""
    bearing: float
    """How much of what the lead event is called by it says, 0 to 1."""
    beside: bool
    """Whether it is a caption or a credit, or has one in it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An article as the reader of its lead sees it."""

    article: Article
    title: Span | None
    lead: Span | None
    """The sentence that opens the story."""
    told: Span | None
    """The lead without the dateline before it."""
    passages: tuple[Passage, ...]
    """In text order, no more than :data:`FURTHEST` sentences."""

    def passage(self, span: Span) -> Passage | None:
        """The passage a span stands in."""
        return next((each for each in self.passages if each.span.covers(span)), None)


def scene(article: Article, sentences: Sequence[Span]) -> Scene:
    """What an article opens with.

    Args:
        article: the article.
        sentences: those of its prose, in text order.
    """
    text = article.text
    title = article.title_span or _headline(article)
    prose = [s for s in sentences if title is None or not title.overlaps(s)][:FURTHEST]
    considered = [span for span in prose if not roster(span.of(text))]
    beside = [beside_story(span.of(text)) for span in considered]
    lead = _lead(text, considered, beside)
    event = (set(terms(title.of(text))) if title else set()) | (
        set(terms(lead.of(text))) if lead else set()
    )
    known = sum(map(rarity, event)) or 1.0
    passages = [Passage(title, 0, 1.0, False)] if title else []
    for order, (span, aside) in enumerate(zip(considered, beside, strict=True), start=1):
        shared = event & set(terms(span.of(text)))
        passages.append(Passage(span, order, sum(map(rarity, shared)) / known, aside))
    return Scene(article, title, lead, _told(article, lead), tuple(passages))


def _told(article: Article, lead: Span | None) -> Span | None:
    opening = article.dateline
    if lead is None or opening is None or not lead.covers(opening) or opening.end == lead.end:
        return lead
    return Span(opening.end, lead.end)


def _headline(article: Article) -> Span | None:
    """The heading that an article without a title opens with."""
    first = article.blocks[0] if article.blocks else None
    return first.span if first and first.kind is BlockKind.HEADING else None


def _lead(text: str, sentences: Sequence[Span], beside: Sequence[bool]) -> Span | None:
    """The first sentence that is long enough to open a story and is no caption."""
    for span, aside in zip(sentences, beside, strict=True):
        if not aside and len(span) > _SHORTEST and re.search(r"\s\S+\s", span.of(text)):
            return span
    return sentences[0] if sentences else None
