from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing.reading
from briefing.reading.entities.wordpiece import Shape, WordPiece, plain, shape_of

PIECES = ["[UNK]", "man", "##ches", "##ter", "o", "##'", "'", "s", ".", "u", "2020", "cafe", "the"]
SMALL = WordPiece({piece: number for number, piece in enumerate(PIECES)})


@cache
def shipped() -> WordPiece:
    folder = Path(briefing.reading.__file__).parent / "weights" / "entities"
    return WordPiece.read(folder / "vocab.txt")


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("Manchester", ["Manchester"], [(1, 2, 3)]),
        ("Manchester’s", ["Manchester", "’", "s"], [(1, 2, 3), (6,), (7,)]),
        ("U.S.", ["U", ".", "S", "."], [(9,), (8,), (7,), (8,)]),
        ("café the", ["café", "the"], [(11,), (12,)]),
        ("cafe\u0301", ["cafe\u0301"], [(11,)]),
        ("Man\u00adchester", ["Man\u00adchester"], [(1, 2, 3)]),
        ("quark 2020", ["quark", "2020"], [(0,), (10,)]),
        ("man_s", ["man", "_", "s"], [(1,), (0,), (7,)]),
        ("中文", ["中", "文"], [(0,), (0,)]),
        ("x" * 101, ["x" * 101], [(0,)]),
        ("  \n ", [], []),
    ],
)
def test_words_and_pieces(text: str, words: list[str], pieces: list[tuple[int, ...]]) -> None:
    found = list(SMALL.words(text))
    assert [text[word.start : word.end] for word in found] == words
    assert [word.pieces for word in found] == pieces


@pytest.mark.parametrize(
    ("written", "opening", "shape"),
    [
        ("bank", False, Shape.LOWER),
        ("Bank", False, Shape.CAPITALISED),
        ("Bank", True, Shape.OPENING),
        ("BBC", True, Shape.UPPER),
        ("iPhone", False, Shape.MIXED),
        ("McKinsey", False, Shape.MIXED),
        ("360", False, Shape.NUMBER),
        ("G7", False, Shape.NUMBERED),
        ("J", True, Shape.INITIAL),
        (",", False, Shape.LOWER),
        ("中", False, Shape.LOWER),
    ],
)
def test_shapes(written: str, opening: bool, shape: Shape) -> None:
    assert shape_of(written, opening) is shape


def test_a_sentence_opens_after_a_full_stop_and_through_quotes() -> None:
    text = "It fell. “Banks did too,” Smith said: Prices rose"
    shapes = {text[w.start : w.end]: w.shape for w in shipped().words(text)}
    assert shapes["It"] is shapes["Banks"] is shapes["Prices"] is Shape.OPENING
    assert shapes["Smith"] is Shape.CAPITALISED


def test_a_range_is_read_by_itself() -> None:
    text = "Nobody came. Smith did"
    words = list(shipped().words(text, 13, 18))
    assert [(word.start, word.end, word.shape) for word in words] == [(13, 18, Shape.OPENING)]


@given(st.text(max_size=60))
def test_words_are_in_order_and_known_pieces_spell_them(text: str) -> None:
    after = 0
    for word in shipped().words(text):
        assert after <= word.start < word.end <= len(text)
        assert word.pieces
        after = word.end


@given(st.text(max_size=40))
def test_plain_is_idempotent(text: str) -> None:
    assert plain(plain(text)) == plain(text)
