"""Setting a page on the terminal: filled lines, a measure, and looks in the reader's colours.

The sixteen colours of the terminal are used, which the reader has chosen to be legible, and
weight and underline besides, so that nothing is told by colour alone.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from briefing.cli.page import Line, Look
from briefing.cli.streams import clean, writing

MEASURE = 80
"""The widest a line is set, in cells."""

STYLES = {
    Look.TITLE: "bold",
    Look.META: "dim",
    Look.LABEL: "dim",
    Look.HEADING: "bold",
    Look.FURNITURE: "dim",
    Look.FACT: "bold",
    Look.LINK: "underline",
    Look.STRONG: "bold",
    Look.EMPHASIS: "italic",
    Look.STRIKE: "strike",
    Look.GONE: "red strike",
    Look.COME: "green bold",
    Look.CODE: "cyan",
    Look.PERSON: "underline yellow",
    Look.ORGANISATION: "underline cyan",
    Look.PLACE: "underline green",
    Look.GROUP: "underline magenta",
    Look.EVENT: "underline blue",
    Look.WORK: "underline red",
}


def typeset(page: Iterable[Line]) -> None:
    """Prints a page on the terminal that is standard output."""
    width = max(20, min(MEASURE, shutil.get_terminal_size().columns))
    console = Console(file=sys.stdout, width=width, markup=False, emoji=False, highlight=False)
    with writing():
        for line in page:
            for row in _rows(console, line, width):
                console.print(row, soft_wrap=True)


def _rows(console: Console, line: Line, width: int) -> Iterator[Text]:
    text = Text(clean(line.text))
    for span, look in line.looks:
        text.stylize(STYLES[look], span.start, span.end)
    if line.fixed:
        yield Text(" " * line.indent) + text
        return
    # On a narrow terminal the text keeps at least half of the line.
    indent = min(line.indent, width // 4)
    column = min(line.column, width // 4)
    margin = Text(" " * (indent + column))
    label = Text(" " * indent) + Text(clean(line.label), STYLES[Look.LABEL])
    if line.label and label.cell_len < margin.cell_len:
        label.pad_right(margin.cell_len - label.cell_len)
    elif line.label:  # too long to stand beside the text: it stands above
        yield from label.wrap(console, width)
        label = margin
    else:
        label = margin
    for number, row in enumerate(text.wrap(console, width - margin.cell_len) or [text]):
        row.rstrip()
        yield (label if number == 0 else margin) + row
