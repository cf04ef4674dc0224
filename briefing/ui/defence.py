"""The second line of defence: nothing that is drawn acts on the terminal, whoever wrote it.

Sources clean what they read, and every part of the screen passes other words through
:func:`visible`. :class:`Defence` stands behind them all, at the last place before the bytes.
"""

from __future__ import annotations

import re
from functools import cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# Controls, separators, directional embeddings and isolates, halves of characters, noncharacters
# and tags: the same that `sources.sanitise` takes out.
_ACTING = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2065-\u206f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
) + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
_MARK = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """Text that cannot act on the terminal; every offset in it stays where it was.

    Should a control character, a bidirectional override or a lone surrogate have slipped by, it
    is drawn as U+FFFD. A newline is left for whoever breaks lines.
    """
    return text if text.isprintable() else _acting("").sub(_MARK, text)


@cache
def _acting(besides: str) -> re.Pattern[str]:
    """What acts on the terminal, and other characters; made when something is not printable."""
    return re.compile(f"[{besides}{_ACTING}]")


class Defence(LineFilter):
    """Looks at every line of every widget, also of those that are not our own.

    It gives no word a style that writes to the terminal by itself (a hyperlink's address is
    written raw), lets no control segment pass, and takes out what acts. What is taken out had a
    column or had none, and the line keeps its columns.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The segments of a line, harmless."""
        if all(map(_harmless, segments)):
            return segments
        return [_disarmed(segment) for segment in segments if not segment.control]


def _harmless(segment: Segment) -> bool:
    text, style, control = segment
    printable = text.isprintable() or _acting("\n").search(text) is None
    return printable and not control and (style is None or style.link is None)


def _disarmed(segment: Segment) -> Segment:
    text, style, _ = segment
    return Segment(
        _acting("\n").sub(lambda found: _MARK * cell_len(found[0]), text),
        style.update_link() if style is not None and style.link is not None else style,
    )
