"""Starting the screen: the terminal it needs, and the keyboard when an article is piped in."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from briefing.cli.guard import FAILED, USAGE, each
from briefing.cli.streams import complain
from briefing.model.errors import UnreadableError
from briefing.proof.pull import taken_away

STDIN = "-"

UNABLE = ("", "dumb", "unknown")
"""What a terminal calls itself that cannot draw: an editor's shell, or none that is known."""


def start(files: Sequence[str], commands: Iterable[str], *, in_order: bool = False) -> int:
    """Opens articles on the screen, or where the reader left off when none are named.

    Args:
        files: what to open, as the reader wrote it.
        commands: the names of the commands, one of which may have been meant.
        in_order: whether in words and in order rather than on the screen, as settings may ask.

    Returns:
        The exit code of the screen; 1 when none of the files is there, 2 without a terminal.
    """
    locations = list(files)
    if not locations and _piped():
        locations = [STDIN]
    from briefing.settings import Settings

    settings = Settings.load()
    if in_order or settings.linear:
        from briefing.cli.paging import read

        taken_away()
        return read(locations)
    if not os.isatty(1):
        asked = " ".join(locations) or "FILE"
        complain(
            "the screen needs a terminal, and standard output is none; "
            f"`briefing show {asked}` prints the briefing."
        )
        return USAGE
    if os.environ.get("TERM", "") in UNABLE:
        return _in_words(locations)
    if not _keyboard():
        complain("the screen needs a keyboard, and there is no terminal to read one from.")
        return USAGE
    from briefing.ui.lean import import_textual

    import_textual()
    from briefing.ui.starting import run

    if any("//" in location for location in locations):
        from briefing.sources import is_address

        for location in filter(is_address, locations):
            complain(f"fetching {location} ...")

    try:
        return run(locations, settings)
    except UnreadableError as error:
        near = get_close_matches(locations[0], commands, n=1) if len(locations) == 1 else []
        complain(f"{error} Is `briefing {near[0]}` meant?" if near else str(error))
        return FAILED


def _in_words(locations: Sequence[str]) -> int:
    """Prints articles in words and in order, where no screen can be drawn."""
    if not locations:
        complain("this terminal draws no screen; `briefing show FILE` prints the briefing.")
        return USAGE
    from briefing.cli.show import show

    complain("this terminal draws no screen; this is what `briefing show --plain` prints.")
    return each(locations, lambda location: show(location, "plain"))


def _piped() -> bool:
    """Whether a pipe or a file stands on standard input."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _keyboard() -> bool:
    """Gives the screen descriptors 0 and 2 on the terminal; says whether there is a keyboard.

    The screen reads keys from descriptor 0 and draws on descriptor 2. An article on standard
    input goes on being read through ``sys.stdin``, which gets a descriptor of its own.
    """
    if not os.isatty(2):
        os.dup2(1, 2)
    if os.isatty(0):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    sys.stdin = os.fdopen(os.dup(0), encoding="utf-8")
    os.dup2(terminal, 0)
    os.close(terminal)
    if sys.__stdin__ is None:
        sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)  # type: ignore[misc]
    return True
