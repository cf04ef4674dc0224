"""What is written comes out once, in its order; no terminal that does not read is waited for."""

from __future__ import annotations

import io
import os
import pty
import select
import threading
import tty
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

import pytest
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.drivers._writer_thread import WriterThread

from briefing.ui.driver import TerminalDriver
from briefing.ui.outlet import Outlet

FRAME, WHOLE = 2000, 900_000
"""Characters of a frame, and of all that is written: more than a terminal keeps for later."""


class Gone(io.StringIO):
    """A terminal that is there for so many words."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = words

    def write(self, text: str) -> int:
        if not self.words:
            raise OSError(5, "Input/output error")
        self.words -= 1
        return super().write(text)


def test_words_come_out_as_long_as_the_terminal_is_there() -> None:
    terminal = Gone(2)
    outlet = Outlet(terminal)
    assert [outlet.write(text) for text in ("one", "two", "three", "four")] == [3, 3, 5, 4]
    outlet.flush()
    assert terminal.getvalue() == "onetwo"


def test_the_thread_that_writes_ends_when_the_terminal_has_gone_before() -> None:
    writer = WriterThread(Outlet(Gone(1)))  # type: ignore[arg-type]
    writer.start()

    def much() -> None:
        for _ in range(200):  # more than wait for their turn at most
            writer.write("words")
        writer.stop()

    ending = threading.Thread(target=much, daemon=True)
    ending.start()
    ending.join(30)
    assert not ending.is_alive()


class Terminal:
    """A terminal that reads when it is asked to."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        tty.setraw(slave)
        self.file = os.fdopen(slave, "w", encoding="utf-8", errors="backslashreplace")

    def read(self, characters: int) -> str:
        """So many characters, or what comes within ten seconds."""
        found = b""
        while len(found.decode("utf-8", "ignore")) < characters:
            if not select.select([self.master], [], [], 10)[0]:
                break
            found += os.read(self.master, 1 << 16)
        return found.decode("utf-8", "replace")

    def close(self) -> None:
        os.close(self.master)
        with suppress(OSError):
            self.file.close()


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    found = Terminal()
    yield found
    found.close()


@pytest.fixture
def outlet(terminal: Terminal) -> Iterator[Outlet]:
    found = Outlet(terminal.file)
    found.open()
    yield found
    found.close()


def test_a_frame_goes_out_at_once(terminal: Terminal, outlet: Outlet) -> None:
    assert not outlet.at_once("ä frame")
    assert terminal.read(7) == "ä frame"


def test_a_terminal_that_does_not_read_is_not_waited_for(
    terminal: Terminal, outlet: Outlet
) -> None:
    frame = "é" * 300_000
    left = outlet.at_once(frame)
    assert isinstance(left, bytes)
    assert 0 < len(left) < 600_000
    outlet.given()
    assert outlet.at_once("after") == "after"  # nothing overtakes what the thread was given

    def bring_out() -> None:
        outlet.write(left)
        outlet.flush()

    writing = threading.Thread(target=bring_out)
    writing.start()
    assert terminal.read(300_000) == frame
    writing.join(10)
    assert not outlet.at_once("after")
    assert terminal.read(5) == "after"


def test_without_a_terminal_all_is_left_to_the_thread() -> None:
    outlet = Outlet(io.StringIO())
    outlet.open()
    assert outlet.at_once("frame") == "frame"


def test_a_terminal_that_is_gone_takes_everything(terminal: Terminal, outlet: Outlet) -> None:
    os.close(terminal.master)
    terminal.master = os.open(os.devnull, os.O_RDONLY)
    assert not outlet.at_once("frame")
    assert not outlet._file.closed
    assert outlet.write("words") == 5
    assert outlet.at_once("frame") == "frame"  # for the thread, which lets it go


async def test_frames_and_other_words_come_out_in_their_order(terminal: Terminal) -> None:
    driver = TerminalDriver(App())
    driver._file = outlet = Outlet(terminal.file)
    outlet.open()
    driver._writer_thread = WriterThread(outlet)  # type: ignore[arg-type]
    driver._writer_thread.start()
    written = ""
    reading: Future[str] = ThreadPoolExecutor(1).submit(terminal.read, WHOLE)
    for number in range(400):
        other, frame = f"({number})", f"<{'é' * FRAME}>"
        for part in (SYNC_START, frame, SYNC_END, other):
            driver.write(part)
            written += part
    rest = "." * (WHOLE - len(written))
    driver.write(rest)
    assert reading.result(60) == written + rest
    driver.close()
