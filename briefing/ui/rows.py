"""The rows of a pane: short texts set in its width, with looks and a place to go to."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.ui.defence import visible
from briefing.ui.wrap import last_word, width_of, wrap

CUT = "…"
"""Drawn where a row is shortened."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a pane."""

    text: str
    value: Any = None
    """What is chosen with it; ``None`` for headings and remarks, which cannot be chosen."""
    span: Span | None = None
    """Where in the article it leads."""
    look: str = ""
    marks: tuple[tuple[int, int, str], ...] = ()
    """Looks of parts of the text, as half-open characters of it."""
    sign: str = ""
    """One or two columns before the text, such as a kind's letter."""
    sign_look: str = "quiet"
    aside: str = ""
    """Said after the text, quietly, where it fits whole."""
    right: str = ""
    """Stands at the right edge, such as a count."""
    most: int = 1
    """The most lines it may take."""


@dataclass(frozen=True, slots=True)
class RowLine:
    """One drawn line of a row."""

    row: int
    start: int
    end: int
    first: bool
    cut: bool
    """Whether the rest of the text is left out after it."""


def set_row(index: int, row: Row, width: int) -> list[RowLine]:
    """Set a row in a width.

    Args:
        index: the row's place among others, for its lines.
        row: what to set.
        width: columns of the pane.

    Returns:
        The lines in order.
    """
    lines: list[RowLine] = []
    room = max(width - indent_of(row) - (len(row.right) + 2 if row.right else 0), 4)
    ranges = wrap(row.text, 0, len(row.text), room) or [(0, 0)]
    cut = len(ranges) > row.most
    for number, (start, end) in enumerate(ranges[: row.most]):
        last = number == row.most - 1
        if cut and last:
            end = last_word(row.text, start, len(row.text), room - 1)
            end = start + len(row.text[start:end].rstrip())
        lines.append(RowLine(index, start, end, number == 0, cut and last))
    return lines


def indent_of(row: Row) -> int:
    """Columns before a row's text."""
    return 3 if row.sign else 1


def drawn(row: Row, line: RowLine, width: int) -> list[tuple[str, tuple[str, ...]]]:
    """A line of a row as words and their looks, padded to the width."""
    indent = indent_of(row)
    base = (row.look,) if row.look else ()
    pieces: list[tuple[str, tuple[str, ...]]] = []
    if line.first and row.sign:
        pieces.append((" ", ()))
        pieces.append((row.sign, (row.sign_look,)))
        pieces.append((" " * (indent - 1 - len(row.sign)), ()))
    else:
        pieces.append((" " * indent, ()))
    cuts = sorted(
        {line.start, line.end} | {c for m in row.marks for c in m[:2] if line.start < c < line.end}
    )
    for start, end in pairwise(cuts):
        looks = tuple(look for a, b, look in row.marks if look and a <= start and end <= b)
        pieces.append((visible(row.text[start:end]).replace("\n", " "), base + looks))
    if line.cut:
        pieces.append((CUT, (*base, "quiet")))
    used = sum(width_of(words) for words, _ in pieces)
    whole = line.end == len(row.text) and not line.cut
    if row.aside and whole and used + width_of(row.aside) + len(row.right) + 4 <= width:
        pieces.append((f"  {visible(row.aside)}", ("quiet",)))
        used += width_of(row.aside) + 2
    right = row.right if line.first else ""
    pieces.append((" " * max(width - used - len(right) - (1 if right else 0), 0), ()))
    if right:
        pieces.append((right + " ", ("quiet",)))
    return pieces
