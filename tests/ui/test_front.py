from __future__ import annotations

from datetime import date

import pytest

from briefing.desk import Listing
from briefing.ui.front import Entry, Rows, age, arrange, day_name

TODAY = date(2026, 3, 4)


def listing(title: str, added: str = "2026-03-04", source: str = "", read: bool = False) -> Listing:
    return Listing(
        title, title, source, "", f"{added}T08:00:00+00:00", read, False, 400, f"{title}.md"
    )


def told(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.item.title if entry.item else f"# {entry.heading}" for entry in entries]


LIBRARY = (
    listing("Harbour reopens", source="The Coast Gazette"),
    listing("Old news", "2026-03-04", read=True),
    listing("Storm closes", "2026-03-03", source="Ellery Post"),
    listing("Council meets", "2026-02-21"),
)


def test_what_is_unread_comes_first_by_day() -> None:
    assert told(arrange(LIBRARY, "", False, TODAY)) == [
        "# Today",
        "Harbour reopens",
        "# Yesterday",
        "Storm closes",
        "# Saturday 21 February",
        "Council meets",
        "# Read",
        "Old news",
    ]


def test_by_source_those_without_one_come_last() -> None:
    assert told(arrange(LIBRARY[:1] + LIBRARY[2:], "", True, TODAY)) == [
        "# Ellery Post",
        "Storm closes",
        "# The Coast Gazette",
        "Harbour reopens",
        "# Without a source",
        "Council meets",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [("HARBOUR", 1), ("gazette harbour", 1), ("council.md", 0), ("meets.md", 1), ("zebra", 0)],
)
def test_words_narrow_it(words: str, found: int) -> None:
    assert sum(entry.item is not None for entry in arrange(LIBRARY, words, False, TODAY)) == found


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-04", "Today"),
        ("2026-03-03", "Yesterday"),
        ("2026-03-01", "Sunday 1 March"),
        ("2024-03-01", "Friday 1 March 2024"),
        ("", "Without a day"),
    ],
)
def test_days_are_named(day: str, expected: str) -> None:
    assert day_name(day, TODAY) == expected


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("2026-03-04T01:00:00", "today"),
        ("2026-03-01T01:00:00", "3 d"),
        ("2026-02-01", "4 wk"),
        ("2025-03-04", "12 mo"),
        ("never", ""),
    ],
)
def test_ages_are_a_word(added: str, expected: str) -> None:
    assert age(added, TODAY) == expected


def test_rows_are_found_without_going_through_all() -> None:
    rows = Rows(arrange(LIBRARY, "", False, TODAY), 4, 2)
    assert rows.height == 4 * 2 + 4 * 4
    assert rows.at(0) == (0, 0)
    assert rows.at(2) == (1, 0)
    assert rows.at(5) == (1, 3)
    assert rows.at(6) == (2, 0)
    assert (rows.top(1), rows.bottom(1)) == (2, 6)
