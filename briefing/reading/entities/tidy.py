"""Tidying what the model found: its edges, its halves, and what a whole article knows better.

The model judges each window by itself. An article is read as a whole: a name is the same kind of
thing wherever it stands, a surname is a person's once the person has been named, and a name
broken in two is one. What is unsure is left out last, when halves have been joined.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.model.annotations import EntityKind
from briefing.reading.entities.gazetteer import (
    COUNTRIES,
    EVENT_WORDS,
    ORGANISATION_HEADS,
    ORGANISATION_MIDDLES,
    ORGANISATION_TAILS,
    RANKS,
)
from briefing.reading.entities.mention import Found, Mention, normal

_KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
    "MISC": EntityKind.WORK,
    "PRODUCT": EntityKind.WORK,
}
_VOTING = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)

SURE = 0.5
"""Names surer than this are kept."""

_LEADING = re.compile(r"(?:(?:the|a|an)\s+|[\s\"'“”‘’(\[,.:;_*•–—-]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’][sS]|[\s\"'“”‘’(\[)\],:;_*–—-]|\s(?:of|for|in|and|the|to))$")
_ENDING = re.compile(r"(?:^|[\s,])(?:inc|corp|co|ltd|jr|sr|bros|no|st)$", re.IGNORECASE)
_STATE = re.compile(
    r"(?:^|\s)(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$"
)
_FIRST_WORD = re.compile(r"(?P<word>[^\W\d_]+)\.?\s+")
_INITIALS = re.compile(r"(?:^|[\s.-])[A-Z]$")


def tidied(text: str, found: Sequence[Found], known: Sequence[Mention] = ()) -> list[Mention]:
    """The names worth showing, in text order and without overlaps.

    ``known`` names, from elsewhere, take the place of any that overlap them.
    """
    mentions = [
        Mention(*trimmed(text, one.start, one.end), _KINDS[one.label], one.confidence)
        for one in found
        if one.label in _KINDS
    ]
    mentions = [_without_rank(text, m) if m.kind is EntityKind.PERSON else m for m in mentions]
    mentions = [m for m in mentions if m.start < m.end and any(map(str.isalnum, m.of(text)))]
    mentions = _joined(text, mentions)
    mentions = [m for m in mentions if not any(m.span.overlaps(k.span) for k in known)]
    mentions = sorted([*mentions, *known], key=lambda m: m.start)
    mentions = _voted(text, mentions)
    mentions = [_event(text, m) for m in mentions]
    return [m for m in mentions if m.confidence >= SURE]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The edges of a name without articles, quotes, possessives and stray punctuation."""
    while match := _LEADING.match(text, start, end):
        if match.end() >= end:
            break
        start = match.end()
    while start < end - 1 and (match := _TRAILING.search(text, max(start, end - 4), end)):
        end = match.start()
    bare = end - 1 if text[end - 1 : end] == "." else end
    end = bare + 1 if bare > start and _abbreviated(text, start, bare) else bare
    return start, max(start, end)


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether a name that ends here has a full stop of its own after it."""
    if text[end : end + 1] != ".":
        return False
    low = max(start, end - 6)
    if _ENDING.search(text, low, end) or _INITIALS.search(text, low, end):
        return True
    # "Calif." before a comma or a small letter; elsewhere the stop may be the sentence's.
    goes_on = text[end + 1 : end + 2] in {",", ")"} or text[end + 2 : end + 3].islower()
    return goes_on and bool(_STATE.search(text, low, end))


def _without_rank(text: str, mention: Mention) -> Mention:
    """A person's name without ``Maj. Gen.`` and the like before it; those are roles."""
    start = mention.start
    while (match := _FIRST_WORD.match(text, start, mention.end)) and match.end() < mention.end:
        if match["word"].lower() not in RANKS:
            break
        start = match.end()
    return replace(mention, start=start)


def _joined(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Neighbours that are halves of one name, put together; a chain of them too."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        kind = before and _one_name(text, before, mention)
        if before and kind:
            sure = max(before.confidence, mention.confidence)
            joined[-1] = Mention(before.start, mention.end, kind, sure)
        else:
            joined.append(mention)
    return joined


def _one_name(text: str, before: Mention, after: Mention) -> EntityKind | None:
    """The kind of the name that two neighbours make together, if they do."""
    gap = text[before.end : after.start]
    if len(gap) > 9 or "\n" in gap:
        return None
    left, right = before.of(text), after.of(text)
    organisation = EntityKind.ORGANISATION
    if gap == " " and before.kind is after.kind and before.kind in _UNBROKEN:
        return before.kind
    if gap == " " and after.kind is organisation and before.kind in _OWNERS and _is_tail(right):
        return organisation
    if before.kind is organisation and after.kind in (*_OWNERS, EntityKind.PLACE):
        last = normal(left).split(" ")[-1]
        if gap.strip() in _LINKS and last in ORGANISATION_HEADS:
            return organisation
        if gap == " " and last in {"of", "for", "in", "at"}:
            return organisation
    return None


_UNBROKEN = (EntityKind.PERSON, EntityKind.ORGANISATION)
"""Kinds of which two do not stand side by side without a comma or a word between them."""
_OWNERS = (EntityKind.PLACE, EntityKind.GROUP, EntityKind.ORGANISATION)
_LINKS = frozenset({"of", "of the", "for", "for the", "on"})


def _is_tail(name: str) -> bool:
    """Whether a name is what organisations are called after their country or city."""
    words = normal(name).split(" ")
    if len(words) > 2 and words[0] in ORGANISATION_HEADS and words[1] in {"of", "for"}:
        return True
    return words[-1] in ORGANISATION_TAILS and all(
        word in ORGANISATION_MIDDLES or word in ORGANISATION_TAILS for word in words[:-1]
    )


def _voted(text: str, mentions: Sequence[Mention]) -> list[Mention]:
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
            settled.append(mention)
        elif form in surnames:
            settled.append(replace(mention, kind=EntityKind.PERSON))
        else:
            kinds = votes[form]
            settled.append(replace(mention, kind=max(kinds, key=lambda kind: kinds[kind])))
    return settled


def _event(text: str, mention: Mention) -> Mention:
    """Tells events from works, which the training sets call by one label."""
    if mention.kind is EntityKind.WORK:
        words = normal(mention.of(text)).split(" ")
        if any(word in EVENT_WORDS for word in words):
            return replace(mention, kind=EntityKind.EVENT)
    return mention
