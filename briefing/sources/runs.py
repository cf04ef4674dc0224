"""The words of one block before they are counted: runs, their spaces and line ends.

A run may come in any number of pieces, as a parser found them. What belongs to one character
for a reader (a letter and its accent, the parts of a Hangul syllable) is put into one run, so
that every run can be normalised on its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.model.article import StyleKind
from briefing.sources.sanitise import stacks


class Run(NamedTuple):
    """Words that look alike and lead to the same address."""

    text: str
    styles: frozenset[StyleKind] = frozenset()
    url: str = ""
    """As the document gives it; whether it becomes a link is decided later."""


BREAK = Run("\n")
"""A line end the author asked for, within a block of flowing text."""

_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)+")


def broken(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The lines that :data:`BREAK` parts."""
    line: list[Run] = []
    for run in runs:
        if run is BREAK:
            yield line
            line = []
        else:
            line.append(run)
    yield line


def collapsed(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs of flowing text with one space for all white space, and none at its start."""
    after_space = True
    for run in runs:
        text = " " if run is BREAK else _SPACES.sub(" ", run.text)
        if after_space:
            text = text.lstrip(" ")
        if text:
            after_space = text.endswith(" ")
            yield run._replace(text=text)


def as_set(runs: Iterable[Run]) -> list[Run]:
    """The runs of code, with tabs as spaces and without blank lines at the start."""
    kept: list[Run] = []
    for run in runs:
        text = run.text.expandtabs(4)
        if not kept and (blank := _BLANK_LINES.match(text)):
            text = text[blank.end() :]
        if text:
            kept.append(run._replace(text=text))
    return kept


def glued(runs: Iterable[Run]) -> list[Run]:
    """The runs, with what continues a character moved to the run where the character began."""
    whole: list[Run] = []
    for run in runs:
        text = run.text
        if whole and text and not text[0].isascii():
            end = 0
            while end < len(text) and _continues(text[end]):
                end += 1
            if end:
                whole[-1] = whole[-1]._replace(text=whole[-1].text + text[:end])
                run = run._replace(text=text[end:])
        if run.text:
            whole.append(run)
    return whole


def _continues(character: str) -> bool:
    """Whether it may be drawn on, or composed with, the character before it."""
    return (
        stacks(character) or "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff"
    )


class Stretch(NamedTuple):
    """A stretch of one look, or of one link, in characters of the runs' joined text."""

    start: int
    end: int
    style: StyleKind | None
    url: str


def stretches(runs: Sequence[Run]) -> list[Stretch]:
    """Where each look and each link begins and ends, in the order of their starts."""
    found: list[Stretch] = []
    opened: dict[tuple[StyleKind | None, str], int] = {}
    offset = 0
    for run in (*runs, Run("")):
        now: set[tuple[StyleKind | None, str]] = {(style, "") for style in run.styles}
        if run.url:
            now.add((None, run.url))
        ended = [what for what in opened if what not in now]
        found.extend(Stretch(opened.pop(what), offset, *what) for what in ended)
        for what in now:
            opened.setdefault(what, offset)
        offset += len(run.text)
    return sorted(found, key=lambda stretch: (stretch.start, stretch.end, stretch.style or ""))
