"""Works that are called like places or firms: ``her novel Small Island``.

What stands beside a name tells that it is a book, a film or a song; the model, which reads the name
itself, often takes it for what it is made of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.model.annotations import EntityKind
from briefing.reading.entities.gazetteer import COUNTRIES
from briefing.reading.entities.mention import Mention, normal

_SURE = (
    r"(?:film|movie|novel|book|album|song|memoir|musical|sitcom|documentary|poem|opera|painting"
    r"|thriller|biopic|autobiography|ballad|blockbuster|bestseller|novella|videogame)"
)
_LOOSE = (
    r"(?:play|drama|comedy|series|show|game|single|programme|program|podcast|track|hit|classic)"
)
_MARK = r"[\"“‘']"
_BEFORE = re.compile(
    rf"\b(?:{_SURE}s?,?\s+{_MARK}?|{_LOOSE}s?,?\s+{_MARK}"
    r"|(?:author|writer|production|adaptation|remake|sequel|prequel|premiere|screening"
    rf"|staging|revival|film version|stage version)\s(?:of|to)\s(?:the\s)?{_MARK}?)$",
    re.I,
)
_AFTER = re.compile(
    rf"[”’\"']?,[”’\"']?\s(?:(?:a|an|the|her|his|their)\s(?:[\w-]+\s){{0,3}}?(?:{_SURE}|{_LOOSE})"
    r"(?:[,.]|\s(?:by|about|of|that|which|set|starring|from|based|directed|written|on|she|he)\b)"
    r"|(?:starring|directed by|written by)\s[A-Z])"
)
_AT_SET_OFF = re.compile(r",\s+$")
_PLACED = re.compile(r"\b(?:in|at|near|from|around|across|outside|to|through)\s(?:the\s)?$", re.I)
_ROOM = 40
"""Characters on either side of a name that are looked at."""
_TAKEN_FOR = (EntityKind.PLACE, EntityKind.ORGANISATION)


def works(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with places and organisations as the works they are told to be.

    A name that somebody is in, at or near somewhere in the text remains a place.
    """
    told: dict[str, bool] = {}
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind in _TAKEN_FOR:
            forms[normal(mention.of(text))].append(mention)
    for form, group in forms.items():
        told[form] = (
            form not in COUNTRIES
            and any(_is_work(text, mention) for mention in group)
            and not any(_PLACED.search(_left(text, mention)) for mention in group)
        )
    return [
        replace(mention, kind=EntityKind.WORK)
        if mention.kind in _TAKEN_FOR and told[normal(mention.of(text))]
        else mention
        for mention in mentions
    ]


def _left(text: str, mention: Mention) -> str:
    return text[max(0, mention.start - _ROOM) : mention.start]


def _is_work(text: str, mention: Mention) -> bool:
    right = text[mention.end : mention.end + _ROOM]
    if _AFTER.match(right):
        return True
    before = _BEFORE.search(_left(text, mention))
    if not before:
        return False
    led = before.group()
    if _AT_SET_OFF.search(led):  # “her album, North Shore, went”, but not “the film, Varga said”
        return right[:1] in (",", ".", ";")
    # “the film Varga made”: a firm follows its work without a mark between them
    return mention.kind is EntityKind.PLACE or led[-1] in "\"“‘'" or " of " in led or " to " in led
