"""The structure of an article: its title, its headings, its furniture, and what these say.

Sources hand an article on as they found it: the kinds that Markdown and HTML mark are known, every
other line is a paragraph. Here each line is told for what it is, first the furniture, then the
title, then the headings, whose neighbours are judged without the furniture between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model.article import (
    FURNITURE,
    Article,
    Block,
    BlockKind,
    Link,
    LinkKind,
    Media,
    Span,
    StyleKind,
)
from briefing.reading.datelines import agency_named, dateline
from briefing.reading.furniture import furniture
from briefing.reading.headings import headings
from briefing.reading.listing import furnished, is_prose, line_of
from briefing.reading.masthead import (
    authors_named,
    day_named,
    listed_title,
    source_named,
    titles_named,
)
from briefing.reading.surroundings import announces
from briefing.reading.wording import LABELLED

LONGEST_TITLE = 200
"""Characters."""
_TITLE_WORDS = 30
_LEADING = 6
"""How many blocks may stand before the title: a site's name, a day, a byline."""
_DATELINED = 3
"""How many paragraphs are looked at for the dateline."""


def structured(article: Article) -> Article:
    """The article with its blocks' kinds known, and with what its furniture says of it.

    Paragraphs become titles, headings or furniture where they read so; kinds that the source
    knew stay. Title, source, authors, day and dateline are filled where they were empty and the
    text gives them, and every related title becomes a link.

    Args:
        article: as :mod:`briefing.sources` made it.
    """
    text = article.text
    lines = [line_of(text, block) for block in article.blocks]
    blocks = furnished(article, lines)
    _set_title(article, blocks, lines)
    if article.origin.media is Media.TEXT:
        for heading, _ in _plain_headings(text, blocks, lines):
            blocks[heading] = replace(blocks[heading], kind=BlockKind.HEADING, level=2)
    else:
        _set_bold_headings(article, blocks, lines)
    return _imprinted(replace(article, blocks=tuple(blocks)), lines)


def heading_reasons(article: Article) -> dict[int, tuple[str, ...]]:
    """For each heading that was found by its look, by the offset where it starts, what told it."""
    if article.origin.media is not Media.TEXT:
        return {}
    lines = [line_of(article.text, block) for block in article.blocks]
    known = {k for k, block in enumerate(article.blocks) if block.kind is BlockKind.HEADING}
    blocks = [
        replace(block, kind=BlockKind.PARAGRAPH) if k in known else block
        for k, block in enumerate(article.blocks)
    ]
    found = _plain_headings(article.text, blocks, lines, known)
    return {blocks[k].span.start: why for k, why in found}


# -- headings ----------------------------------------------------------------------------------


def _plain_headings(
    text: str, blocks: Sequence[Block], lines: Sequence[str], among: Container[int] | None = None
) -> list[tuple[int, tuple[str, ...]]]:
    """The indexes of the blocks that read as headings, with the reasons."""
    shown = [
        f"{b.marker} {line}" if b.marker.strip() else line
        for b, line in zip(blocks, lines, strict=True)
    ]
    apart = [text.count("\n", a.span.end, b.span.start) > 1 for a, b in pairwise(blocks)]
    aside = [block.kind in FURNITURE or block.kind is BlockKind.TITLE for block in blocks]
    return [
        (heading.line, heading.why)
        for heading in headings(shown, [*apart, False], aside, among)
        if _may_head(blocks[heading.line])
    ]


def _may_head(block: Block) -> bool:
    """Paragraphs may be headings, and so may what was taken for the numbered items of a list."""
    numbered = block.kind is BlockKind.ITEM and block.marker[:1].isdigit()
    return block.kind is BlockKind.PARAGRAPH or numbered


def _set_bold_headings(article: Article, blocks: list[Block], lines: Sequence[str]) -> None:
    """Makes headings of short paragraphs that are bold from end to end, as pages write them."""
    bold = {style.span for style in article.styles if style.kind is StyleKind.STRONG}
    for k, block in enumerate(blocks[:-1]):
        if block.kind is BlockKind.PARAGRAPH and block.span in bold:
            line = lines[k]
            short = len(line.split()) <= 14 and not line.endswith((".", ",", ";", ":"))
            if short and is_prose(lines[k + 1]) and blocks[k + 1].kind is BlockKind.PARAGRAPH:
                blocks[k] = replace(block, kind=BlockKind.HEADING, level=3)


# -- the title ---------------------------------------------------------------------------------


def _set_title(article: Article, blocks: list[Block], lines: Sequence[str]) -> None:
    """Makes a title of the line that reads like one, when the article has none."""
    if article.title_span or any(block.kind is BlockKind.TITLE for block in blocks):
        return
    for k, block in enumerate(blocks[:_LEADING]):
        known = _same(lines[k], article.title) if article.title else _titular(blocks, lines, k)
        if known:
            blocks[k] = replace(block, kind=BlockKind.TITLE, level=0, marker="")
            return
        if block.kind not in FURNITURE:
            return


def _same(line: str, title: str) -> bool:
    return line.casefold() == " ".join(title.split()).casefold()


def _titular(blocks: Sequence[Block], lines: Sequence[str], k: int) -> bool:
    """Whether a block reads like the title of what follows it."""
    block, line = blocks[k], lines[k]
    following = next(
        (j for j in range(k + 1, len(blocks)) if blocks[j].kind not in FURNITURE), None
    )
    if following is None or len(line) > LONGEST_TITLE or len(line.split()) > _TITLE_WORDS:
        return False
    if block.kind is BlockKind.HEADING:
        return block.level <= 1 or k == 0
    if block.kind in (BlockKind.RELATED, BlockKind.PROMO):
        # “Explained: Why prices rise” is a title when it stands over the story itself.
        return k == 0 and bool(LABELLED.match(line)) and is_prose(lines[following])
    if block.kind is not BlockKind.PARAGRAPH or dateline(line):
        return False
    sentence = line.endswith((".", ":", ";", ",")) and not line.endswith(("...", "U.S.", "Inc."))
    return not sentence and any(map(str.isalpha, line))


# -- what the furniture says -------------------------------------------------------------------


def _imprinted(article: Article, lines: Sequence[str]) -> Article:
    """The article with its title, dateline, source, authors, day and related links filled in."""
    text, blocks = article.text, article.blocks
    title = next((block.span for block in blocks if block.kind is BlockKind.TITLE), None)
    span = article.title_span or title
    opening = article.dateline or _dateline(text, blocks)
    agency = agency_named(opening.of(text)) if opening else ""
    bylines = _of_kind(blocks, lines, BlockKind.BYLINE)
    days = [*_of_kind(blocks, lines, BlockKind.DATE), *bylines]
    sources = _of_kind(blocks, lines, BlockKind.SOURCE)
    return replace(
        article,
        title=article.title or (" ".join(span.of(text).split()) if span else ""),
        title_span=span,
        dateline=opening,
        source=article.source or _first(map(source_named, sources)) or agency,
        authors=article.authors or next(filter(None, map(authors_named, bylines)), ()),
        published=article.published
        or _first(day_named(line) for line in days if not _is_change(line))
        or _first(map(day_named, days))
        or (day_named(opening.of(text)) if opening else ""),
        links=_with_related(article),
    )


def _of_kind(blocks: Sequence[Block], lines: Sequence[str], kind: BlockKind) -> list[str]:
    return [line for block, line in zip(blocks, lines, strict=True) if block.kind is kind]


def _first(answers: Iterable[str]) -> str:
    return next(filter(None, answers), "")


def _is_change(line: str) -> bool:
    """Whether a line says when the article was changed, not when it was published."""
    opening = line[:24].lower()
    return any(word in opening for word in ("updated", "modified", "amended", "this ", "last "))


def _dateline(text: str, blocks: Sequence[Block]) -> Span | None:
    paragraphs = [block for block in blocks if block.kind is BlockKind.PARAGRAPH]
    for block in paragraphs[:_DATELINED]:
        found = dateline(block.span.of(text)[:400])
        if found:
            return Span(block.span.start + found.start, block.span.start + found.end)
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
