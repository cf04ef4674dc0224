"""Feeds and pages from the screen: the keys, and what is said while servers take their time."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot

from briefing.model.article import Link, LinkKind, Span
from briefing.ui.app import BriefingApp
from briefing.ui.fetching import told
from briefing.ui.screens.front_page import FrontPage
from briefing.ui.screens.panel import Panel
from tests.feeds import feed
from tests.site import Site, page
from tests.ui.conftest import Start
from tests.ui.test_reader import press, press_open, reader


async def fetched(pilot: Pilot[int]) -> None:
    """Waits until the feeds are fetched and told."""
    app = pilot.app
    assert isinstance(app, BriefingApp)
    while app.feeds.running:
        await asyncio.sleep(0.01)
    await pilot.pause(0.1)


def said(pilot: Pilot[int]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, FrontPage) or screen is reader(pilot)
    return str(screen.bottom_line.message)


async def test_the_feeds_are_fetched_from_the_reader(start: Start, site: Site) -> None:
    async with start() as pilot:
        app = pilot.app
        assert isinstance(app, BriefingApp)
        site.answers["/feed"] = feed(site, "oakham", range(1, 2))
        await asyncio.to_thread(app.desk.subscriptions.add, f"{site.address}/feed")
        site.answers["/feed"] = feed(site, "oakham", range(1, 4))
        await press(pilot, "R")
        await fetched(pilot)
        assert said(pilot) == "One feed: 2 new."
        assert len(app.desk.articles()) == 4


async def test_the_front_page_shows_what_came(start: Start, site: Site) -> None:
    async with start() as pilot:
        app = pilot.app
        assert isinstance(app, BriefingApp)
        site.answers["/feed"] = feed(site, "oakham", range(1, 2))
        await asyncio.to_thread(app.desk.subscriptions.add, f"{site.address}/feed")
        site.answers["/feed"] = feed(site, "oakham", range(1, 3))
        await press_open(pilot, "L")
        await pilot.pause(0.2)
        await press_open(pilot, "R")
        await fetched(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, FrontPage)
        assert said(pilot) == "One feed: 1 new."
        titles = [entry.item.title for entry in screen.list.entries if entry.item]
        assert "Bridge 2 of oakham stays open" in titles


async def test_without_feeds_it_is_said_how_to_follow_one(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, "R")
        await fetched(pilot)
        assert "`briefing feed add ADDRESS` follows one" in said(pilot)


async def test_an_address_is_opened(start: Start, site: Site) -> None:
    site.answers["/news"] = page()
    async with start() as pilot:
        await press_open(pilot, "O")
        await press_open(pilot, *f"{site.address}/news", "enter")
        await press(pilot)
        assert reader(pilot).article.origin.location == f"{site.address}/news"


async def test_an_address_that_cannot_be_had_is_told(start: Start, site: Site) -> None:
    async with start() as pilot:
        await press_open(pilot, "O")
        await press_open(pilot, *f"{site.address}/none", "enter")
        await press(pilot)
        assert "404" in said(pilot)
        assert reader(pilot).article.title == "Harbour reopens after storm"


def test_what_came_is_told_in_a_line() -> None:
    assert told(3, 5, 1, []) == "3 feeds: 5 new and 1 changed."
    assert told(1, 0, 0, []) == "One feed: nothing new."
    assert told(2, 0, 0, ["A: is gone."]) == "2 feeds: nothing new. A: is gone."
    assert told(9, 1, 0, ["A: x.", "B: y."]) == "9 feeds: 1 new. A: x. And 1 more failed."


async def test_a_link_is_read_here_and_the_next_time_from_the_library(
    start: Start, site: Site
) -> None:
    site.answers["/new"] = page()
    async with start() as pilot:
        app = pilot.app
        assert isinstance(app, BriefingApp)
        link = Link(Span(0, 7), LinkKind.URL, f"{site.address}/new")
        for asked in (True, False):
            app.reader.follow(link)
            await pilot.pause(0.2)
            assert isinstance(app.screen, Panel) is asked
            if asked:
                assert site.paths() == []
                await pilot.press("enter")
            while reader(pilot).article.title != "Bridge stays open":
                await pilot.pause(0.05)
            assert site.paths() == ["/new"]
            await press(pilot, "backspace")
            assert reader(pilot).article.title == "Harbour reopens after storm"
