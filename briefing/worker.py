"""Reading in a process of its own, so that a key never waits for an article.

A reading keeps the interpreter busy, and in a thread it would hold up every key that is pressed
meanwhile. So one child process, at low priority, does the readings. Requests and replies are
pickles with their length before them, over the child's standard streams; the child is started
on first use, ends with its parent, and is started again should it have died.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from briefing.model.errors import BriefingError

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article

NICE = 10
"""How far the child steps back behind the screen, and behind everything else on the machine."""
_LENGTH = struct.Struct(">Q")
# The package's folder goes last on the child's path: the child finds this very package, even
# where it is not installed, and never a file of the folder that briefing was started in.
CHILD = "import sys; sys.path.append(sys.argv[1]); from briefing.worker import serve; serve()"
"""The program that the child runs, with the package's folder as its argument."""


class CancelledError(BriefingError):
    """A reading that was stopped because nobody waits for it any more."""


class Worker:
    """One child process that reads articles; may be called from any thread.

    Readings are done one after the other. A caller waits without holding the interpreter.

    Args:
        program: what the child runs; another one stands in for the engine in tests.
    """

    def __init__(self, program: str = CHILD) -> None:
        self._program = program
        self._turn = threading.Lock()  # one request on the pipes at a time
        self._state = threading.Lock()  # guards the fields below; held for moments only
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._cancelled = False

    def start(self) -> None:
        """Starts the child now, so that the first reading finds it ready."""
        with self._state:
            self._running()

    def brief(self, article: Article) -> Briefing:
        """Reads an article in the child process.

        Raises:
            CancelledError: when :meth:`cancel` or :meth:`close` was called meanwhile.
            BriefingError: when the reading failed, or the child died of it twice.
        """
        result: Briefing = self._ask("brief", article, article.title or article.origin.location)
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

    def _ask(self, job: str, payload: object, subject: str) -> Any:
        message = _packed((job, payload))
        with self._turn:
            with self._state:
                self._cancelled = False
            for _ in range(2):  # a child may have been ended from outside: try once more
                with self._state:
                    if self._closed or self._cancelled:
                        break
                    child = self._running()
                reply = _exchange(child, message)
                if reply is not None:
                    done, result = reply
                    if done:
                        return result
                    raise BriefingError(subject, f"the reading failed ({result})")
            with self._state:
                if self._closed or self._cancelled:
                    raise CancelledError(subject, "the reading was stopped")
                status = self._child.poll() if self._child else None
        raise BriefingError(
            subject,
            f"the process that reads it ended twice ({_ending(status)})",
            "The article can be read without its briefing.",
        )

    def _running(self) -> subprocess.Popen[bytes]:
        """The child, started if there is none alive. Called with the state's lock held."""
        if self._child is None or self._child.poll() is not None:
            self._release()
            root = str(Path(__file__).resolve().parent.parent)
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-P", "-c", self._program, root],
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


def _packed(value: object) -> bytes:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def _exchange(child: subprocess.Popen[bytes], message: bytes) -> tuple[bool, Any] | None:
    """Sends a request and waits for its reply; ``None`` when the child died."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(message)
        child.stdin.flush()
        data = _received(child.stdout)
    except (OSError, ValueError):  # ValueError: the stream was closed under us
        data = None
    if data is None:
        child.wait()
        return None
    reply: tuple[bool, Any] = pickle.loads(data)  # noqa: S301 - from our own child
    return reply


def _received(stream: IO[bytes]) -> bytes | None:
    """The next message, or ``None`` at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def _ending(status: int | None) -> str:
    if status is None or status >= 0:
        return f"exit code {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"


def serve() -> None:
    """What the child does: answers requests until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the screen alone
    if hasattr(os, "nice"):
        os.nice(NICE)
    # Whatever a library prints must not get between the replies.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = _Requests()
    _warm()
    while (data := requests.next()) is not None:
        replies.write(_packed(_answered(data)))
        replies.flush()


class _Requests:
    """Standard input, listened to even while a reading is under way.

    The parent may be killed in the middle of a long reading; the end of the pipe is then the
    only sign of it, and the child must not read on for nobody.
    """

    def __init__(self) -> None:
        import queue

        self._queue: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> bytes | None:
        return self._queue.get()

    def _listen(self) -> None:
        with os.fdopen(0, "rb", closefd=False) as stream:
            while (data := _received(stream)) is not None:
                self._queue.put(data)
        os._exit(0)


def _warm() -> None:
    """Imports the engine while nobody waits yet; what fails here is told at the first request."""
    with contextlib.suppress(Exception):
        import briefing.reading.brief  # noqa: F401


def _answered(data: bytes) -> tuple[bool, Any]:
    try:
        job, payload = pickle.loads(data)  # noqa: S301 - from our own parent
        if job != "brief":
            raise ValueError(f"no such job: {job}")
        from briefing.reading.brief import brief

        return True, brief(payload)
    except MemoryError:
        return False, "not enough memory"
    except RecursionError:
        return False, "it is nested too deeply"
    except Exception as error:
        return False, f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    serve()
