"""The structure of an article: its title, its headings, its furniture, and what these say.

Sources hand an article on as they found it: the kinds that Markdown and HTML mark are known, every
other line is a paragraph. Here each line is told for what it is, first the furniture, then the
title, then the headings, whose neighbours are judged without the furniture between them.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.model.article import (
    FURNITURE,
    Article,
    Block,
    BlockKind,
    Media,
    StyleKind,
)
from briefing.model.collection import Collection
from briefing.reading.datelines import dateline
from briefing.reading.headings import headings
from briefing.reading.listing import furnished, is_prose, line_of
from briefing.reading.stated import stated
from briefing.reading.wording import LABELLED

LONGEST_TITLE = 200
"""Characters."""
_TITLE_WORDS = 30
_LEADING = 6
"""How many blocks may stand before the title: a site's name, a day, a byline."""
_STANDFIRST_WORDS = 8
_TOPIC = 3
"""Words of a topic, at most."""


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
    if article.origin.media is not Media.MARKDOWN:
        _set_topics(blocks, lines)
    if article.origin.media is Media.TEXT:
        last = max((k for k, line in enumerate(lines) if is_prose(line)), default=-1)
        for heading, _ in _plain_headings(text, blocks, lines):
            if heading < last and not _standfirst(blocks, lines, heading):
                blocks[heading] = replace(blocks[heading], kind=BlockKind.HEADING, level=2)
        _set_series(blocks, lines)
    else:
        _set_bold_headings(article, blocks, lines)
    return stated(replace(article, blocks=tuple(blocks)), lines)


def arranged(collection: Collection) -> Collection:
    """A collection with every article of it :func:`structured`."""
    return replace(
        collection,
        entries=tuple(
            replace(entry, article=structured(entry.article)) if entry.article else entry
            for entry in collection.entries
        ),
    )


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


def _set_series(blocks: list[Block], lines: Sequence[str]) -> None:
    """Makes headings of the other members of a numbered series whose most members are headings."""
    series: list[int] = []
    for k, number in [*((k, _number(block)) for k, block in enumerate(blocks)), (-1, 1)]:
        if number == 1 or k < 0:
            heads = [j for j in series if blocks[j].kind is BlockKind.HEADING]
            if len(heads) > 1 and 2 * len(heads) >= len(series):
                for j in series:
                    if len(lines[j].split()) <= _TITLE_WORDS and not is_prose(lines[j]):
                        blocks[j] = replace(blocks[j], kind=BlockKind.HEADING, level=2)
            series = []
        if number:
            series.append(k)


def _number(block: Block) -> int:
    """The number of a block's marker; 0 when it has none."""
    number = block.marker.rstrip(".) ")
    return int(number) if number.isdecimal() else 0


def _standfirst(blocks: Sequence[Block], lines: Sequence[str], k: int) -> bool:
    """Whether a line is the sentence set between the title and the story, not a heading."""
    if len(lines[k].split()) < _STANDFIRST_WORDS:
        return False
    above = k - 1
    while above >= 0 and blocks[above].kind in FURNITURE:
        above -= 1
    return above >= 0 and blocks[above].kind is BlockKind.TITLE


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
    titled = next((k for k, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    if titled is not None:
        _set_repeated_title(blocks, lines, titled)
    if article.title_span or titled is not None:
        return
    for k, block in enumerate(blocks[:_LEADING]):
        known = _same(lines[k], article.title) if article.title else _titular(blocks, lines, k)
        if known:
            blocks[k] = replace(block, kind=BlockKind.TITLE, level=0, marker="")
            _set_repeated_title(blocks, lines, k)
            return
        if block.kind not in FURNITURE:
            return


def _set_repeated_title(blocks: list[Block], lines: Sequence[str], title: int) -> None:
    """Makes a title of the line that says the title again, as many pages do."""
    for k in range(title + 1, min(len(blocks), title + _LEADING)):
        written = blocks[k].kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        if written and _same(lines[k], lines[title]):
            blocks[k] = replace(blocks[k], kind=BlockKind.TITLE, level=0)


def _set_topics(blocks: list[Block], lines: Sequence[str]) -> None:
    """Makes furniture of a list of topics between the title and the story: two bare ones at least.

    What the story itself lists at its head, as some papers do, says something in each line.
    """
    first = next((k for k, block in enumerate(blocks) if block.kind is BlockKind.TITLE), -1) + 1
    last = first
    while last < len(blocks) and blocks[last].kind is BlockKind.ITEM:
        last += 1
    bare = all(
        len(lines[k].split()) <= _TOPIC and lines[k][-1:].isalpha() for k in range(first, last)
    )
    if bare and first and last - first > 1 and last < len(blocks) and is_prose(lines[last]):
        for k in range(first, last):
            blocks[k] = replace(blocks[k], kind=BlockKind.PROMO)


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
