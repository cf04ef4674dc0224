"""What a whole article knows better than a window: the kind of a name wherever it stands.

A name is the same kind of thing throughout an article, a surname is a person's once the person
has been named in full, and what stands in a list is like what it stands beside.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model.annotations import EntityKind
from briefing.reading.entities.gazetteer import COUNTRIES
from briefing.reading.entities.mention import Mention, normal
from briefing.reading.entities.well_known import ORGANISATIONS

_VOTING = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
_DOUBTFUL = 0.85
"""Below this, the rest of a list may overrule what a name was taken for."""

_VOICE = 0.85
"""How sure a table of organisations is, against the model."""

_SAYS = re.compile(r"\s(?:said|says|told|added|wrote|tweeted|explained|recalled)\b")
_THE = re.compile(r"\b[Tt]he\s$")
_COMMA = re.compile(r",\s")
_LAST = re.compile(r",?\s(?:and|or|&)\s")


def recognised(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Well-known organisations as such, unless the model is surer that they are something else.

    A name of several words in the table can hardly be anything else.
    """
    settled = []
    for mention in mentions:
        form = normal(mention.of(text))
        doubtful = mention.confidence < _VOICE or " " in form
        if mention.kind in _VOTING and doubtful and form in ORGANISATIONS:
            settled.append(replace(mention, kind=EntityKind.ORGANISATION, confidence=_VOICE))
        else:
            settled.append(mention)
    return settled


def voted(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Every name of one kind throughout, the one it most surely is; known surnames are people."""
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    surnames: set[str] = set()
    for mention in mentions:
        form = normal(mention.of(text))
        if mention.kind in _VOTING:
            votes[form][mention.kind] += mention.confidence
        if mention.kind is EntityKind.PERSON and " " in form:
            surnames.add(form.split(" ")[-1])
    surnames -= COUNTRIES
    settled = []
    for mention in mentions:
        form = normal(mention.of(text))
        if mention.kind not in _VOTING:
            settled.append(_spoken(text, mention, surnames))
        elif form in surnames:
            settled.append(replace(mention, kind=EntityKind.PERSON))
        else:
            kinds = votes[form]
            settled.append(replace(mention, kind=max(kinds, key=lambda kind: kinds[kind])))
    return settled


def _spoken(text: str, mention: Mention, surnames: set[str]) -> Mention:
    """``French said`` is Mr French, where the article has one; ``the French said`` is not."""
    if mention.kind is not EntityKind.GROUP or normal(mention.of(text)) not in surnames:
        return mention
    speaks = _SAYS.match(text, mention.end) and not _THE.search(text[: mention.start][-5:])
    return replace(mention, kind=EntityKind.PERSON) if speaks else mention


def listed(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """In a list of three or more, a doubtful name is what the others are."""
    settled = list(mentions)
    for run in _lists(text, mentions):
        together = [mentions[number] for number in run]
        for number in run:
            settled[number] = _like(settled[number], together)
    return settled


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Runs such as ``A, B and C``, by number, of three names or more; ``and`` ends one."""
    run: list[int] = []
    closed = False
    for number, mention in enumerate(mentions):
        before = mentions[number - 1].end if number else 0
        last = bool(_LAST.fullmatch(text, before, mention.start))
        if not run or closed or not (last or _COMMA.fullmatch(text, before, mention.start)):
            if len(run) > 2:
                yield run
            run = []
        run.append(number)
        closed = last and len(run) > 1
    if len(run) > 2:
        yield run


def _like(mention: Mention, listed: Sequence[Mention]) -> Mention:
    votes: dict[EntityKind, float] = defaultdict(float)
    for other in listed:
        votes[other.kind] += other.confidence
    kind = max(votes, key=lambda kind: votes[kind])
    clear = votes[kind] > 0.6 * sum(votes.values()) and kind in _VOTING
    if clear and mention.kind in _VOTING and mention.confidence < _DOUBTFUL:
        return replace(mention, kind=kind)
    return mention
