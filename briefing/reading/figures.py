"""Figures: amounts of money, percentages, measures and counts, as a text writes them.

Dates and times are not figures, nor are numbers that are part of a name (Qihoo 360, COVID-19,
Resolution 425, 10 Downing Street). Ages are measures. A range (``5-15 percent``, ``two to three
million``) and a score (``81-70``) are each one figure, without a value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.reading.figure_names import is_name
from briefing.reading.lexemes import Lexed, lexed
from briefing.reading.measures import (
    CURRENCIES,
    CURRENCY_CODES,
    CURRENCY_PREFIXES,
    NATIONS,
    POWERS,
    RATES,
    SYMBOLS,
    UNITS,
)


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


NUMERALS = frozenset("dynwv")
"""The letters of numbers."""
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
            amount = _amount(words, index, taken)
        elif code == "h" and _is_half(words, index):
            amount = _Amount(index, index + 1, FactKind.COUNT, 0.5)
        else:
            continue
        if amount is None:
            continue
        done = amount.last
        span = Span(words.items[amount.first].start, words.items[amount.last - 1].end)
        yield Figure(span, amount.kind, amount.value, amount.unit)


@dataclass(slots=True)
class _Amount:
    """A figure by the indexes of its lexemes; ``last`` is the one after it."""

    first: int
    last: int
    kind: FactKind
    value: float | None
    unit: str = ""


def _amount(words: Lexed, index: int, taken: set[int]) -> _Amount | None:
    """The figure that a number is the heart of, or ``None`` where it is none."""
    last = _range_end(words, index, taken)
    value = words.items[index].value if last == index + 1 else None
    for read in (_money, _percent, _measure, _age):
        if amount := read(words, index, last, value):
            return amount
    if is_name(words, index, last):
        return None
    if last > index + 1:
        score = words.codes[index + 1] == "-" and "p" not in words.codes[index:last]
        return _Amount(index, last, FactKind.COUNT, None, "score" if score else "")
    return _Amount(index, _compound_end(words, last), FactKind.COUNT, value)


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


def _next(words: Lexed, last: int) -> int:
    """The index of the word after a number, past the hyphen that may join them."""
    return last + 1 if words.code(last) == "-" and words.glued(last) else last


# -- money -----------------------------------------------------------------------------------


def _money(words: Lexed, index: int, last: int, value: float | None) -> _Amount | None:
    before = index - 1
    if words.code(before) == "$":
        first = before
        prefixed = words.glued(before) and words.word(before - 1) in CURRENCY_PREFIXES
        first -= prefixed
        return _Amount(first, last, FactKind.MONEY, value, SYMBOLS[words.word(before)])
    if words.word(before) in CURRENCY_CODES:
        return _Amount(before, last, FactKind.MONEY, value, words.word(before))
    if words.code(last) == "$" and words.code(last + 1) not in tuple(NUMERALS):
        return _Amount(index, last + 1, FactKind.MONEY, value, SYMBOLS[words.word(last)])
    if words.word(last) == "p" and words.glued(last) and words.code(index) in "dny":
        return _Amount(index, last + 1, FactKind.MONEY, value, "penny")
    return _in_words(words, index, last, value)


def _in_words(words: Lexed, index: int, last: int, value: float | None) -> _Amount | None:
    """``135.42 yen``, ``28 Hong Kong dollars``, ``millions of ringgit``."""
    at = _next(words, last)
    if words.codes[index] == "v" and words.code(at) == "f":
        at += 1
    for _ in range(2):
        if words.word(at) in NATIONS:
            at += 1 + (words.code(at + 1) == ".")
    word = words.word(at)
    sterling = words.word(at + 1) == "sterling"
    large = value is not None and value >= 1e6
    named = word in CURRENCIES and words.code(at) != "X"
    if named or (word in ("pound", "pounds", "won") and (sterling or large)):
        return _Amount(index, at + 1 + sterling, FactKind.MONEY, value, word.rstrip("s"))
    if word in CURRENCY_CODES and words.code(at) == "X":
        return _Amount(index, at + 1, FactKind.MONEY, value, word)
    return None


# -- percentages and measures ----------------------------------------------------------------


def _percent(words: Lexed, index: int, last: int, value: float | None) -> _Amount | None:
    at = _next(words, last)
    if end := _percent_end(words, at):
        return _Amount(index, end, FactKind.PERCENT, value, "percent")
    if words.code(at) == "f" and words.codes[index] == "n":
        at += 1  # ``seven-tenths of 1 percent``, ``a quarter of a point``
        if words.word(at) in ("a", "one", "1"):
            at += 1
        end = _percent_end(words, at) or (at + 1 if words.word(at) == "point" else 0)
        if end:
            return _Amount(index, end, FactKind.PERCENT, value, "percent")
    return None


def _percent_end(words: Lexed, at: int) -> int:
    """The index after ``%``, ``per cent`` or ``basis points`` at a place, or 0."""
    word = words.word(at)
    if word in ("%", "percent", "pct", "percentage") or (word == "basis"):
        pointed = words.word(at + 1).startswith("point")
        return at + 1 + pointed if pointed or word not in ("percentage", "basis") else 0
    follows = at + 1 + (words.code(at + 1) == "-")
    return follows + 1 if word == "per" and words.word(follows) == "cent" else 0


def _measure(words: Lexed, index: int, last: int, value: float | None) -> _Amount | None:
    at = _next(words, last)
    if words.codes[index] == "v" and words.code(at) == "f":
        at += 1
    power = ""
    if words.word(at) in POWERS:
        power = words.word(at) + " "
        at += 1
        at += words.code(at) in ("-", ".")
    word = words.word(at)
    if word == ";" or word not in UNITS or (words.glued(at) and words.code(at - 1) == "#"):
        return None
    if words.code(at) == "X" and at == last and not words.glued(at):
        return None
    end = at + 1
    if word == "°" and words.glued(end) and words.word(end) in ("c", "f"):
        end += 1
    if words.word(end) in ("per", "an", "a") and words.word(end + 1) in RATES:
        end += 2
    return _Amount(index, end, FactKind.MEASURE, value, power + UNITS[word])


_LIVED = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
_OLDEST = 120


def _age(words: Lexed, index: int, last: int, value: float | None) -> _Amount | None:
    """``43-year-old``, ``six months old``, ``aged 99``, ``Brian Dally, 26,``."""
    at = _next(words, last)
    if words.word(at) in _LIVED:
        end = _next(words, at + 1)
        of_age = words.code(end) == "f" and words.word(end + 1) == "age"
        if of_age or words.word(end) in ("old", "olds"):
            return _Amount(index, end + 1 + of_age, FactKind.MEASURE, value, "years old")
    if value is None or value > _OLDEST or words.codes[index] not in "dn" or last > index + 1:
        return None
    told = words.word(index - 1) in ("age", "aged", "ages")
    apposed = words.code(index - 1) == "," and words.code(index - 2) == "X"
    if told or (apposed and words.code(last) in (",", ".", "|", ";", "")):
        return _Amount(index, last, FactKind.MEASURE, value, "years old")
    return None


# -- counts ----------------------------------------------------------------------------------


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
