"""Texts with names marked by hand: ``{PER Jack Ma}``, with a confidence ``{ORG:0.5 Apple}``."""

from __future__ import annotations

import re

from briefing.model.annotations import EntityKind
from briefing.reading.entities.mention import Found, Mention

_MARK = re.compile(r"\{([A-Z]+)(?::([\d.]+))? ([^}]*)\}")

KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
    "MISC": EntityKind.WORK,
}


def found(marked: str) -> tuple[str, list[Found]]:
    """The text without its marks, and what they mark."""
    text, names, copied = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[copied : match.start()]
        name = match[3]
        names.append(Found(len(text), len(text) + len(name), match[1], float(match[2] or 0.95)))
        text += name
        copied = match.end()
    return text + marked[copied:], names


def mentions(marked: str) -> tuple[str, list[Mention]]:
    """The same as mentions, as they are after tidying."""
    text, names = found(marked)
    return text, [Mention(n.start, n.end, KINDS[n.label], n.confidence) for n in names]
