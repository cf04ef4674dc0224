"""The summary: the few sentences that tell an article best, in its own order and words.

Every sentence is scored by a small linear model (``weights/summary.json``, learned from articles
with highlights that editors wrote); the best are taken one by one, each the less wanted the more
it says what was taken already. A sentence that points back to the one before it is taken only
with that one, or when there is nothing else.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from briefing.model.annotations import SummarySentence
from briefing.model.article import Article, Span
from briefing.reading.salience import Salience
from briefing.reading.standing import beside_story, fragment, lacks_speaker, points_back, verbless
from briefing.reading.summary_features import REASONS, features
from briefing.reading.tables import table

_WORDS_FOR = ((0, 2), (250, 3), (600, 4), (1200, 5))
"""From so many words on, so many sentences."""

_LEAD, _LATER = 200, 400
"""Sentences considered of a long text: its first ones, and as many openings of later paragraphs,
spread over the whole. News is told by its top; a book has no summary in five sentences anyway."""

_REPEATING = 0.15
"""What a sentence loses for saying all that another one said already."""
_SAME = 0.6
"""The likeness from which on a sentence tells nothing new."""
_REASONS_TOLD = 3

_CERTAIN = 30.0
"""Beyond this a chance is 0 or 1 to thirteen places; odd texts would go over what a float holds."""


def summary_length(article: Article) -> int:
    """How many sentences the summary of an article has: two to five, by its length."""
    words = article.text.count(" ") + article.text.count("\n")
    return max(count for least, count in _WORDS_FOR if words >= least)


def summarise(
    article: Article, sentences: Sequence[Span], budget: int
) -> tuple[SummarySentence, ...]:
    """The sentences that tell the article best, in text order.

    Args:
        article: what is summarised.
        sentences: the sentences of its prose, in text order.
        budget: how many to take at most.

    Returns:
        Whole sentences, each with its score (0 to 1) and what spoke for it. Fewer than ``budget``
        when the article has no more.
    """
    considered = _considered(article, sentences)
    texts = [" ".join(span.of(article.text).split()) for span in considered]
    salience = Salience(texts)
    openings = {block.span.start for block in article.blocks}
    rows = features(texts, [s.start in openings for s in considered], article.title, salience)
    weights = [table("summary")["weights"].get(name, 0.0) for name in REASONS]
    scores = [_score(weights, row) for row in rows]
    taken = chosen(texts, scores, salience, budget, _follows(considered, sentences))
    return tuple(
        SummarySentence(considered[i], round(scores[i], 4), _why(weights, rows[i]))
        for i in sorted(taken)
    )


def _considered(article: Article, sentences: Sequence[Span]) -> list[Span]:
    """The sentences that may be chosen; all of them, but for a very long text."""
    if len(sentences) <= _LEAD + _LATER:
        return list(sentences)
    openings = {block.span.start for block in article.blocks}
    later = [span for span in sentences[_LEAD:] if span.start in openings]
    later = later or list(sentences[_LEAD:])
    step = -(-len(later) // _LATER)
    return [*sentences[:_LEAD], *later[::step]]


def _follows(considered: Sequence[Span], sentences: Sequence[Span]) -> list[bool]:
    """For each sentence considered, whether the one before it in the list is so in the text."""
    pairs = set(pairwise(sentences))
    return [False, *(pair in pairs for pair in pairwise(considered))] if considered else []


def _score(weights: Sequence[float], row: Sequence[float]) -> float:
    value = sum(weight * feature for weight, feature in zip(weights, row, strict=True))
    return 1 / (1 + math.exp(-min(max(value, -_CERTAIN), _CERTAIN)))


def chosen(
    texts: Sequence[str],
    scores: Sequence[float],
    salience: Salience,
    budget: int,
    follows: Sequence[bool],
) -> list[int]:
    """The best sentences by score, without repeating (maximal marginal relevance).

    In three rounds, each only while the one before has not filled the budget: sentences that
    stand alone (or lean on one that is taken), those that do not, and what is cut off or was said.
    """
    said = [0.0] * len(texts)
    taken: list[int] = []

    @cache  # most sentences are never near being taken, so they are not looked at so closely
    def flaws(i: int) -> tuple[bool, bool, bool]:
        text = texts[i]
        if beside_story(text):
            return True, True, True
        return False, fragment(text) or verbless(text), points_back(text) or lacks_speaker(text)

    def rank(i: int) -> int:
        beside, cut_off, leaning = flaws(i)
        if beside:
            return 3
        if cut_off or said[i] > _SAME:
            return 2
        return 1 if leaning and not (follows[i] and i - 1 in taken) else 0

    left = list(range(len(texts)))
    while left and len(taken) < budget:
        left.sort(key=lambda i: (said[i] * _REPEATING - scores[i], i))
        best, flaw = left[0], 4
        for i in left:
            if (found := rank(i)) < flaw:
                best, flaw = i, found
            if not flaw:
                break
        if flaw == 3 and taken:
            break
        taken.append(best)
        left.remove(best)
        for i in left:
            said[i] = max(said[i], salience.like(i, best))
    return taken


def _why(weights: Sequence[float], row: Sequence[float]) -> tuple[str, ...]:
    """What spoke for a sentence, the weightiest first."""
    spoke: dict[str, float] = {}
    for (_, reason), weight, value in zip(REASONS.items(), weights, row, strict=True):
        if reason and weight * value > 0:
            spoke[reason] = spoke.get(reason, 0.0) + weight * value
    return tuple(sorted(spoke, key=lambda reason: (-spoke[reason], reason))[:_REASONS_TOLD])
