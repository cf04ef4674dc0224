"""The way out to the terminal: at once, or in a thread where the terminal has to be waited for.

Textual writes in a thread, which a frame must wake, and which a terminal that is gone ends.
"""

from __future__ import annotations

import os
from typing import Any, TextIO


class Outlet:
    """What is written to the terminal; when that is gone, whatever comes is let go.

    Textual's thread ends at the first error; the application then waits for room in a queue that
    nobody empties, and never ends itself.

    Args:
        file: the terminal, opened for writing.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._gone = False
        self._lane: int | None = None
        """The terminal opened once more, such that a write never waits."""
        self._given = 0
        """Pieces that were given to the thread, which the loop alone counts."""
        self._taken = 0
        self._out = 0
        """Pieces that the thread has taken and brought out, which it alone counts."""

    # In the thread --------------------------------------------------------------------------

    def write(self, text: str | bytes) -> int:
        """Write text, or the bytes that are left of some."""
        if not self._gone:
            try:
                if isinstance(text, str):
                    self._file.write(text)
                else:
                    self._file.flush()
                    self._file.buffer.write(text)
            except OSError:
                self._gone = True
        self._taken += 1
        return len(text)

    def flush(self) -> None:
        """Bring out what was written."""
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self._gone = True
        self._out = self._taken

    # On the event loop ----------------------------------------------------------------------

    def open(self) -> None:
        """Let :meth:`at_once` write, if the system can open the terminal once more."""
        self.close()
        try:
            name = os.ttyname(self._file.fileno())
            self._lane = os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except (OSError, ValueError):
            self._lane = None

    def close(self) -> None:
        """Leave all to the thread from now on."""
        if self._lane is not None:
            os.close(self._lane)
            self._lane = None

    def given(self) -> None:
        """Take in that the thread was given a piece."""
        self._given += 1

    def at_once(self, text: str) -> str | bytes:
        """Write as much as the terminal takes without a wait.

        Nothing is, while the thread still has something: what comes first goes out first.

        Returns:
            What is left for the thread.
        """
        if self._lane is None or self._given != self._out or self._gone:
            return text
        data = text.encode(self._file.encoding, self._file.errors or "strict")
        try:
            return data[os.write(self._lane, data) :]
        except BlockingIOError:
            return data
        except OSError:
            self._gone = True
            return b""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)
