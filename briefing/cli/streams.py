"""The last step before the terminal: what may be printed, and what printing may run into.

Article text is cleaned when it is read. All the same, everything printed passes :func:`clean`
here, file names and error messages too, so that no byte of a document ever acts on a terminal.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import select
import stat
import sys
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from briefing.model.errors import BriefingError
from briefing.proof.pull import taken_away

_ENDS = [chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)]
_UNSAFE = (
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and newline
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2065-\u206f"  # what turns the direction of the text around it
    "\ufdd0-\ufdef\ufff9-\ufffb"  # no characters at all, and interlinear marks
    "\U000e0000-\U000e007f"  # tags, which hide text in text
    "\ud800-\udfff"  # halves of characters: bytes of a file name that are not UTF-8
    f"{''.join(_ENDS)}]"  # the last two of each plane, no characters either
)
_UNSAFE_ASCII = "[\x00-\x08\x0b-\x1f\x7f]"  # the same, many times as fast
_SPELLED = {
    "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "--", "−": "-", "…": "...", "•": "*", "·": "-", "→": "->", "←": "<-",
    "↑": "Up", "↓": "Down", "€": "EUR", "£": "GBP", "\u00a0": " ",
    "✓": "+", "✗": "x",
}  # fmt: skip
_FALLBACK = "briefing.spelled"
_CHUNK = 1 << 16


def clean(text: str) -> str:
    """A text that cannot act on a terminal; every offset in it stays where it was."""
    return re.sub(_UNSAFE_ASCII if text.isascii() else _UNSAFE, "\ufffd", text)


def one_line(text: str) -> str:
    """A text cleaned and put on one line, for messages and table cells."""
    return clean(" ".join(text.split()))


def prepare() -> None:
    """Makes the standard streams fit to print on, whatever the environment made of them.

    A descriptor that is closed gets the null device, so that no file opened later takes its
    number and receives what was meant to be printed. A character that the terminal's encoding
    lacks is spelled with those it has (``->`` for an arrow) rather than refused.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number: this one
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        sys.__stderr__ = sys.stderr  # type: ignore[misc] # the screen draws here
    codecs.register_error(_FALLBACK, _spelled)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_FALLBACK)


def say(lines: Iterable[str]) -> None:
    """Prints lines on standard output.

    Raises:
        SystemExit: quietly, when nobody reads any further (``| head``).
        BriefingError: when what was printed cannot be written, as on a full disk.
    """
    chunk: list[str] = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line)
        if size > _CHUNK:
            _write(chunk)
            chunk, size = [], 0
    _write(chunk)


def end_unheard() -> None:
    """From now on, ends the process as soon as nobody reads what it prints (``| head``).

    Writing would tell, but an article is read for seconds between two lines. For commands that
    print and keep nothing: nothing is tidied up.
    """
    poll = getattr(select, "poll", None)
    if poll is None or not _piped():
        return
    ears = poll()
    ears.register(sys.stdout.fileno(), 0)  # nothing but its end is of interest

    def listen() -> None:
        ears.poll()
        os._exit(0)

    threading.Thread(target=listen, daemon=True).start()


def _piped() -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # closed, or no file at all
        return False


def flush() -> None:
    """Brings out what was printed; raises like :func:`say`."""
    with writing():
        sys.stdout.flush()


@contextmanager
def writing() -> Iterator[None]:
    """Writing on standard output, with what may come of it; raises like :func:`say`."""
    try:
        yield
    except OSError as error:
        # What is buffered would raise once more when the interpreter ends: let it go nowhere.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from error
        raise BriefingError("standard output", f"cannot be written ({error.strerror})") from error


def complain(sentence: str) -> None:
    """Says what went wrong, in one line on standard error, where it will stay."""
    taken_away()
    with suppress(OSError):  # nobody to tell
        print(f"briefing: {one_line(sentence)}", file=sys.stderr, flush=True)


def encodes(stream: TextIO, text: str) -> bool:
    """Whether a stream's encoding has all the characters of a text."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeError, LookupError):
        return False
    return True


def _write(lines: list[str]) -> None:
    if lines:
        with writing():
            sys.stdout.write(clean("\n".join([*lines, ""])))


def _spelled(error: UnicodeError) -> tuple[str, int]:
    """The error handler for encodings that lack a character."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_ascii, lacking)), error.end


def _ascii(character: str) -> str:
    plain = _SPELLED.get(character) or unicodedata.normalize("NFKD", character)
    return plain.encode("ascii", "ignore").decode("ascii") or "?"
