"""The terminal's input, read so that no byte from outside can end the application."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

CHUNK = 4096
"""Bytes taken at once."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with an input that takes broken bytes for what they are.

    Textual decodes strictly, and a pasted Latin-1 letter or half a character after a lost byte
    ends it. Here such bytes become U+FFFD, and a sequence the parser cannot follow is dropped.
    """

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
                        return
                    parser = self._dispatch(parser, decode(read))
                for event in parser.tick():
                    self.process_message(event)
        except OSError:
            return  # the terminal is gone; the signal that comes with it ends the application
        finally:
            selector.close()

    def _dispatch(self, parser: XTermParser, text: str) -> XTermParser:
        """Feed the parser; one that has lost its way is replaced."""
        try:
            for event in parser.feed(text):
                self.process_message(event)
        except (ParseError, ValueError, IndexError, KeyError):
            return XTermParser(self._debug)
        return parser
