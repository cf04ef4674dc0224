"""A proof on a terminal of its own: what is typed meanwhile is kept, and all is given back."""

from __future__ import annotations

import os
import pty
import select
import signal
import sys
import termios
import time
from collections.abc import Iterator

import pytest

from tests.child import become

PROGRAM = """
import os, sys, time
from briefing.proof import pull, terminal
try:
    terminal.show(["the first row", "the second row"])
    time.sleep(0.2)
    {then}
finally:
    pull.taken_away()
print("after")
"""

ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"


class Session:
    """A program on a pseudo-terminal."""

    def __init__(self, program: str) -> None:
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # nohup would have it unheard
            become([sys.executable, "-c", program])
        self.shown = b""

    def until(self, words: bytes, seconds: float = 20) -> None:
        end = time.monotonic() + seconds
        while words not in self.shown and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    more = os.read(self.master, 65536)
                except OSError:
                    break
                if not more:
                    break
                self.shown += more
        assert words in self.shown

    def ended(self) -> int:
        """Reads to the end; the exit code, negative for a signal."""
        self.until(LEFT)
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def begun() -> Iterator[list[Session]]:
    sessions: list[Session] = []
    yield sessions
    for session in sessions:
        os.close(session.master)


def session(begun: list[Session], then: str) -> Session:
    begun.append(Session(PROGRAM.format(then=then)))
    before = termios.tcgetattr(begun[0].master)
    begun[0].until(b"the second row")
    during = termios.tcgetattr(begun[0].master)
    assert before[3] & termios.ECHO
    assert not during[3] & termios.ECHO
    return begun[0]


def cooked(session: Session) -> bool:
    flags = termios.tcgetattr(session.master)[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON)


def test_the_terminal_is_given_back(begun: list[Session]) -> None:
    found = session(begun, "pass")
    found.until(b"after")
    assert cooked(found)
    assert found.shown.index(ENTERED) < found.shown.index(LEFT) < found.shown.index(b"after")
    assert b"\x1b[1;1Hthe first row\x1b[2;1Hthe second row" in found.shown


def test_an_exception_is_told_on_the_main_screen(begun: list[Session]) -> None:
    found = session(begun, "1 / 0")
    found.until(b"ZeroDivisionError")
    assert cooked(found)
    assert found.shown.index(LEFT) < found.shown.index(b"ZeroDivisionError")


ENDS = [(signal.SIGTERM, -15), (signal.SIGHUP, -1), (signal.SIGINT, 130)]
"""Signals, and what a process is said to have ended with."""


@pytest.mark.parametrize(("number", "code"), ENDS)
def test_a_signal_ends_it_with_the_terminal_restored(
    begun: list[Session], number: int, code: int
) -> None:
    found = session(begun, "time.sleep(20)")
    os.kill(found.pid, number)
    assert found.ended() == code
    assert cooked(found)


@pytest.mark.parametrize(("number", "code"), ENDS)
def test_a_signal_finds_it_restored_when_it_was_just_handed_over(
    begun: list[Session], number: int, code: int
) -> None:
    found = session(begun, "terminal.hand_over(); print('handed'); time.sleep(20)")
    found.until(b"handed")
    os.kill(found.pid, number)
    assert found.ended() == code
    assert cooked(found)


@pytest.mark.parametrize(("number", "code"), ENDS)
def test_without_a_proof_signals_are_seen_to_as_well(
    begun: list[Session], number: int, code: int
) -> None:
    start = "import time; from briefing.proof import terminal; terminal.guard()"
    begun.append(Session(f"{start}; print('stands', flush=True); time.sleep(20)"))
    begun[0].until(b"stands")
    os.kill(begun[0].pid, number)
    assert begun[0].ended() == code


def test_a_signal_that_is_seen_to_is_left_alone(begun: list[Session]) -> None:
    start = "import signal; from briefing.proof import terminal"
    heard = "signal.signal(signal.SIGTERM, lambda *_: print('heard', flush=True))"
    begun.append(Session(f"{start}; {heard}; terminal.guard(); signal.raise_signal(15)"))
    begun[0].until(b"heard")


def test_ctrl_c_ends_it_whatever_is_under_way(begun: list[Session]) -> None:
    """The making of a class turns what it meets into an error of its own."""
    slow = "type('Slow', (), {'__set_name__': lambda *_: time.sleep(20)})"
    found = session(begun, f"type('Made', (), {{'field': {slow}()}})")
    os.write(found.master, b"\x03")
    assert found.ended() == 130
    assert b"Error" not in found.shown
    assert cooked(found)


def test_ctrl_z_gives_the_terminal_to_the_shell_and_takes_it_back(begun: list[Session]) -> None:
    found = session(begun, "time.sleep(1.5)")
    os.kill(found.pid, signal.SIGTSTP)
    found.until(LEFT)
    os.waitpid(found.pid, os.WUNTRACED)
    assert cooked(found)
    found.shown = b""
    os.kill(found.pid, signal.SIGCONT)
    found.until(b"the second row")
    assert not cooked(found)
    found.until(b"after")
    assert cooked(found)


def test_keys_typed_meanwhile_wait_in_order(begun: list[Session]) -> None:
    found = session(begun, "time.sleep(0.5); print('keys', os.read(0, 99))")
    os.write(found.master, b"jj\x13\rq")
    found.until(rb"keys b'jj\x13\rq'")
    assert b"jj" not in found.shown[: found.shown.index(b"keys")]


def test_what_is_handed_over_is_left_alone(begun: list[Session]) -> None:
    found = session(begun, "assert terminal.hand_over(); assert terminal.hand_over() is None")
    found.until(b"after")
    assert LEFT not in found.shown
