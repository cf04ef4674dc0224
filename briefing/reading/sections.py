"""Sections: the stretches of an article under its headings, or the parts of a long one without."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from briefing.model.annotations import Section
from briefing.model.article import Article, BlockKind, Media, Span
from briefing.reading.parts import parts
from briefing.reading.sentences import PROSE
from briefing.reading.structure import heading_reasons

LONG = 900
"""Words; a shorter article without headings is read in one piece."""
_LEAST = 80
"""Words a part must have."""


def sections(article: Article) -> tuple[Section, ...]:
    """The article's sections; together they cover it from its first block to its last.

    The title and every heading begin one. What stands before them belongs to the title if that is
    what follows, and is a section without heading otherwise. A long article without headings is
    divided where its words change instead; such sections are parts.

    Args:
        article: with its structure known.
    """
    if not article.blocks:
        return ()
    reasons = heading_reasons(article)
    plain = article.origin.media is Media.TEXT
    default = ("is one of a series" if plain else "is marked as a heading in the source",)
    begun = [
        Section(
            block.span,
            heading=block.span,
            level=max(block.level, 1),
            why=reasons.get(block.span.start, default),
        )
        for block in article.blocks
        if block.kind is BlockKind.HEADING
    ]
    title = next((block.span for block in article.blocks if block.kind is BlockKind.TITLE), None)
    if title:
        begun.append(Section(title, heading=title, why=("is under the title",)))
        begun.sort(key=lambda section: section.span)
    first = article.blocks[0].span
    if not begun:
        begun = [Section(first, why=("has no heading",))]
    elif begun[0].span.start > first.start and begun[0].heading == title:
        begun[0] = replace(begun[0], span=Span(first.start, begun[0].span.end))
    elif begun[0].span.start > first.start:
        begun.insert(0, Section(first, why=("stands before the first heading",)))
    if len(begun) == 1:
        begun += _parts(article, after=begun[0].span.end)
    return _closed(begun, article.blocks[-1].span.end)


def _closed(begun: list[Section], end: int) -> tuple[Section, ...]:
    """The sections, each ending where the next begins."""
    ends = [*(following.span.start for following in begun[1:]), end]
    return tuple(
        replace(section, span=Span(section.span.start, until))
        for section, until in zip(begun, ends, strict=True)
    )


def _parts(article: Article, after: int) -> list[Section]:
    """Where an article without headings turns to something else, if it is a long one."""
    prose = [block.span for block in article.blocks if block.kind in PROSE]
    units = [span.of(article.text) for span in prose]
    words = [len(unit.split()) for unit in units]
    if sum(words) <= LONG:
        return []
    starts = parts(units)
    return [
        Section(prose[start], part=True, why=("its words differ from those before",))
        for start, following in pairwise([*starts, len(units)])
        if sum(words[start:following]) >= _LEAST and prose[start].start >= after
    ]
