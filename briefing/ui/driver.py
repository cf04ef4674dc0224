"""The terminal, so that neither a byte from outside nor its own end can do the application harm."""

from __future__ import annotations

import asyncio
import os
import selectors
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from briefing.proof import terminal
from briefing.ui.outlet import Outlet

CHUNK = 4096
"""Bytes taken at once."""

PAUSE = 0.1
"""Seconds to wait for the rest of what Escape begins."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with an input that takes broken bytes for what they are.

    Textual decodes strictly, and a pasted Latin-1 letter or half a character after a lost byte
    ends it. Here such bytes become U+FFFD, and a sequence the parser cannot follow is dropped.

    The event loop itself listens for keys: in Textual a thread does, and a key waits until that
    was woken, and then until the loop was. Where the loop cannot (kqueue does not take every
    terminal), the thread does it as ever.
    """

    _entered = False
    """Whether the alternate screen is shown already, with a proof that must not be cleared."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._file: Any = Outlet(self._file)
        self._frame: list[str] | None = None
        """What was written of a frame that has begun."""
        self._listening = False
        """Whether the event loop listens, so that the thread need not."""
        self._waiting: asyncio.TimerHandle | None = None
        """Ends the wait for the rest of a sequence."""
        self._before: list[Any] | None = None
        """What the terminal was set to before, once the screen has been left."""
        self._begin_input()

    def _begin_input(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser(self._debug)

    def start_application_mode(self) -> None:
        """Take the terminal over, from a proof where one stands on it."""
        terminal.guard()
        before = terminal.hand_over()
        self._entered = before is not None
        self._file.open()
        self._listen()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if before is not None:
            self.attrs_before = before

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if self._entered and data == terminal.ENTER:
            self._entered = False
            return
        if self._frame is None:
            if data != SYNC_START:
                self._give(data)
                return
            self._frame = []
        self._frame.append(data)
        if data == SYNC_END:
            frame, self._frame = "".join(self._frame), None
            if left := self._file.at_once(frame):
                self._give(left)

    def _give(self, data: Any) -> None:
        """Have the thread write."""
        self._file.given()
        super().write(data)

    def stop_application_mode(self) -> None:
        """Leave the screen; the terminal is set as it was in :meth:`close`, when all is written.

        Textual sets it before. Then a Ctrl-S that was typed at that moment stops the output, what
        is left of it never comes out, and the application waits for that.
        """
        self._before, self.attrs_before = self.attrs_before or self._before, None
        super().stop_application_mode()

    def close(self) -> None:
        """Write no more, and give the terminal back."""
        self._file.close()
        super().close()
        before, self._before = self._before, None
        if before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, before)

    # Input ----------------------------------------------------------------------------------

    def _listen(self) -> None:
        """Have the event loop listen, if it can."""
        self._begin_input()
        try:
            asyncio.get_running_loop().add_reader(self.fileno, self._heard)
        except (OSError, ValueError):
            self._listening = False
        else:
            self._listening = True

    def _deafen(self) -> None:
        """Have the event loop listen no more."""
        if self._listening:
            self._listening = False
            self._loop.remove_reader(self.fileno)
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def disable_input(self) -> None:
        """Hear no more keys."""
        self._deafen()
        super().disable_input()

    def _heard(self) -> None:
        """Take what was typed."""
        try:
            read = os.read(self.fileno, CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            read = b""
        if not read:
            self._deafen()
            self._hung_up()
            return
        self._take(read)
        if self._waiting is None and self._parser._timeout_time is not None:
            self._waiting = self._loop.call_later(PAUSE, self._waited)

    def _waited(self) -> None:
        """Take what was begun and not gone on with for what it is: a lone Escape."""
        self._waiting = None
        self._tick()
        if self._parser._timeout_time is not None:
            self._waiting = self._loop.call_later(PAUSE, self._waited)

    def run_input_thread(self) -> None:
        """Wait for input and dispatch events, until the application ends, if the loop does not."""
        if self._listening:
            self.exit_event.wait()
            return
        selector = selectors.SelectSelector()
        selector.register(self.fileno, selectors.EVENT_READ)
        try:
            while not self.exit_event.is_set():
                for _ in selector.select(PAUSE):
                    read = os.read(self.fileno, CHUNK)
                    if not read:
                        self._hung_up()
                        return
                    self._take(read)
                self._tick()
        except OSError:
            self._hung_up()
        finally:
            selector.close()

    def _hung_up(self) -> None:
        """End the application: the terminal is gone, which a signal need not have said."""
        if not self.exit_event.is_set():
            with suppress(RuntimeError):  # it has ended
                self._loop.call_soon_threadsafe(self._app.hang_up)  # type: ignore[attr-defined]

    def _take(self, read: bytes) -> None:
        """Feed the parser; one that has lost its way is replaced."""
        text = self._decode(read)
        if not text:  # half a character; to the parser it would be the end
            return
        try:
            for event in self._parser.feed(text):
                self.process_message(event)
        except (ParseError, ValueError, IndexError, KeyError):
            self._parser = XTermParser(self._debug)

    def _tick(self) -> None:
        """Let the parser take what it waited for long enough as it is."""
        for event in self._parser.tick():
            self.process_message(event)

    def send_message(self, message: Message) -> None:
        """Give a message to the application, which takes it from any thread."""
        self._app.post_message(message)
