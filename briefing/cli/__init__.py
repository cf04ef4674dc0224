"""The command line: ``briefing``, and what can be asked of it without a screen.

This module imports nothing but the interpreter's own, so that Ctrl-C is met by :func:`main`
from the first moment on.
"""

from __future__ import annotations

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
        from briefing.cli.guard import run

        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
