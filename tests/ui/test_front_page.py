"""The library on the screen: keys pressed and state seen."""

from __future__ import annotations

from textual.pilot import Pilot

from briefing.ui.screens.front_page import FrontPage
from tests.ui.conftest import MEDIUM, Start
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
        assert page.preview.rows


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
        assert not page.preview.display
