"""A proof set from a glance: the screen's geometry and looks, in plain escape sequences.

What stands here is said again, with more besides, by the style sheet and the widgets of the screen;
tests hold the two together.
"""

from __future__ import annotations

from briefing.proof.glance import Block
from briefing.proof.lines import even, wrap_even

TYPE_CHECKING = False  # typing costs more than the proof
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WIDE, NARROW = 100, 60
"""Columns from which on the panes stand beside the article, and its source above it."""

GUTTER = 3
READING = "reading …"
NAME = "briefing"
MARKER = "•"

NIGHT = {
    "base": "38;2;217;214;207;48;2;22;23;26",
    "key": "1;38;2;225;176;122;48;2;22;23;26",
    "accent": "38;2;225;176;122;48;2;22;23;26",
    "strong": "1;38;2;217;214;207;48;2;22;23;26",
    "heading": "1;38;2;243;240;232;48;2;22;23;26",
    "quote": "3;38;2;217;214;207;48;2;22;23;26",
    "quiet": "38;2;163;161;155;48;2;22;23;26",
    "rule": "38;2;58;59;64;48;2;22;23;26",
}
"""The looks of a first start, in a terminal of all colours; later starts have those kept."""

Part = tuple[str, str]
"""Words, each of one column a character, and the name of their look."""


def sheet(
    blocks: Sequence[Block],
    size: tuple[int, int],
    looks: Mapping[str, str],
    *,
    title: str,
    measure: int,
    hints: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """The rows of a proof, each as wide as the terminal.

    Args:
        blocks: what the article begins with; none says that it is being read.
        size: columns and rows of the terminal.
        looks: the parameters of the escape sequence for each look.
        title: what to call the article until it is read.
        measure: the most columns of a line of text.
        hints: keys and what they do, for the bottom line.
    """
    width, height = size
    left, pane = columns(width)
    named = next((words for kind, words, _ in blocks[:1] if kind == "title"), title)
    rows = [_headline(named, width), _progress(width)][: max(height - 1, 0)]
    for parts in _article(blocks, pane, measure, max(height - 3, 0)):
        rows.append([(" " * left, "base"), *parts])
    rows = [*rows[: height - 1], _hints(hints, width)]
    return [_drawn(row, width, looks) for row in rows]


def columns(width: int) -> tuple[int, int]:
    """The columns left of the article's pane, and its own."""
    if width < WIDE:
        return 0, width
    left = min(max(width * 22, 2400), 4000) // 100
    right = (width * 100 - min(max(width * 28, 2800), 5200)) // 100
    return left, right - left


def _headline(title: str, width: int) -> list[Part]:
    name = f" {NAME}  " if width >= NARROW else " "
    return [(name, "key"), (title if even(title) else "", "strong")]


def _progress(width: int) -> list[Part]:
    label = " 0% "
    return [(" ", "base"), ("─" * max(width - len(label) - 1, 0), "rule"), (label, "quiet")]


def _hints(hints: Sequence[tuple[str, str]], width: int) -> list[Part]:
    """The keys that fit, the last of them, help, above all."""
    parts: list[Part] = []
    used = 1
    help_width = sum(map(len, hints[-1])) + 4 if hints else 0
    for number, (key, hint) in enumerate(hints):
        need = len(key) + len(hint) + 3
        if used + need + (help_width if number < len(hints) - 1 else 0) <= width:
            parts += [(f" {key} ", "key"), (f"{hint} ", "quiet")]
            used += need
    return parts


def _article(blocks: Sequence[Block], pane: int, measure: int, height: int) -> Iterator[list[Part]]:
    """The rows of the article's pane."""
    room = max(pane - GUTTER - 2, 1)
    text = min(room, measure)
    margin = " " * ((room - text) // 2)
    rows = list(_lines(blocks, text, height)) if blocks else [[(READING, "quiet")]]
    for number, parts in enumerate(rows[:height]):
        sign = ("›" if blocks and not number else "").ljust(GUTTER)
        yield [(margin, "base"), (sign, "accent"), *parts]
    for _ in range(height - len(rows)):
        yield []


def _lines(blocks: Sequence[Block], measure: int, most: int) -> Iterator[list[Part]]:
    """The lines of the page, down to a row."""
    above = ""
    used = 0
    for kind, words, level in blocks:
        for _ in range(_gap(above, kind)):
            yield []
            used += 1
        above = kind
        look = {"title": "heading", "heading": "heading", "quote": "quote"}.get(kind, "base")
        indent = {"item": 2 * level, "quote": 3 * level}.get(kind, 0)
        indent = min(indent, measure // 2)
        for number, (start, end) in enumerate(wrap_even(words, measure - indent)):
            marker = MARKER if kind == "item" and not number else ""
            yield [(marker.ljust(indent), "quiet"), (words[start:end], look)]
            used += 1
        if used >= most:
            return


def _gap(above: str, kind: str) -> int:
    """How many blank lines stand between two blocks."""
    if not above:
        return 0
    if kind == "heading":
        return 1 if above in ("title", "heading") else 2
    return 0 if kind == above == "item" else 1


def _drawn(parts: Sequence[Part], width: int, looks: Mapping[str, str]) -> str:
    """A row cut or filled to the width."""
    drawn: list[str] = []
    room = width
    for words, look in (*parts, (" " * width, "base")):
        words = words[:room]
        room -= len(words)
        if words:
            drawn.append(f"\x1b[{looks.get(look) or looks['base']}m{words}\x1b[0m")
    return "".join(drawn)
