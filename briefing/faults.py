"""The log of faults: what nobody foresaw, kept for whoever is to mend it.

It holds the kinds of errors and the places in the code they came from, and no word of an article:
an error's own message may quote what was being read, and is left out.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from briefing import __version__

MOST_BYTES = 256 << 10
"""The largest the log gets; of a longer one the newer half is kept."""
_MOST_PLACES = 30
"""Calls that are told of one error, the innermost."""


def log() -> Path:
    """The log's file, whether it exists or not."""
    from briefing.settings import Settings

    # The settings file may be what is broken; the folders are known without it.
    return Settings.load(Path(os.devnull)).state_folder / "faults.log"


def keep(error: BaseException, during: str) -> Path | None:
    """Writes down where an error came from.

    Args:
        error: what was raised.
        during: what was being done, such as a command's name.

    Returns:
        The log, or ``None`` when it cannot be written.
    """
    with suppress(Exception):
        file = log()
        file.parent.mkdir(parents=True, exist_ok=True)
        _shorten(file)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        head = f"{now} briefing {__version__}, Python {sys.version.split()[0]}, {sys.platform}"
        lines = [f"{head}: {during}", *_told(error), ""]
        with file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write("\n".join(lines))
        return file
    return None


def _shorten(file: Path) -> None:
    """Lets the older half go when the log is full."""
    with suppress(FileNotFoundError):
        if file.stat().st_size > MOST_BYTES:
            kept = file.read_bytes()[-MOST_BYTES // 2 :]
            file.write_bytes(kept[kept.find(b"\n") + 1 :])


def _told(error: BaseException | None) -> Iterator[str]:
    """An error and those it came of: their kinds, and the calls that led to them."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"  {type(error).__module__}.{type(error).__qualname__}{_system(error)}"
        for frame, line in list(traceback.walk_tb(error.__traceback__))[-_MOST_PLACES:]:
            code = frame.f_code
            yield f"    {code.co_filename}:{line} {code.co_qualname}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _system(error: BaseException) -> str:
    """What the system or the database says of an error; never a word of an article's."""
    name = getattr(error, "sqlite_errorname", "") or getattr(error, "strerror", "")
    return f" ({name})" if isinstance(name, str) and name else ""
