from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import extent
from briefing.model.extent import WORDS_A_MINUTE, density, minutes, words

CHINESE = "当局周一表示，旧桥将关闭至十二月。"
"""Fifteen characters and two signs."""


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("The bridge  is\nclosed.", 4),
        (CHINESE, 15),
        (f"{CHINESE}\n\n{CHINESE}", 30),
        ("GDP 增长 3%。", 4),
        ("ニュースを読む", 4),
        ("สะพานปิดแล้ว", 2),
        ("다리가 닫혔다.", 2),
        ("Мост закрыт — до зимы.", 5),
    ],
)
def test_words_of_all_writing_are_counted(text: str, count: int) -> None:
    assert words(text) == count


@given(st.text(st.sampled_from("aé \n桥"), max_size=30), st.integers(1, 9))
def test_a_long_text_is_counted_in_pieces(text: str, piece: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extent, "_PIECE", piece)
        assert words(text) == len(text.replace("桥", " ").split()) + text.count("桥")


def test_minutes_are_whole_and_at_least_one() -> None:
    assert [minutes(count) for count in (0, 1, 300, 1000)] == [1, 1, 1, 4]


def test_the_minutes_of_a_chinese_article_are_those_of_its_characters() -> None:
    text = CHINESE * 200
    assert minutes(len(text) * density(text)) == minutes(words(text)) == 13


@pytest.mark.parametrize("text", ["The bridge is closed.", "Die Brücke ist zu.", ""])
def test_other_writing_takes_six_characters_a_word(text: str) -> None:
    assert density(text) == pytest.approx(1 / 6)
    assert minutes(6 * WORDS_A_MINUTE * density(text)) == 1
