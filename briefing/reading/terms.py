"""What a text is about, as terms: its content words, each in one form.

Two sentences are compared by the terms they share. A term is a word without its ending, so that
``derailed`` and ``derails`` are one; words that every text uses are none. The ending rules are
few on purpose: they need not give a dictionary's stem, only the same one for the same word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.reading.tables import words

COMMON = words(
    """
    a about above after again against all also although am among an and another any are around as
    at be became because been before being below between both but by came can cannot could did do
    does doing down during each either else even ever every few for from further get gets go goes
    got had has have having he her here hers herself him himself his how however i if in indeed
    instead into is it its itself just last least less like made make makes many may me might more
    moreover most much must my myself near neither never no nor not now of off often on once one
    only or other others otherwise our ours ourselves out over own perhaps rather said same say
    saying says she should since so some still such than that the their theirs them themselves
    then there therefore these they this those though through thus to too toward towards two under
    until up upon us very was we were what when where whether which while who whom whose why will
    with within without would yet you your yours yourself mr mrs ms dr new year years don't didn't
    doesn't isn't wasn't aren't weren't won't can't couldn't wouldn't it's he's she's that's
    there's i'm we're they're i've we've
    """
)
"""Words that say nothing about what a text is about."""

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:[-'’][^\W\d_]+)*|\d[\d.,]*")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")
_SHORTEST = 3
"""Letters that must remain when an ending is taken off."""


def terms(text: str) -> list[str]:
    """The terms of a text, in its order, repeated as often as they stand there."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return [term(word) for word in found if len(word) > 1 and word not in COMMON]


@lru_cache(maxsize=1 << 15)
def term(word: str) -> str:
    """A word in lower case, without possessive and without its ending."""
    word = word.lower().replace("’", "'").rstrip(".,").removesuffix("'s").rstrip("'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            if ending == "s" and word.endswith("ss"):
                return word
            stem = word[: -len(ending)]
            return stem + "y" if ending in ("ies", "ied") else stem
    return word
