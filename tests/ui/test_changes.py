"""What changed in an article, on the screen."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from briefing.ui.screens.changes import ChangesPage
from tests.ui.conftest import NARROW, Start
from tests.ui.test_reader import here, press, press_open, reader, said

OLD = """\
# Trawler towed in

The trawler Gannet was towed into Port Ellery on Monday, the coast guard said. Nobody was hurt.

Its crew of five had drifted for two days after the engine failed in heavy seas.
"""
NEW = OLD.replace("crew of five", "crew of six").replace(" Nobody was hurt.", "")


async def grown(pilot: Pilot[int], file: Path) -> None:
    screen = reader(pilot)
    for text in (OLD, NEW):
        file.write_text(text, encoding="utf-8")
        await screen.show_article(screen.desk.read(str(file)))
        await press(pilot)


async def test_it_is_said_that_there_is_an_earlier_version(start: Start, tmp_path: Path) -> None:
    async with start("harbour.md") as pilot:
        await grown(pilot, tmp_path / "trawler.md")
        assert said(pilot).startswith("There is an earlier version of this")
        row = reader(pilot).panes["related"].rows[0]
        assert row.text.startswith("Earlier version")
        await press(pilot, "4", "g", "enter")
        assert "crew of five" in reader(pilot).article.text
        assert reader(pilot).panes["related"].rows[0].text.startswith("Newer version")


async def test_changes_are_listed_and_lead_to_their_place(start: Start, tmp_path: Path) -> None:
    async with start("harbour.md") as pilot:
        await grown(pilot, tmp_path / "trawler.md")
        await press_open(pilot, "W")
        await pilot.pause(0.1)
        page = pilot.app.screen
        assert isinstance(page, ChangesPage)
        texts = [row.text for row in page.list.rows]
        assert texts[0] == "4 words went, 1 came."
        assert "[-Nobody was hurt.-]" in texts[1]
        assert "Its crew of [-five-] {+six+} had drifted" in texts[2]
        await press_open(pilot, "j", "enter")
        await press(pilot)
        assert here(pilot).startswith("six had drifted")
        await press(pilot, "backspace")
        assert reader(pilot).view.view.place == 0


async def test_without_an_earlier_version_it_says_so(start: Start) -> None:
    async with start("harbour.md", size=NARROW) as pilot:
        await press(pilot, "W")
        assert said(pilot) == "There is no earlier version of this article in the library."
