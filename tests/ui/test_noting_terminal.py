"""Notes on a real terminal: words outlive any end, and the reader's editor has its turn."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.settings import Settings
from tests.child import become
from tests.ui.conftest import DATA

FILE = str(DATA / "harbour.md")


class Terminal:
    """The program on a terminal of its own."""

    def __init__(self) -> None:
        self.shown = b""
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8")
            become([sys.executable, "-m", "briefing", FILE])
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def type(self, keys: str) -> None:
        self.shown = b""
        os.write(self.handle, keys.encode())

    def wait(self, words: str, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while words.encode() not in self.shown:
            assert time.monotonic() < end, f"{words} is not on the screen"
            if select.select([self.handle], [], [], 0.1)[0]:
                self.shown += os.read(self.handle, 65536)

    def end(self, number: int | None) -> int:
        """Send a signal, or close the terminal for ``None``; gives the exit code."""
        if number is not None:
            os.kill(self.pid, number)
        else:
            os.close(self.handle)
        end = time.monotonic() + 20
        while (ended := os.waitpid(self.pid, os.WNOHANG)) == (0, 0):
            assert time.monotonic() < end, "the program has not ended"
            if number is not None and select.select([self.handle], [], [], 0.05)[0]:
                self._hear()
        if number is not None:
            self._hear()
            os.close(self.handle)
        return os.waitstatus_to_exitcode(ended[1])

    def _hear(self) -> None:
        try:
            self.shown += os.read(self.handle, 65536)
        except OSError:
            time.sleep(0.05)


ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def draft() -> str:
    """What the library has of the comment that is being typed."""
    desk = Desk.open(Settings.load())
    kept = desk.draft(desk.read(FILE, visit=False).article.digest)
    desk.close()
    return kept.comment if kept else ""


@pytest.mark.parametrize("number", [*ENDING, signal.SIGKILL, None])
def test_what_was_being_typed_outlives_the_program(home: Path, number: int | None) -> None:
    terminal = Terminal()
    terminal.wait("help")
    terminal.type("c")
    terminal.wait("leave as it was")
    terminal.type("half a thought")
    end = time.monotonic() + 20
    while draft() != "half a thought":
        assert time.monotonic() < end
        time.sleep(0.05)
    terminal.end(number)
    assert draft() == "half a thought"
    terminal = Terminal()
    terminal.wait("A comment you had begun is kept")
    terminal.type("c")
    terminal.wait("half a thought")
    terminal.end(signal.SIGKILL)


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_the_screen_and_gives_the_terminal_back(home: Path, number: int) -> None:
    terminal = Terminal()
    terminal.wait("help")
    assert b"\x1b[?1003h" in terminal.shown
    terminal.shown = b""
    assert terminal.end(number) == 128 + number
    for off in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1003l", b"\x1b[?2004l"):
        assert off in terminal.shown
    assert b"Traceback" not in terminal.shown


def test_the_editor_has_the_terminal_and_gives_it_back(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor = tmp_path / "nano"
    editor.write_text(
        "import sys\n"
        "print('the editor has', *sys.argv[1:-1], sys.stdin.isatty(), flush=True)\n"
        "input()\n"
        "path = sys.argv[-1]\n"
        "text = open(path, encoding='utf-8').read().replace('first', 'second')\n"
        "open(path, 'w', encoding='utf-8').write(text)\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    terminal = Terminal()
    terminal.wait("help")
    terminal.type("cmy first\x13")
    terminal.wait("Kept the comment")
    terminal.type("e")
    terminal.wait("the editor has True")
    terminal.type("\r")
    terminal.wait("1 note changed")
    terminal.type("A")
    terminal.wait("All notes")
    terminal.end(signal.SIGTERM)
    desk = Desk.open(Settings.load())
    (clipping,) = desk.all_notes()
    assert clipping.note.comment == "my second"
    desk.close()
