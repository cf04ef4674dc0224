"""The application on samples of our own, with their briefings already kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.desk import Desk, Opened
from briefing.model.annotations import Briefing
from briefing.settings import Settings
from briefing.ui.app import BriefingApp

DATA = Path(__file__).parent.parent / "data" / "ui"
WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (40, 12)

Start = Callable[..., AbstractAsyncContextManager[Pilot[int]]]


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Waits for what must come, as long as a busy machine may take; then the test goes on."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.05)


@cache
def _briefing(path: Path) -> Briefing:
    """The reading of a sample, made once for all tests."""
    from briefing.reading.brief import brief
    from briefing.reading.structure import structured
    from briefing.sources import article, load

    return brief(structured(article(load(str(path)))))


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """One kind of terminal for all: rich keeps a style's codes as they were when first asked."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    """A desk with a library of its own."""
    found = Desk.open(Settings.load())
    yield found
    found.close()


def opened(desk: Desk, name: str) -> Opened:
    """A sample, in the library with its briefing."""
    path = DATA / name
    first = desk.read(str(path))
    desk._library.keep(_briefing(path))
    return desk.reopen(first.article.digest)


@pytest.fixture
def start(desk: Desk) -> Start:
    """Starts the application on samples; the first is shown."""

    @asynccontextmanager
    async def begin(
        *names: str, size: tuple[int, int] = WIDE, **changes: object
    ) -> AsyncIterator[Pilot[int]]:
        samples = [opened(desk, name) for name in names or ("harbour.md",)]
        settings = Settings.load()
        app = BriefingApp(settings, desk, samples[0], [sample.article.digest for sample in samples])
        app.reader.animation = False
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            yield pilot

    return begin
