"""Headings in plain text: short lines that stand over prose and do not read like it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.reading.wording import NARRATIVE

MOST_WORDS = 16
MOST_CHARACTERS = 110
_ENDS = re.compile(r"[.,;:…][\"'”’)\]]*\Z")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_OPENS = re.compile(r"[\"“‘'#\d(]?\s*[A-Z0-9“‘\"]")
_STOPS = re.compile(r"[.!?…:][\"'”’)\]]*\Z")


def prose(line: str) -> bool:
    """Whether a line is long enough, and ends, like a paragraph."""
    count = len(line.split())
    return count >= 20 or (count >= 12 and _STOPS.search(line) is not None)


def headings(lines: Sequence[str]) -> dict[int, str]:
    """Which lines are headings, and why.

    Args:
        lines: the story's lines without blank ones and without furniture.

    Returns:
        Indexes into ``lines``, each with the reason.
    """
    found: dict[int, str] = {}
    for index, line in enumerate(lines[:-1]):
        if _could_be(line) and prose(lines[index + 1]):
            above = lines[index - 1] if index else ""
            short_above = index > 1 and not prose(above) and len(above.split()) < 12
            if short_above and not prose(lines[index - 2]):
                continue  # a run of short lines: a list, a caption, a song
            found[index] = "a short line without a full stop over a paragraph"
    return found


def _could_be(line: str) -> bool:
    count = len(line.split())
    if not 1 <= count <= MOST_WORDS or len(line) > MOST_CHARACTERS:
        return False
    if _ENDS.search(line) and not _NUMBERED.match(line):
        return False
    if line[0] in "-–—•*|>" or "|" in line or "://" in line or not _OPENS.match(line):
        return False
    quoted = line[0] in '"“' and line[-1] in '"”'
    return not (quoted and count > 8) and not (count > 12 and NARRATIVE.search(line))
