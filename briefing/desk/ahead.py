"""Reading ahead: what is likely to be opened next is briefed before it is, and joined to its event.

A thread waits for a worker of its own, so that nothing here ever stands between the reader and
the article they open. The worker's process is started when there is something to do, and ended
when there has been nothing for a while: it holds an engine in memory.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence

from briefing.library.coverage import Coverage, catch_up
from briefing.library.store import Articles
from briefing.model.errors import BriefingError
from briefing.worker import LAST, CancelledError, Worker

FEW = 20
"""Articles that find their events sooner here than a process would start."""
_PATIENCE = 20.0
"""Seconds without anything to do after which the process is ended."""
_TURN = 1.0
"""Seconds of finding events, after which an article is briefed in between."""
_Told = Callable[[str], None]


class Ahead:
    """Articles that are to be briefed, in the order in which they will probably be opened.

    Args:
        library: where articles come from and briefings go.
        coverage: the events of the articles, kept up to date on the way.
    """

    def __init__(self, library: Articles, coverage: Coverage) -> None:
        self._library = library
        self._coverage = coverage
        self._changed = threading.Condition()  # guards everything below
        self._waiting: deque[str] = deque()
        self._uncovered = False
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
        uncovered = self._coverage.missing() > 0
        with self._changed:
            self._waiting = deque(digest for digest in missing if digest not in self._failed)
            self._uncovered = self._uncovered or uncovered
            self._engine, self._told = engine, told
            if self._waiting or self._uncovered:
                self._begin()

    def cover(self) -> None:
        """Finds the events of articles that have none: at once if they are few, else meanwhile."""
        if self._coverage.missing() <= FEW:
            self._coverage.catch_up()
            return
        with self._changed:
            self._uncovered = True
            self._begin()

    def _begin(self) -> None:
        """Has the thread look for something to do; the lock is held."""
        if self._closed:
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
        while self._goes_on():
            try:
                self._cover()
                self._brief()
            except CancelledError:
                return
            except BriefingError:
                continue  # whoever opens the article is told why; the events can wait

    def _goes_on(self) -> bool:
        """Waits for something to do; false when thread and process are to end."""
        with self._changed:
            something = self._changed.wait_for(
                lambda: self._closed or self._waiting or self._uncovered, _PATIENCE
            )
            if something and not self._closed:
                return True
            if self._worker is not None:
                self._worker.close()
            self._thread = self._worker = None
            return False

    def _own_worker(self) -> Worker:
        with self._changed:
            self._worker = self._worker or Worker(nice=LAST)
            if self._closed:
                self._worker.close()
            return self._worker

    def _cover(self) -> None:
        """Finds the events of articles for a while, if there are any without."""
        with self._changed:
            uncovered, told = self._uncovered, self._told
            self._uncovered = False
        if not uncovered:
            return
        path = self._coverage.path
        if self._coverage.missing() <= FEW:
            done = self._coverage.catch_up()
        else:
            worker = self._own_worker()
            done = worker.run(catch_up, path, _TURN, subject=str(path))
        if done:
            told("")
        with self._changed:
            self._uncovered = self._uncovered or not done

    def _brief(self) -> None:
        """Briefs the article that comes next, if there is one."""
        with self._changed:
            if not self._waiting:
                return
            digest = self._waiting.popleft()
            self._failed.add(digest)  # until it is done
            engine, told = self._engine, self._told
        from briefing.library.beside import read

        self._own_worker().run(read, self._coverage.path, digest, engine, subject=digest)
        with self._changed:
            self._failed.discard(digest)
        told(digest)
