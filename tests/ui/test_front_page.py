"""The library on the screen: keys pressed and state seen."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.strip import Strip

from briefing.desk import Desk
from briefing.settings import Settings
from briefing.ui.app import BriefingApp
from briefing.ui.screens.all_notes import AllNotes
from briefing.ui.screens.front_page import FrontPage
from briefing.ui.widgets.front_list import FrontList
from tests.ui.conftest import MEDIUM, NARROW, Start, opened, until
from tests.ui.test_reader import press, press_open, reader


async def shown(pilot: Pilot[int]) -> FrontPage:
    await press_open(pilot, "L")
    await pilot.pause(0.2)
    page = pilot.app.screen
    assert isinstance(page, FrontPage)
    return page


async def test_it_lists_what_is_unread_first(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        titles = [entry.item.title if entry.item else "" for entry in page.list.entries]
        assert titles == ["", "Storm closes Port Ellery", "", "Harbour reopens after storm"]
        assert page.list.current is not None
        assert page.list.teasers[page.list.current.digest].startswith("A storm closed")
        assert page.beside.rows


async def test_enter_opens_and_backspace_returns(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await shown(pilot)
        await press_open(pilot, "enter")
        await press(pilot)
        assert reader(pilot).article.title == "Storm closes Port Ellery"
        await press(pilot, "backspace")
        assert reader(pilot).article.title == "Harbour reopens after storm"


async def test_articles_are_narrowed_starred_and_marked(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        await press_open(pilot, "/", *"harbour", "enter")
        assert page.list.current is not None
        assert page.list.current.title == "Harbour reopens after storm"
        await press_open(pilot, "*", "M")
        await pilot.pause(0.1)
        kept = {item.title: item for item in page.desk.articles()}
        assert kept["Harbour reopens after storm"].starred
        assert not kept["Harbour reopens after storm"].read
        await press_open(pilot, "escape")
        assert len([entry for entry in page.list.entries if entry.item]) == 2
        await press_open(pilot, "escape")
        await press(pilot)
        assert pilot.app.screen is reader(pilot)


async def test_words_that_are_nowhere_are_said(start: Start) -> None:
    async with start(size=MEDIUM) as pilot:
        page = await shown(pilot)
        await press_open(pilot, "/", *"zebra")
        assert not page.list.entries
        assert page.list.empty == "Nothing here has “zebra”. Esc shows everything again."
        assert not page.beside.display


async def test_escape_and_q_lead_back_to_the_list_where_it_was_left(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await shown(pilot)
        await press_open(pilot, "enter")
        await press(pilot)
        assert reader(pilot).article.title == "Storm closes Port Ellery"
        for key in ("escape", "q"):
            await press_open(pilot, key)
            await pilot.pause(0.2)
            page = pilot.app.screen
            assert isinstance(page, FrontPage)
            assert page.list.current is not None
            assert page.list.current.title == "Storm closes Port Ellery"
            assert page.list.current.read
            titles = [entry.item.title for entry in page.list.entries if entry.item]
            assert titles == ["Storm closes Port Ellery", "Harbour reopens after storm"]
            await press_open(pilot, "enter")
            await press(pilot)
            assert pilot.app.screen is reader(pilot)


async def test_j_goes_on_along_the_list_and_the_cursor_with_it(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await shown(pilot)
        await press_open(pilot, "enter")
        await press(pilot, "J")
        assert reader(pilot).article.title == "Harbour reopens after storm"
        await press_open(pilot, "escape")
        await pilot.pause(0.2)
        page = pilot.app.screen
        assert isinstance(page, FrontPage)
        assert page.list.current is not None
        assert page.list.current.title == "Harbour reopens after storm"
        await press_open(pilot, "escape")
        assert page.bottom_line.message.startswith("L goes to the article")
        await press_open(pilot, "q")
    assert pilot.app.return_code == 0


async def test_a_group_is_marked_and_unmarked_at_once(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        await press_open(pilot, "M", "M", "C")
        await pilot.pause(0.1)
        assert all(item.read for item in page.desk.articles())
        assert page.bottom_line.message == "Marked as read: 1. U takes it back."
        assert [entry.heading for entry in page.list.entries] == ["Today", "", "Read", ""]
        await press_open(pilot, "H")
        assert not page.list.entries
        assert "H shows it" in page.list.empty
        await press_open(pilot, "U")
        await pilot.pause(0.1)
        assert sum(not item.read for item in page.desk.articles()) == 1
        await press_open(pilot, "H")
        assert len(page.list.entries) == 4


async def test_the_library_is_shown_first_when_something_is_unread(desk: Desk) -> None:
    first = opened(desk, "harbour.md")
    desk.mark_read(first.article.digest, True)
    assert not desk.waiting()
    opened(desk, "closed.md")
    desk.reopen(first.article.digest)
    assert desk.waiting()
    app = BriefingApp(Settings.load(), desk, first, front=True)
    async with app.run_test() as pilot:
        await pilot.pause(0.2)
        assert isinstance(app.screen, FrontPage)
        await pilot.press("L")
        assert len(app.screen_stack) == 1


async def test_stories_are_unfolded(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        page.front.shelf.events = dict.fromkeys(page.front.shelf.listings, 1)
        await press_open(pilot, "S", "S")
        assert [bool(entry.also) for entry in page.list.entries] == [False, True]
        await press_open(pilot, "right")
        assert [entry.under for entry in page.list.entries] == [False, False, True]
        await press_open(pilot, "j", "left")
        assert len(page.list.entries) == 2
        assert page.list.cursor == 1


async def test_a_key_draws_the_article_it_leaves_and_the_one_it_comes_to(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        await press_open(pilot, "j", "k")  # both have been drawn with the cursor and without
        drawn: list[int] = []
        render = FrontList.render_line

        def counted(self: FrontList, y: int) -> Strip:
            drawn.append(y)
            return render(self, y)

        monkeypatch.setattr(FrontList, "render_line", counted)
        await press_open(pilot, "j")
        assert not drawn
        await press_open(pilot, "*")
        assert 0 < len(drawn) <= page.list._shape.item


async def test_rows_are_kept_as_they_would_be_drawn(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        page.front.shelf.events = dict.fromkeys(page.front.shelf.listings, 1)

        def rows() -> list[str]:
            return [str(list(strip)) for strip in page.list.render_lines(page.list.size.region)]

        for key in ("j", "M", "*", "U", "S", "S", "right", "j", "M", "left", "t", "H", "/", "z"):
            await press_open(pilot, key)
            await pilot.pause()
            kept = rows()
            page.list.forget()
            page.list.refresh()
            assert rows() == kept, key


async def test_who_else_tells_a_story_stands_right_below_its_words(start: Start) -> None:
    async with start("harbour.md", "closed.md", size=(120, 40)) as pilot:
        page = await shown(pilot)
        page.front.shelf.events = dict.fromkeys(page.front.shelf.listings, 1)
        await press_open(pilot, "S", "S")
        assert page.list.current is not None
        page.list.teasers = {page.list.current.digest: "Short."}
        drawn = [page.list.render_line(row).text.strip() for row in range(7)]
        assert drawn[3].endswith("Short.")
        assert drawn[4].startswith("▸ also:")
        assert drawn[5] == ""


async def test_stories_found_while_the_page_is_by_day_are_there_when_it_is_by_story(
    start: Start,
) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        page = await shown(pilot)
        digests = tuple(page.front.shelf.listings)
        page.front.shelf.events = {}  # as when many articles have just come
        page.desk.events = lambda: dict.fromkeys(digests, 1)  # type: ignore[method-assign]
        page.post_message(page.Briefed(""))
        await until(pilot, lambda: bool(page.front.shelf.events))
        await press_open(pilot, "S", "S")
        assert [bool(entry.also) for entry in page.list.entries] == [False, True]


async def test_what_the_article_says_is_shown_where_there_is_no_room_beside(start: Start) -> None:
    async with start("harbour.md", "closed.md", size=NARROW) as pilot:
        page = await shown(pilot)
        assert not page.beside.display
        await press_open(pilot, "3")
        await pilot.pause(0.2)
        assert page.beside.display
        assert page.beside.rows
        assert not page.list.display
        assert page.beside.size.width > NARROW[0] - 3
        await press_open(pilot, "escape")
        assert page.list.display
        assert page.focused is page.list
        await press_open(pilot, "\\", *"port", "escape")
        assert page.focused is page.list


async def test_all_notes_are_shown_from_it_and_lead_back(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        screen = reader(pilot)
        screen.desk.mark(screen.article, screen.article.blocks[1].span, "mine")
        await shown(pilot)
        await press_open(pilot, "A")
        await until(pilot, lambda: isinstance(pilot.app.screen, AllNotes))
        await press_open(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, FrontPage))
        await press_open(pilot, "escape")
        await until(pilot, lambda: pilot.app.screen is screen)
        assert pilot.app.screen is screen


async def test_a_key_that_comes_while_everything_closes_is_for_nobody(start: Start) -> None:
    async with start() as pilot:
        app = pilot.app
        screens, app._screen_stacks[app._current_mode] = app._screen_stack[:], []
        await app.on_event(Key("q", "q"))
        app._screen_stacks[app._current_mode] = screens
        assert app.is_running
