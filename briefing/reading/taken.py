"""Stretches of a text that are spoken for already, and a quick answer to whether one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from briefing.model.article import Span


class Taken:
    """Asked of every figure and name of a text, so it must not look at every date each time.

    Args:
        spans: in any order; they may overlap.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reached = list(accumulate((span.end for span in ordered), max))
        """How far the spans up to each one reach."""

    def overlaps(self, span: Span) -> bool:
        """Whether one of them shares a character with a span."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reached[before - 1] > span.start

    def __contains__(self, offset: int) -> bool:
        """Whether one of them has the character at an offset."""
        before = bisect_right(self._starts, offset)
        return before > 0 and self._reached[before - 1] > offset
