"""Further places of names that are known already.

What the model has told once it sometimes overlooks elsewhere, and the end of a very long text it
does not read at all. A name written exactly as before is the same name, if it is one that
nothing else is called by: several words, or a word that was surely a name more than once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from briefing.model.annotations import EntityKind
from briefing.model.article import Span
from briefing.reading.entities.mention import Mention

_WORD = re.compile(r"[^\W_]+")
_SURE = 0.8
_FADED = 0.9
"""What is left of the confidence of a name when it is found by its letters alone."""


def found_again(text: str, mentions: Sequence[Mention], lines: Sequence[Span]) -> list[Mention]:
    """Names found again where nothing is found so far, in text order; linear in the text.

    Args:
        text: the article's text.
        mentions: what is known, in text order, without overlaps.
        lines: where to look.
    """
    known = _known(text, mentions)
    if not known:
        return []
    starts = iter(mentions)
    taken = next(starts, None)
    found: list[Mention] = []
    for start, name in _places(text, known, lines):
        end = start + len(name)
        while taken and taken.end <= start:
            taken = next(starts, None)
        if taken and taken.start < end:
            continue
        if not found or found[-1].end <= start:
            one = known[name]
            found.append(Mention(start, end, one.kind, one.confidence * _FADED))
    return found


def _known(text: str, mentions: Sequence[Mention]) -> dict[str, Mention]:
    """The names to look for, each by its surest mention."""
    seen: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        seen[mention.of(text)].append(mention)
    known = {}
    for name, places in seen.items():
        surest = max(places, key=lambda place: place.confidence)
        telling = " " in name or (len(places) > 1 and len(name) > 2)
        if telling and name[0].isupper() and surest.confidence >= _SURE:
            known[name] = surest
            if surest.kind is EntityKind.PERSON and " " in name:
                surname = name.split(" ")[-1]
                if len(surname) > 2 and surname[0].isupper() and surname.isalpha():
                    known.setdefault(surname, surest)
    return known


def _places(
    text: str, known: dict[str, Mention], lines: Sequence[Span]
) -> Iterator[tuple[int, str]]:
    """Where the names stand as whole words, the longest at each place."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known, key=len, reverse=True):
        if first := _WORD.match(name):
            by_first[first.group()].append(name)
    for line in lines:
        for word in _WORD.finditer(text, line.start, line.end):
            for name in by_first.get(word.group(), ()):
                after = word.start() + len(name)
                whole = after <= line.end and not text[after : after + 1].isalnum()
                if whole and text.startswith(name, word.start()):
                    yield word.start(), name
                    break
