"""Words of a text as the entity model sees them: word pieces, and the shape of each word.

The model's vocabulary is BERT's uncased one, whose letters are lower case and bare of accents
(Devlin et al., 2019; WordPiece: Wu et al., 2016). What lower-casing loses, and what names are
known by, comes back as a *shape* for every word: whether it is capitalised, all capitals, a
number, or capitalised merely because a sentence starts with it.

Training and reading share this module, so that the model reads what it was trained on.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from briefing.model.records import dataclass

UNKNOWN = "[UNK]"

_LONGEST = 100
"""Words longer than this many letters are unknown, as they were when the encoder was made."""

_REMEMBERED = 1 << 15
"""How many different words keep their pieces ready."""

# Letters and digits run together, with what is drawn on them or hides between them (accents
# that stand alone, soft hyphens, joiners); anything else that shows, and each ideograph, is a
# word of one character. Each run is taken at one step: a step for every letter of a word would
# keep a hundred bytes for each, and there are files with words of many megabytes.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff"
_IDEOGRAPH = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    rf"[^\W_{_IDEOGRAPH}]+(?:[\u0300-\u036f{_INVISIBLE}]+[^\W_{_IDEOGRAPH}]*)*"
    rf"|[^\w\s]|[_{_IDEOGRAPH}]"
)
_HIDDEN = re.compile(rf"[{_INVISIBLE}]")

# Typographic marks say the same to the model as those on a typewriter; the training sets were
# mostly typed on one.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‛": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"'})

_ENDERS = frozenset(".!?:")
_QUOTES = frozenset("\"'()[]")


class Shape(IntEnum):
    """How a word is written; the values are fixed by the trained model."""

    LOWER = 0
    """Small letters, or no letters at all."""
    CAPITALISED = 1
    UPPER = 2
    MIXED = 3
    """Capitals within, such as ``iPhone`` and ``McKinsey``."""
    NUMBER = 4
    NUMBERED = 5
    """Letters and digits, such as ``G7``."""
    INITIAL = 6
    """One capital letter."""
    OPENING = 7
    """Capitalised, and first in its sentence or line, where every word is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a mark of punctuation, and its pieces.

    ``start`` and ``end`` are a half-open range of characters in the text.
    """

    start: int
    end: int
    shape: Shape
    pieces: tuple[int, ...]


class WordPiece:
    """Splits text into words and words into pieces of a vocabulary.

    Args:
        vocabulary: the number of every piece; pieces that continue a word start with ``##``.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self.pieces = lru_cache(maxsize=_REMEMBERED)(self._pieces)

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """Reads a vocabulary file: one piece a line, numbered from 0.

        Raises:
            OSError: when the file cannot be read.
        """
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: number for number, piece in enumerate(lines) if piece})

    def words(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        """The words between two offsets, in order; those without any visible letter are left out.

        ``start`` counts as the start of a sentence. A newline is an ordinary space here: who
        knows where lines end calls once for each.
        """
        opening = True
        for match in _WORD.finditer(text, start, len(text) if end is None else end):
            written = match.group()
            pieces = self.pieces(written)
            if pieces:
                yield Word(match.start(), match.end(), shape_of(written, opening), pieces)
            if written in _ENDERS:
                opening = True
            elif written.translate(_PLAIN) not in _QUOTES:
                opening = False

    def _pieces(self, written: str) -> tuple[int, ...]:
        """The longest piece that fits from the left, again and again; empty for no letters."""
        word = plain(written)
        if len(word) > _LONGEST:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = word[start:end] if start == 0 else f"##{word[start:end]}"
                if piece in self._vocabulary:
                    found.append(self._vocabulary[piece])
                    start = end
                    break
            else:
                return (self._unknown,)
        return tuple(found)


def plain(written: str) -> str:
    """A word in small letters without accents or typographic marks: ``Müller’s`` as ``muller's``.

    Idempotent, and never longer than compatibility decomposition makes it.
    """
    if written.isascii():
        return written.lower()
    word = _HIDDEN.sub("", written).translate(_PLAIN).lower()
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


def shape_of(written: str, opening: bool) -> Shape:
    """How ``written`` is capitalised; ``opening`` when it is the first word of a sentence."""
    if written.isdigit():
        return Shape.NUMBER
    if any(letter.isdigit() for letter in written):
        return Shape.NUMBERED
    if written.islower() or not written[0].isalpha():
        return Shape.LOWER
    if written.isupper():
        return Shape.INITIAL if len(written) == 1 else Shape.UPPER
    if written[0].isupper() and written[1:].islower():
        return Shape.OPENING if opening else Shape.CAPITALISED
    # Scripts without capitals have neither; they look like small letters to the model.
    return Shape.MIXED if any(letter.isupper() for letter in written) else Shape.LOWER
