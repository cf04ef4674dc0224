"""Articles made on the spot: each line a block, the first the title."""

from __future__ import annotations

import hashlib

from briefing.model.article import Article, Block, BlockKind, Origin, Span

HARBOUR = """\
Harbour bridge stays open
The council of Oakham voted on Tuesday to keep the swing bridge open.
Repairs will cost $4.5 million, the mayor said, and take three years.
What comes next
Work begins in May. The ferry will run on Tuesday and on Friday until then."""


def article(text: str = HARBOUR, location: str = "/news/harbour.txt") -> Article:
    """An article whose short lines without a full stop are headings."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            span = Span(start, start + len(line))
            kind = BlockKind.PARAGRAPH
            if not blocks:
                kind = BlockKind.TITLE
            elif len(line) < 40 and not line.endswith("."):
                kind = BlockKind.HEADING
            blocks.append(Block(span, kind, level=2 if kind is BlockKind.HEADING else 0))
        start += len(line) + 1
    title = blocks[0].span if blocks else None
    return Article(
        text=text,
        blocks=tuple(blocks),
        origin=Origin(location),
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=title.of(text) if title else "",
        title_span=title,
        source="Oakham Post",
    )


def at(words: str, text: str = HARBOUR, start: int = 0) -> Span:
    """Where some words stand in a text."""
    found = text.index(words, start)
    return Span(found, found + len(words))
