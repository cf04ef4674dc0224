"""What a sentence measures and counts, in common units and with the words around each figure."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.dates import DateMention, Granularity, dates
from briefing.reading.dates.scene import unit_kind
from briefing.reading.figures import Figure, figures
from briefing.reading.lexemes import lexed
from briefing.reading.measures import UNITS
from briefing.reading.tables import words
from briefing.reading.terms import term, terms


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or a length of time, in a common unit, with the words around it."""

    span: Span
    end: int
    """Where it ends with the conversion that stands beside it."""
    dimension: str
    unit: str
    value: float
    after: tuple[str, ...]
    before: tuple[str, ...]
    loose: bool
    """Whether the text says ``about``, ``more than`` or the like."""
    converted: float | None = None
    """The same in another unit, where the text gives that too."""
    written: float = 0.0
    """The number in its own unit, before it was brought to the common one."""
    names: bool = False
    """Whether it is a measure that tells which one of several: ``the 170-gram bar``."""


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
    "about around roughly nearly almost some approximately estimated over least than close"
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
_MEASURING = {"per", "percent", "million", "billion", "trillion", *map(term, UNITS)}
_BRACKETED = re.compile(r"\([^()]*\d[^()]*\)")
_NEAR = 4
"""Terms on either side that tell what a figure counts."""
_AROUND = 70
"""Characters on either side in which they stand."""
_MONTH = 2_592_000
"""Seconds in 30 days."""


def quantities(sentence: str) -> list[Quantity]:
    """The figures and lengths of time of a sentence, without those that only convert another."""
    mentions = dates(sentence)
    found = [_figure(sentence, each) for each in figures(sentence, [m.span for m in mentions])]
    found += [_length(sentence, each) for each in mentions]
    kept: list[Quantity] = []
    for quantity in sorted(filter(None, found), key=lambda each: each.span):
        if kept and _converts(sentence, kept[-1], quantity):
            kept[-1] = _converted(sentence, kept[-1], quantity)
        else:
            kept.append(quantity)
    return kept


def _converts(sentence: str, one: Quantity, other: Quantity) -> bool:
    """Whether the second figure gives the first in another unit: ``770 km (480 miles)``."""
    between = sentence[one.span.end : other.span.start].lstrip()
    return between.startswith("(") and ")" not in between and one.dimension == other.dimension


def _converted(sentence: str, one: Quantity, other: Quantity) -> Quantity:
    """The first figure with what the second says of it, and with the words after both."""
    end = sentence.find(")", other.span.end) + 1 or other.span.end
    return replace(one, end=end, converted=other.value, after=_after(sentence, end))


def _figure(sentence: str, figure: Figure) -> Quantity | None:
    if figure.value is None or figure.span.of(sentence).lower() == "one":
        return None
    dimension, factor = _UNITS.get(figure.unit, (figure.unit, 1.0))
    if figure.kind is FactKind.COUNT:
        dimension = "count"
    quantity = _quantity(sentence, figure.span, dimension, figure.value * factor)
    names = figure.kind is FactKind.MEASURE and "-" in figure.span.of(sentence)
    return replace(quantity, unit=figure.unit, written=figure.value, names=names)


def _length(sentence: str, mention: DateMention) -> Quantity | None:
    words = lexed(mention.span.of(sentence))
    ago = words.word(len(words.items) - 1) == "ago"
    if mention.granularity is not Granularity.DURATION and not ago:
        return None
    counts = [item.value for item in words.items if item.value is not None]
    kinds = [unit_kind(item.low) for item in words.items if unit_kind(item.low) in _PERIODS]
    if len(counts) != 1 or len(kinds) != 1:
        return None
    seconds = counts[0] * _PERIODS[kinds[0]]
    if ago and seconds < _MONTH:
        return None  # two papers of one week say ``two days ago`` and ``four days ago`` of one day
    quantity = _quantity(sentence, mention.span, "ago" if ago else "time", seconds)
    return replace(quantity, unit=kinds[0], written=counts[0])


def _quantity(sentence: str, span: Span, dimension: str, value: float) -> Quantity:
    before = _BRACKETED.sub(" ", sentence[max(0, span.start - _AROUND) : span.start])
    loose = not _LOOSE.isdisjoint(before.lower().split()[-2:])
    told = tuple(map(_meaning, filter(_tells, terms(before))))[-_NEAR:]
    return Quantity(
        span, span.end, dimension, "", value, _after(sentence, span.end), told, loose, None, value
    )


def _after(sentence: str, end: int) -> tuple[str, ...]:
    """The terms after a figure that tell what it counts."""
    after = _BRACKETED.sub(" ", sentence[end : end + _AROUND])
    return tuple(map(_meaning, filter(_tells, terms(after))))[:_NEAR]


def _tells(term: str) -> bool:
    """Whether a term tells what a figure counts: other figures and their units do not."""
    return term[0].isalpha() and term not in _MEASURING


def _meaning(term: str) -> str:
    return _SAME.get(term, term.removesuffix("e"))  # shares and share, votes and vote
