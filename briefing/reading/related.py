"""Related articles: the titles that an article names beside its story."""

from __future__ import annotations

from bisect import bisect_right

from briefing.model.annotations import RelatedLink
from briefing.model.article import Article, Block, BlockKind, LinkKind
from briefing.reading.furniture import furniture


def related_links(article: Article) -> tuple[RelatedLink, ...]:
    """The related articles that an article names, in text order, the same title once."""
    found: dict[str, RelatedLink] = {}
    blocks = [block for block in article.blocks if block.kind is BlockKind.RELATED]
    starts = [block.span.start for block in blocks]
    for link in article.links:
        if link.kind is LinkKind.RELATED:
            title = " ".join(link.span.of(article.text).split()).casefold()
            if title not in found:
                before = bisect_right(starts, link.span.start)
                why = _why(article.text, blocks[before - 1] if before else None)
                found[title] = RelatedLink(link.span, link.url, (why,))
    return tuple(found.values())


def _why(text: str, block: Block | None) -> str:
    """What made a line one that links to another story."""
    told = furniture(block.span.of(text)) if block else None
    return f"its line {told.why}" if told else "listed under related articles"


related = related_links
