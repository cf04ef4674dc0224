from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.desk import Listing
from briefing.ui.front import Arrangement, Front, Grouping, Shelf, Wish, age, day_name
from briefing.ui.front_rows import Rows, shape

TODAY = date(2026, 3, 4)


def listing(title: str, added: str = "2026-03-04", source: str = "", read: bool = False) -> Listing:
    return Listing(
        title, title, source, "", f"{added}T08:00:00+00:00", read, False, 400, f"{title}.md"
    )


def told(page: Arrangement) -> list[str]:
    return [entry.item.title if entry.item else f"# {entry.heading}" for entry in page.entries]


def arrange(library: tuple[Listing, ...], **wish: object) -> Arrangement:
    return Shelf(library).arranged(Wish(**wish), TODAY)  # type: ignore[arg-type]


LIBRARY = (
    listing("Harbour reopens", source="The Coast Gazette"),
    listing("Old news", "2026-03-04", read=True),
    listing("Storm closes", "2026-03-03", source="Ellery Post"),
    listing("Council meets", "2026-02-21"),
)


def test_what_is_unread_comes_first_by_day() -> None:
    assert told(arrange(LIBRARY)) == [
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
    assert told(arrange(LIBRARY[:1] + LIBRARY[2:], grouping=Grouping.SOURCE)) == [
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
    assert len(arrange(LIBRARY, words=words).places) == found


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
        ("2026-03-04", "today"),
        ("2026-03-01", "3 d"),
        ("2026-02-01", "4 wk"),
        ("2025-03-04", "12 mo"),
        ("2021-03-04", "5 yr"),
        ("2026-03-09", "today"),
        ("never", ""),
    ],
)
def test_ages_are_a_word(added: str, expected: str) -> None:
    assert age(listing("A", added), TODAY) == expected


def test_an_article_is_as_old_as_its_publication() -> None:
    assert age(replace(listing("A"), published="2026-03-02"), TODAY) == "2 d"


def test_what_was_read_is_hidden() -> None:
    assert told(arrange(LIBRARY[:2], hide_read=True)) == ["# Today", "Harbour reopens"]


def test_an_article_that_was_just_read_keeps_its_place() -> None:
    front = Front()
    front.shelf = Shelf(LIBRARY)
    front.followed("Harbour reopens", listed=True)
    assert front.cursor == "Harbour reopens"
    wish = Wish(hide_read=True)
    before = ["# Today", "Harbour reopens", "# Yesterday", "Storm closes"]
    assert told(front.shelf.arranged(wish, TODAY))[:4] == before
    fresh = [replace(item, read=item.title != "Council meets") for item in LIBRARY]
    front.shelf = front.shelf.renewed(fresh)
    assert told(front.shelf.arranged(wish, TODAY))[:4] == before
    assert front.shelf.unread == 1
    front.shelf.kept.clear()
    assert told(front.shelf.arranged(wish, TODAY)) == ["# Saturday 21 February", "Council meets"]


def test_a_wish_outlasts_the_day() -> None:
    for wish in (Wish(), Wish("words", Grouping.SOURCE), Wish("", Grouping.DAY, hide_read=True)):
        assert Wish.of(wish.lasting) == replace(wish, words="")
    assert Wish.of(None) == Wish.of("by moon") == Wish()


def test_a_group_is_what_stands_under_one_heading() -> None:
    page = arrange(LIBRARY)
    assert list(page.group(0)) == list(page.group(1)) == [1]
    assert list(page.group(5)) == [5]
    assert list(Arrangement().group(0)) == []


def test_rows_are_found_without_going_through_all() -> None:
    rows = Rows(arrange(LIBRARY).entries, shape(21))
    assert rows.height == 4 * 2 + 4 * 4
    assert rows.at(0) == (0, 0)
    assert rows.at(2) == (1, 0)
    assert rows.at(5) == (1, 3)
    assert rows.at(6) == (2, 0)
    assert (rows.top(1), rows.bottom(1)) == (2, 6)


@pytest.mark.parametrize(("height", "rows"), [(37, 5), (21, 4), (9, 2)])
def test_small_screens_get_words_rather_than_air(height: int, rows: int) -> None:
    assert shape(height).item == rows
