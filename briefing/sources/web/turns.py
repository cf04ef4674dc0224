"""Being a polite guest: one request at a time to a host, with a pause after each."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE = 1.0
"""Seconds between two requests to one host."""


class Turns:
    """Gives each host its requests one after the other; for threads that fetch side by side."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._next: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Waits for the turn to ask a host, and has it until the answer is there."""
        with self._guard:
            lock = self._locks[host]
        with lock:
            time.sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
            try:
                yield
            finally:
                self._next[host] = time.monotonic() + PAUSE
