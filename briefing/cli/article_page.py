"""An article as a page: what stands above it, and its blocks with what was found in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from briefing.cli.page import BLANK, BULLET, Layer, Line, Look, flat, whole
from briefing.cli.wording import length
from briefing.model.annotations import Briefing
from briefing.model.article import FURNITURE, Article, Block, BlockKind, LinkKind, Span, StyleKind


def head(article: Article) -> Iterator[Line]:
    """The title, and a line of who, when and how long: what is known before an article is read."""
    name = article.title or PurePath(article.origin.location).name
    yield whole(flat(name), Look.TITLE)
    about = (article.source, ", ".join(article.authors), article.published, length(article))
    yield whole(flat(" · ".join(filter(None, about))), Look.META)


def body(article: Article, briefing: Briefing | None = None) -> Iterator[Line]:
    """The article's own blocks, with what a briefing found in them, if there is one."""
    layers = sorted(_layers(article, briefing), key=lambda layer: layer[0])
    first = 0
    for block in article.blocks:
        while first < len(layers) and layers[first][0].end <= block.span.start:
            first += 1
        yield from _block(article.text, block, _starting_before(block.span.end, layers, first))


def _starting_before(end: int, layers: list[Layer], first: int) -> list[Layer]:
    last = bisect_left(layers, end, first, key=lambda layer: layer[0].start)
    return layers[first:last]


def _layers(article: Article, briefing: Briefing | None) -> Iterator[Layer]:
    looks = {
        StyleKind.STRONG: Look.STRONG,
        StyleKind.EMPHASIS: Look.EMPHASIS,
        StyleKind.CODE: Look.CODE,
        StyleKind.STRIKE: Look.STRIKE,
    }
    yield from ((style.span, looks[style.kind]) for style in article.styles)
    yield from ((link.span, Look.LINK) for link in article.links if link.kind is LinkKind.URL)
    if briefing is None:
        return
    for entity in briefing.entities:
        yield from ((mention, Look(entity.kind)) for mention in entity.mentions)
    yield from ((fact.span, Look.FACT) for fact in briefing.facts)


def _block(text: str, block: Block, layers: list[Layer]) -> Iterator[Line]:
    if block.kind is BlockKind.RULE:
        yield BLANK
        yield whole("* * *", Look.META)
    elif block.kind in (BlockKind.CODE, BlockKind.TABLE):
        yield BLANK
        for row in block.span.of(text).split("\n"):
            yield Line(row.expandtabs(4), indent=2, fixed=True)
    elif block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        yield BLANK
        yield whole(flat(block.span.of(text)), Look.HEADING)
    elif block.kind is BlockKind.ITEM:
        marker = block.marker or BULLET
        line = cut(text, block.span, layers)
        indent = 2 * max(0, block.level - 1)
        yield replace(line, label=marker, column=len(marker) + 1, indent=indent, mark=True)
    else:
        yield BLANK
        line = cut(text, block.span, layers)
        if block.kind in FURNITURE:
            line = replace(line, looks=((Span(0, len(line.text)), Look.FURNITURE), *line.looks))
        yield replace(line, indent=2 * block.level if block.kind is BlockKind.QUOTE else 0)


def cut(text: str, span: Span, layers: Iterable[Layer]) -> Line:
    """A stretch of the article on one line, with the looks that fall on it."""
    here = tuple(
        (Span(max(0, at.start - span.start), min(at.end, span.end) - span.start), look)
        for at, look in layers
        if at.overlaps(span)
    )
    return Line(flat(span.of(text)), here)
