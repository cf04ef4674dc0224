"""Where the lead event happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.annotations import Entity, EntityKind
from briefing.model.article import Span
from briefing.reading.lead_scene import Scene

_WITHIN = re.compile(r"\b(?:in|at|near|outside|from|across|around|off|inside|over|on|of)\s+$", re.I)
_PART = (
    r"(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?west(?:ern)?"
    r"|north-?east(?:ern)?|south-?west(?:ern)?|south-?east(?:ern)?|downtown|inner|greater)\s+)"
)
_BEFORE = re.compile(rf"\b{_PART}$", re.I)
_AFTER = re.compile(
    r"\s+(?:[Pp]rovince|[Cc]ounty|[Cc]ity|[Dd]istrict|[Vv]illage|[Rr]egion|[Ss]tate|[Rr]oad"
    r"|[Ss]treet|[Aa]irport|[Ss]tation|[Tt]own|[Aa]rea|[Ss]uburb|tram stop|tram station|stop)\b"
)
_JOINT = re.compile(
    rf"(?:,\s+|\s+in\s+|,\s+in\s+|\s+near\s+|,\s+near\s+|\s+of\s+|'s\s+|’s\s+)(?:the\s+)?{_PART}?",
    re.I,
)
_OWNING = re.compile(r"['’]s?\s+\w|\s+(?:[A-Z][a-z]+)")
_BESIDE_NOUN = re.compile(r"[-–]?\s*[a-z]")
_LONGEST_JOINT = 30


def where(scene: Scene, entities: Sequence[Entity]) -> list[tuple[Span, tuple[str, ...]]]:
    """Places that may be the lead event's, the likeliest first, each with what speaks for it.

    Neighbouring names that tell one place (``Baoding, Hebei province``) are one answer.
    """
    text = scene.article.text
    weight: dict[Span, float] = {}
    for entity in entities:
        if entity.kind is EntityKind.PLACE:
            for mention in entity.mentions:
                weight[mention] = entity.salience
    most = max(weight.values(), default=0.0) or 1.0
    found: list[tuple[float, Span, tuple[str, ...]]] = []
    for group in _groups(text, sorted(weight)):
        passage = scene.passage(group[0])
        if passage is None:
            continue
        span = _whole(text, group, passage.span)
        reasons = []
        score = max(weight[mention] for mention in group) / most
        score += 1.0 * passage.bearing - 0.06 * passage.order
        score += 0.15 * (len(group) - 1)
        if _WITHIN.search(text, max(passage.span.start, span.start - 12), span.start):
            score += 0.4
            reasons.append("says where")
        if _OWNING.match(text, span.end):
            score -= 0.5
        if passage.beside:
            score -= 0.3
        if passage.order <= 2:
            reasons.append("stands in the lead")
        if score > 1.2:
            reasons.append("is a place the article is about")
        found.append((score, span, tuple(reasons)))
    if scene.article.dateline and found == []:
        return []
    found.sort(key=lambda each: (-each[0], each[1]))
    return [(span, reasons) for _, span, reasons in found]


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
    return groups


def _tail(text: str, end: int) -> int:
    after = _AFTER.match(text, end)
    return after.end() if after else end


def _whole(text: str, group: Sequence[Span], within: Span) -> Span:
    """A group with what belongs to its names: ``south`` before, ``province`` after."""
    start, end = group[0].start, _tail(text, group[-1].end)
    before = _BEFORE.search(text, max(within.start, start - 16), start)
    return Span(before.start() if before else start, min(end, within.end))
