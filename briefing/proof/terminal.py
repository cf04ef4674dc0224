"""The terminal while a proof stands on it: taken over, and given back whatever happens.

Keys that are typed meanwhile wait in the terminal's own queue, unechoed and in order, until the
screen reads them. Ctrl-C ends the start, as it ends any command that is starting; not by an
exception, which an import under way would take for a fault of its own, or swallow.
"""

from __future__ import annotations

import os
import termios

from briefing.proof.store import passing

TYPE_CHECKING = False  # typing costs more than the proof
if TYPE_CHECKING:
    import signal
    from types import FrameType
    from typing import Any
else:
    import _signal as signal  # what the module of that name is made of, without its enumerations

SCREEN, KEYBOARD = 2, 0
"""The descriptors the screen draws on and reads keys from."""

ENTER = "\x1b[?1049h"
"""To the alternate screen; terminals clear it, also when they are there already."""

_SETTLE = "\x1b[?25l\x1b[?7l"
_RESTORE = (
    "\x1b[<u\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l\x1b[?2048l"
    "\x1b[0m\x1b[?7h\x1b[?25h\x1b[?1049l"
)
"""Back to the main screen, with everything off that the screen may have turned on by then."""

Error = termios.error
"""What comes of a terminal that cannot be set; no ``OSError`` to Python."""

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
_UNSEEN = (signal.SIG_DFL, signal.default_int_handler)
"""Who sees to a signal that nobody has seen to."""


class Terminal:
    """A terminal that shows a proof."""

    def __init__(self) -> None:
        self._rows: list[str] = []
        self._before: list[Any] | None = None
        self._found: list[Any] | None = None
        """As ``_before``, but still known when the terminal was handed over."""

    def guard(self) -> None:
        """Has a signal that ends the process find the terminal as it is now.

        A signal that somebody else has seen to is left to them.

        Raises:
            termios.error: when there is no terminal.
        """
        self._found = termios.tcgetattr(KEYBOARD)
        for number in _ENDING:
            if signal.getsignal(number) in _UNSEEN:
                signal.signal(number, self._ended)

    def show(self, rows: list[str]) -> None:
        """Takes the terminal over and shows the proof.

        Args:
            rows: the proof, a string for each row.

        Raises:
            OSError: when it is none.
            termios.error: when it cannot be set.
        """
        self._rows = rows
        self.guard()
        self._before = termios.tcgetattr(KEYBOARD)
        termios.tcsetattr(KEYBOARD, termios.TCSANOW, _silent(self._before))
        signal.signal(signal.SIGTSTP, self._stopped)
        placed = "".join(f"\x1b[{number};1H{row}" for number, row in enumerate(rows, 1))
        _write(ENTER + _SETTLE + placed)

    def hand_over(self) -> list[Any] | None:
        """Leaves the terminal to the screen, as it is.

        Returns:
            What the terminal was set to before, for the screen to restore in the end.
        """
        before, self._before = self._before, None
        return before

    def restore(self) -> None:
        """Gives the terminal back, unless it was handed over."""
        before = self.hand_over()
        if before is not None:
            _give_back(before)

    def _ended(self, number: int, _: FrameType | None) -> None:
        """Ends by a signal, as one ends that nobody handles.

        Also when the terminal was handed over: the screen turns everything on some time before
        it can hear of signals itself.
        """
        if self._found is not None:
            _give_back(self._found)
        if number == signal.SIGINT:
            os._exit(128 + number)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _stopped(self, *_: object) -> None:
        """Stops at Ctrl-Z with the terminal as it was, and goes on with the proof."""
        self.restore()
        os.kill(os.getpid(), signal.SIGSTOP)
        with passing(OSError, termios.error):
            self.show(self._rows)


def _silent(attributes: list[Any]) -> list[Any]:
    """Settings without echo, that hand on every key at once but those that make a signal."""
    silent = [*attributes[:6], list(attributes[6])]
    silent[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    silent[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    silent[6][termios.VMIN] = 1
    return silent


def _write(text: str) -> None:
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(SCREEN, data) :]


def _give_back(before: list[Any]) -> None:
    with passing(OSError):
        _write(_RESTORE)
    with passing(termios.error):
        termios.tcsetattr(KEYBOARD, termios.TCSANOW, before)


_here = Terminal()
_guarded = False


def show(rows: list[str]) -> None:
    """Shows a proof on this process's terminal; raises as :meth:`Terminal.show` does."""
    _here.show(rows)


def guard() -> None:
    """Sees to the signals that end a process, unless that is done; see :meth:`Terminal.guard`."""
    global _guarded
    if not _guarded:
        _guarded = True
        with passing(ValueError, termios.error):  # not the first thread, or no terminal
            _here.guard()


def hand_over() -> list[Any] | None:
    """What the terminal was set to before the proof; ``None`` when none stands on it."""
    return _here.hand_over()


def restore() -> None:
    """Takes a proof away and gives the terminal back."""
    _here.restore()
