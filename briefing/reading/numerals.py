"""Which lexemes together make one number, and what it is worth.

``two hundred and fifty``, ``half a million``, ``2.5 million``, ``104 23/32``, ``three-fourths``
and ``hundreds of thousands`` are each one number. The grammar is a regular expression over the
letters of :mod:`briefing.reading.lexemes`, where ``i`` is a number in digits, ``u`` and ``e``
the words below twenty and the tens, ``H`` hundred, ``s`` a scale, ``z`` dozen, ``V`` their
plurals, ``F`` and ``G`` fractions, ``j`` a fraction written as one sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.reading.vocabulary import (
    FRACTIONS,
    ONES,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    TENS,
    VULGAR,
)

_BELOW_100 = r"(?:e-?u|[ue])"
_AND_A_HALF = r"(?:-?&-?a-?h(?!f))"
_BELOW_1000 = rf"(?:{_BELOW_100}-?H(?:&?{_BELOW_100}(?!-?[Hs]))?|{_BELOW_100}{_AND_A_HALF}?)"
_NUMERAL = rf"""(?P<vague>V(?:fV)*|(?:q|aq)-?[Hsz]+s?)
    |(?P<fraction>i/i|{_BELOW_100}-?F|u-G|[au][uG](?=f)|[au]-?[Go](?=f)|uG(?=f))
    |(?P<digits>i(?:i/i|-i/i|j|{_AND_A_HALF})?(?:-?s)*|j)
    |(?P<words>(?:{_BELOW_1000}|a-?(?=H)H(?:&?{_BELOW_100}(?!-?[Hs]))?|[au](?=-?[sz])|h-?a?(?=-?[sz]))
        (?:-?s(?:,?&?{_BELOW_1000}-?s)*(?:&?{_BELOW_1000}(?!-?[Hs]))?|-?z)?)
    """

_MOST_DIGITS = 15
_BINARY = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64})


@cache
def numeral() -> re.Pattern[str]:
    """What finds one number in the letters of the lexemes; its named group tells the kind."""
    return re.compile(_NUMERAL, re.VERBOSE)


def value_of(kind: str, words: Sequence[str]) -> float | None:
    """What a number is worth.

    Args:
        kind: the name of the group of :func:`numeral` that matched.
        words: its lexemes in lower case.

    Returns:
        The value, or ``None`` for vague quantities and for runs of digits too long to be one.
    """
    if kind == "vague":
        return None
    if kind == "fraction":
        return _fraction(words)
    if kind == "digits":
        return _digits(words)
    return _words(words)


def number(digits: str) -> float | None:
    """The value of digits with their commas, or ``None`` when there are too many of them."""
    plain = digits.replace(",", "")
    return float(plain) if len(plain) <= _MOST_DIGITS else None


def _fraction(words: Sequence[str]) -> float | None:
    if "/" in words:
        over, under = number(words[0]), number(words[-1])
        return over / under if over is not None and under in _BINARY else None
    under = FRACTIONS.get(words[-1]) or ORDINALS.get(words[-1])
    over = 1.0 if words[0] in ("a", "an") else _words(words[:-1])
    return over / under if over is not None and under else None


def _digits(words: Sequence[str]) -> float | None:
    value = VULGAR.get(words[0])
    if value is None:
        value = number(words[0])
    if value is None:
        return None
    if "/" in words:
        at = words.index("/")
        over, under = number(words[at - 1]), number(words[at + 1])
        value += over / under if over is not None and under else 0
    for word in words[1:]:
        value += 0.5 if word == "half" else VULGAR.get(word, 0)
        value *= SCALES.get(word) or SHORT_SCALES.get(word) or 1
    return value


def _words(words: Sequence[str]) -> float | None:
    """Sums up number words: what stands before a scale is multiplied by it."""
    total = part = 0.0
    for word in words:
        if word in ONES:
            part += ONES[word]
        elif word in TENS:
            part += TENS[word]
        elif word == "half":
            part += 0.5
        elif word == "hundred":
            part = (part or 1) * 100
        elif word == "dozen":
            part = (part or 1) * 12
        elif word in SCALES:
            total += (part or 1) * SCALES[word]
            part = 0
    return total + part
