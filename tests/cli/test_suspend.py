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

SHOWN, TAKEN, LEFT = b"Ferry", b"\x1b[?1000h", b"\x1b[?1049l"


def test_a_suspended_reader_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("# Ferry strike ends\n\nThe crews went back to work on Monday.\n")
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS="80", LINES="24")
        become([sys.executable, "-m", "briefing", str(path)])

    def until(*words: bytes) -> bytes:
        """What comes until all of these words have; the test fails when they do not."""
        came, end = b"", time.monotonic() + 60
        while time.monotonic() < end and not all(word in came for word in words):
            if select.select([terminal], [], [], 0.2)[0]:
                came += os.read(terminal, 1 << 16)
        assert all(word in came for word in words), came[-400:]
        return came

    try:
        until(SHOWN, TAKEN, b"help")
        os.write(terminal, b"\x1a")
        until(LEFT)
        _, status = os.waitpid(child, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert termios.tcgetattr(terminal)[3] & termios.ECHO
        os.kill(child, signal.SIGCONT)
        until(TAKEN, SHOWN, b"help")  # all of it is drawn again, and keys are heard
        os.write(terminal, b"\x11")
        until(LEFT)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
    finally:
        os.close(terminal)
