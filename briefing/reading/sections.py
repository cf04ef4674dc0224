"""Sections: the stretches of an article under its headings, or the parts of a long one without."""

from __future__ import annotations

from itertools import pairwise

from briefing.model.annotations import Section
from briefing.model.article import Article, Block, BlockKind, Span
from briefing.reading.parts import parts
from briefing.reading.sentences import PROSE
from briefing.reading.structure import heading_reasons

LONG = 900
"""Words; a shorter article without headings is read in one piece."""
_LEAST = 80
"""Words a part must have."""


def sections(article: Article) -> tuple[Section, ...]:
    """The article's sections; together they cover it from its first block to its last.

    The first has the title for its heading, or none; every heading begins another. A long article
    without headings is divided where its words change instead; such sections are parts.

    Args:
        article: with its structure known.
    """
    if not article.blocks:
        return ()
    heads = [block for block in article.blocks if block.kind is BlockKind.HEADING]
    if not heads:
        return _parted(article)
    reasons = heading_reasons(article)
    opening = _opening(article)
    begun = [opening, *(_headed(block, reasons) for block in heads)]
    if heads[0].span.start == opening.span.start and opening.heading is None:
        begun = begun[1:]
    return _closed(begun, article.blocks[-1].span.end)


def _opening(article: Article) -> Section:
    """What stands before the first heading, under the title if there is one."""
    title = next((block for block in article.blocks if block.kind is BlockKind.TITLE), None)
    return Section(
        Span(article.blocks[0].span.start, article.blocks[-1].span.end),
        heading=title.span if title else None,
        why=("is under the title",) if title else ("stands before the first heading",),
    )


def _headed(block: Block, reasons: dict[int, tuple[str, ...]]) -> Section:
    why = reasons.get(block.span.start, ("is marked as a heading in the source",))
    return Section(block.span, heading=block.span, level=max(block.level, 1), why=why)


def _closed(begun: list[Section], end: int) -> tuple[Section, ...]:
    """The sections, each ending where the next begins."""
    ends = [*(following.span.start for following in begun[1:]), end]
    return tuple(
        Section(Span(s.span.start, until), s.heading, s.level, s.part, s.why)
        for s, until in zip(begun, ends, strict=True)
    )


def _parted(article: Article) -> tuple[Section, ...]:
    """One section, or the parts of an article too long for one."""
    prose = [block for block in article.blocks if block.kind in PROSE]
    units = [block.span.of(article.text) for block in prose]
    words = [len(unit.split()) for unit in units]
    opening = _opening(article)
    if sum(words) <= LONG:
        return (opening,)
    starts = parts(units)
    kept = [
        start
        for start, following in pairwise([*starts, len(units)])
        if sum(words[start:following]) >= _LEAST
    ]
    begun = [
        Section(prose[start].span, part=True, why=("its words differ from those before",))
        for start in kept
        if prose[start].span.start > opening.span.start
    ]
    return _closed([opening, *begun], article.blocks[-1].span.end)
