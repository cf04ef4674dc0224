"""Searching the library on the screen: keys pressed and state seen."""

from __future__ import annotations

from textual.geometry import Region
from textual.pilot import Pilot

from briefing.ui.found import Target
from briefing.ui.screens.front_page import FrontPage
from briefing.ui.screens.search import SearchPage
from tests.ui.conftest import MEDIUM, NARROW, Start
from tests.ui.test_front_page import shown
from tests.ui.test_reader import here, press, press_open, reader, said


async def searching(pilot: Pilot[int], *words: str) -> SearchPage:
    await press_open(pilot, "\\", *words)
    page = pilot.app.screen
    assert isinstance(page, SearchPage)
    await settled(pilot)
    return page


async def settled(pilot: Pilot[int]) -> None:
    """Wait for the search, but not for the screen that waits for an answer."""
    if running := [worker for worker in pilot.app.workers if worker.group == "search"]:
        await pilot.app.workers.wait_for_complete(running)
    await pilot.pause()


def titles(page: SearchPage) -> list[str]:
    return [found.title for found in page.found]


async def test_it_finds_as_the_reader_types(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await searching(pilot)
        assert "-without" in " ".join(row.text for row in page.list.rows)
        await press_open(pilot, *"har")
        await settled(pilot)
        assert "Harbour reopens after storm" in titles(page)
        await press_open(pilot, *"bour nine")
        await settled(pilot)
        assert titles(page) == ["Harbour reopens after storm"]
        assert page.top_line.source == "1 article"
        await press_open(pilot, *"zz")
        await settled(pilot)
        assert titles(page) == []
        assert page.list.rows[0].text == "Nothing in the library has “harbour ninezz”."


async def test_every_hit_is_where_its_row_says(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await searching(pilot, *"port")
        for row in page.list.rows:
            if isinstance(row.value, Target) and row.marks:
                text = page.desk.peek(row.value.digest).article.text
                words = {row.text[start:end].lower() for start, end, _ in row.marks}
                assert row.span is not None
                assert row.span.of(text).lower() in words


async def test_enter_opens_at_the_hit_and_n_goes_on(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        before = reader(pilot).here
        page = await searching(pilot, *"storm source:gazette")
        await press_open(pilot, "down", "down")
        row = page.list.current
        assert row is not None
        assert isinstance(row.value, Target)
        await press_open(pilot, "enter")
        await press(pilot)
        screen = reader(pilot)
        assert pilot.app.screen is screen
        assert screen.article.digest == row.value.digest
        assert row.span is not None
        assert screen.view.view.place == row.span.start
        assert [hit.of(screen.article.text).lower() for hit in screen.hits] == ["storm"] * len(
            screen.hits
        )
        await press(pilot, "n")
        assert " of " in said(pilot)
        await press(pilot, "backspace")
        assert screen.here == before


async def test_the_search_is_there_again_as_it_was_left(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await searching(pilot, *"port")
        await press_open(pilot, "down", "down")
        cursor = page.list.cursor
        await press_open(pilot, "enter")
        await press(pilot)
        page = await searching(pilot)
        assert page.line.value == "port"
        assert page.list.cursor == cursor


async def test_escape_returns_and_leaves_all_as_it_was(start: Start) -> None:
    async with start("harbour.md", size=MEDIUM) as pilot:
        before = reader(pilot).here
        await searching(pilot, *"storm")
        await press_open(pilot, "escape")
        await press(pilot)
        assert pilot.app.screen is reader(pilot)
        assert reader(pilot).here == before


async def test_letters_move_once_the_list_has_the_keys(start: Start) -> None:
    async with start("harbour.md", "closed.md", size=NARROW) as pilot:
        page = await searching(pilot, *"port")
        first = page.list.cursor
        await press_open(pilot, "tab", "j")
        assert page.list.cursor > first
        assert page.line.value == "port"
        assert page.best
        await press_open(pilot, "S")
        await settled(pilot)
        assert page.top_line.section == "newest first"
        await press_open(pilot, "/", "x")
        await settled(pilot)
        assert page.line.value == "portx"


async def test_keys_typed_at_once_are_the_lines(start: Start) -> None:
    async with start("harbour.md") as pilot:
        page = await searching(pilot, *"jqL storm")
        assert page.line.value == "jqL storm"


async def test_a_hit_in_the_article_on_the_screen_is_jumped_to(start: Start) -> None:
    async with start("harbour.md") as pilot:
        await searching(pilot, *"Okafor")
        await press_open(pilot, "down", "enter")
        await press(pilot)
        assert here(pilot).startswith("Okafor")
        await press(pilot, "backspace")
        assert reader(pilot).view.view.place == 0


async def test_a_failure_is_told(start: Start) -> None:
    async with start("harbour.md") as pilot:
        desk = reader(pilot).desk
        page = await searching(pilot)
        desk._database.write(lambda db: db.execute("DROP TABLE full_text"))
        await press_open(pilot, *"storm")
        await settled(pilot)
        assert "cannot be used" in page.bottom_line.message


async def test_what_was_found_is_on_the_screen(start: Start) -> None:
    for size in (MEDIUM, NARROW):
        async with start("harbour.md", "closed.md", size=size) as pilot:
            page = await searching(pilot, *"port")
            strips = page.list.render_lines(Region(0, 0, *page.list.size))
            assert "Found" in strips[0].text
            assert "Port Ellery" in "".join(strip.text for strip in strips)
            assert page.list.size.width == size[0]  # it is nothing but lines: no padding


async def test_it_is_begun_from_the_front_page_and_leads_back_to_it(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        front = await shown(pilot)
        page = await searching(pilot, *"storm")
        assert {"Storm closes Port Ellery", "Harbour reopens after storm"} == set(titles(page))
        await press_open(pilot, "escape")
        assert pilot.app.screen_stack[-1] is front
        page = await searching(pilot)
        assert page.line.value == "storm"
        await press_open(pilot, "down", "enter")
        await press(pilot)
        screen = reader(pilot)
        assert pilot.app.screen is screen
        assert [hit.of(screen.article.text).lower() for hit in screen.hits] == ["storm"] * len(
            screen.hits
        )
        assert screen.view.view.place in [hit.start for hit in screen.hits]
        await press_open(pilot, "escape")  # the hits are put away
        await press_open(pilot, "escape")
        await pilot.pause(0.2)
        assert isinstance(pilot.app.screen, FrontPage)
