"""Work that can wait, done a little at a time between keys."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual.widget import Widget

SLICE = 0.001
"""Seconds of one slice: a key that comes meanwhile does not notice."""


class Slices:
    """Does some work in slices, each begun a while after the last.

    The event loop's own clock wakes it: one of Textual's timers is a task that is made, named and
    gathered in again, which costs more than what is done in a slice.

    Args:
        widget: whose work it is; when it is gone, nothing is done any more.
        step: does a part of the work, a small one; tells whether there is more.
        rest: seconds from one slice to the next.
    """

    def __init__(self, widget: Widget, step: Callable[[], bool], rest: float) -> None:
        self._widget = widget
        self._step = step
        self._rest = rest
        self._next: asyncio.TimerHandle | None = None

    @property
    def pending(self) -> bool:
        """Whether there is something to do yet."""
        return self._next is not None

    def begin(self, wait: float) -> None:
        """Have the work begin, or go on, in so many seconds, and not before."""
        self.cancel()
        self._next = asyncio.get_running_loop().call_later(wait, self._go_on)

    def cancel(self) -> None:
        """Do no more of it."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def _go_on(self) -> None:
        self._next = None
        if not self._widget.is_attached:
            return
        until = time.monotonic() + SLICE
        try:
            while more := self._step():
                if time.monotonic() >= until:
                    break
        except Exception as error:  # as Textual does with what one of its timers called
            self._widget.app._handle_exception(error)
            return
        if more:
            self.begin(self._rest)
