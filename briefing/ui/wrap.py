"""Breaking text into lines, by character offsets and terminal columns."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.proof.lines import EVEN, skip, wrap_even

UNEVEN = re.compile(f"[^\n{''.join(f'{chr(first)}-{chr(last)}' for first, last in EVEN)}]")
"""Finds a character that may take no column, or two; text without any is one column each."""


@lru_cache(maxsize=4096)
def columns(character: str) -> int:
    """How many terminal columns one character takes: 0, 1 or 2."""
    from rich.cells import get_character_cell_size

    return get_character_cell_size(character)


def width_of(text: str) -> int:
    """How many terminal columns the text takes on one line."""
    if UNEVEN.search(text) is None:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """The lines of ``text[start:end]`` set ragged right in ``width`` columns.

    A newline counts as a space. The blanks at which a line ends belong to no line; nothing
    else is left out, so the lines' words are the text's words.

    Args:
        text: the whole text; offsets are characters of it.
        start: where to begin.
        end: where to stop.
        width: columns of a line; at least 1.

    Returns:
        Half-open character ranges, one a line; none for blank text.
    """
    width = max(width, 1)
    stretch = text[start:end]
    flow = stretch.replace("\n", " ") if "\n" in stretch else stretch
    ranges = wrap_even if UNEVEN.search(flow) is None else _wrap_uneven
    return [(start + first, start + last) for first, last in ranges(flow, width)]


def _wrap_uneven(flow: str, width: int) -> list[tuple[int, int]]:
    """Lines of text in which some characters take no column or two.

    A line may also end before and after a wide character, as Chinese and Japanese are set.
    """
    lines: list[tuple[int, int]] = []
    length = len(flow.rstrip(" "))
    here = skip(flow, 0, length)
    while here < length:
        used = 0
        place = here
        last_break = -1
        while place < length:
            size = columns(flow[place])
            if flow[place] == " " or (size == 2 and place > here):
                last_break = place
            if used + size > width and place > here:
                break
            used += size
            place += 1
            if size == 2:
                last_break = place
        if place >= length:
            lines.append((here, length))
            break
        if flow[place] == " ":
            last_break = place
        while columns(flow[place]) == 0 and place > here + 1:
            place -= 1
        cut = last_break if here < last_break <= place else place
        last = cut
        while last > here + 1 and flow[last - 1] == " ":
            last -= 1
        lines.append((here, last))
        here = skip(flow, cut, length)
    return lines


def character_at(text: str, start: int, end: int, column: int) -> int:
    """The offset of the character of ``text[start:end]`` that stands in a column.

    Args:
        text: the whole text.
        start: the first character of the line.
        end: the end of the line.
        column: from 0; beyond the line's end gives ``end``.
    """
    if UNEVEN.search(text, start, end) is None:
        return min(start + max(column, 0), end)
    used = 0
    for offset in range(start, end):
        used += columns(text[offset])
        if used > column:
            return offset
    return end


def last_word(text: str, start: int, end: int, column: int) -> int:
    """Where to leave off so that ``text[start:end]`` takes so many columns at most.

    That is after a whole word, but within one where nothing else would leave the line a third
    empty, or where writing knows no spaces.

    Args:
        text: the whole text.
        start: the first character of the line.
        end: the end of the text to be set.
        column: the columns there are.
    """
    limit = character_at(text, start, end, column)
    if limit >= end or text[limit].isspace():
        return limit
    blank = max(text.rfind(" ", start, limit), text.rfind("\n", start, limit))
    return blank if limit - blank <= (limit - start) // 3 else limit


def fit(text: str, width: int) -> str:
    """The text, cut to a width with an ellipsis when it is longer; between words if it can be."""
    if width_of(text) <= width:
        return text
    if width < 2:
        return ""
    return text[: last_word(text, 0, len(text), width - 1)].rstrip() + "…"
