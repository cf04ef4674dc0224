"""Telling an article's blocks of furniture from its story, each in its place.

What a line says alone is :mod:`briefing.reading.furniture`'s to tell. Its place decides the rest:
a day in the middle of a story heads an entry of a chronicle, a name beside a day is a byline, and
the lines under ``Related articles:`` are titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model.article import Article, Block, BlockKind, Media
from briefing.reading.datelines import dateline
from briefing.reading.furniture import furniture, told_by_rules, told_by_wording
from briefing.reading.onward import announces
from briefing.reading.patterns import lazily
from briefing.reading.wording import is_name

_MOST_LISTED = 12
_LISTED_WORDS = 25
_WHOLE = 1200
"""Characters of a block that are looked at; the rest of a longer one is prose like its start."""

_PROSE_END = lazily(r"[.!?…:][\"'”’)\]]*\Z")
_ADDRESS = lazily(r"(?:e-?mail:?\s*)?\S{1,60}@[\w.-]{3,60}|@\w{2,30}", re.I)
_HALF_DATE = lazily(r"(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?", re.I)
_HALF_CAPTION = lazily(r"(?:image|media|photo) (?:source|caption|copyright)[,:]?", re.I)
_CAPTIONED = frozenset({BlockKind.PARAGRAPH, BlockKind.CREDIT, BlockKind.SOURCE})
_HALVES = frozenset({BlockKind.PARAGRAPH, BlockKind.PROMO, BlockKind.CREDIT})
_IMPRINT = frozenset({BlockKind.BYLINE, BlockKind.DATE, BlockKind.SOURCE})
_TOLD_OF_ITEMS = frozenset({BlockKind.RELATED})
_TOLD_OF_QUOTES = frozenset({BlockKind.RELATED, BlockKind.PROMO, BlockKind.CREDIT})


def line_of(text: str, block: Block) -> str:
    """A block's words on one line; of a long block, enough of them to know it by."""
    start, end = block.span.start, block.span.end
    if end - start <= _WHOLE:
        return " ".join(text[start:end].split())
    return " ".join(f"{text[start : start + _WHOLE]} {text[end - 40 : end]}".split())


def is_prose(line: str) -> bool:
    """Whether a line is long enough, and ends, like a paragraph."""
    count = len(line.split())
    return count >= 20 or (count >= 12 and bool(_PROSE_END.search(line)))


def is_dateline_alone(line: str, following: str) -> bool:
    """Whether a line is nothing but the dateline of the paragraph after it."""
    if len(line) > 60 or line[-1:] not in ("—", "–", "-", ":", ")"):
        return False
    found = dateline(f"{line} {following}")
    return found is not None and found.end >= len(line)


def furnished(article: Article, lines: Sequence[str]) -> list[Block]:
    """The article's blocks, those that are furniture told as what they are.

    Args:
        article: whose blocks have the kinds their source knew.
        lines: the words of each block, as :func:`line_of` gives them.
    """
    blocks = list(article.blocks)
    prose = [k for k, line in enumerate(lines) if is_prose(line) and _flows(blocks[k])]
    first, last = (prose[0], prose[-1]) if prose else (len(blocks), -1)
    told = [_told(article, b, lines[k], before_story=k < first) for k, b in enumerate(blocks)]
    if told and told[0] and not told_by_rules(lines[0]):
        told[0] = None  # ``Timeline: How the flood unfolded`` is a title where it comes first
    for k in _chronicled(told, lines, first, last):
        told[k] = None
    for k, block in enumerate(article.blocks):
        kind = told[k]
        if kind is None and block.kind is BlockKind.PARAGRAPH and k + 1 < len(lines):
            kind = BlockKind.DATE if is_dateline_alone(lines[k], lines[k + 1]) else None
        if kind:
            blocks[k] = replace(block, kind=kind, level=0, marker="")
    _tell_halves(blocks, lines)
    _tell_names(blocks, lines, first)
    _tell_listed(article, blocks, lines)
    return blocks


def _chronicled(
    told: Sequence[BlockKind | None], lines: Sequence[str], first: int, last: int
) -> list[int]:
    """The bare days that head the entries of a chronicle: those within the story.

    When there are any, so is the one right above the story's first paragraph.
    """
    days = [k for k, kind in enumerate(told) if kind is BlockKind.DATE and not _stamped(lines[k])]
    inside = [k for k in days if first < k < last]
    return [*(k for k in days if k == first - 1), *inside] if inside else []


def _tell_halves(blocks: list[Block], lines: Sequence[str]) -> None:
    """Tells lines that only a neighbour completes: ``Published`` over a day, ``Image caption,``."""
    for k in range(len(blocks) - 1):
        block, following = blocks[k], blocks[k + 1]
        if block.kind not in _HALVES or len(lines[k]) > 40:
            continue
        if _HALF_DATE.fullmatch(lines[k]) and following.kind is BlockKind.DATE:
            blocks[k] = replace(block, kind=BlockKind.DATE)
        elif _HALF_CAPTION.fullmatch(lines[k]) and following.kind in _CAPTIONED:
            blocks[k] = replace(block, kind=BlockKind.CREDIT)
            blocks[k + 1] = replace(following, kind=BlockKind.CREDIT)


def _flows(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.ITEM)


def _told(article: Article, block: Block, line: str, *, before_story: bool) -> BlockKind | None:
    """What a block is told to be by its words, as far as its kind leaves it open."""
    if not (_flows(block) or block.kind is BlockKind.HEADING):
        return None
    found = told_by_rules(line) if block.kind is BlockKind.HEADING else furniture(line)
    if found is None:
        return None
    if block.kind is BlockKind.HEADING:
        imprint = found.kind in _IMPRINT and before_story
        return found.kind if imprint or announces(line) or found.kind is BlockKind.PROMO else None
    if block.kind is BlockKind.QUOTE:
        return found.kind if found.kind in _TOLD_OF_QUOTES else None
    if block.kind is BlockKind.ITEM and article.origin.media is not Media.TEXT:
        return found.kind if found.kind in _TOLD_OF_ITEMS else None
    return found.kind


def _stamped(line: str) -> bool:
    """Whether a day is said to be that of publication: ``Updated July 12``."""
    opening = line.lower()
    return opening.startswith(("publish", "updated", "posted", "last ", "first ", "this ", "modif"))


def _tell_names(blocks: list[Block], lines: Sequence[str], story: int) -> None:
    """Tells bare names and addresses beside an imprint, above the story or below, as bylines."""
    for k, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH or len(lines[k]) > 80:
            continue
        beside = [j for j in (k - 1, k + 1) if 0 <= j < len(blocks)]
        near = any(
            (blocks[j].kind in _IMPRINT and not told_by_wording(lines[j]))
            or _ADDRESS.fullmatch(lines[j])
            for j in beside
        )
        written = lines[k].split(" in ")[0] if lines[k].count(" in ") == 1 else lines[k]
        named = near and 0 < k < story and is_name(written, 2, 4) and lines[k][-1].isalnum()
        if named or (_ADDRESS.fullmatch(lines[k]) and _byline_near(blocks, lines, beside)):
            blocks[k] = replace(block, kind=BlockKind.BYLINE)


def _byline_near(blocks: Sequence[Block], lines: Sequence[str], near: Iterable[int]) -> bool:
    return any(blocks[j].kind is BlockKind.BYLINE or is_name(lines[j], 2, 4) for j in near)


def _tell_listed(article: Article, blocks: list[Block], lines: Sequence[str]) -> None:
    """Tells the lines under an announcement such as ``Related articles:`` as related titles."""
    k = 0
    while k < len(blocks):
        if blocks[k].kind is BlockKind.RELATED and announces(lines[k]):
            for j in _listed(article, blocks, lines, k):
                blocks[j] = replace(blocks[j], kind=BlockKind.RELATED, level=0, marker="")
                k = j
        k += 1


def _listed(article: Article, blocks: Sequence[Block], lines: Sequence[str], k: int) -> list[int]:
    """The blocks listed under the announcement at ``k``.

    A list of items is taken whole. Plain lines go on as long as they read like titles and lie as
    close as the first; the last one before a paragraph is the heading of that paragraph.
    """
    found: list[int] = []
    kind = blocks[k + 1].kind if k + 1 < len(blocks) else None
    if kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH):
        return found
    gaps: set[int] = set()
    for j in range(k + 1, min(len(blocks), k + 1 + _MOST_LISTED)):
        gaps.add(min(2, article.text.count("\n", blocks[j - 1].span.end, blocks[j].span.start)))
        if blocks[j].kind is not kind or len(gaps) > (kind is BlockKind.ITEM) + 1:
            break
        line = lines[j]
        titled = len(line.split()) <= _LISTED_WORDS and not line.endswith((".", ":", ","))
        heads = kind is BlockKind.PARAGRAPH and j + 1 < len(lines) and is_prose(lines[j + 1])
        if not titled or (heads and blocks[j + 1].kind is BlockKind.PARAGRAPH):
            break
        found.append(j)
    return found
