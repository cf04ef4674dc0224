"""Reading in a process of its own, so that a key never waits for an article.

A reading keeps the interpreter busy, and in a thread it would hold up every key that is pressed
meanwhile. So one child process, at low priority, does the readings (see ``worker_process``).
It is started on first use, ends with its parent, and is started again should it have died.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.model.errors import BriefingError

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article
    from briefing.model.collection import Collection
    from briefing.sources import RawSource

# The package's folder goes last on the child's path: the child finds this very package, even
# where it is not installed, and never a file of the folder that briefing was started in.
CHILD = (
    "import sys; sys.path.append(sys.argv[1]); from briefing.worker_process import serve; serve()"
)
"""The program that the child runs, with the package's folder as its argument."""

NICE = 10
"""How far a child steps back behind the screen, and behind everything else on the machine."""
LAST = 19
"""The same for a child that works ahead, for nobody in particular."""

PATIENCE = 60.0
"""Seconds that a document may take to be read, and an article to be briefed. The largest books
take ten."""


T = TypeVar("T")


class CancelledError(BriefingError):
    """A reading that was stopped because nobody waits for it any more."""


class Worker:
    """One child process that reads articles; may be called from any thread.

    Readings are done one after the other. A caller waits without holding the interpreter.

    Args:
        program: what the child runs; another one stands in for the engine in tests.
        nice: how far it steps back behind the screen, and behind everything else on the machine.
    """

    def __init__(self, program: str = CHILD, *, nice: int = NICE) -> None:
        self._program = program
        self._nice = nice
        self._turn = threading.Lock()  # one request on the pipes at a time
        self._state = threading.Lock()  # guards the fields below; held for moments only
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._cancelled = False

    def start(self) -> None:
        """Starts the child now, so that the first reading finds it ready."""
        with self._state, contextlib.suppress(OSError):  # the first reading will say so
            if not self._closed:
                self._running()

    def brief(
        self, article: Article, engine: str = "auto", seconds: float | None = None
    ) -> Briefing:
        """Reads an article in the child process.

        Args:
            article: with its structure.
            engine: what finds the names, as the settings call it.
            seconds: how long that may take; then the child is ended. As long as it takes, where
                a reader sees it going on and can stop it.

        Raises:
            CancelledError: when :meth:`cancel` or :meth:`close` was called meanwhile.
            BriefingError: when the reading failed or took too long, or the child died of it twice.
        """
        result: Briefing = self._ask(
            "brief", (article, engine), article.title or article.origin.location, seconds
        )
        return result

    def contents(self, raw: RawSource, seconds: float = PATIENCE) -> Collection:
        """Makes articles of a document in the child process: it can be large and hostile.

        Args:
            raw: the document.
            seconds: how long that may take; then the child is ended.

        Raises:
            CancelledError: when :meth:`cancel` or :meth:`close` was called meanwhile.
            UnreadableError: when there is no article in it.
            BriefingError: when that failed or took too long, or the child died of it twice.
        """
        result: Collection = self._ask("contents", raw, raw.location, seconds)
        return result

    def run(
        self,
        work: Callable[..., T],
        *values: object,
        subject: str,
        seconds: float | None = None,
    ) -> T:
        """Has the child call a function of this package, which travels by its name.

        Args:
            work: a function of a module.
            values: what it is called with.
            subject: what this is about, for the sentence of an error.
            seconds: how long that may take; then the child is ended.

        Raises:
            CancelledError: when :meth:`cancel` or :meth:`close` was called meanwhile.
            BriefingError: when it failed or took too long, or the child died of it twice.
        """
        result: T = self._ask("run", (work, values), subject, seconds)
        return result

    def cancel(self) -> None:
        """Ends the reading that is under way, if any, at once."""
        with self._state:
            self._cancelled = True
            self._end()

    def close(self) -> None:
        """Ends the child for good."""
        with self._state:
            self._closed = True
            self._end()
            self._release()

    def _ask(self, job: str, payload: object, subject: str, seconds: float | None = None) -> Any:
        over = threading.Event()
        with self._turn:
            with self._state:
                self._cancelled = False
            for _ in range(2):  # a child may have been ended from outside: try once more
                with self._state:
                    if self._closed or self._cancelled:
                        break
                    try:
                        child = self._running()
                    except OSError as error:
                        cause = f"cannot be read: no process can be started ({error.strerror})"
                        raise BriefingError(subject, cause, "Close other programs.") from error
                with _ended_after(child, seconds, over):
                    reply = _exchange(child, (job, payload))
                if reply is None and over.is_set():
                    raise BriefingError(
                        subject, f"takes longer to read than {seconds:.0f} seconds, and was left"
                    )
                if reply is not None:
                    done, result = reply
                    if done:
                        return result
                    if isinstance(result, BriefingError):
                        raise result
                    raise BriefingError(subject, f"the reading failed ({result})")
            with self._state:
                if self._closed or self._cancelled:
                    raise CancelledError(subject, "the reading was stopped")
                status = self._child.poll() if self._child else None
        raise BriefingError(
            subject,
            f"the process that reads it ended twice ({_ending(status)})",
            "Other articles are not affected.",
        )

    def _running(self) -> subprocess.Popen[bytes]:
        """The child, started if there is none alive. Called with the state's lock held."""
        if self._child is None or self._child.poll() is not None:
            self._release()
            root = str(Path(__file__).resolve().parent.parent)
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-P", "-c", self._program, root, str(self._nice)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child

    def _end(self) -> None:
        if self._child is not None and self._child.poll() is None:
            self._child.kill()
            self._child.wait()

    def _release(self) -> None:
        if self._child is not None:
            for stream in (self._child.stdin, self._child.stdout):
                if stream is not None:
                    # What was still to be flushed has no reader left.
                    with contextlib.suppress(OSError):
                        stream.close()


@contextlib.contextmanager
def _ended_after(
    child: subprocess.Popen[bytes], seconds: float | None, over: threading.Event
) -> Iterator[None]:
    """Ends the child when its time is up, and notes that it was."""
    if seconds is None:
        yield
        return

    def end() -> None:
        over.set()
        child.kill()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _exchange(child: subprocess.Popen[bytes], request: object) -> tuple[bool, Any] | None:
    """Sends a request and waits for its reply; ``None`` when the child died."""
    from briefing.worker_process import received, send

    assert child.stdin is not None
    assert child.stdout is not None
    try:
        send(child.stdin, request)
        data = received(child.stdout)
    except (OSError, ValueError):  # ValueError: the stream was closed under us
        data = None
    if data is None:
        child.wait()
        return None
    reply: tuple[bool, Any] = pickle.loads(data)  # noqa: S301 - from our own child
    return reply


def _ending(status: int | None) -> str:
    if status is None or status >= 0:
        return f"exit code {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
