"""The command line: ``briefing``, and what can be asked of it without a screen.

This module imports nothing but the interpreter's own, so that Ctrl-C is met by :func:`main`
from the first moment on. What is to be opened on the screen is known here already, so that its
first page can be shown before anything else is imported.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False  # typing costs more than the first page
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs ``briefing`` with the arguments given, or those of the process.

    Returns:
        The exit code: 0, 1 when something could not be read or done, 2 for a mistake in the
        usage, 130 after Ctrl-C.
    """
    try:
        asked = list(sys.argv[1:] if arguments is None else arguments)
        files = to_open(asked)
        if files is None:
            from briefing.cli.guard import run

            return run(asked)
        return _opened(files)
    except KeyboardInterrupt:
        return INTERRUPTED


def to_open(asked: Sequence[str]) -> Sequence[str] | None:
    """The files of a line that can only mean to open these; ``None`` for any other line.

    A word of letters and hyphens may be a command, and what begins with a hyphen an option.
    """
    if "_BRIEFING_COMPLETE" in os.environ:
        return None
    files = asked[1:] if asked[:1] == ["open"] else asked
    if any(name.startswith("-") or not name for name in files):
        return None
    if files is asked and files and files[0].replace("-", "").isalpha():
        return None
    return files if files or not asked else None


def _opened(files: Sequence[str]) -> int:
    """Opens files on the screen, their first page first."""
    from briefing.proof import pull

    try:
        pull.pull(files)
        gc.disable()  # what is imported stays; the screen lets it run again when it stands
        from briefing.cli.guard import opened

        return opened(files)
    finally:
        pull.taken_away()
