from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.desk import Listing
from briefing.ui.arrangement import Arrangement
from briefing.ui.front import Front, Grouping, Shelf, Wish
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
    fresh = [item._replace(read=item.title != "Council meets") for item in LIBRARY]
    front.shelf = front.shelf.renewed(fresh, {})
    assert told(front.shelf.arranged(wish, TODAY))[:4] == before
    assert front.shelf.unread == 1
    front.shelf.kept.clear()
    assert told(front.shelf.arranged(wish, TODAY)) == ["# Saturday 21 February", "Council meets"]


STORY = (
    listing("Ferry aground", source="Ellery Post"),
    listing("Bank cuts jobs", source="The Coast Gazette"),
    listing("Fourteen hurt", source="The Coast Gazette"),
    listing("Fog and ferry", "2026-02-21", source="Wire", read=True),
    listing("Old news", read=True),
)
EVENTS = {
    "Ferry aground": 1,
    "Fourteen hurt": 1,
    "Fog and ferry": 1,
    "Old news": 4,
    "Bank cuts jobs": 5,
}


def by_story(*unfolded: str) -> Arrangement:
    shelf = Shelf(STORY)
    shelf.events = EVENTS
    return shelf.arranged(Wish(grouping=Grouping.STORY), TODAY, frozenset(unfolded))


def test_articles_on_one_event_are_one_story_led_by_the_newest_unread() -> None:
    page = by_story()
    lead = ["# Stories", "Ferry aground"]
    assert told(page) == [*lead, "# Other articles", "Bank cuts jobs", "# Read", "Old news"]
    assert list(page.places) == [
        "Ferry aground", "Fourteen hurt", "Fog and ferry", "Bank cuts jobs", "Old news"
    ]  # fmt: skip
    assert page.places["Fog and ferry"] == page.places["Ferry aground"] == 1
    assert [item.title for item in page.story(1)] == [*EVENTS][:3]
    assert page.story(3) == page.story(0) == ()


def test_while_events_are_found_out_no_article_is_said_to_be_of_none() -> None:
    shelf = Shelf(STORY)
    wish = Wish(grouping=Grouping.STORY)
    assert told(shelf.arranged(wish, TODAY))[0] == "# Looking for stories …"
    shelf.events = {title: number for number, title in enumerate(EVENTS)}
    assert told(shelf.arranged(wish, TODAY))[0] == "# Articles"


def test_an_unfolded_story_shows_all_its_articles() -> None:
    page = by_story("Fourteen hurt")
    assert told(page)[:4] == ["# Stories", "Ferry aground", "Fourteen hurt", "Fog and ferry"]
    assert [page.places[title] for title in [*EVENTS][:3]] == [1, 2, 3]
    assert page.story(3) == page.story(1)
    rows = Rows(page.entries, shape(21))
    assert [rows.bottom(n) - rows.top(n) for n in range(4)] == [2, 4, 1, 2]


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


def test_what_is_unread_is_counted_as_it_changes() -> None:
    shelf = Shelf(LIBRARY)
    page = shelf.arranged(Wish(), TODAY)
    assert [page.unread[page.heading(n)] for n in (0, 3, 4, 7)] == [1, 1, 1, 0]
    assert [list(page.group(n)) for n in (0, 1, 6, 7)] == [[1], [1], [7], [7]]
    assert shelf.unread == 3
    assert shelf.change("Storm closes", read=True) == -1
    assert shelf.change("Storm closes", read=True) == 0
    assert shelf.change("Old news", read=False) == 1
    assert shelf.change("Nobody knows", read=True) == 0
    assert shelf.unread == 3
    assert shelf.changes == 3


def test_the_place_of_an_article_that_went_is_that_of_the_next_one() -> None:
    page = arrange(LIBRARY)
    assert page.nearest(3, arrange(LIBRARY, words="council")) == 1
    assert page.nearest(5, arrange(LIBRARY, words="gazette")) == 1
    assert page.nearest(0, Arrangement()) == -1
    assert Arrangement().nearest(0, page) == -1
