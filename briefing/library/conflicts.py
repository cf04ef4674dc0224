"""Where two articles of one story give different figures for the same thing.

Two sentences are compared figure by figure. Figures that can be of one thing (the same currency,
the same dimension, or counts) are aligned by the words around them; equal ones, rounding and
conversion allowed, use each other up; two that are left over, count the same thing by the same
words, and differ, are a conflict.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.reading.dates import DateMention, Granularity, dates
from briefing.reading.dates.scene import unit_kind
from briefing.reading.figures import Figure, figures
from briefing.reading.lexemes import lexed
from briefing.reading.tables import words
from briefing.reading.terms import terms


class Verdict(StrEnum):
    """What two sentences say of each other's figures."""

    CONFLICT = "conflict"
    AGREE = "agree"
    OTHER = "other"
    """They have no figure of the same thing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sentences compared; the spans of the two figures that decided, if any."""

    verdict: Verdict
    one: Span | None = None
    other: Span | None = None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A figure or a length of time, in a common unit, with the words around it."""

    span: Span
    dimension: str
    value: float
    after: tuple[str, ...]
    before: tuple[str, ...]
    loose: bool
    """Whether the text says ``about``, ``more than`` or the like."""
    converted: float | None = None
    """The same in another unit, where the text gives that too."""


_UNITS: dict[str, tuple[str, float]] = {
    "kilometre": ("length", 1000),
    "metre": ("length", 1),
    "centimetre": ("length", 0.01),
    "millimetre": ("length", 0.001),
    "mile": ("length", 1609.344),
    "foot": ("length", 0.3048),
    "inch": ("length", 0.0254),
    "yard": ("length", 0.9144),
    "acre": ("area", 4046.856),
    "hectare": ("area", 10000),
    "lb": ("mass", 0.45359),
    "kilogram": ("mass", 1),
    "gram": ("mass", 0.001),
    "tonne": ("mass", 1000),
    "ounce": ("mass", 0.02835),
    "penny": ("pound", 0.01),
    "cent": ("dollar", 0.01),
}
_PERIODS = {"S": 1, "M": 60, "H": 3600, "D": 86400, "W": 604800, "MO": 2629800, "Y": 31557600}
_LOOSE = words(
    "about around roughly nearly almost some approximately estimated over least than to close"
    " fewer up approaching"
)
_SAME = {
    term: meaning
    for meaning, alike in {
        "dead": "kill death died die dies liv fatality",
        "hurt": "injur injury wound",
        "flee": "displac displacement fled",
        "person": "people others other persons",
    }.items()
    for term in alike.split()
}
"""Terms that news uses for one thing when it counts."""
_NEAR = 4
"""Terms on either side that tell what a figure counts."""
_ROUNDED, _LOOSELY = 0.03, 0.12
"""How far apart, as a share of the larger, two figures still agree."""
_ENOUGH, _ENOUGH_ALIKE = 1.6, 1.4
"""The overlap of surroundings that makes two figures those of one thing: at all, and in
sentences that are much alike."""
_ALIKE = 0.5


def compare(one: str, other: str) -> Comparison:
    """Compares the figures of two sentences about one event.

    Args:
        one: a sentence of one article.
        other: a sentence of another article of the same story.
    """
    mine, theirs = _quantities(one), _quantities(other)
    pairs = [
        (_overlap(here, there), i, j)
        for i, here in enumerate(mine)
        for j, there in enumerate(theirs)
        if here.dimension == there.dimension
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    agreed: Comparison | None = None
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in pairs:
        if i not in used[0] and j not in used[1] and _same(mine[i], theirs[j]):
            used[0].add(i)
            used[1].add(j)
            agreed = agreed or Comparison(Verdict.AGREE, mine[i].span, theirs[j].span)
    need = _ENOUGH_ALIKE if _likeness(one, other) >= _ALIKE else _ENOUGH
    for overlap, i, j in pairs:
        if overlap >= need and i not in used[0] and j not in used[1]:
            return Comparison(Verdict.CONFLICT, mine[i].span, theirs[j].span)
    return agreed or Comparison(Verdict.OTHER)


def _quantities(sentence: str) -> list[_Quantity]:
    """The figures and lengths of time of a sentence, without those that only convert another."""
    mentions = dates(sentence)
    found = [_figure(sentence, each) for each in figures(sentence, [m.span for m in mentions])]
    found += [_length(sentence, each) for each in mentions]
    kept: list[_Quantity] = []
    for quantity in sorted(filter(None, found), key=lambda each: each.span):
        if kept and _converts(sentence, kept[-1], quantity):
            kept[-1] = replace(kept[-1], converted=quantity.value)
        else:
            kept.append(quantity)
    return kept


def _converts(sentence: str, one: _Quantity, other: _Quantity) -> bool:
    """Whether the second figure gives the first in another unit: ``770 km (480 miles)``."""
    bracketed = sentence[one.span.end : other.span.start].lstrip().startswith("(")
    return bracketed and one.dimension == other.dimension


def _figure(sentence: str, figure: Figure) -> _Quantity | None:
    if figure.value is None:
        return None
    dimension, factor = _UNITS.get(figure.unit, (figure.unit, 1.0))
    if figure.kind is FactKind.COUNT:
        dimension = "count"
    return _quantity(sentence, figure.span, dimension, figure.value * factor)


def _length(sentence: str, mention: DateMention) -> _Quantity | None:
    words = lexed(mention.span.of(sentence))
    if (
        mention.granularity is not Granularity.DURATION
        and words.word(len(words.items) - 1) != "ago"
    ):
        return None
    counts = [item.value for item in words.items if item.value is not None]
    kinds = [unit_kind(item.low) for item in words.items if unit_kind(item.low) in _PERIODS]
    if len(counts) != 1 or len(kinds) != 1:
        return None
    return _quantity(sentence, mention.span, "time", counts[0] * _PERIODS[kinds[0]])


def _quantity(sentence: str, span: Span, dimension: str, value: float) -> _Quantity:
    before = sentence[max(0, span.start - 60) : span.start]
    after = sentence[span.end : span.end + 60]
    loose = not _LOOSE.isdisjoint(before.lower().split()[-2:])
    return _Quantity(
        span,
        dimension,
        value,
        tuple(map(_meaning, filter(_tells, terms(after)[:_NEAR]))),
        tuple(map(_meaning, filter(_tells, terms(before)[-_NEAR:]))),
        loose,
    )


def _tells(term: str) -> bool:
    """Whether a term tells what a figure counts: other figures do not."""
    return term[0].isalpha() and term != "per"


def _meaning(term: str) -> str:
    return _SAME.get(term, term)


def _overlap(one: _Quantity, other: _Quantity) -> float:
    """How much two figures seem to be of one thing, by the words around them."""
    head = bool(one.after and other.after and one.after[0] == other.after[0])
    shared = len({*one.after} & {*other.after}) + 0.7 * len({*one.before} & {*other.before})
    return shared + head


def _same(one: _Quantity, other: _Quantity) -> bool:
    """Whether two figures agree, each with the conversion that stands beside it."""
    allowed = _LOOSELY if one.loose or other.loose else _ROUNDED
    if _apart(one.value, other.value) > allowed:
        return False
    for mine, theirs in ((one, other), (other, one)):
        if mine.converted is not None and _apart(mine.converted, theirs.value) > _LOOSELY:
            return False
    return True


def _apart(one: float, other: float) -> float:
    return abs(one - other) / max(abs(one), abs(other), 1e-9)


def _likeness(one: str, other: str) -> float:
    """How alike two sentences are, by the cosine of their terms."""
    mine, theirs = Counter(terms(one)), Counter(terms(other))
    shared = sum(count * theirs[term] for term, count in mine.items())
    return shared / (math.sqrt(_square(mine.values()) * _square(theirs.values())) or 1.0)


def _square(counts: Iterable[int]) -> int:
    return sum(count * count for count in counts)
