"""Names by rules alone, for where the model cannot run; about half as good.

A run of capitalised words is a name; words within it, before it and known places say of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.article import Span
from briefing.reading.engine_name import RULES
from briefing.reading.entities.gazetteer import (
    COMPANY_ENDINGS,
    COUNTRIES,
    NATIONAL_ENDINGS,
    ORGANISATION_HEADS,
    ORGANISATION_TAILS,
    PERSONAL_TITLES,
)
from briefing.reading.entities.mention import Found, normal
from briefing.reading.entities.role_words import NEVER_WITHIN, OCCUPATIONS

NAME = RULES

_CONFIDENCE = 0.6
"""Said of every name: it is shown, and gives way to anything surer."""

_CAPITALISED = r"(?:(?:[A-Z]\.){1,6}|[A-Z][\w&’'-]*)"
_WITHIN = r"(?: (?:of|for|the|de|del|al|bin|van|von|&))"
_NAME = re.compile(rf"{_CAPITALISED}(?:\.com\b)?(?:{_WITHIN}{{0,2}} {_CAPITALISED}){{0,9}}")
_OPENS = re.compile(r"(?:^|[.!?:]['\"”’)]*\s+|[“\"‘(])$")
_SAYS = re.compile(r"\s(?:said|says|told|added|wrote)\b|,\s\d\d,")
_OPENERS = NEVER_WITHIN | frozenset(
    [
        "some",
        "many",
        "most",
        "all",
        "one",
        "two",
        "no",
        "not",
        "what",
        "who",
        "where",
        "how",
        "why",
        "there",
        "here",
        "both",
        "each",
        "every",
        "other",
        "another",
        "several",
        "such",
        "now",
        "only",
        "read",
        "source",
        "photo",
        "related",
        "new",
        "last",
        "next",
        "first",
        "local",
        "for",
        "to",
        "of",
    ]
)


def read(text: str, lines: Sequence[Span]) -> list[Found]:
    """The names in some lines of a text, in text order, as the model's ``read`` gives them."""
    found: list[Found] = []
    for line in lines:
        for match in _NAME.finditer(text, line.start, line.end):
            opening = bool(_OPENS.search(text, max(line.start, match.start() - 4), match.start()))
            opening = opening or match.start() == line.start
            found += _named(text, match.start(), match.end(), opening)
    return found


def _named(text: str, start: int, end: int, opening: bool) -> Iterator[Found]:
    """What a run of capitalised words names, if anything."""
    words = [
        (start + word.start(), start + word.end()) for word in re.finditer(r"\S+", text[start:end])
    ]
    titled = False
    while words and (word := text[slice(*words[0])].lower().rstrip(".")):
        title = word in PERSONAL_TITLES or word in OCCUPATIONS
        if not (title and len(words) > 1) and word not in _OPENERS:
            break
        titled = titled or title
        opening = opening and title
        del words[0]
    # "Shares of Acme": a word that opens a sentence, and what the name is.
    linked = opening and len(words) > 2 and text[slice(*words[1])] in {"of", "for"}
    if linked and text[slice(*words[0])].lower() not in ORGANISATION_HEADS:
        del words[:2]
    while words and text[slice(*words[-1])].lower() in {"of", "for", "the", "de", "del", "&"}:
        del words[-1]
    if not words:
        return
    first, last = words[0][0], words[-1][1]
    label = _label(text, first, last, titled, opening)
    if label:
        yield Found(first, last, label, _CONFIDENCE)


def _label(text: str, start: int, end: int, titled: bool, opening: bool) -> str:
    """The label of a name, or nothing when it is more likely no name at all."""
    form = normal(text[start:end])
    words = form.split()
    if not words:
        return ""
    if form in COUNTRIES:
        return "LOC"
    if titled:
        return "PER"
    if (
        words[-1].strip(".") in ORGANISATION_TAILS | COMPANY_ENDINGS
        or words[0] in ORGANISATION_HEADS
    ):
        return "ORG" if len(words) > 1 else ""
    if len(words) == 1:
        return _single(text[start:end], form, opening)
    follows = _SAYS.match(text, end)
    return "PER" if follows or len(words) < 4 else "ORG"


def _single(written: str, form: str, opening: bool) -> str:
    if form.endswith(NATIONAL_ENDINGS) and len(form) > 4:
        return "NORP"
    if written.isupper() and len(written) > 1:
        return "ORG"
    return "" if opening else "ORG"
