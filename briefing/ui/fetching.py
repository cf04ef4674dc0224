"""Waiting for servers in the background, without keeping a reader who leaves.

A thread of the event loop's own is waited for at the end of the program, and a server can take
half a minute. So what waits for servers has threads that end with the program.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from textual.app import App
from textual.message import Message

from briefing.desk import Desk
from briefing.model.errors import BriefingError

P = ParamSpec("P")
T = TypeVar("T")


class FeedsTold(Message):
    """The feeds are being fetched, or were: a line about it."""

    def __init__(self, line: str, *, done: bool) -> None:
        self.line = line
        self.done = done
        super().__init__()


class FeedFetch:
    """Fetches all feeds, once at a time, and tells the application.

    Args:
        app: is told, in messages.
        desk: the use cases.
    """

    def __init__(self, app: App[int], desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self.running = False

    def start(self) -> None:
        """Begins, unless it is under way."""
        if not self.running:
            self.running = True
            threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            line = self._fetched()
        except BriefingError as error:
            line = str(error)
        except Exception as error:  # the library may be closed by now
            line = f"The feeds could not be fetched ({type(error).__name__})."
        self.running = False
        self._app.post_message(FeedsTold(line, done=True))

    def _fetched(self) -> str:
        """Fetches the feeds; what came, in a line."""
        total = len(self._desk.subscriptions.all())
        if not total:
            return "No feed is followed yet: `briefing feed add ADDRESS` follows one."
        new = changed = 0
        failures: list[str] = []
        self._app.post_message(FeedsTold(f"Fetching {_feeds(total)} …", done=False))
        for number, report in enumerate(self._desk.subscriptions.update(), 1):
            new, changed = new + report.new, changed + report.changed
            failures += [report.failure] if report.failure else []
            came = f", {new} new" if new else ""
            line = f"Fetching {_feeds(total)} … {number} of them are done{came}."
            self._app.post_message(FeedsTold(line, done=False))
        return told(total, new, changed, failures)


def told(total: int, new: int, changed: int, failures: list[str]) -> str:
    """What came, in a line; of what failed the first."""
    parts = [f"{new} new" if new else "", f"{changed} changed" if changed else ""]
    came = " and ".join(filter(None, parts)) or "nothing new"
    line = f"{_feeds(total)[0].upper()}{_feeds(total)[1:]}: {came}."
    if failures:
        more = f" And {len(failures) - 1} more failed." if len(failures) > 1 else ""
        line += f" {failures[0]}{more}"
    return line


def _feeds(number: int) -> str:
    return "one feed" if number == 1 else f"{number} feeds"


async def beside(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Calls something that may wait for a server, beside the event loop."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def work() -> None:
        result: T | None = None
        failure: BaseException | None = None
        try:
            result = call(*args, **kwargs)
        except BaseException as error:
            failure = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=work, daemon=True).start()
    return await answer
