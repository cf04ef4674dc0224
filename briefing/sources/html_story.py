"""Which of a page's blocks are the story.

trafilatura finds the words of the story well, but is free with their form: in some of its ways
headings, lists and line ends are lost. So it is asked for the words only, and the blocks are
the page's own: a block belongs to the story when most of its words were found.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.article import BlockKind
from briefing.sources.html_blocks import Draft

_PIECE = 16
"""Letters in a row that do not happen to stand in two places."""

_STEP = 8
_MOST_LETTERS = 400_000
"""Letters of a story that is compared piece by piece; a longer one is taken as it was found."""

_FOUND = 0.7
"""The part of a block's pieces that has to be found."""

_COVERED = 0.9
"""The part of the found words that the chosen blocks have to hold, or they are not trusted."""


def chosen(page: Sequence[Draft], found: Sequence[Draft]) -> list[Draft]:
    """The page's blocks that hold the words found; the found blocks when they do not agree.

    Args:
        page: all blocks of the page, in order.
        found: the story's blocks as trafilatura gives them.
    """
    lines = [letters(draft.words) for draft in found]
    story = "".join(lines)
    if not story or len(story) > _MOST_LETTERS:
        return list(found)
    pieces = {story[at : at + _PIECE] for at in range(max(1, len(story) - _PIECE + 1))}
    keys = [letters(draft.words) for draft in page]
    held = [_held(key, pieces) for key in keys]
    _settle_short(page, keys, held, set(lines))
    kept = [draft for draft, holds in zip(page, held, strict=True) if holds]
    size = sum(len(key) for key, holds in zip(keys, held, strict=True) if holds)
    return kept if size >= _COVERED * len(story) else list(found)


def letters(text: str) -> str:
    """The letters and digits of a text, without case: what two renderings of it share."""
    return "".join(filter(str.isalnum, text)).casefold()


def _held(key: str, pieces: set[str]) -> bool | None:
    """Whether a block's letters are in the story; ``None`` when it is too short to say."""
    if len(key) < _PIECE:
        return None
    places = [*range(0, len(key) - _PIECE, _STEP), len(key) - _PIECE]
    return sum(key[at : at + _PIECE] in pieces for at in places) >= _FOUND * len(places)


def _settle_short(
    page: Sequence[Draft], keys: Sequence[str], held: list[bool | None], lines: set[str]
) -> None:
    """Decides about blocks of few words: they belong where their neighbours belong, if they
    were found as they are. A rule or a heading within the story belongs to it.
    """
    for at, draft in enumerate(page):
        if held[at] is None:
            before = at > 0 and bool(held[at - 1])
            after = next((holds for holds in held[at + 1 :] if holds is not None), False)
            if draft.kind in (BlockKind.HEADING, BlockKind.RULE):
                held[at] = bool(after) and (before or keys[at] in lines)
            else:
                held[at] = keys[at] in lines and (before or bool(after))
