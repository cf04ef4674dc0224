"""A table as lines: cells padded to columns, two spaces apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import category, east_asian_width

from briefing.model.article import StyleKind
from briefing.sources.runs import Run

_GAP = "  "
_WIDEST = 40
"""Columns a cell is padded to at most; longer ones push the rest of their row aside."""

_MOST_PADDED = 20_000
"""Cells of a larger table are neither padded nor styled: nobody reads it by columns."""

Cell = Sequence[Run]
"""The runs of one cell, on one line."""


def lines(rows: Sequence[Sequence[Cell]], headed: bool = False) -> Iterable[Run]:
    """The runs of a whole table, one line for each row.

    Args:
        rows: the cells of each row; rows may be of different lengths.
        headed: whether the first row is a heading and set in bold.
    """
    if sum(map(len, rows)) > _MOST_PADDED:
        yield Run("\n".join(_GAP.join(map(_words, row)) for row in rows))
        return
    widths = _widths(rows)
    for number, row in enumerate(rows):
        if number:
            yield Run("\n")
        for column, cell in enumerate(row):
            for run in cell:
                strong = run.styles | {StyleKind.STRONG} if headed and not number else run.styles
                yield run._replace(styles=strong)
            if column + 1 < len(row):
                room = widths[column] - width(_words(cell))
                yield Run(" " * max(0, room) + _GAP)


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns' widths in terminal cells."""
    widths = [0] * max(map(len, rows), default=0)
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], min(width(_words(cell)), _WIDEST))
    return widths


def _words(cell: Cell) -> str:
    return "".join(run.text for run in cell)


def width(text: str) -> int:
    """How many terminal cells a text takes, nearly: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if category(c) in ("Mn", "Me", "Cf") else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )
