from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.widget import Widget

from briefing.ui.slices import Slices


class Bench(App[None]):
    """An application of one widget."""

    failed: Exception | None = None

    def compose(self) -> ComposeResult:
        yield Widget(id="one")

    def _handle_exception(self, error: Exception) -> None:
        self.failed = error


async def done(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds() and time.monotonic() < end:
        await asyncio.sleep(0.005)
    assert holds()


async def test_work_is_done_to_its_end_in_slices_with_keys_between() -> None:
    app = Bench()
    async with app.run_test():
        steps: list[int] = []
        between: list[int] = []

        def step() -> bool:
            steps.append(len(steps))
            time.sleep(0.0004)
            asyncio.get_running_loop().call_soon(lambda: between.append(len(steps)))
            return len(steps) < 20

        work = Slices(app.query_one("#one"), step, 0.001)
        assert not work.pending
        work.begin(0.005)
        work.begin(0.001)  # not twice
        assert work.pending
        await done(lambda: not work.pending)
        assert steps == list(range(20))
        assert len(set(between)) >= 5


async def test_work_that_is_not_wanted_is_not_done() -> None:
    app = Bench()
    async with app.run_test():
        steps: list[str] = []

        def step() -> bool:
            steps.append("")
            return True

        widget = app.query_one("#one")
        cancelled, orphan = Slices(widget, step, 0.001), Slices(widget, step, 0.001)
        cancelled.begin(0.001)
        cancelled.cancel()
        cancelled.cancel()
        await asyncio.sleep(0.02)
        assert not steps
        orphan.begin(0.01)
        await widget.remove()
        await asyncio.sleep(0.05)
        assert not steps
        assert not orphan.pending


async def test_what_goes_wrong_is_told_to_the_application() -> None:
    app = Bench()
    async with app.run_test():

        def step() -> bool:
            raise ValueError("no such row")

        work = Slices(app.query_one("#one"), step, 0.001)
        work.begin(0)
        await done(lambda: app.failed is not None)
        assert not work.pending
