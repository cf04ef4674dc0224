"""Numbers that name rather than count: Boeing 737, page 3, 10 Downing Street, no one."""

from __future__ import annotations

import re

from briefing.reading.lexemes import Lexed
from briefing.reading.measures import COUNTABLE, NUMBERED, OPENERS, STREETS
from briefing.reading.tables import words as listed

_ONE_AFTER = listed(
    "another day who that which can could might must should would may has is was does did will to"
    " in with without by or and as than but from at on for you he she it they we the if because"
    " when where whose"
)
"""What follows ``one`` where it is somebody or something rather than a number."""
_ONE_BEFORE = listed("no any some every this that which another last latest next new")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d\Z")
"""A time of day as British papers write it, after ``at``."""
_GIVING = listed(
    "told tells gave gives giving given cost costs costing fined fines handed hands offered offers"
    " paid pays owed owes sent sends sold lent charged charges awarded left leaves earned saved"
)
"""Verbs that take a name and then what it is given: ``told Essebsi 15 arrests had been made``."""
_BEGINNERS = listed("the a an this these his her their in it he she they we")
_DIGITS = frozenset("dyn")
_LONGEST = 5
"""More digits than this without a comma are a code."""
_LONGEST_NAME = 3
_APART = 60
"""Points that the two sides of a score are at most apart."""


def is_name(words: Lexed, first: int, last: int) -> bool:
    """Whether a number without a unit is part of a name, a label or a way of speaking.

    Args:
        words: the text.
        first: index of the number.
        last: index of the lexeme after it (or after the range it opens).
    """
    code = words.codes[first]
    if code == "v":
        return words.word(first) == "tens" or (
            words.word(first) == "scores" and words.code(last) != "f"
        )
    if code == "w":
        return _worded(words, first, last)
    return (
        _touches(words, first, last)
        or _labelled(words, first, last)
        or _follows_name(words, first, last)
        or _addresses(words, last)
    )


def _worded(words: Lexed, first: int, last: int) -> bool:
    """``Primary One``, ``no one``, and ``one`` for a person."""
    low = words.word(first)
    if low in ("zero", "one") and words.word(first - 1) in _ONE_BEFORE:
        return True
    if low == "one" and (words.word(last) in _ONE_AFTER or words.code(last) in (*",.;:|()\"'", "")):
        return words.word(first - 1) not in ("only", "just", "least", "than")
    capital = words.text[words.items[first].start].isupper()
    before = words.code(first - 1)
    if capital and before == "X" and words.word(first - 1) not in OPENERS:
        return True
    return low in ("thousand", "million", "billion", "trillion") and before in ("x", "X")


def _touches(words: Lexed, first: int, last: int) -> bool:
    """Whether letters, slashes or more numbers touch it: ``3D``, ``24/7``, ``555-1234-1``."""
    after, before = words.code(last), words.code(first - 1)
    if (
        words.glued(last)
        and after
        and (after in "xX/#:" or (after == "'" and _plural(words, last)))
    ):
        return True
    if words.glued(first) and before and before in "/:#":
        return True
    if after == "-" and words.glued(last) and words.glued(last + 1):
        return words.code(last + 1) in ("X", "#", "d", "n", "y")
    if before == "-" and words.glued(first):
        return words.code(first - 2) in ("d", "n", "y", "#")
    low = words.word(first)
    code = low.isdecimal() and (len(low) > _LONGEST or (len(low) > 1 and low[0] == "0"))
    clock = words.word(first - 1) == "at" and _CLOCK.match(low) is not None
    return (code or clock) and last == first + 1


def _plural(words: Lexed, at: int) -> bool:
    return words.word(at + 1) == "s" and words.glued(at + 1)


def _labelled(words: Lexed, first: int, last: int) -> bool:
    """``No. 7``, ``page 3``, and the number of an item in a list."""
    at = first - 1
    if words.code(at) == ".":
        at -= 1
        if words.word(at) not in ("no", "nos", "vol", "fig", "sec", "ch", "p", "pp", "art"):
            at = -1
    score = last == first + 3 and words.code(first + 1) == "-"
    if at >= 0 and words.word(at) in NUMBERED and words.codes[first] in _DIGITS and not score:
        return words.word(last) not in COUNTABLE
    stop = words.word(last) in (".", ")") and not words.glued(last + 1)
    return _captions(words, last) or (stop and _opens_line(words, first))


def _captions(words: Lexed, last: int) -> bool:
    """Whether a sentence begins after the number, as in the captions of a row of pictures."""
    return words.code(last) in "Xta" and words.word(last) in _BEGINNERS and _capital(words, last)


def _capital(words: Lexed, at: int) -> bool:
    return at < len(words.items) and words.text[words.items[at].start].isupper()


def _opens_line(words: Lexed, first: int) -> bool:
    start = words.items[first].start
    return words.text[:start].rstrip(" \t(")[-1:] in ("", "\n") if start else True


def _follows_name(words: Lexed, first: int, last: int) -> bool:
    """Whether a word with a capital stands before it, as in ``Boeing 737`` and ``Channel 4``."""
    if words.code(first - 1) != "X" or words.word(first - 1) in OPENERS:
        return False
    if last == first + 3 and words.code(first + 1) == "-":
        one, other = words.items[first].value, words.items[first + 2].value
        return one is None or other is None or abs(one - other) > _APART
    if "," in words.word(first) or words.code(last) == "#":
        return "," not in words.word(first)
    return words.word(last) not in COUNTABLE and not _is_given(words, first, last)


def _is_given(words: Lexed, first: int, last: int) -> bool:
    """Whether a verb gives the name before it the number: ``gave Arsenal 12 points``."""
    at = first - 1
    while words.code(at) == "X" and first - at <= _LONGEST_NAME:
        at -= 1
    return words.word(at) in _GIVING and words.code(last) == "x"


def _addresses(words: Lexed, last: int) -> bool:
    """Whether a street follows, as in ``601 Riverview Drive``."""
    for at in range(last, last + 4):
        if words.code(at) != "X":
            return False
        if at > last and words.word(at) in STREETS:
            return True
    return False
