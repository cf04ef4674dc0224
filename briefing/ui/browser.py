"""Opening an address that the reader has seen and chosen.

Not by the standard library's ``webbrowser``: what that starts writes on our terminal, and on some
systems it goes by way of a shell's or a script's words. Here an address is one argument of a
program, and the program hears and says nothing.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

from briefing.model.errors import BriefingError
from briefing.model.records import dataclass

IN_TERMINAL = frozenset({"w3m", "lynx", "links", "links2", "elinks", "browsh", "www-browser"})
"""Browsers that draw in the terminal and need it while they run."""

_DESKTOPS = ("xdg-open", "gio open", "wslview", "sensible-browser", "x-www-browser")
_BROWSERS = ("firefox", "chromium", "google-chrome", "www-browser", "w3m", "lynx", "links")

_PATIENCE = 3.0
"""Seconds in which a program that cannot open anything has ended; a browser may stay."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A program that can be asked to open an address, with the address among its arguments."""

    arguments: tuple[str, ...]

    @property
    def in_terminal(self) -> bool:
        """Whether it draws in the terminal."""
        return os.path.basename(self.arguments[0]) in IN_TERMINAL

    def run(self) -> bool:
        """Let it have the terminal until it ends; says whether it could be started."""
        try:
            return subprocess.run(self.arguments, check=False).returncode == 0  # noqa: S603
        except OSError:
            return False

    def start(self) -> bool:
        """Start it beside us, out of hearing; says whether it took the address."""
        try:
            started = subprocess.Popen(  # noqa: S603 - a list of arguments, never a shell
                self.arguments,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return False
        try:
            return started.wait(_PATIENCE) == 0
        except subprocess.TimeoutExpired:
            return True


def browsers(
    address: str,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> Iterator[Browser]:
    """The programs that may open an address, the best first.

    Args:
        address: an address that may be opened; it begins with its scheme, so that no program
            takes it for an option.
        environment: where ``BROWSER`` may name commands, parted like the folders of ``PATH``;
            ``%s`` in one stands for the address, which else comes last.
        platform: as :data:`sys.platform` has it.
    """
    wished = environment.get("BROWSER", "").split(os.pathsep)
    usual = ("open",) if platform == "darwin" else (*_DESKTOPS, *_BROWSERS)
    for command in (*wished, *usual):
        try:
            words = shlex.split(command)
        except ValueError:
            continue
        if words and words[-1] == "&":  # asks a shell not to wait; we do not
            words.pop()
        program = shutil.which(words[0], path=environment.get("PATH")) if words else None
        if program is None:
            continue
        options = [word.replace("%s", address) for word in words[1:]]
        named = any("%s" in word for word in words[1:])
        yield Browser((program, *options, *([] if named else [address])))


def choose(address: str) -> Browser:
    """The first program there is that may open an address.

    Raises:
        BriefingError: when there is none.
    """
    found = next(browsers(address), None)
    if found is None:
        raise BriefingError(
            address, "no browser was found", "Give BROWSER the name of one; y copies the address."
        )
    return found
