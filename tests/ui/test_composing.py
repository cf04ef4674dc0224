"""What is written, frame by frame, adds up to what Textual would draw of the whole screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import get_character_cell_size
from rich.style import Style
from textual._compositor import Compositor
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from briefing.ui.app import BriefingApp
from briefing.ui.composing import FlatCompositor, PiecesUpdate
from briefing.ui.widgets.drawn import Ground
from tests.ui.conftest import MEDIUM, NARROW, WIDE, Start, until

Cells = dict[tuple[int, int], tuple[str, Style | None]]

PLACES = ("down", "down", "down", "pagedown", "G", "g", "]", "[", ")", "(", "}", "w", "v", "down")
PANES = ("1", "down", "down", "2", "down", "enter", "3", "4", "down", "5", "6", "escape")
OTHERS = ("f", "escape", "/", "escape", "?", "pagedown", "escape", "L", "down", "down", "escape")
LOOKS = ("z", "z", "x", "x", "down", "t", "t", "<", ">", "A", "escape", "right", "left", "down")
WALK = (*PLACES, "escape", *PANES, *OTHERS, *LOOKS)
"""Keys of all kinds: places, panes, letters, a selection, other screens and back, themes."""


def cells_of(strip: Strip, x: int, y: int) -> Cells:
    """The cells of a strip that begins in a column of a row."""
    cells: Cells = {}
    for text, style, _ in strip:
        for character in text:
            cells[x, y] = character, style
            x += get_character_cell_size(character)
    return cells


class Terminal:
    """Takes what the application displays, as a terminal would."""

    def __init__(self, app: BriefingApp, patch: pytest.MonkeyPatch) -> None:
        self.cells: Cells = {}
        self.frames = 0
        self.others: list[object] = []
        """What came in another form than pieces."""
        display = app._display

        def displayed(screen: Any, renderable: Any) -> None:
            if isinstance(renderable, PiecesUpdate):
                self.frames += 1
                for x, y, strip in renderable.pieces:
                    self.cells.update(cells_of(strip, x, y))
            elif renderable is not None:
                self.others.append(renderable)
            display(screen, renderable)

        patch.setattr(app, "_display", displayed)


def whole(app: BriefingApp) -> Cells:
    """What Textual's own compositor draws of the screen."""
    screen = app.screen
    cells: Cells = {}
    for y, strip in enumerate(Compositor.render_strips(screen._compositor)):
        cells.update(cells_of(strip, 0, y))
    return cells


def app_of(pilot: Pilot[int]) -> BriefingApp:
    assert isinstance(pilot.app, BriefingApp)
    return pilot.app


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_what_was_written_is_what_is_on_the_screen(
    start: Start, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with start(size=size) as pilot:
        app = app_of(pilot)
        terminal = Terminal(app, monkeypatch)
        app.screen.refresh()
        await pilot.pause()
        for number, key in enumerate(WALK):
            own = isinstance(app.screen._compositor, FlatCompositor)
            await pilot.press(key)
            await pilot.pause()
            if not (own and isinstance(app.screen._compositor, FlatCompositor)):
                app.screen.refresh()  # another screen's frames are Textual's
                await pilot.pause()
                continue
            await until(pilot, lambda: terminal.cells.items() >= whole(app).items())
            assert terminal.cells.items() >= whole(app).items(), (number, key)
        assert terminal.frames > 20


@pytest.mark.parametrize("size", [None, NARROW, MEDIUM, (101, 7), (160, 50)])
async def test_all_is_written_at_another_size_and_when_a_stopped_process_goes_on(
    start: Start, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] | None
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        terminal = Terminal(app, monkeypatch)
        if size is None:
            app.app_resume_signal.publish(app)
        else:
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: terminal.cells == whole(app))
        assert terminal.cells == whole(app)


@pytest.mark.parametrize("size", [(120, 14), MEDIUM])
async def test_a_pane_that_is_moved_in_shows_no_line_of_before(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size=size) as pilot:
        reader = app_of(pilot).reader
        for number, pane in zip("12345", reader.panes.values(), strict=False):
            for key in (number, "down", "down", "G", "up", "g", "0"):
                await pilot.press(key)
                await pilot.pause()
                if not pane.size:
                    continue
                shown = pane.render_lines(Region(0, 0, *pane.size))
                fresh = [pane.render_line(y) for y in range(pane.size.height)]
                assert [list(strip) for strip in shown] == [list(s) for s in fresh], (number, key)


async def test_a_picture_of_the_screen_shows_its_words(start: Start) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        plain, simple = (app.export_screenshot(simplify=simplify) for simplify in (False, True))
        words = [re.sub(r"<[^>]*>|&#160;|\s", "", picture) for picture in (plain, simple)]
        assert "Outline" in words[0]
        assert words[0].partition("Outline")[2] == words[1].partition("Outline")[2]


async def test_what_was_taken_off_its_screen_may_be_asked_to_draw(start: Start) -> None:
    async with start() as pilot:
        reader = app_of(pilot).reader
        pane = reader.panes["related"]
        await reader.columns[1].remove()  # what it stood in
        pane.refresh()
        await pilot.pause()


async def test_what_is_hidden_is_not_asked_for_its_lines(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as pilot:
        asked: list[str] = []
        render_lines: Callable[..., list[Strip]] = Ground.render_lines

        def noted(ground: Ground, crop: Any) -> list[Strip]:
            asked.append(str(ground.id))
            return render_lines(ground, crop)

        monkeypatch.setattr(Ground, "render_lines", noted)
        await pilot.press("pagedown", "pagedown", "pageup")
        await pilot.pause()
        assert asked == []


async def test_a_key_is_drawn_before_the_next_round_of_the_loop(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as pilot:
        app = app_of(pilot)
        terminal = Terminal(app, monkeypatch)
        drawn: list[int] = []
        on_event = type(app).on_event

        async def counted(self: BriefingApp, event: Any) -> None:
            before = terminal.frames
            await on_event(self, event)
            if type(event).__name__ == "Key":
                drawn.append(terminal.frames - before)

        monkeypatch.setattr(type(app), "on_event", counted)
        await pilot.press("pagedown")
        await pilot.press("right_parenthesis")
        await pilot.pause()
        assert drawn == [1, 1]
