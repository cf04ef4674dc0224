"""Breaking text whose characters take one column each into lines."""

from __future__ import annotations

EVEN = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482), (0x48A, 0x58F), (0x1E00, 0x1FFF),
    (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x20BF), (0x2100, 0x2319),
)  # fmt: skip
"""Ranges of characters, both ends included, that take one column and act on nothing."""

BREAKS = "-—–/"
"""After these a line may end when no space offers a decent place."""


def even(text: str) -> bool:
    """Whether every character of a text takes one column and acts on nothing."""
    return all(
        any(first <= ord(character) <= last for first, last in EVEN) for character in set(text)
    )


def wrap_even(flow: str, width: int) -> list[tuple[int, int]]:
    """The lines of a text whose characters take one column each.

    Args:
        flow: text without newlines.
        width: columns of a line; at least 1.

    Returns:
        Half-open character ranges, one a line; the blanks at a line's end belong to none.
    """
    lines: list[tuple[int, int]] = []
    length = len(flow.rstrip(" "))
    here = length - len(flow[:length].lstrip(" "))
    while length - here > width:
        cut = flow.rfind(" ", here + 1, here + width + 1)
        if cut <= here + width // 2:
            after = max(flow.rfind(sign, here + 1, here + width) for sign in BREAKS) + 1
            if after > max(cut, here + 1):
                lines.append((here, after))
                here = skip(flow, after, length)
                continue
        if cut <= here:
            lines.append((here, here + width))
            here = skip(flow, here + width, length)
            continue
        last = cut
        while flow[last - 1] == " ":
            last -= 1
        lines.append((here, last))
        here = skip(flow, cut, length)
    if here < length:
        lines.append((here, length))
    return lines


def skip(flow: str, here: int, length: int) -> int:
    """The first character from ``here`` on that is not a blank, or ``length``."""
    while here < length and flow[here] == " ":
        here += 1
    return here
