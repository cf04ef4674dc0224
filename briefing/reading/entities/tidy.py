"""Tidying what the model found: its edges, its halves, its kinds, and what is too unsure.

The model judges each window by itself; an article is read as a whole. What is unsure is left out
last, when halves have been joined and the kinds have been settled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from briefing.model.annotations import EntityKind
from briefing.reading.entities.agreement import listed, recognised, voted
from briefing.reading.entities.edges import trimmed, without_rank
from briefing.reading.entities.gazetteer import (
    EVENT_WORDS,
    ORGANISATION_HEADS,
    ORGANISATION_MIDDLES,
    ORGANISATION_TAILS,
)
from briefing.reading.entities.mention import Found, Mention, normal
from briefing.reading.entities.well_known import ORGANISATIONS
from briefing.reading.entities.works import works
from briefing.reading.tables import words as listed_words
from briefing.reading.taken import Taken

_KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
    "MISC": EntityKind.WORK,
    "PRODUCT": EntityKind.WORK,
}

SURE = 0.6
"""A name is kept if it is as sure as this in one place at least, ..."""
POSSIBLE = 0.5
"""... and in all those places where it is as sure as this."""


def tidied(text: str, found: Sequence[Found], known: Sequence[Mention] = ()) -> list[Mention]:
    """The names worth showing, in text order and without overlaps.

    ``known`` names, from elsewhere, take the place of any that overlap them.
    """
    mentions = [_mention(text, one, _KINDS[one.label]) for one in found if one.label in _KINDS]
    mentions = [m for m in mentions if m.start < m.end and any(map(str.isalnum, m.of(text)))]
    mentions = [m for m in mentions if text[max(0, m.start - 1) : m.start] not in ("@", "#")]
    mentions = [m for m in mentions if not _NUMBERED.fullmatch(m.of(text))]
    mentions = [m for m in mentions if not _in_address(text, m)]
    mentions = _joined(text, [part for m in mentions for part in _parted(text, m)], _one_name)
    taken = Taken(mention.span for mention in known)
    mentions = [m for m in mentions if not taken.overlaps(m.span)]
    mentions = _joined(text, sorted([*mentions, *known], key=lambda m: m.start), _owned)
    mentions = [_based(text, m) for m in mentions]
    mentions = works(text, voted(text, listed(text, recognised(text, mentions))))
    kinds = {each.span: each.kind for each in known}
    mentions = [_event(text, replace(m, kind=kinds.get(m.span, m.kind))) for m in mentions]
    return [m for m in _sure(text, mentions) if not _no_name(m.of(text), m.kind)]


def _no_name(written: str, kind: EntityKind) -> bool:
    """Whether words are no name after all: ``The`` of a title, a day, a word in small letters."""
    if kind is not EntityKind.PERSON and written.lower() in _UNNAMED:
        return True
    initials = written.isupper() and len(written) > 1 and written != "THE"  # ``WHO``
    return written.lower() in _SMALL and not initials


def _in_address(text: str, mention: Mention) -> bool:
    """Whether a name is a piece of a web address: ``pic.twitter.com/a1b2``, ``rail.gov.uk``."""
    before = text[max(0, mention.start - 2) : mention.start]
    written = mention.of(text)
    if before[-1:] not in (".", "/") or not written[0].islower() or " " in written:
        return False
    return before == "//" or before[:1].isalnum()


def _mention(text: str, one: Found, kind: EntityKind) -> Mention:
    start, end = trimmed(text, one.start, one.end)
    if kind is EntityKind.PERSON:
        start = without_rank(text, start, end)
    return Mention(start, end, kind, one.confidence)


def _parted(text: str, mention: Mention) -> Iterator[Mention]:
    """``Grantham, Lincolnshire`` as the two places it is."""
    start = mention.start
    if mention.kind is EntityKind.PLACE:
        for comma in _COMMA.finditer(text, mention.start, mention.end):
            yield replace(mention, start=start, end=comma.start())
            start = comma.end()
    yield replace(mention, start=start)


def _sure(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that are sure enough, each in the light of the surest of its name."""
    best: dict[tuple[str, EntityKind], float] = defaultdict(float)
    for mention in mentions:
        name = normal(mention.of(text)), mention.kind
        best[name] = max(best[name], mention.confidence)
    return [
        mention
        for mention in mentions
        if mention.confidence >= POSSIBLE and best[normal(mention.of(text)), mention.kind] >= SURE
    ]


def _joined(text: str, mentions: Sequence[Mention], together: Together) -> list[Mention]:
    """Neighbours that are halves of one name, put together; a chain of them too."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        kind = before and together(text, before, mention)
        if before and kind:
            sure = max(before.confidence, mention.confidence)
            joined[-1] = Mention(before.start, mention.end, kind, sure)
        else:
            joined.append(mention)
    return joined


def _one_name(text: str, before: Mention, after: Mention) -> EntityKind | None:
    """The kind of the name that two neighbours make together, if they do."""
    gap = text[before.end : after.start]
    if len(gap) > 9 or "\n" in gap or after.end - before.start > _LONGEST:
        return None
    left, right = before.of(text), after.of(text)
    organisation = EntityKind.ORGANISATION
    if gap == " " and normal(f"{left} {right}") in ORGANISATIONS:
        return organisation
    if gap == " " and before.kind is after.kind and before.kind in _UNBROKEN:
        return before.kind
    if owned := _owned(text, before, after):
        return owned
    if before.kind is organisation and after.kind in (*_OWNERS, EntityKind.PLACE):
        last = normal(left).split(" ")[-1]
        if gap.strip() in _LINKS and last in ORGANISATION_HEADS:
            return organisation
        if gap == " " and (last in {"of", "for", "in", "at"} or last in _QUARTERS):
            return organisation  # ``University of Southern`` and ``California``
    return None


def _owned(text: str, before: Mention, after: Mention) -> EntityKind | None:
    """An organisation, where a nation's or place's name stands before the rest of its own."""
    owner = before.kind in _OWNERS and text[before.end : after.start] == " "
    tail = after.kind is EntityKind.ORGANISATION and _is_tail(after.of(text))
    return EntityKind.ORGANISATION if owner and tail else None


Together = Callable[[str, Mention, Mention], EntityKind | None]
"""Tells the kind of the name that two neighbours make together, if they do."""

_LONGEST = 200
"""Characters: a chain of names that goes on and on is not one."""
_UNBROKEN = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
"""Kinds of which two do not stand side by side without a comma or a word between them."""
_OWNERS = (EntityKind.PLACE, EntityKind.GROUP, EntityKind.ORGANISATION)
_NUMBERED = re.compile(r"(?:[Ww]orld )?[Nn]os?\.? ?\d+|L-R")
"""A rank, and what captions call left to right."""
_COMMA = re.compile(r",\s+(?=[^\W\d_])")
_QUARTERS = listed_words("southern northern eastern western central south north east west")
_SMALL = listed_words(
    "a an the he she it we you they i his her its my our your their this that these those and but"
    " or of in on at to for from with by as if not no yes who what when where why how mr mrs ms dr"
)
_UNNAMED = listed_words(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july"
    " august september october november december aug sept oct nov dec jan feb today tomorrow"
    " yesterday flight war battle"
)
"""What names nothing by itself, but may be somebody's given name."""
_SEAT = re.compile(r"-based\s$")
_LINKS = frozenset({"of", "of the", "for", "for the", "on"})


def _is_tail(name: str) -> bool:
    """Whether a name is what organisations are called after their country or city."""
    words = normal(name).split(" ")
    if len(words) > 2 and words[0] in ORGANISATION_HEADS and words[1] in {"of", "for"}:
        return True
    return words[-1] in ORGANISATION_TAILS and all(
        word in ORGANISATION_MIDDLES or word in ORGANISATION_TAILS for word in words[:-1]
    )


def _based(text: str, mention: Mention) -> Mention:
    """What is ``Beijing-based`` is a company and not its product: products have no seat."""
    seated = mention.kind is EntityKind.WORK and _SEAT.search(text[: mention.start][-7:])
    return replace(mention, kind=EntityKind.ORGANISATION) if seated else mention


def _event(text: str, mention: Mention) -> Mention:
    """Tells events from works, which the training sets call by one label."""
    if mention.kind is EntityKind.WORK:
        words = normal(mention.of(text)).split(" ")
        if any(word in EVENT_WORDS for word in words):
            return replace(mention, kind=EntityKind.EVENT)
    return mention
