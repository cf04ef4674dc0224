"""The proof and the screen that is drawn over it are one picture."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.proof import pull, store
from briefing.proof.glance import glance
from briefing.proof.sheet import NIGHT, columns, sheet
from briefing.ui import proofs
from briefing.ui.app import BriefingApp
from briefing.worker import CancelledError
from tests.ui.conftest import DATA, NARROW, Start

STORY = """# Ferry strike ends after three days

The crews went back to work on Monday, three days after the walkout that had stopped every line
between the islands and the mainland.

## What was agreed

- Two more crews on the night boats, from the first of the month on, and a day's rest after.
- A rise of 4 per cent.

> We are content, said the union, and so will be those who wait on the quays of every island.

The ferries run again from Tuesday on.

"""

SIZES = [(120, 40), (100, 30), (99, 24), (80, 24), (61, 20), (59, 20), (40, 12), (200, 50)]

SEQUENCE = re.compile(r"\x1b\[[\d;]*m")


def app_of(pilot: Pilot[int]) -> BriefingApp:
    assert isinstance(pilot.app, BriefingApp)
    return pilot.app


def rows_of(app: BriefingApp) -> list[str]:
    return [strip.text for strip in app.screen._compositor.render_strips(app.size)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_set_proof_has_the_words_where_the_screen_has_them(
    start: Start, tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "story.md"
    path.write_text(STORY)
    async with start(str(path), size=size) as pilot:
        app = app_of(pilot)
        left, width = columns(size[0])
        assert (app.reader.view.region.x, app.reader.view.region.width) == (left, width)
        blocks = glance(STORY.encode(), path.name, whole=True)
        looks = proofs._looks(app.reader)
        hints = app.reader.bottom_line.hints
        drawn = sheet(blocks, size, NIGHT, title="", measure=int(looks["measure"]), hints=hints)
        proof = [SEQUENCE.sub("", row) for row in drawn]
        assert [len(row) for row in proof] == [size[0]] * size[1]
        shown = rows_of(app)
        pane = slice(left, left + width - 1)  # but for the scroll bar
        assert [row[pane] for row in proof[2:-1]] == [row[pane] for row in shown[2:-1]]
        assert proof[-1] == shown[-1]
        title = "Ferry strike ends"[: size[0] - 30]
        assert proof[0].index(title) == shown[0].index(title)


async def test_the_looks_of_a_first_start_are_those_of_night(start: Start) -> None:
    async with start() as pilot:
        looks = proofs._looks(app_of(pilot).reader)
        assert {name: looks[f"look.{name}"] for name in NIGHT} == NIGHT


async def test_the_page_that_is_left_is_the_page_that_is_shown(start: Start) -> None:
    path = str(DATA / "harbour.md")
    async with start() as pilot:
        app = app_of(pilot)
        before = rows_of(app)
        await pilot.press("j", "v", "2", "enter", "z", "/", "t", "h", "enter")
        await pilot.press("escape", "g", "ctrl+q")
    rows = pull.proof([path], (120, 40))
    assert [SEQUENCE.sub("", row) for row in rows] == before
    assert pull.proof([], (120, 40)) == rows


async def test_a_start_lets_go_of_the_page_for_briefing_alone(start: Start) -> None:
    async with start() as pilot:
        await pilot.press("ctrl+q")
    assert store.read(store.name_of(store.ALONE))
    async with start():
        assert store.read(store.name_of(store.ALONE)) is None


async def test_ctrl_q_remembers_the_place_from_anywhere(start: Start) -> None:
    async with start(size=NARROW) as pilot:
        app = app_of(pilot)
        await pilot.press("G", "?", "ctrl+q")
        place = app.reader.view.view.place
        assert app.desk.reopen(app.reader.article.digest).position == place > 0


async def test_the_way_out_waits_for_no_reading(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        await pilot.press("ctrl+q")
        with pytest.raises(CancelledError):
            app.desk._worker.brief(app.reader.article)
