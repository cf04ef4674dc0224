"""List items in plain text: their markers are found and taken out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.sources.sanitise import stacks
from briefing.sources.wrapping import Line

_BULLET = re.compile(r"[•‣◦▪▫●○■□–*+-]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})([.)])\s+(?=\S)")


def without_markers(text: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """The text without its list markers, and its lines with the markers they had."""
    return _with_markers_out(text, _marked(text, lines))


def _marked(text: str, lines: list[Line]) -> list[Line]:
    """The lines with their list markers noted."""
    numbers: dict[int, tuple[int, str]] = {}
    marked = list(lines)
    for at, line in enumerate(lines):
        opening = text[line.start]
        if opening.isdigit():
            number = _NUMBER.match(text, line.start, line.end)
            if number and _begins_words(text, number.end(), line.end):
                numbers[at] = (int(number[1]), number[2])
        elif not opening.isalpha():
            bullet = _BULLET.match(text, line.start, line.end)
            if bullet and _begins_words(text, bullet.end(), line.end):
                marked[at] = line._replace(marker=opening)
    for at in _consecutive(numbers):
        marked[at] = lines[at]._replace(marker="{}{}".format(*numbers[at]))
    return marked


def _consecutive(numbers: dict[int, tuple[int, str]]) -> Iterator[int]:
    """The lines whose number is followed or preceded by its neighbour: a lone ``12. July`` is
    no list.
    """
    places = list(numbers)
    kept: set[int] = set()
    for earlier, later in pairwise(places):
        (first, closing), (second, other) = numbers[earlier], numbers[later]
        if second == first + 1 and closing == other:
            kept.update((earlier, later))
    yield from sorted(kept)


def _with_markers_out(text: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """The text without its list markers, and the lines where they are then."""
    if not any(line.marker for line in lines):
        return text, lines
    kept: list[str] = []
    moved: list[Line] = []
    copied = gone = 0
    for line in lines:
        start = line.start
        if line.marker:
            kept.append(text[copied:start])
            copied = start + len(line.marker)
            while text[copied].isspace():
                copied += 1
            gone += copied - start
            start = copied
        moved.append(line._replace(start=start - gone, end=line.end - gone))
    kept.append(text[copied:])
    return "".join(kept), moved


def _begins_words(text: str, start: int, end: int) -> bool:
    """Whether words follow a marker: ``* * *`` is an ornament, and an accent needs its letter."""
    return not stacks(text[start]) and any(map(str.isalnum, text[start:end]))
