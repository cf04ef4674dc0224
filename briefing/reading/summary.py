"""The summary: the few sentences that tell an article best, in its own order and words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.annotations import Entity, SummarySentence
from briefing.model.article import Article, Span


def summary_length(article: Article) -> int:
    """How many sentences the summary of an article has: two to five, by its length."""
    words = article.text.count(" ") + article.text.count("\n")
    return 2 if words < 250 else 3 if words < 600 else 4 if words < 1200 else 5


def summarise(
    article: Article,
    sentences: Sequence[Span],
    budget: int,
    entities: Sequence[Entity] = (),
) -> tuple[SummarySentence, ...]:
    """The sentences that tell the article best, at most ``budget``, in text order."""
    return tuple(SummarySentence(span, 0.0, ("opens the story",)) for span in sentences[:budget])
