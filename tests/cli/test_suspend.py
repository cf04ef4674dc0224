"""Ctrl-Z gives the shell its terminal back, and the reader goes on where it stood."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import time
from pathlib import Path

from tests.child import become

SHOWN, READY, LEFT = b"Ferry", b"\x1b[?2004h", b"\x1b[?1049l"
"""The title; what is written last when the terminal is taken; what gives it back."""

PATIENCE = 60.0
"""Seconds to wait for anything."""


class Reader:
    """A reader on a terminal of its own, whose every wait ends."""

    def __init__(self, path: Path) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LINES="24")
            os.environ["COLUMNS"] = "80"
            become([sys.executable, "-m", "briefing", str(path)])

    def until(self, *words: bytes) -> None:
        """Reads until all of these words have come."""
        came, end = b"", time.monotonic() + PATIENCE
        while time.monotonic() < end and not all(word in came for word in words):
            if select.select([self.terminal], [], [], 0.2)[0]:
                came += os.read(self.terminal, 1 << 16)
        assert all(word in came for word in words), came[-400:]

    def waited(self) -> int:
        """How it has stopped or ended, as the system tells it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid:
                return status
            time.sleep(0.02)
        raise AssertionError("it neither stopped nor ended")


def test_a_suspended_reader_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("# Ferry strike ends\n\nThe crews went back to work on Monday.\n")
    reader = Reader(path)
    ended = False
    try:
        reader.until(SHOWN, READY, b"help")
        os.write(reader.terminal, b"\x1a")
        reader.until(LEFT)
        assert os.WIFSTOPPED(reader.waited())
        assert termios.tcgetattr(reader.terminal)[3] & termios.ECHO
        os.kill(reader.pid, signal.SIGCONT)
        reader.until(READY, SHOWN, b"help")  # all of it is drawn again, and keys are heard
        os.write(reader.terminal, b"\x11")
        reader.until(LEFT)
        status = reader.waited()
        ended = True
        assert os.waitstatus_to_exitcode(status) == 0
    finally:
        if not ended:
            os.kill(reader.pid, signal.SIGKILL)
            os.waitpid(reader.pid, 0)
        os.close(reader.terminal)
