from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.wrap import character_at, last_word, width_of, wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, []),
        ("   ", 10, []),
        ("one two", 10, ["one two"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        (" leading and trailing ", 10, ["leading", "and", "trailing"]),
        ("a\nb c", 3, ["a\nb", "c"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("second-largest economy", 10, ["second-", "largest", "economy"]),
        ("北京市政府", 4, ["北京", "市政", "府"]),
        ("see 北京 now", 6, ["see 北", "京 now"]),
        ("cafe\u0301s open", 6, ["cafe\u0301s", "open"]),
        ("x" * 3, 0, ["x", "x", "x"]),
    ],
)
def test_lines(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


@given(st.text(), st.integers(1, 40))
def test_nothing_but_white_space_is_left_out(text: str, width: int) -> None:
    text = "".join(character for character in text if character.isprintable() or character == "\n")
    ranges = wrap(text, 0, len(text), width)
    here = 0
    for start, end in ranges:
        assert start < end
        assert text[here:start].strip(" \n") == ""
        here = end
    assert text[here:].strip(" \n") == ""


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"])), st.integers(4, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(width_of(line) <= width for line in lines(text, width))


def test_offsets_are_of_the_whole_text() -> None:
    assert wrap("skip this: one two", 11, 18, 3) == [(11, 14), (15, 18)]


@pytest.mark.parametrize(
    ("column", "offset"), [(-1, 0), (0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (9, 3)]
)
def test_a_column_between_wide_characters_belongs_to_the_one_it_cuts(
    column: int, offset: int
) -> None:
    assert character_at("北京x", 0, 3, column) == offset


@pytest.mark.parametrize(
    ("text", "columns", "left"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 7, "one two"),
        ("one two three", 10, "one two"),
        ("the second two three", 11, "the second"),
        ("one unbreakable", 9, "one unbre"),
        ("unbreakable", 4, "unbr"),
        ("one\ntwo three", 9, "one\ntwo"),
        ("港口大桥将关闭", 5, "港口"),
        ("", 5, ""),
    ],
)
def test_a_text_is_left_off_after_a_whole_word(text: str, columns: int, left: str) -> None:
    assert text[: last_word(text, 0, len(text), columns)] == left


@given(st.text(st.sampled_from("ab 桥"), max_size=30), st.integers(1, 20))
def test_what_is_left_of_a_text_fits(text: str, columns: int) -> None:
    assert width_of(text[: last_word(text, 0, len(text), columns)]) <= columns
