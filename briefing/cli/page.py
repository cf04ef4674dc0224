"""A page of the command line: lines with their looks, before anybody knows how wide they may be.

Looks are spans of a line's text, so that no character of an article is ever taken for markup.
"""

from __future__ import annotations

from enum import StrEnum

from briefing.model.article import Span
from briefing.model.records import dataclass


class Look(StrEnum):
    """What a stretch of a line is, which decides its look."""

    TITLE = "title"
    META = "meta"
    LABEL = "label"
    HEADING = "heading"
    FURNITURE = "furniture"
    FACT = "fact"
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    GONE = "gone"
    COME = "come"
    CODE = "code"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"


Layer = tuple[Span, Look]
"""A stretch of a text and what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the page; it becomes several rows where it is too long for one."""

    text: str = ""
    looks: tuple[Layer, ...] = ()
    label: str = ""
    """What stands left of the text, in a column of its own."""
    column: int = 0
    """The cells of that column."""
    mark: bool = False
    """True when the label is a bullet or a number rather than words."""
    indent: int = 0
    fixed: bool = False
    """True for code and tables, whose rows are not to be filled."""


BLANK = Line()
BULLET = "•"
GAP = 2
"""Cells between labels and texts."""


def whole(text: str, look: Look) -> Line:
    """A line that is of one look from end to end."""
    return Line(text, ((Span(0, len(text)), look),))


def flat(text: str) -> str:
    """A text on one line, every character where it was: a wrapped source ends no paragraph."""
    return text.replace("\n", " ").replace("\t", " ")


def piped(line: Line) -> str:
    """A line as plain text for a pipe: labels before the text, nothing filled."""
    label = f"{line.label}{' ' if line.mark else ': '}" if line.label else ""
    return f"{' ' * line.indent}{label}{line.text}"
