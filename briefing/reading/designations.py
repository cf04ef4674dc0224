"""Numbers that tell one thing of many: Flight 370, Runway 13, Resolution 2375, No. 1.

Such a number counts nothing, so it is no figure; but which flight it was, or which resolution, is
often the number a reader looks for, and editors repeat it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.reading.figures import Figure
from briefing.reading.lexemes import Lexed, lexed
from briefing.reading.measures import COUNTABLE, STREETS
from briefing.reading.tables import words
from briefing.reading.taken import Taken

_THINGS = words(
    "flight runway terminal gate pier platform route highway interstate resolution amendment"
    " proposition directive article section rule category level phase tier reactor prisoner"
    " exhibit"
)
"""What is told apart by a number in a text that is about it; pages and photos are not."""
_RANKS = words("no nos")


def designations(text: str, times: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """The numbered things of a text, in text order: a figure for the noun and its number.

    Args:
        text: the text.
        times: the dates in it; a number that is part of one tells nothing else.
    """
    found = []
    lexemes, taken = lexed(text), Taken(times)
    for index, code in enumerate(lexemes.codes):
        if code not in "dyn" or lexemes.glued(index):
            continue
        noun = _noun(lexemes, index)
        if noun < 0 or _counts(lexemes, index + 1):
            continue
        span = Span(lexemes.items[noun].start, lexemes.items[index].end)
        if not taken.overlaps(span):
            found.append(Figure(span, FactKind.NUMBER, None, lexemes.word(noun)))
    return tuple(found)


def _noun(lexemes: Lexed, index: int) -> int:
    """The index of the noun that a number belongs to, or -1."""
    before = index - 1
    if lexemes.code(before) == ".":
        return before - 1 if lexemes.word(before - 1) in _RANKS else -1
    capital = lexemes.code(before) == "X"
    named = lexemes.word(before) in _THINGS or (capital and lexemes.word(before) in _RANKS)
    return before if named else -1


def _counts(lexemes: Lexed, last: int) -> bool:
    """Whether the number belongs to what follows: a hyphen, more digits, a street, people."""
    after = lexemes.code(last)
    if after and lexemes.glued(last) and after not in ",.;:|()\"'~":
        return True
    if after in (",", ".") and lexemes.glued(last + 1) and lexemes.code(last + 1) in "dynx":
        return True
    return lexemes.word(last) in COUNTABLE or lexemes.word(last + 1) in STREETS
