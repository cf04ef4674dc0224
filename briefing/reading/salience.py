"""How much each sentence is about what its article is about.

A sentence is a vector of its terms, weighed by how often the article uses them and how rare they
are in news at large (TF-IDF). What an article is about is the sum of its sentences; a sentence
near that sum is central. Everything is one pass over the terms, so a long article costs no more
for each of its words than a short one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from briefing.reading.tables import table
from briefing.reading.terms import terms
from briefing.reading.vectors import Vector, likeness, unit

RAREST = 7.0
"""The most a term can say: beyond one article in a thousand, rarer is not more telling."""

_FIGURE = 4.0
"""What a figure says; figures are many, and each of them is rare."""

TOP = 12
"""How many of an article's terms are its key terms."""


@cache
def frequencies() -> tuple[int, Mapping[str, int]]:
    """The number of articles counted, and in how many of them each term stands."""
    counted = table("frequencies")
    shared = counted["terms"].items()
    return counted["articles"], {term: int(n) for n, line in shared for term in line.split()}


def rarity(term: str) -> float:
    """How much a term says, from about 1 for one that stands everywhere to :data:`RAREST`."""
    if term[0].isdigit():
        return _FIGURE
    articles, counts = frequencies()
    return min(RAREST, math.log((articles + 1) / (counts.get(term, 0) + 0.5)))


def vector(counts: Mapping[str, int], weight: Mapping[str, float]) -> Vector:
    """A vector of length 1; a term that stands ten times does not weigh ten times as much."""
    return unit({term: (1 + math.log(n)) * weight[term] for term, n in counts.items()})


class Salience:
    """The terms and vectors of sentences, and what they are about together.

    Args:
        sentences: their texts, in order.
    """

    def __init__(self, sentences: Sequence[str]) -> None:
        self.terms = [terms(sentence) for sentence in sentences]
        self.counts = Counter(term for found in self.terms for term in found)
        held = Counter(term for found in self.terms for term in set(found))
        within = {term: math.log(1 + len(sentences) / n) for term, n in held.items()}
        at_large = {term: rarity(term) for term in held}
        self.vectors = [vector(Counter(found), within) for found in self.terms]
        self._rare = [vector(Counter(found), at_large) for found in self.terms]
        self._theme = vector(self.counts, within)
        self._news = vector(self.counts, at_large)
        self._sum = _added(self.vectors)
        repeated = [(n * at_large[term], term) for term, n in self.counts.items() if n > 1]
        repeated.sort(key=lambda entry: (-entry[0], entry[1]))
        self.key = frozenset(term for _, term in repeated[:TOP])

    def central(self, index: int) -> float:
        """How near a sentence is to the article's terms, 0 to 1."""
        return likeness(self.vectors[index], self._theme)

    def newsworthy(self, index: int) -> float:
        """The same, with terms weighed by their rarity in news at large."""
        return likeness(self._rare[index], self._news)

    def echoed(self, index: int) -> float:
        """How much the other sentences say the same, on the average: 0 to 1."""
        others = len(self.vectors) - 1
        return (likeness(self.vectors[index], self._sum) - 1) / others if others > 0 else 0.0

    def like(self, index: int, other: int) -> float:
        """How much two sentences say the same, 0 to 1."""
        return likeness(self.vectors[index], self.vectors[other])


def _added(vectors: Iterable[Vector]) -> Vector:
    total: Vector = {}
    for each in vectors:
        for term, value in each.items():
            total[term] = total.get(term, 0.0) + value
    return total
