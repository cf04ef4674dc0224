"""Figures of two articles: which are of one thing, and which of those disagree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.conflicts import Verdict, compare

PAIRS = [
    ("At least 59 people were killed.", "Some 40 people were killed.", Verdict.CONFLICT),
    ("At least 59 people were killed.", "Police say 59 are dead.", Verdict.AGREE),
    ("The bid is worth $82 a share.", "It offered $92 a share in a new bid.", Verdict.CONFLICT),
    ("The bid is worth $82 a share.", "The bid is worth 82 dollars a share.", Verdict.AGREE),
    ("It fell 2,000 km east of Guam.", "It fell 1,243 miles east of Guam.", Verdict.AGREE),
    ("It reached 770 km (480 miles) up.", "It reached 480 miles up.", Verdict.AGREE),
    ("It will cost nearly $300 million.", "It will cost $290 million.", Verdict.AGREE),
    ("He waited four years for a ruling.", "He waited two years for a ruling.", Verdict.CONFLICT),
    ("Six pyrotechnicians jumped.", "Two pyrotechnicians jumped off.", Verdict.CONFLICT),
    ("The ship sank on Monday.", "The ship went down with 30 cars.", Verdict.OTHER),
    ("It lost 14 percent.", "It lost $14 million.", Verdict.OTHER),
    ("Falcon 9 rockets fly often.", "Falcon 1 was a failure.", Verdict.OTHER),
    ("The storm killed 58 people.", "The storm killed 59 people.", Verdict.CONFLICT),
    ("It holds data of 145.5 million.", "It holds data of 143 million.", Verdict.CONFLICT),
    ("It will cut 1,300 jobs.", "It will cut 1,298 jobs.", Verdict.AGREE),
    ("Turnout was 62 percent.", "Turnout stood at 61.7 percent.", Verdict.AGREE),
    (
        "It flew 3,700 km (2,300 miles) and reached a height of 770 km (480 miles).",
        "It reached a height of 770 km (478 miles).",
        Verdict.AGREE,
    ),
    (
        "Twenty were taken to one hospital and 31 to another.",
        "A total of 51 were taken to two hospitals.",
        Verdict.AGREE,
    ),
    ("He was fined 30,000 pounds ($1,680).", "He was fined 12,000 pounds.", Verdict.CONFLICT),
    ("They were seized two years ago.", "They were seized four years ago.", Verdict.CONFLICT),
    ("They were seized two days ago.", "They were seized four days ago.", Verdict.OTHER),
    ("She won by 290 votes in June.", "She won by two million votes.", Verdict.OTHER),
    ("It lost 3 million dollars.", "It lost 3 billion dollars.", Verdict.CONFLICT),
    (
        "The 170-gram bar is sold in British shops only.",
        "The 400-gram bar, which many buy at airports, is as it was.",
        Verdict.OTHER,
    ),
    ("", "Two people died.", Verdict.OTHER),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PAIRS)
def test_verdict(one: str, other: str, verdict: Verdict) -> None:
    assert compare(one, other).verdict is verdict
    assert compare(other, one).verdict is verdict


def test_a_conflict_points_at_both_figures() -> None:
    one, other = "At least 59 people were killed.", "Some 40 people were killed."
    found = compare(one, other)
    assert found.one is not None
    assert found.other is not None
    assert (found.one.of(one), found.other.of(other)) == ("59", "40")


@given(st.text(max_size=200))
def test_a_sentence_never_disagrees_with_itself(sentence: str) -> None:
    assert compare(sentence, sentence).verdict is not Verdict.CONFLICT
