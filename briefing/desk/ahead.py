"""Reading ahead: what is likely to be opened next is briefed before it is.

A thread waits for a worker of its own, so that nothing here ever stands between the reader and
the article they open. The worker's process is started when there is something to do, and ended
when there has been nothing for a while: it holds an engine in memory.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence

from briefing.library.store import Articles
from briefing.model.errors import BriefingError
from briefing.worker import CancelledError, Worker

_PATIENCE = 20.0
"""Seconds without anything to do after which the process is ended."""
_Told = Callable[[str], None]


class Ahead:
    """Articles that are to be briefed, in the order in which they will probably be opened.

    Args:
        library: where articles come from and briefings go.
    """

    def __init__(self, library: Articles) -> None:
        self._library = library
        self._changed = threading.Condition()  # guards everything below
        self._waiting: deque[str] = deque()
        self._engine = "auto"
        self._told: _Told = lambda _: None
        self._failed: set[str] = set()
        self._thread: threading.Thread | None = None
        self._worker: Worker | None = None
        self._closed = False

    def want(self, digests: Sequence[str], engine: str, told: _Told) -> None:
        """Asks for articles in place of those asked for before; see ``Desk.read_ahead``."""
        from briefing.reading.brief import engine_of

        missing = self._library.unbriefed(digests, engine_of(engine))
        with self._changed:
            self._waiting = deque(digest for digest in missing if digest not in self._failed)
            self._engine, self._told = engine, told
            if self._closed or not self._waiting:
                return
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="ahead", daemon=True)
                self._thread.start()
            self._changed.notify()

    def close(self) -> None:
        """Ends what is under way, for good."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify()
            thread, worker = self._thread, self._worker
        if worker is not None:
            worker.close()
        if thread is not None and thread is not threading.current_thread():
            thread.join()  # it may be about to keep a briefing: the library must be open for that

    def _work(self) -> None:
        while (digest := self._next()) is not None:
            try:
                self._brief(digest)
            except CancelledError:
                return
            except BriefingError:
                self._failed.add(digest)  # whoever opens it is told why

    def _next(self) -> str | None:
        """The article to brief now; ``None`` when the process is to end."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._closed or self._waiting, _PATIENCE):
                self._end()
            return self._waiting.popleft() if self._waiting and not self._closed else None

    def _end(self) -> None:
        """Ends thread and process; they are started again when there is something to do."""
        if self._worker is not None:
            self._worker.close()
        self._thread = self._worker = None

    def _brief(self, digest: str) -> None:
        with self._changed:
            if self._closed:
                return
            self._worker = self._worker or Worker(background=True)
            worker, engine, told = self._worker, self._engine, self._told
        article = self._library.article(digest)
        self._library.keep(worker.brief(article, engine))
        told(digest)
