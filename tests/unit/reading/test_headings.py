"""Headings in plain text, on small pages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.heading_features import NAMES, Page
from briefing.reading.headings import heading_lines, headings

PROSE = (
    "The council met on Monday night and voted to close the old bridge until engineers can say"
    " whether it is safe to cross.",
    "Shops on both banks fear for their trade, and some of their owners have asked the council"
    " for help with their rents.",
    "Drivers were told to use the ring road, where traffic was heavy all day and tempers were"
    " short by the evening.",
    "Buses will run every twenty minutes from the station to the far bank, the council said, and"
    " will cost nothing.",
)


def found(text: str) -> list[str]:
    lines = text.split("\n")
    return [lines[number] for number in heading_lines(text)]


def test_a_heading_with_a_blank_line_after_it_only() -> None:
    text = "\n".join((PROSE[0], PROSE[1], "Traffic and Tempers", "", PROSE[2], PROSE[3]))
    assert found(text) == ["Traffic and Tempers"]


def test_a_heading_between_blank_lines() -> None:
    text = "\n\n".join((PROSE[0], PROSE[1], "Traffic was heavy", PROSE[2], PROSE[3]))
    assert found(text) == ["Traffic was heavy"]


def test_a_heading_beside_furniture_is_found_all_the_same() -> None:
    related = "Related articles: Council Warned About Bridge Last Year"
    text = "\n".join((PROSE[0], PROSE[1], related, "Traffic and Tempers", "", *PROSE[2:]))
    assert found(text) == ["Traffic and Tempers"]


def test_a_numbered_series_is_found_whole() -> None:
    heads = ("1. The bridge is closed", "2. The road is full", "3. The buses are free")
    text = "\n\n".join(part for pair in zip(heads, PROSE[1:], strict=True) for part in pair)
    assert found(f"{PROSE[0]}\n\n{text}") == list(heads)


def test_a_list_is_no_row_of_headings() -> None:
    items = ("close the old bridge,", "widen the ring road,", "and run more buses.")
    assert found("\n".join((PROSE[0], "The council will:", *items, PROSE[1]))) == []


def test_paragraphs_credits_and_bylines_are_no_headings() -> None:
    text = "\n\n".join((PROSE[0], "Photo: Jane Doe", PROSE[1], "By John Roe", PROSE[2]))
    assert found(text) == []


def test_who_speaks_in_a_transcript_is_no_heading() -> None:
    text = "\n\n".join(["ANN LEE, HOST:", PROSE[0], "BO EK:", PROSE[1]])
    assert heading_lines(text) == ()


def test_a_heading_says_why() -> None:
    lines = [PROSE[0], PROSE[1], "Traffic and Tempers", PROSE[2], PROSE[3]]
    (heading,) = headings(lines, [False, False, True, False, False], [False] * 5)
    assert heading.line == 2
    assert "a blank line follows it and none precedes it" in heading.why


def test_asking_some_lines_only_gives_the_same_answer() -> None:
    lines = [PROSE[0], "Traffic", PROSE[1], "Tempers", PROSE[2]]
    apart = [True] * 5
    every = headings(lines, apart, [False] * 5)
    assert headings(lines, apart, [False] * 5, among={3}) == tuple(h for h in every if h.line == 3)


LINES = st.lists(
    st.one_of(
        st.sampled_from([*PROSE, "Traffic", "1. One", "(A)", "•", "Photo: A B", "“"]), st.text()
    ),
    max_size=12,
)


@given(LINES)
def test_headings_are_lines_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    numbers = heading_lines(text)
    assert all(a < b for a, b in pairwise(numbers))
    assert all(text.split("\n")[number].strip() for number in numbers)


@given(LINES)
def test_every_line_has_every_feature(lines: list[str]) -> None:
    bare = [line.strip() for line in lines if line.strip()]
    page = Page(bare, [False] * len(bare), [False] * len(bare))
    for k in range(len(bare)):
        assert len(page.features(k)) == len(NAMES)
