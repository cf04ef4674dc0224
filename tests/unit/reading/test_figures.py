"""Figures: what is one, of what kind, what it is worth, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.annotations import FactKind
from briefing.reading.figures import Figure, figures

MONEY, PERCENT, COUNT, MEASURE = (
    FactKind.MONEY,
    FactKind.PERCENT,
    FactKind.COUNT,
    FactKind.MEASURE,
)

# (text, words of the figure, kind, value, unit)
FIGURES = [
    ("It wiped out $1.1 trillion of value.", "$1.1 trillion", MONEY, 1.1e12, "dollar"),
    ("It made £75m in a quarter.", "£75m", MONEY, 75e6, "pound"),
    ("It costs US$20 abroad.", "US$20", MONEY, 20, "dollar"),
    ("It costs HK$1,250.50 there.", "HK$1,250.50", MONEY, 1250.5, "dollar"),
    ("Bids of €3bn came in.", "€3bn", MONEY, 3e9, "euro"),
    ("An $8-billion auction follows.", "$8-billion", MONEY, 8e9, "dollar"),
    ("A fine of RM50,000 or two years' jail.", "RM50,000", MONEY, 50000, "rm"),
    ("The dollar rose to 135.42 yen.", "135.42 yen", MONEY, 135.42, "yen"),
    ("It paid 28 Hong Kong dollars.", "28 Hong Kong dollars", MONEY, 28, "dollar"),
    ("It cost half a trillion dollars.", "half a trillion dollars", MONEY, 5e11, "dollar"),
    ("It cost millions of ringgit.", "millions of ringgit", MONEY, None, "ringgit"),
    ("It cost several thousand dollars.", "several thousand dollars", MONEY, None, "dollar"),
    ("Shares rose four pence.", "four pence", MONEY, 4, "pence"),
    ("Shares rose to 274p on Monday.", "274p", MONEY, 274, "penny"),
    ("The grant is worth 50 million pounds.", "50 million pounds", MONEY, 50e6, "pound"),
    ("Prices rose 4.7 percent.", "4.7 percent", PERCENT, 4.7, "percent"),
    ("Prices rose 40%.", "40%", PERCENT, 40, "percent"),
    ("Prices rose by 53 per cent.", "53 per cent", PERCENT, 53, "percent"),
    ("Twenty-eight percent agreed.", "Twenty-eight percent", PERCENT, 28, "percent"),
    ("It fell 362.5 basis points.", "362.5 basis points", PERCENT, 362.5, "percent"),
    ("It fell two percentage points.", "two percentage points", PERCENT, 2, "percent"),
    ("A 5-15 percent discount.", "5-15 percent", PERCENT, None, "percent"),
    ("It fell seven-tenths of 1 percent.", "seven-tenths of 1 percent", PERCENT, 0.7, "percent"),
    ("He was fined 300 pounds.", "300 pounds", MONEY, 300, "pound"),
    ("It sells for 300 pounds ($390).", "300 pounds", MONEY, 300, "pound"),
    ("It costs 12,000 Egyptian pounds.", "12,000 Egyptian pounds", MONEY, 12000, "pound"),
    ("It weighs 300 pounds (136 kg).", "300 pounds", MEASURE, 300, "lb"),
    ("Rates rose a quarter of a point.", "a quarter of a point", PERCENT, 0.25, "percent"),
    ("It lies 70 miles south.", "70 miles", MEASURE, 70, "mile"),
    ("It lies 47km north.", "47km", MEASURE, 47, "kilometre"),
    ("The 3,000-meter record fell.", "3,000-meter", MEASURE, 3000, "metre"),
    ("A room of 20 square meters.", "20 square meters", MEASURE, 20, "square metre"),
    ("It grew 14.27 million tonnes.", "14.27 million tonnes", MEASURE, 14.27e6, "tonne"),
    ("It drove at 70 miles per hour.", "70 miles per hour", MEASURE, 70, "mile"),
    ("Heat it to 375 degrees.", "375 degrees", MEASURE, 375, "degree"),
    ("It was 35°C in the shade.", "35°C", MEASURE, 35, "degree"),
    ("A 43-year-old man fled.", "43-year-old", MEASURE, 43, "years old"),
    ("She is six months old.", "six months old", MEASURE, 6, "years old"),
    ("Ann Dally, 26, fled.", "26", MEASURE, 26, "years old"),
    ("He died at age 99.", "99", MEASURE, 99, "years old"),
    ("Police arrested 1,500 people.", "1,500", COUNT, 1500, ""),
    ("Police arrested 2000 people.", "2000", COUNT, 2000, ""),
    ("Some 2.2 million will starve.", "2.2 million", COUNT, 2.2e6, ""),
    ("Hundreds of thousands marched.", "Hundreds of thousands", COUNT, None, ""),
    ("A dozen boats sank.", "A dozen", COUNT, 12, ""),
    ("About half of them left.", "half", COUNT, 0.5, ""),
    ("Two-thirds of them left.", "Two-thirds", COUNT, 2 / 3, ""),
    ("A third of them left.", "A third", COUNT, 1 / 3, ""),
    ("One of them left.", "One", COUNT, 1, ""),
    ("A three-judge panel ruled.", "three-judge", COUNT, 3, ""),
    ("In Baghdad 30 people died.", "30", COUNT, 30, ""),
    ("They won 81-70 at home.", "81-70", COUNT, None, "score"),
    ("They beat Israel 3-0 at home.", "3-0", COUNT, None, "score"),
    ("The council voted this week 15-0 for it.", "15-0", COUNT, None, "score"),
    ("He told Moen 15 arrests had been made.", "15", COUNT, 15, ""),
    ("The draw gave Real Betis 12 points.", "12", COUNT, 12, ""),
    ("It shot 10- to 18-foot jumpers.", "10- to 18-foot", MEASURE, None, "foot"),
    ("Two hundred and fifty-three came.", "Two hundred and fifty-three", COUNT, 253, ""),
    ("It closed at 104 23/32 in New York.", "104 23/32", COUNT, 104.71875, ""),
]


@pytest.mark.parametrize(("text", "words", "kind", "value", "unit"), FIGURES)
def test_a_figure(text: str, words: str, kind: FactKind, value: float | None, unit: str) -> None:
    found = {figure.span.of(text): figure for figure in figures(text)}
    assert words in found
    assert found[words] == Figure(found[words].span, kind, found[words].value, unit)
    assert found[words].value == (value if value is None else pytest.approx(value))


NO_FIGURES = [
    "Qihoo 360 and COVID-19 and G7 and Channel 4 and iPhone 15 and Boeing 737-800 jets",
    "The F-16, the A321, MH370 and 5G phones in 3D",
    "Resolution 425, section 38, page 7 and flight 370",
    "No. 1 and the No. 10 seed",
    "He lives at 601 Riverview Dr. in Flint.",
    "On July 12, 2020, at 8:30 p.m. or 15:00",
    "It took three years in the 1990s, the third in a row.",
    "No one knew; this one is the last one.",
    "The second half of a match, a half-hearted try",
    "See http://example.org/123/45 or @user99 or #1",
    "Call 410-265-8080 or 1-800-273-8255.",
    "24/7 service since 9/11",
    "4 The bar has gaps 5 An image of the old one",
    "Banc One and Formula One",
    "the 21st edition",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_is_no_figure(text: str) -> None:
    assert [figure.span.of(text) for figure in figures(text)] == []


def test_the_numbers_of_a_list_are_no_figures() -> None:
    text = "1. Wash 12 cups of greens.\n\n2. Stir.\n\n3. Serve."
    assert [figure.span.of(text) for figure in figures(text)] == ["12 cups"]


def test_an_article() -> None:
    text = (
        "OSLO - A ferry with 312 passengers ran aground near Bergen on Friday, injuring at least"
        " 14.\n\nThe Nordlys 4, built in 1998 for $38 million, carried 20 percent more cargo than"
        " allowed, said Kari Moen, 51, of the coast guard.\n\nIt lay 200 metres off the shore for"
        " six hours."
    )
    assert [(figure.span.of(text), figure.kind) for figure in figures(text)] == [
        ("312", COUNT),
        ("14", COUNT),
        ("$38 million", MONEY),
        ("20 percent", PERCENT),
        ("51", MEASURE),
        ("200 metres", MEASURE),
    ]


def in_order(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert end <= figure.span.start < figure.span.end <= len(text)
        end = figure.span.end


@given(st.text())
def test_any_text_gives_spans_in_order(text: str) -> None:
    in_order(text)


_WORDS = (
    "$ £ 1 12 1.5 2,000 million m bn half a third of percent % - to or year old Ann , . one One two"
    " hundred and dozens yen US square feet 3/4 12:30 No. per hour p ° ½ 0 00 1998 dollars"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=25), st.sampled_from(["", " ", "\n"]))
def test_any_words_of_number_give_spans_in_order(written: list[str], joint: str) -> None:
    in_order(joint.join(written))


@pytest.mark.parametrize("piece", ["1", "$", "1,", "one ", "hundred and ", "5-", "1/2 ", "A 1 "])
def test_long_runs_take_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    figures(text, ())
    assert time.process_time() - started < 10
