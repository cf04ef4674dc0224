"""Small articles for the screen's tests."""

from __future__ import annotations

import hashlib

from briefing.model.article import Article, Block, BlockKind, Link, LinkKind, Origin, Span


def article(*blocks: tuple[BlockKind, str], level: int = 1, marker: str = "•") -> Article:
    """An article of these blocks, a blank line between them."""
    text = ""
    found: list[Block] = []
    for kind, words in blocks:
        start = len(text)
        text += words + "\n\n"
        deep = kind in (BlockKind.HEADING, BlockKind.ITEM, BlockKind.QUOTE)
        found.append(
            Block(
                Span(start, start + len(words)),
                kind,
                level if deep else 0,
                marker if kind is BlockKind.ITEM else "",
            )
        )
    links = tuple(
        Link(block.span, LinkKind.RELATED) for block in found if block.kind is BlockKind.RELATED
    )
    title = next((b.span for b in found if b.kind is BlockKind.TITLE), None)
    return Article(
        text,
        tuple(found),
        Origin("-"),
        hashlib.sha256(text.encode()).hexdigest(),
        title=title.of(text) if title else "",
        title_span=title,
        links=links,
    )


def prose(*paragraphs: str) -> Article:
    """An article of paragraphs."""
    return article(*((BlockKind.PARAGRAPH, words) for words in paragraphs))
