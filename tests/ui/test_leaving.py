"""Quitting: from wherever it is asked for, the place in the article is kept."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Start, until
from tests.ui.test_reader import press, press_open


@pytest.mark.parametrize("quitting", ["key", "command"])
@pytest.mark.parametrize("over", ["", "\\", "A", "L"])
async def test_the_place_is_kept_wherever_the_reader_quits(
    start: Start, over: str, quitting: str
) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await press(pilot, "G")
        desk, digest = pilot.app.desk, pilot.app.reader.article.digest  # type: ignore[attr-defined]
        if over:
            await press_open(pilot, over)
            await pilot.pause(0.3)
        kept: list[str] = []
        desk.remember = lambda digest, _: kept.append(digest)
        if quitting == "key":
            await press_open(pilot, "ctrl+q")
        else:  # as the palette asks for it, and a key of the reader's own
            await pilot.app.screen.run_action("quit")
        await until(pilot, lambda: bool(kept))
        await pilot.pause(0.1)
        assert kept == [digest]
