"""What an article's furniture says of it: title, source, authors, day, dateline, related titles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model.article import Article, Block, BlockKind, Link, LinkKind, Span
from briefing.reading.datelines import agency_named, dateline
from briefing.reading.furniture import furniture, names_somebody, told_by_wording
from briefing.reading.listing import is_dateline_alone, is_prose
from briefing.reading.masthead import (
    authors_named,
    day_named,
    listed_title,
    source_named,
    titles_named,
)
from briefing.reading.onward import announces
from briefing.reading.sentences import PROSE

_IMPRINT = frozenset({BlockKind.BYLINE, BlockKind.DATE, BlockKind.SOURCE})
_DATELINED = 3
"""How many paragraphs are looked at for the dateline."""


def stated(article: Article, lines: Sequence[str]) -> Article:
    """The article with what it says of itself filled in, where that was not known.

    Args:
        article: whose blocks are told apart.
        lines: the words of each block on one line.
    """
    text, blocks = article.text, article.blocks
    title = next((block.span for block in blocks if block.kind is BlockKind.TITLE), None)
    span = article.title_span or title
    opening = article.dateline or _dateline(text, blocks, lines)
    agency = agency_named(opening.of(text)) if opening else ""
    bylines = _bylines(blocks, lines)
    dated = _of_kind(blocks, lines, BlockKind.DATE)
    days = [*dated, *bylines]
    sources = [line for line in _around_story(blocks, lines) if not told_by_wording(line)]
    return replace(
        article,
        title=article.title or (" ".join(span.of(text).split()) if span else ""),
        title_span=span,
        dateline=opening,
        source=article.source or _first(map(source_named, sources)) or agency,
        authors=article.authors or next(filter(None, map(authors_named, [*bylines, *dated])), ()),
        published=article.published
        or _first(day_named(line) for line in days if not _is_change(line))
        or _first(map(day_named, days))
        or (day_named(opening.of(text)) if opening else ""),
        links=_with_related(article),
    )


def _of_kind(blocks: Sequence[Block], lines: Sequence[str], kind: BlockKind) -> list[str]:
    return [line for block, line in zip(blocks, lines, strict=True) if block.kind is kind]


def _bylines(blocks: Sequence[Block], lines: Sequence[str]) -> list[str]:
    """The bylines that can be trusted: by their words, or by a day or source beside them."""
    sure = [
        block.kind in _IMPRINT and not told_by_wording(line)
        for block, line in zip(blocks, lines, strict=True)
    ]
    return [
        line
        for k, (block, line) in enumerate(zip(blocks, lines, strict=True))
        if block.kind is BlockKind.BYLINE
        and (sure[k] or any(sure[max(0, k - 1) : k + 2]) or names_somebody(line))
    ]


def _around_story(blocks: Sequence[Block], lines: Sequence[str]) -> list[str]:
    """The source lines above the story and below it; one amid it is that of a chart."""
    story = [k for k, line in enumerate(lines) if blocks[k].kind in PROSE and is_prose(line)]
    first, last = (story[0], story[-1]) if story else (len(blocks), -1)
    return [
        line
        for k, (block, line) in enumerate(zip(blocks, lines, strict=True))
        if block.kind is BlockKind.SOURCE and not first < k < last
    ]


def _first(answers: Iterable[str]) -> str:
    return next(filter(None, answers), "")


def _is_change(line: str) -> bool:
    """Whether a line says when the article was changed, not when it was published."""
    opening = line[:24].lower()
    return any(word in opening for word in ("updated", "modified", "amended", "this ", "last "))


def _dateline(text: str, blocks: Sequence[Block], lines: Sequence[str]) -> Span | None:
    """The dateline before or within one of the first paragraphs."""
    paragraphs = [k for k, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    for k in paragraphs[:_DATELINED]:
        if k and blocks[k - 1].kind is BlockKind.DATE and is_dateline_alone(lines[k - 1], lines[k]):
            return blocks[k - 1].span
        span = blocks[k].span
        found = dateline(text[span.start : min(span.end, span.start + 400)])
        if found:
            return Span(span.start + found.start, span.start + found.end)
    return None


def _with_related(article: Article) -> tuple[Link, ...]:
    """The article's links, those to related articles told apart from those to addresses."""
    links = sorted(article.links, key=lambda link: link.span)
    starts = [link.span.start for link in links]
    related: list[Link] = []
    replaced: set[Span] = set()
    for block in article.blocks:
        if block.kind is not BlockKind.RELATED:
            continue
        span = block.span
        inside = links[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        titles = _titles(article.text, span, inside)
        related += [Link(title, LinkKind.RELATED, _address(title, inside)) for title in titles]
        replaced.update(
            link.span for link in inside if any(link.span.overlaps(title) for title in titles)
        )
    kept = [link for link in links if link.span not in replaced]
    return tuple(sorted([*kept, *related], key=lambda link: link.span))


def _titles(text: str, block: Span, links: Sequence[Link]) -> list[Span]:
    """The titles in a block of related articles: its linked words, or else what it names."""
    line = block.of(text)
    linked = [link.span for link in links if len(link.span.of(text).split()) > 1]
    if linked or announces(line):
        return [span for span in linked if not announces(span.of(text))]
    found = titles_named(line) if furniture(line) else listed_title(line)
    return [Span(block.start + title.start, block.start + title.end) for title in found]


def _address(span: Span, links: Iterable[Link]) -> str:
    return next((link.url for link in links if link.span.overlaps(span) and link.url), "")
