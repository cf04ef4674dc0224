"""How much of a sentence is new to a reader of other articles of its story.

What counts is the share of its content that was not read: of its terms, the figures twice as
much as the rest, since a new figure is news in an old sentence. A part of the judgement is made
against the single sentence most like it: the same words scattered over ten sentences are not the
same news. Where only one sentence was read, that part asks what it says beyond this one: two
statements that each say something of their own are not one statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefing.reading.sentences import sentences
from briefing.reading.terms import terms

_FIGURE = 2.0
"""The weight of a figure among words of weight 1."""
_ONE_SENTENCE = 0.2
"""The part of the judgement that is made against the most similar sentence alone."""


def novelty(read: str, sentence: str) -> float:
    """How much of a sentence is new, from 0 (all of it was read) to 1.

    Args:
        read: the text that was read, one paragraph a line.
        sentence: the sentence in question.
    """
    weights = _weights(terms(sentence))
    total = sum(weights.values())
    if not total:
        return 0.0
    known = _bags(read)
    everywhere = frozenset().union(*known)
    whole = _unread(weights, everywhere) / total
    nearest = min((_unread(weights, bag) for bag in known), default=total) / total
    if len(known) == 1:
        beyond = _weights(known[0])
        nearest = _unread(beyond, frozenset(weights)) / (sum(beyond.values()) or 1.0)
    return (1 - _ONE_SENTENCE) * whole + _ONE_SENTENCE * nearest


def _weights(found: Iterable[str]) -> dict[str, float]:
    return {term: _FIGURE if term[0].isdigit() else 1.0 for term in found}


def _unread(weights: dict[str, float], bag: frozenset[str]) -> float:
    return sum(weight for term, weight in weights.items() if term not in bag)


@lru_cache(maxsize=8)
def _bags(read: str) -> tuple[frozenset[str], ...]:
    """The terms of each sentence that was read; kept, since one text meets many sentences."""
    return tuple(frozenset(terms(span.of(read))) for span in sentences(read))
