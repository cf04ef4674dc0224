from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.title_match import TitleIndex, distance, title_words

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
INDEX = TitleIndex((str(number), title) for number, title in enumerate(TITLES))


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
    assert INDEX.find(query) == str(number)


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
    index = TitleIndex([("old", "Fire in Harwick harbour"), ("new", "Fire in Harwick Harbour")])
    assert index.find("Fire in Harwick harbour") == "new"


def test_two_that_fit_alike_fit_none() -> None:
    index = TitleIndex(
        [("a", "Fire in Harwick harbour kills two"), ("b", "Fire in Harwick market kills two")]
    )
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
    index = TitleIndex([("it", title), ("other", TITLES[0])])
    if title_words(title) and title_words(title) != title_words(TITLES[0]):
        assert index.find(title) == "it"
    assert title_words(title) == title_words(" ".join(title_words(title)))


def test_a_large_library_answers_soon() -> None:
    index = TitleIndex((str(n), f"Council {n} votes on budget number {n}") for n in range(20_000))
    before = time.process_time()
    assert index.find("Council 77 votes on budgte number 77") == "77"
    assert index.find("x " * 10_000) is None
    assert time.process_time() - before < 2
