"""The language an article seems to be written in, by its script and its commonest words."""

from __future__ import annotations

from collections import Counter
from functools import cache

from briefing.reading.patterns import lazily
from briefing.reading.tables import table

SAMPLE = 6000
"""Characters that are looked at, from the start and from the middle of a text."""
_LEAST_WORDS = 8
_LEAST_SHARE = 0.12
"""Share of the words that must be common words of the language."""
_AHEAD = 1.5
"""How far the best language must be ahead of the next, in words that only one of them has."""
_SCRIPTED = 0.3
"""Share of the letters in a script that tells the language by itself."""

_WORD = lazily(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS = (
    ("ja", ((0x3040, 0x30FF),), 0.08),
    ("ko", ((0xAC00, 0xD7AF), (0x1100, 0x11FF)), _SCRIPTED),
    ("zh", ((0x4E00, 0x9FFF), (0x3400, 0x4DBF)), _SCRIPTED),
    ("el", ((0x0370, 0x03FF),), _SCRIPTED),
    ("he", ((0x0590, 0x05FF),), _SCRIPTED),
    ("th", ((0x0E00, 0x0E7F),), _SCRIPTED),
    ("bn", ((0x0980, 0x09FF),), _SCRIPTED),
    ("ta", ((0x0B80, 0x0BFF),), _SCRIPTED),
    ("te", ((0x0C00, 0x0C7F),), _SCRIPTED),
    ("ka", ((0x10A0, 0x10FF),), _SCRIPTED),
    ("hy", ((0x0530, 0x058F),), _SCRIPTED),
    ("am", ((0x1200, 0x137F),), _SCRIPTED),
)
"""Languages with a script of their own, in the order they are asked: Japanese before Chinese."""


def language(text: str) -> str:
    """ISO 639-1 of the language of a text; empty when too little of it is telling.

    Args:
        text: of any length; a sample of it is looked at.
    """
    half = SAMPLE // 2
    sample = text if len(text) <= SAMPLE else text[:half] + " " + _middle(text, half)
    return _by_script(sample) or _by_words(sample)


def _middle(text: str, length: int) -> str:
    start = (len(text) - length) // 2
    return text[start : start + length]


def _by_script(sample: str) -> str:
    codes = [ord(character) for character in sample if character.isalpha()]
    if not codes or max(codes) < 0x0370:
        return ""
    for name, ranges, share in _SCRIPTS:
        within = sum(any(low <= code <= high for low, high in ranges) for code in codes)
        if within >= share * len(codes) and within > 4:
            return name
    return ""


def _by_words(sample: str) -> str:
    """The language whose commonest words are most of the sample, if it is well ahead."""
    written = [word.replace("’", "'").lower() for word in _WORD.findall(sample)]
    if len(written) < _LEAST_WORDS:
        return ""
    counts = Counter(written)
    scores = sorted(
        ((sum(counts[word] for word in common), name) for name, common in _profiles().items()),
        reverse=True,
    )
    (best, name), (_, rival) = scores[0], scores[1]
    own, other = (
        _profiles()[one] - _profiles()[two] for one, two in ((name, rival), (rival, name))
    )
    telling = sum(counts[word] for word in own), sum(counts[word] for word in other)
    sure = best >= _LEAST_SHARE * len(written) and telling[0] > _AHEAD * telling[1]
    return name if sure else ""


@cache
def _profiles() -> dict[str, frozenset[str]]:
    common = table("languages")["words"]
    return {name: frozenset(listed.split()) for name, listed in common.items()}
