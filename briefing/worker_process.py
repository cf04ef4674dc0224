"""What the worker's child process does: it answers requests until its parent is gone.

Requests and replies are pickles with their length before them, over the standard streams; both
ends of the pipes are this very program. A request is a job's name and what to do it with; a
reply says whether it was done, and the result or the reason.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import struct
import sys
import threading
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any

from briefing.model.errors import BriefingError

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article
    from briefing.model.collection import Collection
    from briefing.sources import RawSource

_LENGTH = struct.Struct(">Q")


def send(stream: IO[bytes], value: object) -> None:
    """Sends a value as it travels: its length, and its pickle.

    Nothing of it is kept: the pickle of a long article is as long as the article.
    """
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def received(stream: IO[bytes]) -> bytes | None:
    """The next message, or ``None`` at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def serve() -> None:
    """What the child does: answers requests until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the screen alone
    if hasattr(os, "nice"):
        os.nice(int(sys.argv[2]))
    # Whatever a library prints must not get between the replies.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = _Requests()
    _warm()
    while (data := requests.next()) is not None:
        send(replies, _answered(data))


class _Requests:
    """Standard input, listened to even while a reading is under way.

    The parent may be killed in the middle of a long reading; the end of the pipe is then the
    only sign of it, and the child must not read on for nobody.
    """

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def next(self) -> bytes | None:
        return self._queue.get()

    def _listen(self) -> None:
        with os.fdopen(0, "rb", closefd=False) as stream:
            while (data := received(stream)) is not None:
                self._queue.put(data)
        os._exit(0)


def _warm() -> None:
    """Imports the engine while nobody waits yet; what fails here is told at the first request."""
    with contextlib.suppress(Exception):
        import briefing.reading.brief  # noqa: F401


def _brief(asked: tuple[Article, str]) -> Briefing:
    from briefing.reading.brief import brief

    article, engine = asked
    return brief(article, engine)


def _contents(raw: RawSource) -> Collection:
    from briefing.reading.structure import arranged
    from briefing.sources import contents

    return arranged(contents(raw))


def _run(asked: tuple[Callable[..., Any], tuple[object, ...]]) -> Any:
    work, values = asked
    return work(*values)


_JOBS: dict[str, Callable[[Any], Any]] = {"brief": _brief, "contents": _contents, "run": _run}


def _answered(data: bytes) -> tuple[bool, Any]:
    job, payload = pickle.loads(data)  # noqa: S301 - from our own parent
    try:
        return True, _JOBS[job](payload)
    except BriefingError as error:
        return False, error
    except MemoryError:
        return False, "not enough memory"
    except RecursionError:
        return False, "it is nested too deeply"
    except Exception as error:
        from briefing import faults

        log = faults.keep(error, job)
        return (
            False,
            f"{type(error).__name__}; {f'the details are in {log}' if log else 'unlogged'}",
        )
