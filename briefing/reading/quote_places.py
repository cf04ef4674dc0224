"""Where quotations stand: in which sentence and paragraph, and beside which others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.quote_marks import Quotation


@dataclass(slots=True)
class Place:
    """Where a quotation stands, in lexemes: all indexes are of the lexemes of the text."""

    quotation: Quotation
    first: int
    """Of its opening mark."""
    last: int
    """Of what follows its closing mark."""
    start: int
    """Of the first word of its sentence."""
    low: int
    """The same, or after the quotation that stands before it in its sentence."""
    high: int
    """After the last word of its sentence, or at the quotation that follows there."""
    end: int
    """After the last word of its sentence."""
    paragraph: int
    joined: bool
    """Whether the quotation before it stands in the same sentence."""


def places(
    starts: Sequence[int],
    quotations: Sequence[Quotation],
    paragraphs: Sequence[Span],
    sentences: Sequence[Span],
) -> Iterator[Place]:
    """The place of each quotation of a text, in order.

    Args:
        starts: where the lexemes of the text begin.
        quotations: in order.
        paragraphs: in order.
        sentences: in order; at least one.
    """
    openings = [sentence.start for sentence in sentences]
    heads = [paragraph.start for paragraph in paragraphs]

    def index(offset: int) -> int:
        return bisect_left(starts, offset)

    for number, quotation in enumerate(quotations):
        outer = quotation.outer
        opening = sentences[max(0, bisect_right(openings, outer.start) - 1)]
        closing = sentences[max(0, bisect_right(openings, outer.end - 1) - 1)]
        start, end = min(opening.start, outer.start), max(closing.end, outer.end)
        before = quotations[number - 1].outer if number else None
        after = quotations[number + 1].outer if number + 1 < len(quotations) else None
        joined = before is not None and before.end > start
        yield Place(
            quotation,
            first=index(outer.start),
            last=index(outer.end),
            start=index(start),
            low=index(before.end if joined and before else start),
            high=index(min(end, after.start) if after else end),
            end=index(end),
            paragraph=bisect_right(heads, outer.start) - 1,
            joined=joined,
        )
