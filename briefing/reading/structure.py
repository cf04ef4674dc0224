"""The structure of an article: which blocks are title, heading or furniture, and what these say."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.article import FURNITURE, Article, Block, BlockKind, Link, LinkKind, Span
from briefing.reading.datelines import dateline
from briefing.reading.furniture import furniture
from briefing.reading.headings import headings
from briefing.reading.related import related_titles

_LONGEST_TITLE = 200


def structured(article: Article) -> Article:
    """The article with its blocks' kinds known, and with what its furniture says of it.

    Paragraphs become titles, headings or furniture where they read so; kinds that the source
    knew (from Markdown or HTML) stay. Title, source, authors, day and dateline are filled where
    they were empty and the text gives them, and related titles become links.

    Args:
        article: as :mod:`briefing.sources` made it.
    """
    blocks = _furnished(article)
    blocks = _headed(article.text, blocks, titled=article.title_span is not None)
    title = next((block.span for block in blocks if block.kind is BlockKind.TITLE), None)
    lead = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    opening = dateline(lead.span.of(article.text)) if lead else None
    found = replace(
        article,
        blocks=tuple(blocks),
        title_span=article.title_span or title,
        title=article.title or (" ".join(title.of(article.text).split()) if title else ""),
        dateline=Span(lead.span.start + opening.start, lead.span.start + opening.end)
        if lead and opening
        else article.dateline,
    )
    return _imprinted(found)


def _furnished(article: Article) -> list[Block]:
    """The blocks with furniture told from the story."""
    found: list[Block] = []
    for block in article.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM):
            line = block.span.of(article.text)
            told = furniture(line) if len(line) <= 800 else None
            if told is not None and not (
                block.kind is BlockKind.ITEM and told.kind is BlockKind.DATE
            ):
                block = replace(block, kind=told.kind, level=0, marker="")
        found.append(block)
    return found


def _headed(text: str, blocks: list[Block], *, titled: bool) -> list[Block]:
    """The blocks with the title and the headings told from the paragraphs."""
    story = [n for n, block in enumerate(blocks) if block.kind not in FURNITURE]
    if not any(blocks[n].kind is BlockKind.HEADING for n in story):
        kept = [n for n, block in enumerate(blocks) if len(block.span)]
        lines = [_opening(text, blocks[n].span) for n in kept]
        ends = [*(blocks[n].span.start for n in kept[1:]), len(text)]
        apart = [
            text.count("\n", blocks[n].span.end, end) > 1 for n, end in zip(kept, ends, strict=True)
        ]
        aside = [blocks[n].kind in FURNITURE for n in kept]
        for heading in headings(lines, apart, aside):
            block = blocks[kept[heading.line]]
            if block.kind is BlockKind.PARAGRAPH:
                blocks[kept[heading.line]] = replace(block, kind=BlockKind.HEADING, level=2)
    if story and not titled and len(story) > 1:
        first = blocks[story[0]]
        line = _opening(text, first.span)
        titles = first.kind is BlockKind.PARAGRAPH and not line.endswith((".", ":", ","))
        if len(line) <= _LONGEST_TITLE and (first.kind is BlockKind.HEADING or titles):
            blocks[story[0]] = replace(first, kind=BlockKind.TITLE, level=0)
    return blocks


def _opening(text: str, span: Span) -> str:
    """A block's words on one line, as far as a judgement needs them."""
    return " ".join(text[span.start : min(span.end, span.start + 1200)].split())


def _imprinted(article: Article) -> Article:
    """The article with what its furniture says: links to related titles, source, authors, day."""
    links = list(article.links)
    source, authors, published = article.source, list(article.authors), article.published
    for block in article.blocks:
        line = block.span.of(article.text)
        if block.kind is BlockKind.RELATED:
            for title in related_titles(line):
                span = Span(block.span.start + title.start, block.span.start + title.end)
                if not any(link.span.overlaps(span) for link in article.links):
                    links.append(Link(span, LinkKind.RELATED))
        elif block.kind is BlockKind.SOURCE and not source:
            source = _after_label(line)
        elif block.kind is BlockKind.BYLINE and not authors:
            authors = _names(line)
    links = [
        replace(link, kind=LinkKind.RELATED)
        if any(b.kind is BlockKind.RELATED and b.span.overlaps(link.span) for b in article.blocks)
        else link
        for link in links
    ]
    links.sort(key=lambda link: link.span)
    return replace(
        article, links=tuple(links), source=source, authors=tuple(authors), published=published
    )


def _after_label(line: str) -> str:
    """What a line such as ``Source: Business Insider`` names."""
    label, mark, rest = line.partition(":")
    named = rest.strip(" .") if mark and len(label.split()) <= 3 else ""
    return named if len(named) <= 60 else ""


def _names(line: str) -> list[str]:
    """Who a byline names."""
    words = line.strip()
    for opening in ("By ", "by ", "BY "):
        if words.startswith(opening):
            words = words[len(opening) :]
            parts = words.replace(" and ", ",").split(",")
            return [part.strip() for part in parts if 1 < len(part.split()) <= 4]
    return []
