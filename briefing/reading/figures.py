"""Figures: amounts of money, percentages, measures and counts, as a text writes them.

Dates and times are not figures, nor are numbers that are part of a name (Qihoo 360, COVID-19,
Resolution 425, 10 Downing Street). Ages are measures. A range (``5-15 percent``, ``two to three
million``) and a score (``81-70``) are each one figure, without a value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.amounts import NUMERALS, Amount, amount
from briefing.reading.figure_names import is_name
from briefing.reading.lexemes import Lexed, lexed


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it is a number of."""

    span: Span
    kind: FactKind
    """``MONEY``, ``PERCENT``, ``MEASURE`` or ``COUNT``."""
    value: float | None
    """What it is worth (``1.1e12`` for $1.1 trillion); ``None`` for ranges, scores and vague
    quantities such as ``dozens``."""
    unit: str = ""
    """The currency, the unit of measure, ``percent``, ``years old``, ``score``, or nothing."""


_RANGE = frozenset({"to", "or", "-", "–"})


def figures(text: str, times: Sequence[Span] | None = None) -> tuple[Figure, ...]:
    """Every figure of a text.

    Args:
        text: the text.
        times: the dates and times in it, where they are known already.

    Returns:
        The figures in text order, without overlaps.
    """
    if times is None:
        from briefing.reading.dates import dates

        times = [mention.span for mention in dates(text)]
    words = lexed(text)
    return tuple(_figures(words, _taken(words, times)))


def _taken(words: Lexed, times: Sequence[Span]) -> set[int]:
    """The indexes of the lexemes that belong to dates and times."""
    taken: set[int] = set()
    for time in times:
        index = bisect_left(words.items, time.start, key=lambda item: item.start)
        while index < len(words.items) and words.items[index].start < time.end:
            taken.add(index)
            index += 1
    return taken


def _figures(words: Lexed, taken: set[int]) -> Iterator[Figure]:
    done = 0
    for index, code in enumerate(words.codes):
        if index < done or index in taken:
            continue
        if code in NUMERALS:
            found = _figure(words, index, taken)
        elif code == "h" and _is_half(words, index):
            found = Amount(index, index + 1, FactKind.COUNT, 0.5)
        else:
            continue
        if found is None:
            continue
        done = found.last
        span = Span(words.items[found.first].start, words.items[found.last - 1].end)
        yield Figure(span, found.kind, found.value, found.unit)


def _figure(words: Lexed, index: int, taken: set[int]) -> Amount | None:
    """The figure that a number is the heart of, or ``None`` where it is none."""
    last = _range_end(words, index, taken)
    value = words.items[index].value if last == index + 1 else None
    if found := amount(words, index, last, value):
        return found
    if is_name(words, index, last):
        return None
    if last > index + 1:
        score = words.codes[index + 1] == "-" and "p" not in words.codes[index:last]
        return Amount(index, last, FactKind.COUNT, None, "score" if score else "")
    return Amount(index, _compound_end(words, last), FactKind.COUNT, value)


def _range_end(words: Lexed, index: int, taken: set[int]) -> int:
    """The index after a range that a number opens, or after the number alone."""
    at = index + 1
    if words.code(at) == "-" and words.word(at + 1) in ("to", "or", "for"):
        at += 1  # ``10- to 18-foot``, ``0-for-2``
        if words.word(at) == "for" and words.code(at + 1) == "-":
            at += 1
    elif words.word(at) not in _RANGE or words.word(index - 1) == "from":
        return index + 1
    apart = not (words.glued(at) and words.glued(at + 1))
    if words.code(at) == "-" and apart:
        return index + 1
    end = at + 1
    joined = words.code(end) and words.code(end) in NUMERALS and end not in taken
    signed = words.code(index - 1) == "$" and words.code(at) != "-"
    return end + 1 if joined and not signed else index + 1


def _compound_end(words: Lexed, last: int) -> int:
    """The index after ``16-team`` where a number and a noun make one word."""
    joined = words.code(last) == "-" and words.glued(last) and words.glued(last + 1)
    return last + 2 if joined and words.code(last + 1) == "x" else last


_WHOLES = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "all", "said", "say"})
_HALVED = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "about",
        "nearly",
        "almost",
        "only",
        "over",
        "than",
        "least",
        "roughly",
    }
)


def _is_half(words: Lexed, index: int) -> bool:
    """Whether ``half`` is a quantity, unlike in ``second half`` and ``half-hearted``."""
    before, after = words.word(index - 1), words.word(index + 1)
    if words.code(index - 1) in ("o", "r") or before in ("other", "better", "the"):
        return False
    return after in _WHOLES or (before in _HALVED and words.code(index + 1) in ("x", "f"))
