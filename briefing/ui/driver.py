"""The terminal, so that neither a byte from outside nor its own end can do the application harm."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import IO, Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from briefing.proof import terminal

CHUNK = 4096
"""Bytes taken at once."""


class Outlet:
    """The way out to the terminal; when that is gone, whatever is written is let go.

    Textual writes in a thread, which ends at the first error; the application then waits for
    room in a queue that nobody empties, and never ends itself.

    Args:
        file: the terminal, opened for writing.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._gone = False

    def write(self, text: str) -> int:
        """Write text."""
        if not self._gone:
            try:
                self._file.write(text)
            except OSError:
                self._gone = True
        return len(text)

    def flush(self) -> None:
        """Bring out what was written."""
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self._gone = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


class TerminalDriver(LinuxDriver):
    """Textual's driver with an input that takes broken bytes for what they are.

    Textual decodes strictly, and a pasted Latin-1 letter or half a character after a lost byte
    ends it. Here such bytes become U+FFFD, and a sequence the parser cannot follow is dropped.
    """

    _entered = False
    """Whether the alternate screen is shown already, with a proof that must not be cleared."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._file: Any = Outlet(self._file)

    def start_application_mode(self) -> None:
        """Take the terminal over, from a proof where one stands on it."""
        terminal.guard()
        before = terminal.hand_over()
        self._entered = before is not None
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if before is not None:
            self.attrs_before = before

    def write(self, data: str) -> None:
        """Write to the terminal."""
        if self._entered and data == terminal.ENTER:
            self._entered = False
            return
        super().write(data)

    def run_input_thread(self) -> None:
        """Wait for input and dispatch events, until the application ends."""
        selector = selectors.SelectSelector()
        selector.register(self.fileno, selectors.EVENT_READ)
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser(self._debug)
        try:
            while not self.exit_event.is_set():
                for _ in selector.select(0.1):
                    read = os.read(self.fileno, CHUNK)
                    if not read:
                        return self._hung_up()
                    parser = self._dispatch(parser, decode(read))
                for event in parser.tick():
                    self.process_message(event)
        except OSError:
            self._hung_up()
        finally:
            selector.close()

    def _hung_up(self) -> None:
        """End the application: the terminal is gone, which a signal need not have said."""
        if not self.exit_event.is_set():
            with suppress(RuntimeError):  # it has ended
                self._loop.call_soon_threadsafe(self._app.hang_up)  # type: ignore[attr-defined]

    def _dispatch(self, parser: XTermParser, text: str) -> XTermParser:
        """Feed the parser; one that has lost its way is replaced."""
        try:
            for event in parser.feed(text):
                self.process_message(event)
        except (ParseError, ValueError, IndexError, KeyError):
            return XTermParser(self._debug)
        return parser
