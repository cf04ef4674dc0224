"""Which figures of an article matter, most important first.

News puts what matters first, so the order of the text is most of the answer; what is told again
gains, ages and converted amounts lose. Weights were tried on figures that editors repeat in
their own summaries; a model with twenty-six features, cross-validated, did worse than this.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.annotations import FactKind
from briefing.reading.figures import Figure

_REPEATED = 0.5
"""For each time that a figure comes back, up to two."""
_TITLED = 2.5
_AGE = -2.0
"""News gives the age of nearly everybody; it is hardly ever what a story is about."""
_CONVERTED = -0.3
_WORDED = -2.0
"""Small numbers in words (``two``, ``one of``) seldom are what a story is about."""
_SMALL = 13
_BESIDE_NAME = re.compile(r"[A-Z][\w.’'-]+, \Z|\b(?:aged?|ages of) \Z")


@dataclass(frozen=True, slots=True)
class Ranked:
    """A figure with how much it matters, and why."""

    figure: Figure
    score: float
    """0 for the first figure of an article, less for each one further down."""
    why: tuple[str, ...]


def ranked(text: str, figures: Sequence[Figure], title: str = "") -> tuple[Ranked, ...]:
    """The figures of an article, most important first; one that is repeated at each mention.

    Args:
        text: the article.
        figures: its figures, in text order.
        title: its title, where it is not part of the text.
    """
    from briefing.reading.figures import figures as figures_of

    titled = {same(title, figure) for figure in figures_of(title)} if title else set()
    counts = Counter(same(text, figure) for figure in figures if not _is_age(text, figure))
    ranks = []
    place = -1
    for figure in figures:
        place += not _is_age(text, figure)
        identity = same(text, figure)
        reasons = [f"figure {max(place, 0) + 1} of the text"]
        score = -math.log(1 + max(place, 0)) + _REPEATED * min(2, max(counts[identity] - 1, 0))
        if counts[identity] > 1:
            reasons.append(f"given {counts[identity]} times")
        if identity in titled:
            score += _TITLED
            reasons.append("stands in the title")
        score += _handicap(text, figure)
        ranks.append(Ranked(figure, score, tuple(reasons)))
    return tuple(sorted(ranks, key=lambda rank: (-rank.score, rank.figure.span)))


def same(text: str, figure: Figure) -> tuple[str, str]:
    """What two mentions of one figure have in common: their worth, or else their words."""
    kind = "" if figure.kind is FactKind.COUNT else figure.unit
    if figure.value is None:
        return kind, figure.span.of(text).lower()
    return kind, f"{figure.value:g}"


def _is_age(text: str, figure: Figure) -> bool:
    """Whether a figure is somebody's age: ``18-year-old``, or ``Ma, 18,`` with a name before it."""
    if figure.unit == "years old":
        return True
    start, end = figure.span.start, figure.span.end
    if figure.kind is not FactKind.COUNT or not figure.span.of(text).isdigit():
        return False
    before = _BESIDE_NAME.search(text, max(0, start - 40), start)
    return before is not None and text[end : end + 1] in (",", ".", ";", ")")


def _handicap(text: str, figure: Figure) -> float:
    """What speaks against a figure as such, wherever it stands."""
    start = figure.span.start
    handicap = _AGE if _is_age(text, figure) else 0.0
    if start and text[start - 1] == "(":
        handicap += _CONVERTED
    value = figure.value
    worded = not any(letter.isdigit() for letter in figure.span.of(text))
    if worded and figure.kind is FactKind.COUNT and value is not None and value < _SMALL:
        handicap += _WORDED
    return handicap
