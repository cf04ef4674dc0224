"""Sections: the stretches of an article under its headings."""

from __future__ import annotations

from briefing.model.annotations import Section
from briefing.model.article import Article, Block, BlockKind, Span

_HEADS = frozenset({BlockKind.TITLE, BlockKind.HEADING})


def sections(article: Article) -> tuple[Section, ...]:
    """The article's sections; together they cover it from its first block to its end.

    What stands before the first heading is a section without one.
    """
    if not article.blocks:
        return ()
    heads: list[Block] = [block for block in article.blocks if block.kind in _HEADS]
    starts: list[tuple[int, Block | None]] = [(block.span.start, block) for block in heads]
    first = article.blocks[0].span.start
    if not starts or starts[0][0] > first:
        starts.insert(0, (first, None))
    ends = [*(start for start, _ in starts[1:]), article.blocks[-1].span.end]
    found: list[Section] = []
    for (start, head), end in zip(starts, ends, strict=True):
        titled = head is not None and head.kind is BlockKind.TITLE
        reason = "the title" if titled else "a heading" if head else "before the first heading"
        level = max(head.level, 1) if head else 1
        found.append(Section(Span(start, end), head.span if head else None, level, why=(reason,)))
    return tuple(found)
