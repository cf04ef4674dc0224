"""The order of figures: what comes first, comes back or stands in the title matters."""

from __future__ import annotations

import pytest

from briefing.reading.designations import designations
from briefing.reading.figure_rank import rankable, ranked

TEXT = (
    "A ferry with 312 passengers sank off Bergen. Rescuers saved 298 of the 312.\n\n"
    "The captain, Bo Moen, 51, steered two miles (3.2 km) off his course, at a cost of $38 million."
)


def order(text: str, title: str = "") -> list[str]:
    seen = [rank.figure.span.of(text) for rank in ranked(text, rankable(text), title)]
    return list(dict.fromkeys(seen))


def test_first_and_repeated_figures_matter_most() -> None:
    assert order(TEXT)[:2] == ["312", "298"]


def test_the_title_tells() -> None:
    assert order(TEXT, "Course error costs $38 million")[0] == "$38 million"


def test_small_words_matter_least() -> None:
    text = "One of two men won. Three left. Then 40 came."
    assert order(text)[0] == "40"


def test_the_age_of_whom_a_story_introduces_matters_least() -> None:
    text = "Ann Lee, 44, sings. Bo Moen, 51, plays. They sold 300 records and met by age 30."
    assert order("Songs. " * 60 + text) == ["300", "30", "44", "51"]


def test_an_age_in_the_lead_matters_more_than_one_further_down() -> None:
    text = "A 27-year-old man was held. " + "Nobody spoke. " * 30 + "Bo Moen, 51, saw it."
    assert order(text)[0] == "27-year-old"


def test_a_numbered_thing_is_ranked_with_its_noun() -> None:
    text = "Flight 815 left Oslo with 120 on board. Flight 815 was late by 9 minutes."
    assert order(text)[0] == "Flight 815"


NUMBERED = [
    ("Crews closed Runway 13 on Monday.", ["Runway 13"]),
    ("It broke Resolution 2375 and Section 4.", ["Resolution 2375", "Section 4"]),
    ("A Category 5 storm; a level 4 alert", ["Category 5", "level 4"]),
    ("The world No. 1 fell to No 3.", ["No. 1", "No 3"]),
    ("He lives at No. 10 Downing Street.", []),
    ("See page 7, photo 3 and chapter 12.", []),
    ("No 5 people agree; no 7 of them.", []),
    ("The rule 3 people broke; Section 4.2 stands.", ["Section 4.2"]),
    ("The flight on July 12, 2020 left.", []),
]


@pytest.mark.parametrize(("text", "found"), NUMBERED)
def test_what_is_numbered(text: str, found: list[str]) -> None:
    assert [each.span.of(text) for each in designations(text)] == found


def test_each_figure_says_why() -> None:
    best = ranked(TEXT, rankable(TEXT))[0]
    assert best.why == ("figure 1 of the text", "given 2 times")


def test_no_figures() -> None:
    assert ranked("Nobody came.", ()) == ()
