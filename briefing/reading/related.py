"""Related articles: the titles that an article names beside its story."""

from __future__ import annotations

from briefing.model.annotations import RelatedLink
from briefing.model.article import Article, Block, BlockKind, LinkKind
from briefing.reading.furniture import furniture


def related_links(article: Article) -> tuple[RelatedLink, ...]:
    """The related articles that an article names, in text order, the same title once."""
    found: dict[str, RelatedLink] = {}
    blocks = [block for block in article.blocks if block.kind is BlockKind.RELATED]
    for link in article.links:
        if link.kind is LinkKind.RELATED:
            title = " ".join(link.span.of(article.text).split()).casefold()
            why = _why(article.text, next((b for b in blocks if b.span.covers(link.span)), None))
            found.setdefault(title, RelatedLink(link.span, link.url, (why,)))
    return tuple(found.values())


def _why(text: str, block: Block | None) -> str:
    """What made a line one that links to another story."""
    told = furniture(block.span.of(text)) if block else None
    return f"its line {told.why}" if told else "listed under related articles"


related = related_links
