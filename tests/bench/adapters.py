"""What the measuring scripts call: one thin function for each task, in the order of the tasks.

Each imports what it needs when it is called, so that one task can be measured without the rest.
Offsets are half-open character indexes into the text given.
"""

from __future__ import annotations

from collections.abc import Sequence


def sentences(text: str) -> list[list[int]]:
    from briefing.reading.sentences import sentences

    return [[span.start, span.end] for span in sentences(text)]


def headings(text: str) -> list[int]:
    from briefing.reading.headings import heading_lines

    return list(heading_lines(text))


def furniture(line: str) -> tuple[str, list[int] | None]:
    from briefing.reading.datelines import dateline
    from briefing.reading.furniture import furniture

    if found := furniture(line):
        return found.kind.value, None
    if place := dateline(line):
        return "dateline", [place.start, place.end]
    return "body", None


def parts(units: Sequence[str]) -> list[int]:
    from briefing.reading.parts import parts

    return parts(units)


def entities(text: str) -> list[tuple[int, int, str]]:
    from briefing.reading.entities import entities_in

    labels = {"person": "PER", "organisation": "ORG", "place": "LOC", "group": "NORP"}
    return [
        (mention.start, mention.end, labels.get(entity.kind.value, "MISC"))
        for entity in entities_in(text)
        for mention in entity.mentions
    ]
