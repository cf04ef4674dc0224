from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.title_match import TitleFinder, TitleList, distance, title_words

TITLES = (
    "China’s Tech Sector Shifts Amid Economic Turmoil",
    "Meridian Bank to cut 3,000 jobs as profit falls",
    "Ferry runs aground off Harwick, injuring 14",
    "Ferry runs aground off Sule, injuring 40",
    "PS4 Update 5.50: what it does",
    "State-owned airline to be sold",
    "Harwick 2-1 Leeds",
    "Mayor of Harwick resigns over budget",
    "Fear",
)


def finder(*titles: str) -> TitleFinder:
    return TitleFinder(TitleList(titles))


INDEX = finder(*TITLES)


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("China's tech sector shifts amid economic turmoil", 0),
        ("CHINA’S TECH SECTOR SHIFTS AMID ECONOMIC TURMOIL", 0),
        ("Read more: Meridian Bank to cut 3,000 jobs as profit falls", 1),
        ("Meridian Bank to cut 3,000 jobs as profit falls - Reuters", 1),
        ("Meridian Bank to cut 3,000 jobs as profit falls (AP)", 1),
        ("Meridian Bank to cut 3,000 jobs as profti falls", 1),
        ("Meridian Bank to cut 3,000 jobs as falls", 1),
        ("Meridian Bank to cut 3,000 jobs...", 1),
        ("Mayor of Harwcik resigns over budgett", 7),
        ("Mayor o fHarwick resigns over budget", 7),
        ("Mayor of Harwick resigns over budget[2]", 7),
        ("Mayor of Harwick resigns over budget2", 7),
        ("State owned airline to be sold", 5),
        ("PS4 Update 5 50 what it does", 4),
        ("fear", 8),
    ],
)
def test_finds_the_title_meant(query: str, number: int) -> None:
    found = INDEX.find(query)
    assert found is not None
    assert found.number == number
    assert 0.7 < found.score <= 1


@pytest.mark.parametrize(
    "query",
    [
        "Meridian Bank to cut 4,000 jobs as profit falls",
        "Meridian Bank to cut 3,000 jobs as profit rises",
        "Meridian Bank to cut 3,000 posts as profit falls",
        "Ferry runs aground off Harwick, injuring 15",
        "Ferry runs aground off, injuring",
        "PS5 Update 5.50: what it does",
        "PS4 Update 550: what it does",
        "Harwick 2-2 Leeds",
        "Mayor of Leeds resigns over budget",
        "Mayor of Harwick never resigns over budget",
        "Bear",
        "",
        "…",
        "Related articles:",
    ],
)
def test_another_title_is_none(query: str) -> None:
    assert INDEX.find(query) is None


def test_of_equal_titles_the_last_counts() -> None:
    index = finder("Fire in Harwick harbour", "Fire in Harwick Harbour", "Rain in Oakham")
    for title in ("Fire in Harwick harbour", "Fire in Harwcik harbour"):
        found = index.find(title)
        assert found is not None
        assert found.number == 1


def test_a_guess_says_how_sure_it_is() -> None:
    scores = [
        found.score
        for title in (
            TITLES[1],
            TITLES[1].replace("profit", "profti"),
            TITLES[1].replace(" profit", ""),
        )
        if (found := INDEX.find(title))
    ]
    assert scores == [1.0, 0.955, 0.9]


def test_two_that_fit_alike_fit_none() -> None:
    index = finder("Fire in Harwick harbour kills two", "Fire in Harwick market kills two")
    assert index.find("Fire in Harwick kills two") is None


@pytest.mark.parametrize(
    ("one", "other", "most", "found"),
    [("abc", "abc", 2, 0), ("abc", "acb", 2, 1), ("abc", "", 2, 3), ("kitten", "sitting", 3, 3)],
)
def test_distance(one: str, other: str, most: int, found: int) -> None:
    assert distance(one, other, most) == found
    assert distance(other, one, most) == found


@given(st.text(max_size=60))
def test_every_title_finds_itself(title: str) -> None:
    if title_words(title) and title_words(title) != title_words(TITLES[0]):
        found = finder(title, TITLES[0]).find(title)
        assert found is not None
        assert (found.number, found.score) == (0, 1.0)
    assert title_words(title) == title_words(" ".join(title_words(title)))


def test_a_large_library_answers_soon() -> None:
    index = finder(*(f"Council {n} votes on budget number {n}" for n in range(20_000)))
    before = time.process_time()
    found = index.find("Council 77 votes on budgte number 77")
    assert found is not None
    assert found.number == 77
    assert index.find("x " * 10_000) is None
    assert time.process_time() - before < 2
