"""The look, guarded by pictures of the screen at the three sizes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.desk import Desk
from briefing.ui.app import BriefingApp
from tests.ui.conftest import MEDIUM, NARROW, WIDE, opened

Compare = Callable[..., bool]


DAY = date(2026, 11, 28)
"""When all pictures were taken: a list tells when its articles came, and how old they are."""


class Day(date):
    @classmethod
    def today(cls) -> Day:
        return cls(DAY.year, DAY.month, DAY.day)


class Moment(datetime):
    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Moment:
        return cls(DAY.year, DAY.month, DAY.day, 8, tzinfo=tz)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.ui.screens.front_page.date", Day)
    for module in ("library.listings", "desk.filing"):
        monkeypatch.setattr(f"briefing.{module}.datetime", Moment)


def application(desk: Desk, theme: str = "night") -> BriefingApp:
    desk.prefer("theme", theme)
    first = opened(desk, "harbour.md")
    second = opened(desk, "closed.md")
    app = BriefingApp(desk.settings, desk, first, [first.article.digest, second.article.digest])
    app.reader.animation = False
    return app


async def settled(pilot: Pilot[Any]) -> None:
    """Waits until nothing comes any more: what is fetched beside comes late on a busy machine."""
    pictures = [""]
    while len(pictures) < 4 or (len(pictures) < 60 and len(set(pictures[-4:])) > 1):
        await pilot.pause(0.15)
        pictures.append(pilot.app.export_screenshot(simplify=True))


@pytest.mark.parametrize(
    ("size", "theme", "keys"),
    [
        pytest.param(WIDE, "night", (), id="wide-night"),
        pytest.param(WIDE, "paper", (), id="wide-paper"),
        pytest.param(WIDE, "night", ("}", "}", ")"), id="wide-entity-and-fact"),
        pytest.param(WIDE, "paper", ("v", "v", "m", "3", "j"), id="wide-mark-and-summary"),
        pytest.param(MEDIUM, "night", (), id="medium"),
        pytest.param(MEDIUM, "paper", ("2",), id="medium-pane"),
        pytest.param(NARROW, "night", (), id="narrow"),
        pytest.param(NARROW, "paper", ("3",), id="narrow-pane"),
        pytest.param(MEDIUM, "night", ("?",), id="help"),
        pytest.param(MEDIUM, "night", ("]", "c"), id="comment"),
        pytest.param(MEDIUM, "night", ("L",), id="library"),
        pytest.param(WIDE, "paper", ("L", "*"), id="library-wide"),
        pytest.param(NARROW, "night", ("L",), id="library-narrow"),
    ],
)
def test_the_look(
    snap_compare: Compare,
    desk: Desk,
    size: tuple[int, int],
    theme: str,
    keys: tuple[str, ...],
) -> None:
    async def press(pilot: Pilot[Any]) -> None:
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        if keys:
            await pilot.press(*keys)
            await settled(pilot)
        for cursor in pilot.app.screen.query("TextArea, Input"):
            cursor.cursor_blink = False  # type: ignore[attr-defined]

    assert snap_compare(application(desk, theme), terminal_size=size, run_before=press)
