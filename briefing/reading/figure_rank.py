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

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.designations import designations
from briefing.reading.figures import Figure
from briefing.reading.figures import figures as figures_of
from briefing.reading.taken import Taken

_REPEATED = 0.5
"""For each time that a figure comes back, up to two."""
_TITLED = 2.5
_AGE, _LEAD_AGE = -2.0, -1.0
"""News gives the age of nearly everybody it introduces; whose age stands in the lead, the story
may be about."""
_LEAD = 300
"""Characters that make a lead, about two sentences."""
_CONVERTED = -0.3
_WORDED = -2.0
"""Small numbers in words (``two``, ``one of``) seldom are what a story is about."""
_SMALL = 13
_INTRODUCED = re.compile(r"[A-Z][\w.’'-]+, \(?\Z|\(\Z|\b(?:aged|(?:he|she) was) \Z")
"""What stands before an age that only tells who somebody is, or how old at some turn of a life:
``Ma, 18,``, ``a man aged 18,``, ``since he was 9,``."""


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
    titled = {same(title, figure) for figure in rankable(title)} if title else set()
    ages = [_is_age(text, figure) for figure in figures]
    pairs = list(zip(figures, ages, strict=True))
    counts = Counter(same(text, figure) for figure, age in pairs if not age)
    ranks = []
    place = -1
    for figure, age in pairs:
        place += not age
        identity = same(text, figure)
        reasons = [f"figure {max(place, 0) + 1} of the text"]
        score = -math.log(1 + max(place, 0)) + _REPEATED * min(2, max(counts[identity] - 1, 0))
        if counts[identity] > 1:
            reasons.append(f"given {counts[identity]} times")
        if identity in titled:
            score += _TITLED
            reasons.append("stands in the title")
        score += _handicap(text, figure, age=age)
        ranks.append(Ranked(figure, score, tuple(reasons)))
    return tuple(sorted(ranks, key=lambda rank: (-rank.score, rank.figure.span)))


def rankable(text: str, times: Sequence[Span] | None = None) -> tuple[Figure, ...]:
    """The figures of a text, and its numbered things, in text order.

    Args:
        text: the text.
        times: the dates and times in it, where they are known already.
    """
    amounts = figures_of(text, times)
    taken = Taken(figure.span for figure in amounts)
    numbered = [
        figure for figure in designations(text, times or ()) if not taken.overlaps(figure.span)
    ]
    return tuple(sorted((*amounts, *numbered), key=lambda figure: figure.span))


def same(text: str, figure: Figure) -> tuple[str, str]:
    """What two mentions of one figure have in common: their worth, or else their words."""
    kind = "" if figure.kind is FactKind.COUNT else figure.unit
    if figure.value is None:
        return kind, figure.span.of(text).lower()
    return kind, f"{figure.value:g}"


def _is_age(text: str, figure: Figure) -> bool:
    """Whether a figure is the age that introduces somebody: ``18-year-old``, or ``Ma, 18,``.

    ``She was not yet 18`` and ``by age 30`` say more than who somebody is.
    """
    start, end = figure.span.start, figure.span.end
    written = figure.span.of(text)
    if written.endswith(("-old", "-olds")):
        return figure.unit == "years old"
    before = _INTRODUCED.search(text, max(0, start - 40), start)
    if before is None or figure.kind not in (FactKind.COUNT, FactKind.MEASURE):
        return False
    alone = written.isdigit() and text[end : end + 1] in (",", ".", ";", ")")
    return alone or figure.unit == "years old"


def _handicap(text: str, figure: Figure, *, age: bool) -> float:
    """What speaks against a figure as such, wherever it stands."""
    start = figure.span.start
    handicap = 0.0
    if age:
        handicap += _LEAD_AGE if start < _LEAD else _AGE
    if start and text[start - 1] == "(":
        handicap += _CONVERTED
    value = figure.value
    worded = not any(letter.isdigit() for letter in figure.span.of(text))
    if worded and figure.kind is FactKind.COUNT and value is not None and value < _SMALL:
        handicap += _WORDED
    return handicap
