"""Related articles in their pane: found, guessed, similar, and arriving."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.desk.ahead import Ahead
from briefing.library.coverage import Coverage
from briefing.model.telling import Telling
from briefing.ui.rows import Row
from tests.ui.conftest import Start
from tests.ui.test_reader import press, reader, said

LINKING = """\
# Trawler towed in

The trawler Gannet was towed into Port Ellery on Monday, the coast guard said. Nobody was hurt.

Its crew of five had drifted for two days after the engine failed in heavy seas.

Related articles: Harbour repoens after storm
"""


def signs(rows: Iterable[Row]) -> dict[str, tuple[str, str]]:
    return {row.text: (row.sign, row.right) for row in rows}


async def test_a_guess_is_shown_as_one_and_opens(start: Start, tmp_path: Path) -> None:
    async with start("harbour.md") as pilot:
        screen = reader(pilot)
        file = tmp_path / "trawler.md"
        file.write_text(LINKING, encoding="utf-8")
        await screen.show_article(screen.desk.read(str(file)))
        await press(pilot)
        shown = signs(screen.panes["related"].rows)
        assert shown["Harbour repoens after storm"][0] == "≈"
        assert shown["Harbour repoens after storm"][1].endswith("%")
        await press(pilot, "4", "enter")
        assert screen.article.title == "Harbour reopens after storm"
        assert said(pilot).startswith("A guess")
        await press(pilot, "backspace")
        assert screen.article.title == "Trawler towed in"


async def test_similar_articles_open_and_backspace_returns(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        screen = reader(pilot)
        pane = screen.panes["related"]
        await press(pilot, "4", "G")
        row = pane.current
        assert row is not None
        if "Storm closes Port Ellery" not in row.text:  # named by the article itself
            row = next(r for r in pane.rows if "Storm closes Port Ellery" in r.text)
            pane.point(row.value)
        await press(pilot, "enter")
        assert screen.article.title == "Storm closes Port Ellery"
        assert any("Harbour reopens" in row.text for row in pane.rows)
        await press(pilot, "backspace")
        assert screen.article.title == "Harbour reopens after storm"


async def test_similar_articles_come_when_many_have_been_looked_at(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ahead, "cover", lambda self: None)
    monkeypatch.setattr(Desk, "telling", lambda self, article: Telling(article.digest))
    async with start("closed.md", "harbour.md") as pilot:
        screen = reader(pilot)
        for _ in range(2):
            assert screen.edition is not None
            assert not screen.edition.similar
            screen.look_again()
            await press(pilot)
        Coverage(screen.desk._database).catch_up()
        screen.look_again()
        await press(pilot)
        assert screen.edition is not None
        assert [other.title for other in screen.edition.similar] == ["Harbour reopens after storm"]


async def test_what_was_wanted_and_comes_is_told(start: Start, tmp_path: Path) -> None:
    async with start("closed.md") as pilot:
        screen = reader(pilot)
        file = tmp_path / "trawler.md"
        file.write_text(LINKING.replace("repoens", "reopens"), encoding="utf-8")
        await screen.show_article(screen.desk.read(str(file)))
        await press(pilot)
        pane = screen.panes["related"]
        assert signs(pane.rows)["Harbour reopens after storm"] == ("○", "wanted")
        screen.desk.read(str(Path("tests/data/ui/harbour.md").resolve()), visit=False)
        screen.look_again()
        await press(pilot)
        assert signs(pane.rows)["Harbour reopens after storm"] == ("→", "")
        assert said(pilot) == "Now in the library: Harbour reopens after storm"
