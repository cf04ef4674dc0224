"""What a number is a number of: money, a share, a measure, an age.

Each reader looks at the words on either side of a number and says where the whole figure begins
and ends, or that it is not of its kind.
"""

from __future__ import annotations

from briefing.model.annotations import FactKind
from briefing.model.records import dataclass
from briefing.reading.lexemes import Lexed
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
from briefing.reading.tables import words as listed

NUMERALS = frozenset("dynwv")
"""The letters of numbers."""


_PAYING = listed(
    "fined fine pay pays paid paying cost costs costing worth spend spent spending earn earns"
    " earned earning owe owes owed stole charge charges charged invested donated bail"
)
"""Words before an amount of money."""


@dataclass(slots=True)
class Amount:
    """A figure by the indexes of its lexemes; ``last`` is the one after it."""

    first: int
    last: int
    kind: FactKind
    value: float | None
    unit: str = ""


def amount(words: Lexed, index: int, last: int, value: float | None) -> Amount | None:
    """The figure around a number that has a currency, a percent sign or a unit.

    Args:
        words: the text.
        index: of the number.
        last: the index after it, or after the range it opens.
        value: what it is worth; ``None`` for a range.
    """
    for read in (_money, _percent, _measure, _age):
        if found := read(words, index, last, value):
            return found
    return None


def _next(words: Lexed, last: int) -> int:
    """The index of the word after a number, past the hyphen that may join them."""
    return last + 1 if words.code(last) == "-" and words.glued(last) else last


# -- money -----------------------------------------------------------------------------------


def _money(words: Lexed, index: int, last: int, value: float | None) -> Amount | None:
    before = index - 1
    if words.code(before) == "$":
        first = before
        prefixed = words.glued(before) and words.word(before - 1) in CURRENCY_PREFIXES
        first -= prefixed
        return Amount(first, last, FactKind.MONEY, value, SYMBOLS[words.word(before)])
    if words.word(before) in CURRENCY_CODES:
        return Amount(before, last, FactKind.MONEY, value, words.word(before))
    if words.code(last) == "$" and words.code(last + 1) not in tuple(NUMERALS):
        return Amount(index, last + 1, FactKind.MONEY, value, SYMBOLS[words.word(last)])
    if words.word(last) == "p" and words.glued(last) and words.code(index) in "dny":
        return Amount(index, last + 1, FactKind.MONEY, value, "penny")
    return _in_words(words, index, last, value)


def _in_words(words: Lexed, index: int, last: int, value: float | None) -> Amount | None:
    """``135.42 yen``, ``28 Hong Kong dollars``, ``millions of ringgit``."""
    at = _next(words, last)
    if words.codes[index] == "v" and words.code(at) == "f":
        at += 1
    plain = at
    for _ in range(2):
        if words.word(at) in NATIONS:
            at += 1 + (words.code(at + 1) == ".")
    word = words.word(at)
    sterling = words.word(at + 1) == "sterling"
    large = value is not None and value >= 1e6
    named = word in CURRENCIES and words.code(at) != "X"
    ambiguous = word in ("pound", "pounds", "won") and words.code(at) != "X"
    if named or (ambiguous and (sterling or large or at > plain or _is_paid(words, index, at))):
        return Amount(index, at + 1 + sterling, FactKind.MONEY, value, word.rstrip("s"))
    if word in CURRENCY_CODES and words.code(at) == "X":
        return Amount(index, at + 1, FactKind.MONEY, value, word)
    return None


def _is_paid(words: Lexed, index: int, at: int) -> bool:
    """Whether pounds are money by what stands around them: ``fined 300 pounds ($400)``."""
    if words.word(index - 1) in _PAYING:
        return True
    bracketed = words.word(at + 1) == "("
    return bracketed and any(words.code(place) == "$" for place in range(at + 2, at + 5))


# -- percentages and measures ----------------------------------------------------------------


def _percent(words: Lexed, index: int, last: int, value: float | None) -> Amount | None:
    at = _next(words, last)
    if end := _percent_end(words, at):
        return Amount(index, end, FactKind.PERCENT, value, "percent")
    if words.code(at) == "f" and words.codes[index] == "n":
        at += 1  # ``seven-tenths of 1 percent``, ``a quarter of a point``
        if words.word(at) in ("a", "one", "1"):
            at += 1
        end = _percent_end(words, at) or (at + 1 if words.word(at) == "point" else 0)
        if end:
            return Amount(index, end, FactKind.PERCENT, value, "percent")
    return None


def _percent_end(words: Lexed, at: int) -> int:
    """The index after ``%``, ``per cent`` or ``basis points`` at a place, or 0."""
    word = words.word(at)
    if word in ("%", "percent", "pct", "percentage") or (word == "basis"):
        pointed = words.word(at + 1).startswith("point")
        return at + 1 + pointed if pointed or word not in ("percentage", "basis") else 0
    follows = at + 1 + (words.code(at + 1) == "-")
    return follows + 1 if word == "per" and words.word(follows) == "cent" else 0


def _measure(words: Lexed, index: int, last: int, value: float | None) -> Amount | None:
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
    return Amount(index, end, FactKind.MEASURE, value, power + UNITS[word])


_LIVED = frozenset({"year", "years", "month", "months", "week", "weeks", "day", "days"})
_OLDEST = 120


def _age(words: Lexed, index: int, last: int, value: float | None) -> Amount | None:
    """``43-year-old``, ``six months old``, ``aged 99``, ``Brian Dally, 26,``."""
    at = _next(words, last)
    if words.word(at) in _LIVED:
        end = _next(words, at + 1)
        of_age = words.code(end) == "f" and words.word(end + 1) == "age"
        if of_age or words.word(end) in ("old", "olds"):
            return Amount(index, end + 1 + of_age, FactKind.MEASURE, value, "years old")
    if value is None or value > _OLDEST or words.codes[index] not in "dn" or last > index + 1:
        return None
    told = words.word(index - 1) in ("age", "aged", "ages")
    apposed = words.code(index - 1) == "," and words.code(index - 2) == "X"
    if told or (apposed and words.code(last) in (",", ".", "|", ";", "")):
        return Amount(index, last, FactKind.MEASURE, value, "years old")
    return None
