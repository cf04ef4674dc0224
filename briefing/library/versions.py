"""Whether two texts from the same place are versions of one article."""

from __future__ import annotations

SHARED = 0.5
"""The part of the shorter text's word triples that both must have."""
_LOOKED_AT = 50_000
"""Characters that are compared; a story shows itself well before that."""


def same_story(title: str, text: str, other_title: str, other_text: str) -> bool:
    """Whether a file that changed still holds the same article, grown or corrected.

    A page such as ``today.txt`` may hold another article every day; its notes must not follow.

    Args:
        title: the normal form of one title; empty when it has none.
        text: its text.
        other_title: the normal form of the other's title.
        other_text: the other's text.
    """
    mine, others = _triples(text), _triples(other_text)
    shared = len(mine & others) / max(1, min(len(mine), len(others)))
    if title and title == other_title:
        # A standing title ("Morning news") proves nothing alone, but a little goes with it.
        return shared >= SHARED / 4
    return shared >= SHARED


def _triples(text: str) -> set[tuple[str, ...]]:
    words = text[:_LOOKED_AT].casefold().split()
    if len(words) < 3:
        return {tuple(words)}
    return set(zip(words, words[1:], words[2:], strict=False))
