"""Keys of the reader's own, on every screen that has commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from briefing.desk import Desk
from briefing.settings import Settings
from briefing.ui.app import BriefingApp
from briefing.ui.screens.front_page import FrontPage
from tests.ui.conftest import opened


@contextmanager
def application(home: Path, keys: str) -> Iterator[BriefingApp]:
    """An application with keys set as in a settings file."""
    home.mkdir(exist_ok=True)
    file = home / "settings.toml"
    file.write_text(f"[keys]\n{keys}\n", "utf-8")
    settings = Settings.load(file)
    desk = Desk.open(settings)
    try:
        yield BriefingApp(settings, desk, opened(desk, "harbour.md"))
    finally:
        desk.close()


async def test_a_command_moves_to_the_key_it_was_given(home: Path) -> None:
    with application(home, 'next_section = "x"') as app:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("]")
            assert app.reader.view.view.place == 0
            await pilot.press("x")
            assert app.reader.view.view.place > 0


async def test_a_command_without_a_key_is_on_none(home: Path) -> None:
    with application(home, 'next_section = ""') as app:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("]")
            assert app.reader.view.view.place == 0


async def test_a_key_may_stand_for_what_textual_has_on_it(home: Path) -> None:
    with application(home, 'help = "tab"') as app:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("tab")
            assert type(app.screen).__name__ == "Help"


async def test_the_library_has_the_same_keys(home: Path) -> None:
    with application(home, 'leave = "x"') as app:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("L")
            await pilot.pause()
            assert isinstance(app.screen, FrontPage)
            await pilot.press("q")
            assert isinstance(app.screen, FrontPage)
            await pilot.press("x")
            await pilot.pause()
            assert len(app.screen_stack) == 1


@pytest.mark.parametrize("keys", [(), ("2",), ("L",), ("L", "slash"), ("question_mark",), ("c",)])
async def test_a_key_does_what_textual_would_have_it_do(home: Path, keys: tuple[str, ...]) -> None:
    with application(home, 'next_section = "x"') as app:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            ours = app.screen._modal_binding_chain
            chain: Any = Screen.__dict__["_binding_chain"]
            textual = chain.fget(app.screen)[: len(ours)]
            assert [node for node, _ in ours] == [node for node, _ in textual]
            assert [map_.key_to_bindings for _, map_ in ours] == [
                map_.key_to_bindings for _, map_ in textual
            ]
