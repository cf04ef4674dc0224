"""What a single line most likely is, by learned weights: for lines no rule of furniture knows.

A line's score for each kind is the sum of the weights of what it shows
(:mod:`briefing.reading.line_features`); :mod:`briefing.training.furniture` learns them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache
from math import exp

from briefing.model.records import dataclass
from briefing.reading.line_features import features
from briefing.reading.tables import table

KINDS = ("body", "related", "source", "byline", "date", "credit", "promo")
"""In the order of the weights; the first is a line of the story."""
SURE = 0.5
"""How likely a line must be furniture, of whatever kind, to be taken for it."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights: for each feature one for each of :data:`KINDS`."""

    known: Set[str]
    bias: Sequence[float]
    weights: Mapping[str, Sequence[float]]

    def kind(self, line: str) -> str:
        """One of :data:`KINDS`.

        Args:
            line: without white space around it.
        """
        scores = list(self.bias)
        for feature in sorted(features(line, self.known)):
            if weights := self.weights.get(feature):
                for index, weight in enumerate(weights):
                    scores[index] += weight
        best = max(scores[1:])
        most = max(best, scores[0])
        chances = [exp(score - most) for score in scores]
        if 1 - chances[0] / sum(chances) <= SURE:
            return KINDS[0]
        return KINDS[scores.index(best, 1)]


@cache
def learned() -> Learned:
    """The weights that come with the program."""
    read = table("furniture")
    return Learned(frozenset(read["words"].split()), read["bias"], read["weights"])
