"""What can be known of the terminal's clipboard, which a program reaches by OSC 52.

No terminal answers whether it took what was sent. Some are known to take nothing, and those
that stand between (tmux, screen) pass it on only when they are told to.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping

COPIED = "Copied with its source."
_CONSOLES = ("linux", "dumb", "vt", "cons", "sun")
_KONSOLE = 241200
"""The first version of Konsole, as it tells it, that takes what is sent."""


def tmux_passes_on() -> bool:
    """Whether tmux passes on what programs within it send to the clipboard."""
    try:
        answer = subprocess.run(
            ["tmux", "show-options", "-sv", "set-clipboard"],  # noqa: S607 - the reader's own
            capture_output=True,
            text=True,
            timeout=1,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == "on"


def outcome(environment: Mapping[str, str], passes_on: Callable[[], bool] = tmux_passes_on) -> str:
    """What to tell a reader after something was sent to the clipboard.

    Args:
        environment: the variables of the process, by which terminals make themselves known.
        passes_on: asks tmux.
    """
    terminal = environment.get("TERM", "")
    if environment.get("TMUX"):
        if passes_on():
            return COPIED
        return "Not copied: tmux keeps it from the terminal until `tmux set -s set-clipboard on`."
    if environment.get("STY"):
        return "Not copied: screen does not pass it on to the terminal's clipboard."
    if terminal.startswith(_CONSOLES):
        return f"Not copied: a terminal of the kind {terminal} has no clipboard (OSC 52)."
    konsole = environment.get("KONSOLE_VERSION", "")
    old = konsole.isdecimal() and int(konsole) < _KONSOLE
    if environment.get("VTE_VERSION") or old:
        name = "Konsole" if old else "this terminal (VTE)"
        return f"Perhaps not copied: {name} is not known to take it (OSC 52)."
    return COPIED
