"""Highlights: which words of a line look like what.

A layer is one kind of highlight in parallel sorted arrays, so that the spans of a line are
found by bisection however long the article is. Layers lie over each other in a fixed order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.model.article import Span
from briefing.model.columns import Spans


class Layer:
    """Highlights of one kind that do not overlap each other.

    Args:
        spans: what to highlight and the name of its look; sorted here; of two that overlap,
            the one that begins first, or is longer, is kept.
    """

    __slots__ = ("_look", "ends", "starts")

    def __init__(self, spans: Iterable[tuple[Span, str]] = ()) -> None:
        self.starts: Sequence[int]
        self.ends: Sequence[int]
        starts: list[int] = []
        ends: list[int] = []
        looks: list[str] = []
        last = 0
        for span, look in sorted(spans, key=lambda pair: (pair[0].start, -pair[0].end)):
            if span.start >= last and len(span):
                starts.append(span.start)
                ends.append(span.end)
                looks.append(look)
                last = span.end
        self.starts, self.ends = starts, ends
        self._look: Callable[[int], str] = looks.__getitem__

    @classmethod
    def over(cls, spans: Spans, look: Callable[[int], str]) -> Layer:
        """A layer over spans as they are, however many.

        Args:
            spans: what to highlight.
            look: the name of the look of the span with an index; asked for when it is drawn.
        """
        if not spans.apart:
            return cls((span, look(index)) for index, span in enumerate(spans))
        made = cls()
        made.starts, made.ends, made._look = spans.starts, spans.ends, look
        return made

    def within(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The highlights that touch ``[start, end)``, cut to it."""
        index = bisect_right(self.ends, start)
        while index < len(self.starts) and self.starts[index] < end:
            yield max(self.starts[index], start), min(self.ends[index], end), self._look(index)
            index += 1


def runs(
    start: int, end: int, layers: Sequence[Layer], base: tuple[str, ...] = ()
) -> list[tuple[int, int, tuple[str, ...]]]:
    """A line's characters in runs of one look each.

    Args:
        start: the line's first character.
        end: the end of the line.
        layers: highlights, the topmost last.
        base: looks below all layers.

    Returns:
        Ranges that cover ``[start, end)`` in order, each with its looks, the topmost last.
    """
    if start >= end:
        return []
    marks = [
        (first, last, look) for layer in layers for first, last, look in layer.within(start, end)
    ]
    if not marks:
        return [(start, end, base)]
    cuts = sorted({start, end, *(m[0] for m in marks), *(m[1] for m in marks)})
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for first, last in pairwise(cuts):
        looks = tuple(m[2] for m in marks if m[0] <= first and last <= m[1])
        found.append((first, last, base + looks))
    return found
