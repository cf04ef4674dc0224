"""Whether the words around a date look back or ahead: ``said Tuesday``, ``will meet Tuesday``."""

from __future__ import annotations

from briefing.reading.lexemes import Lexed
from briefing.reading.tables import words

_AHEAD = words(
    "will would shall ll may might must should expected expects expect scheduled due plans plan"
    " planned planning upcoming next tomorrow going slated poised until till forthcoming deadline"
    " begins starts opens closes runs expires takes airs ends hope hopes aims intends ready"
)
_BACK = words(
    "was were had did has have been came began went took made found met left fell rose won lost"
    " held gave got saw led sent shot kept became broke drove grew knew paid ran sat sold spoke"
    " stood struck thought threw wrote fled flew fought felt bought brought built caught chose"
    " drew drank ate swore sank rang sang spent swept sought slept lay hung hid froze forgot dealt"
    " tore wore woke shook stole dead since yesterday ago last"
)
_INTENDING = words(
    "agreed decided voted vowed pledged promised threatened asked ordered wants wanted intend"
    " forced invited allowed bid effort decision decide agree offered refused seeking hoping"
)
"""What makes ``to meet Friday`` a meeting to come, unlike ``went to court Friday``."""
_PUT_OFF = words(
    "off back forward moved pushed postponed delayed deferred adjourned rescheduled shifted"
)
"""What makes ``put off to Friday`` a day to come."""
_REPORTED = words("said says told reported announced added")
_PRESENT = words("need indeed speed exceed proceed succeed")
_DATED = tuple("WBMNdo")
"""Weekdays, months and days, in the letters of the lexemes."""
_BEFORE, _AFTER = 10, 14
"""How many words are asked on either side."""


def leaning(lexed: Lexed, first: int, last: int, *, reported: bool) -> int:
    """Which way the nearest telling word of the sentence points.

    The words before a date are asked first, from the nearest backwards, then those after it.

    Args:
        lexed: the text.
        first: index of the date's first lexeme.
        last: index of the lexeme after its last.
        reported: whether ``said`` counts. It is about the saying, which tells a weekday beside
            it (``said Tuesday``) but not the year of a day (``he said the vote, on Nov. 3, ...``).

    Returns:
        1 for the future, -1 for the past, 0 where nothing tells.
    """
    before = range(first - 1, max(-1, first - 1 - _BEFORE), -1)
    after = range(last, min(len(lexed.items), last + _AFTER))
    for indexes in (before, after):
        for index in indexes:
            if _ends_sentence(lexed, index):
                break
            if way := _points(lexed, index, reported):
                return way
    return 0


def _points(lexed: Lexed, index: int, reported: bool) -> int:
    word = lexed.items[index].low
    if word in _REPORTED:
        return -1 if reported else 0
    if word in _AHEAD or (word == "to" and lexed.word(index - 1) in _INTENDING | _PUT_OFF):
        return 1
    if word in ("is", "are") and lexed.word(index + 1) == "on":
        return 1 if lexed.code(index + 2) in _DATED else 0  # ``the match is on Dec. 12``
    past = lexed.codes[index] == "x" and len(word) > 4 and word.endswith("ed")
    return -1 if word in _BACK or (past and word not in _PRESENT) else 0


def _ends_sentence(lexed: Lexed, index: int) -> bool:
    code = lexed.codes[index]
    if code == "|":
        return True
    abbreviated = lexed.code(index - 1) in ("N", "B") or len(lexed.word(index - 1)) == 1
    return code == "." and not abbreviated
