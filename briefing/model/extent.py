"""How long a text is to read, in words and in minutes.

What stands between two spaces is a word. Writing without spaces has none, so its characters are
counted there: each of Chinese for a word, as word processors do, and two of Japanese kana for one.
At the pace of English that makes 238 characters of Chinese a minute, and about 340 of Japanese: an
estimate. Of Thai, Lao, Khmer and Burmese six characters count for a word, as English takes with
its space.
"""

from __future__ import annotations

import re
from functools import cache

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies)."""
CHARACTERS_A_WORD = 6
"""Of English, with the space after it."""

_HAN = (
    "\u3005-\u3007\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_KANA = "\u3041-\u3096\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SOUTHERN = "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u104f\u1780-\u17d3"
_SIGNS = "\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
"""Punctuation that is set among such characters, and is no word where it stands alone."""
_WORTH = ((_HAN, 1), (_KANA, 2), (_SOUTHERN, CHARACTERS_A_WORD))
"""Writing without spaces, and how many of its characters count for a word."""

_PIECE = 1 << 16
"""Characters of a text that are looked at at a time: a million words are not made for it."""
SAMPLE = 2_000
"""Characters that tell how many words there are to a character."""


def words(text: str) -> int:
    """The number of words of a text."""
    count, within = 0.0, False
    for start in range(0, len(text), _PIECE):
        piece = text[start : start + _PIECE]
        if not piece.isascii() and _set_apart().search(piece):
            for other, most in _unspaced():
                count += len(other.sub("", piece)) / most
            piece = _set_apart().sub(" ", piece)
        count += len(piece.split()) - (within and not piece[0].isspace())
        within = not piece[-1].isspace()
    return round(count)


def minutes(words: float) -> int:
    """How long so many words take to read, in whole minutes; at least one."""
    return max(1, round(words / WORDS_A_MINUTE))


def density(beginning: str) -> float:
    """How many words there are to a character of a text.

    Args:
        beginning: the text, or its first characters, of which some are looked at.
    """
    sample = beginning[:SAMPLE]
    if sample.isascii() or _set_apart().search(sample) is None:
        return 1 / CHARACTERS_A_WORD
    return words(sample) / len(sample)


@cache
def _unspaced() -> tuple[tuple[re.Pattern[str], int], ...]:
    """What is *not* of each writing, so that the rest of a text can be counted at once."""
    return tuple((re.compile(f"[^{written}]+"), most) for written, most in _WORTH)


@cache
def _set_apart() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}{_KANA}{_SOUTHERN}{_SIGNS}]+")
