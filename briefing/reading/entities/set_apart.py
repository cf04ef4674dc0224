"""Whether a text tells an organisation from one whose name is the beginning of its own.

``Harwick Mills Energy`` is most often called ``Harwick Mills`` for short. Where the text says that
the one is a unit of the other, was spun off from it, or names both side by side, they are two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefing.reading.entities.mention import Mention

_RELATED = re.compile(
    r"\b(?:units?|subsidiar(?:y|ies)|divisions?|arms?|affiliates?|branch|parent|owners?|sister"
    r"|rival|predecessor|successor|spin-?offs?|offshoot|spun|split|splits|splitting|separate"
    r"|separated|separately|separating|carved|hived|demerged?|demerging|divest(?:s|ed|ing)?"
    r"|owns|owned|part of|independent|stake|sold|sells?|selling|bought|buys?|buying|acquir\w+"
    r"|merg(?:ed?|es|ing|er)|combin(?:ed?|es|ing)|while|whereas|unlike|rather than|as well as"
    r"|compared with|distinct|unrelated|confused)\b"
)
"""What stands between two names that are not one organisation's."""
_JOINED = re.compile(r"(?:['’]s)?,?\s(?:and|or|nor|&|versus|vs\.?|with)\s(?:its\s|the\s|from\s)?")
_PAIRED = re.compile(r"\b(?:[Uu]nlike|[Bb]oth|[Nn]either|[Bb]etween)\s(?:the\s)?\Z")
_BESIDE = re.compile(r",?\s(?:the\s)?")
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|[\n;]")
_NAME = re.compile(r"\b(?!(?:Inc|Corp|Co|Ltd|Plc|PLC|Group|NV|AG|SA|SE)\b)[A-Z]\w")
_FARTHEST = 100
"""Characters that may stand between the two."""


def set_apart(text: str, short: Sequence[Mention], long: Sequence[Mention]) -> bool:
    """Whether the text tells the organisation with the longer name from the other.

    Args:
        text: the article.
        short: where the shorter name stands.
        long: where the longer one stands.
    """
    shorter = sorted(short, key=lambda mention: mention.start)
    starts = [mention.start for mention in shorter]
    for one in long:
        at = bisect_left(starts, one.start)
        if at and _two(text, shorter[at - 1], one):
            return True
        if at < len(shorter) and _two(text, one, shorter[at]):
            return True
    return False


def _two(text: str, first: Mention, second: Mention) -> bool:
    """Whether what stands between two names, or before them, says that they name two."""
    if not 0 < second.start - first.end <= _FARTHEST:
        return False
    between = text[first.end : second.start]
    if _JOINED.fullmatch(between):
        return True
    if _BESIDE.fullmatch(between):
        return bool(_PAIRED.search(text, max(0, first.start - 12), first.start))
    if _STOP.search(text, first.end, second.start) or _NAME.search(between):
        return False  # another name may be the one that is owned, or bought
    return bool(_RELATED.search(between))
