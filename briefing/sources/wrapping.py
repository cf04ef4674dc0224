"""Lines of plain text, and whether line ends were made by an author or by a machine.

In *tight* text a line is a paragraph. In *wrapped* text (e-mail, old agencies, Project
Gutenberg) lines were broken at some column, and a paragraph is several lines with a blank line
after it. Which of the two it is shows in the line ends: a wrapped line is as full as it can
be, or stops in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_NARROWEST, _WIDEST = 30, 132
"""Columns within which people and programs wrap text."""

_MOST_BREAKS = 4000
"""Line ends looked at to tell wrapped text from tight; more do not change the answer."""

_WRAPPED_SHARE = 0.6
_FILLED = 0.7
"""Wrapped lines are filled to this part of the width on average; verse is not."""

_FULL = 0.85
"""A line is full when the next word would take it beyond this part of the width."""

_ENDINGS = tuple('.!?:;…。！？"”’»)]')


class Line(NamedTuple):
    """A line that is not blank: where its words are, and what stands around them."""

    start: int
    end: int
    indent: int
    after_blank: bool
    marker: str = ""


def lines_of(text: str) -> Iterator[Line]:
    """The lines that are not blank."""
    start, after_blank = 0, True
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
            yield Line(start + indent, start + indent + len(words), indent, after_blank)
        after_blank = not words
        start += len(line) + 1


def paragraphs(text: str, lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of each paragraph: single ones in tight text, several in wrapped text."""
    if _is_wrapped(text, lines):
        return _joined(text, lines)
    return ([line] for line in lines)


def _breaks(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Neighbouring lines with no blank line between them."""
    for line, following in pairwise(lines):
        if not following.after_blank and not following.marker:
            yield line, following


def _is_wrapped(text: str, lines: Sequence[Line]) -> bool:
    """Whether most line ends that no blank line follows were made by wrapping."""
    pairs = list(_breaks(lines[:_MOST_BREAKS]))
    width = _width(pairs)
    if not _NARROWEST <= width <= _WIDEST or len(pairs) < 2:
        return False
    soft = sum(_full(text, *pair, width) or _mid_sentence(text, *pair) for pair in pairs)
    filled = sum(_reach(line) for line, _ in pairs) / (width * len(pairs))
    return soft >= _WRAPPED_SHARE * len(pairs) and filled >= _FILLED


def _width(pairs: Sequence[tuple[Line, Line]]) -> int:
    """The column at which lines were broken: nearly the longest, since addresses stick out."""
    reaches = sorted(_reach(line) for line, _ in pairs)
    return reaches[int(len(reaches) * 0.97)] if reaches else 0


def _reach(line: Line) -> int:
    return line.indent + line.end - line.start


def _full(text: str, line: Line, following: Line, width: float) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    word_end = text.find(" ", following.start, following.end)
    word = (word_end if word_end >= 0 else following.end) - following.start
    return _reach(line) + 1 + word > width


def _mid_sentence(text: str, line: Line, following: Line) -> bool:
    """Whether the line ends and the next begins as only lines within a sentence do."""
    return text[following.start].islower() and not text.endswith(_ENDINGS, line.start, line.end)


def _joined(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph of a wrapped text."""
    width = _width(list(_breaks(lines))) * _FULL
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(text, paragraph, line, width):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(text: str, paragraph: list[Line], line: Line, width: float) -> bool:
    """Whether a line continues the paragraph before it."""
    last = paragraph[-1]
    if line.after_blank or line.marker or not (_worded(text, line) and _worded(text, last)):
        return False
    if line.indent >= last.indent + 2 and not paragraph[0].marker:
        return False  # the first line of a paragraph that is set off by its indent
    if (text[line.start] == ">") != (text[last.start] == ">"):
        return False
    return _full(text, last, line, width) or _mid_sentence(text, last, line)


def _worded(text: str, line: Line) -> bool:
    """Whether a line has a letter or digit: one without is an ornament."""
    return any(map(str.isalnum, text[line.start : line.end]))
