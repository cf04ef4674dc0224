"""Where the lead event happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from briefing.model.annotations import Entity, EntityKind
from briefing.model.article import Span
from briefing.reading.lead_scene import Candidate, Scene

_WITHIN = re.compile(r"\b(?:in|at|near|outside|across|around|off|inside|over)\s+(?:the\s+)?$", re.I)
_FROM = re.compile(r"\bfrom\s+$")
_BEATEN = re.compile(
    r"\b(?:victor(?:y|ies)|wins?|won|triumphs?|leads?|defeats?|loss|losses|draws?|drew|lost)\s"
    r"(?:over|against|to|by|with)\s+(?:the\s+)?$"
)
"""What stands before the name of a team that is called like its place."""
_BEATEN_ROOM = 26
_SPOT = re.compile(
    r"(?:\b(?:an?|the)\s(?=[a-z]{3,14}\s(?:near|outside|off)\b)|\b(?=(?:village|town|city|suburb"
    r"|district|outskirts|coast|province|state|region|port|island)\sof\b))"
    r"(?P<spot>[a-z]{3,14}\s(?:near|outside|off|of)\s(?:the\s)?)$"
)
_PART = (
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?west(?:ern)?"
    r"|north-?east(?:ern)?|south-?west(?:ern)?|south-?east(?:ern)?|downtown|inner|greater)\s+)"
)
_BEFORE = re.compile(rf"\b(?P<spot>{_PART})$", re.I)
_AFTER = re.compile(
    r"(?:\s+[a-z]{3,12}){0,2}\s+(?:[Pp]rovince|[Cc]ounty|[Cc]ity|[Dd]istrict|[Vv]illage|[Rr]egion|[Ss]tate|[Rr]oad"
    r"|[Ss]treet|[Aa]irport|[Ss]tation|[Tt]own|[Aa]rea|[Ss]uburb|[Ss]top)\b"
)
_JOINT = re.compile(
    rf"(?:,\s+|\s+in\s+|,\s+in\s+|\s+near\s+|,\s+near\s+|\s+of\s+|'s\s+|’s\s+)(?:the\s+)?{_PART}?",
    re.I,
)
_OWNING = re.compile(r"['’]s?\s+\w|\s+(?:[A-Z][a-z]+)")
_ATTRIBUTE = re.compile(
    r"-[a-z]|\s(?!(?:and|or|on|in|at|to|for|as|after|with|when|who|which|that|is|was|were|are|has"
    r"|had|have|will|from|by|near|since|before|this|last|late|early|where|while|but|said)\b)[a-z]"
)
_FLOWING = re.compile(
    r"\b(?:canal|river|creek|stream|brook|lock|reservoir|road|street|avenue|lane|boulevard|drive"
    r"|highway|motorway|freeway|expressway|parkway|turnpike|interstate|route|railway|bridge)\b",
    re.I,
)
"""Waters, roads and lines that run through a place, and seldom tell it."""
_WIDE = re.compile(r"\b(?:sea|ocean|gulf|straits?|channel|bay|sound|lake|fjord)\b", re.I)
"""Waters that are so wide that what happens in them happens nowhere else."""
_INTO = re.compile(r"\b(?:in|into|on|across|over)\s+(?:the\s+)?$", re.I)
_FILED = 1.4
"""What the place of the dateline scores: more than a place named in passing has, less than one
that the title names or the lead says it happened in."""
_BESIDE_TOWN = -1.3
"""What a road or a water loses where the dateline names a town."""
_CUT_SHORT = 5
_AND = re.compile(r",?\s+(?:and|or|to)\s+(?:the\s+)?")
"""What leads to the last place of a list, as in ``Harwick, Loren and Sule``."""
_LONGEST_JOINT = 30
_FULLER = 4
_LEAST, _LEAST_WITHIN = 0.6, 0.35
"""What a place must score to be told at all, and one that the text says something happened in."""


def where(scene: Scene, entities: Sequence[Entity]) -> list[Candidate]:
    """Places that may be the lead event's, the likeliest first, each with what speaks for it.

    Neighbouring names that tell one place (``Baoding, Hebei province``) are one answer.
    """
    text = scene.article.text
    weight: dict[Span, float] = {}
    end = max((passage.span.end for passage in scene.passages), default=0)
    for entity in entities:
        if entity.kind is EntityKind.PLACE:
            for mention in entity.mentions:
                if mention.end <= end:
                    weight[mention] = entity.salience
    most = max(weight.values(), default=0.0) or 1.0
    found: list[Candidate] = []
    filed: list[Candidate] = []
    for group in _groups(text, sorted(weight)):
        passage = scene.passage(group[0])
        if passage is None:
            if _dated(scene, group[0]):
                filed.append(Candidate(_spanning(text, group), _FILED, ("the dateline names it",)))
            continue
        span = _whole(text, group, passage.span)
        reasons = []
        score = max(weight[mention] for mention in group) / most
        score += 1.0 * passage.bearing - 0.06 * passage.order
        score += 0.35 * (len(group) - 1) + (0.15 if span.end > group[-1].end else 0.0)
        within = _WITHIN.search(text, max(passage.span.start, span.start - 12), span.start)
        room = max(passage.span.start, span.start - _BEATEN_ROOM)
        if _BEATEN.search(text, room, span.start):
            continue
        if within:
            score += 0.4
            reasons.append("says where")
        elif _FROM.search(text, max(passage.span.start, span.start - 6), span.start):
            score -= 0.7  # where somebody comes from
        elif _ATTRIBUTE.match(text, span.end):
            score -= 0.6  # "the US election" does not say that it was there
        elif len(group) == 1 and passage.span != scene.title and not _dated(scene, span):
            score -= 0.3  # only named, in passing or as what something belongs to
        if _OWNING.match(text, span.end):
            score -= 0.5
        if filed and passage.span != scene.title and _runs_through(text, span):
            score += _BESIDE_TOWN
        if passage.beside:
            score -= 0.3
        if passage.order <= 2:
            reasons.append("stands in the lead")
        if score > 1.2:
            reasons.append("is a place the article is about")
        if score > (_LEAST_WITHIN if within else _LEAST):
            found.append(Candidate(span, score, tuple(reasons)))
    found += filed[:1]
    found.sort(key=lambda each: (-each.score, each.span))
    return _told_fully(text, found, filed[0].span if filed else None)


def _dated(scene: Scene, span: Span) -> bool:
    """Whether a place stands in the dateline."""
    return scene.article.dateline is not None and scene.article.dateline.overlaps(span)


def _spanning(text: str, group: Sequence[Span]) -> Span:
    """The places of a dateline, with the stop of a state that is cut short: ``SELMA, Ala.``."""
    end = group[-1].end
    cut = len(group) > 1 and len(group[-1]) <= _CUT_SHORT and text.startswith(".", end)
    return Span(group[0].start, end + cut)


def _runs_through(text: str, span: Span) -> bool:
    """Whether a place is a road, a bridge or a water beside which something happened.

    Where somebody is lost in a sea, the sea is where.
    """
    name = span.of(text)
    if _FLOWING.search(name):
        return True
    inside = _INTO.search(text, max(0, span.start - 12), span.start)
    return bool(_WIDE.search(name)) and not inside


def _told_fully(text: str, ranked: Sequence[Candidate], filed: Span | None) -> list[Candidate]:
    """The places once each, in the fullest of the likelier ways that the article puts them.

    What happened somewhere in a country did not happen in the town it was ``filed`` from.
    """
    told: list[Candidate] = []
    names: list[str] = []
    for place in ranked:
        name = place.span.of(text).casefold()
        barer = next((i for i, other in enumerate(names) if other in name), None)
        if barer is not None and place.span == filed and _first(name) != _first(names[barer]):
            told.append(place)
            names.append(name)
            continue
        if barer is not None and len(name) > len(names[barer]) and len(told) <= _FULLER:
            told[barer], names[barer] = replace(place, score=told[barer].score), name
        elif not any(name in other or _first(name) == _first(other) for other in names):
            told.append(place)
            names.append(name)
    return told


def _first(name: str) -> str:
    """The place itself, of a place with what it lies in: ``ERIE, Pa``."""
    return name.partition(",")[0]


def _groups(text: str, mentions: Sequence[Span]) -> list[list[Span]]:
    """Mentions that stand together as one place."""
    groups: list[list[Span]] = []
    for mention in mentions:
        if groups:
            last = groups[-1][-1]
            end = _tail(text, last.end)
            joint = text[end : mention.start] if mention.start - end <= _LONGEST_JOINT else ""
            if joint and _JOINT.fullmatch(joint):
                groups[-1].append(mention)
                continue
        groups.append([mention])
    return [
        part
        for group, after in zip_longest(groups, groups[1:])
        for part in _listed(text, group, after)
    ]


def _listed(text: str, group: list[Span], after: list[Span] | None) -> list[list[Span]]:
    """A group, or each of its places by itself where it is the beginning of a list."""
    if after and len(group) > 1 and _AND.fullmatch(text, group[-1].end, after[0].start):
        commas = (text[one.end : two.start].strip() for one, two in pairwise(group))
        if all(comma == "," for comma in commas):
            return [[mention] for mention in group]
    return [group]


def _tail(text: str, end: int) -> int:
    after = _AFTER.match(text, end)
    return after.end() if after else end


def _whole(text: str, group: Sequence[Span], within: Span) -> Span:
    """A group with what belongs to its names: ``south`` before, ``province`` after."""
    start, end = group[0].start, _tail(text, group[-1].end)
    for pattern, reach in ((_BEFORE, 16), (_SPOT, 36)):
        before = pattern.search(text, max(within.start, start - reach), start)
        start = before.start("spot") if before else start
    return Span(start, min(end, within.end))
