"""What is known of the terminal, from what it says of itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping

from briefing.model.health import Finding, State
from briefing.settings import far_away

PART = "terminal"

_NARROW, _LOW = 40, 12
"""The least that an article can be read on with ease."""

# Which terminals take words to the clipboard when they are sent OSC 52, as their manuals say.
_TAKES = {
    "alacritty", "contour", "foot", "ghostty", "kitty", "mintty", "rio", "tabby", "vscode",
    "warpterminal", "wezterm", "xterm-kitty", "xterm-ghostty", "windows terminal",
}  # fmt: skip
_ASKS = {
    "iterm.app": "its settings allow it (General, Selection)",
    "tmux": "tmux has `set -g set-clipboard on`",
    "screen": "the terminal around screen does",
    "xterm": "xterm has allowWindowOps",
}
_REFUSES = {
    "apple_terminal": "Terminal of macOS",
    "vte": "this terminal (VTE)",
    "linux": "a console",
}


def examine(
    environment: Mapping[str, str], *, on_terminal: bool, columns: int, rows: int, encoding: str
) -> Iterator[Finding]:
    """Looks at what the terminal says of itself.

    Args:
        environment: the variables of the process.
        on_terminal: whether standard output is one.
        columns: how wide it is; 0 when that is not known.
        rows: how high it is.
        encoding: what standard output is written in.
    """
    kind = environment.get("TERM", "")
    if kind in ("", "dumb", "unknown"):
        words = f"TERM is {kind or 'not set'}: no screen can be drawn; `briefing show` prints."
        yield Finding(PART, State.WRONG, words)
    elif not on_terminal:
        yield Finding(PART, State.NOTED, "standard output is none; run this where you read.")
    else:
        yield _size(columns, rows)
    yield _colours(environment, kind)
    yield _encoding(encoding)
    yield _clipboard(environment, kind)
    if far_away(environment):
        words = "is far away (SSH, or a slow line): nothing is animated unless the settings say so."
        yield Finding(PART, State.NOTED, words)


def _size(columns: int, rows: int) -> Finding:
    if not columns or not rows:
        return Finding(PART, State.NOTED, "does not say how large it is; 80 x 24 is assumed.")
    small = columns < _NARROW or rows < _LOW
    more = f"; from {_NARROW} x {_LOW} on reading is easier." if small else "."
    return Finding(
        PART, State.NOTED if small else State.WELL, f"is {columns} x {rows} characters{more}"
    )


def _colours(environment: Mapping[str, str], kind: str) -> Finding:
    if environment.get("NO_COLOR"):
        return Finding(PART, State.NOTED, "NO_COLOR is set: weight and signs tell all there is.")
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Finding(PART, State.WELL, "has all colours.")
    if "256" in kind or kind.startswith(("xterm-kitty", "alacritty", "foot")):
        return Finding(PART, State.WELL, f"has 256 colours at least ({kind}).")
    words = f"says nothing of more than 16 colours ({kind}). COLORTERM=truecolor tells of more."
    return Finding(PART, State.NOTED, words)


def _encoding(encoding: str) -> Finding:
    if encoding.lower().replace("-", "").replace("_", "") == "utf8":
        return Finding(PART, State.WELL, "is written in UTF-8.")
    words = f"is written in {encoding}: other letters are spelled. Set LANG to a UTF-8 locale."
    return Finding(PART, State.NOTED, words)


def _clipboard(environment: Mapping[str, str], kind: str) -> Finding:
    """Whether what is copied reaches the clipboard (OSC 52), as far as that is known."""
    program = environment.get("TERM_PROGRAM", "").lower()
    names = [
        "tmux" if environment.get("TMUX") else "",
        "screen" if environment.get("STY") else "",
        "vte" if environment.get("VTE_VERSION") else "",
        "windows terminal" if environment.get("WT_SESSION") else "",
        "xterm" if environment.get("XTERM_VERSION") else "",
        program,
        kind.lower().removesuffix("-256color").replace("xterm", "").strip("-"),
        kind.lower().partition("-")[0].replace("xterm", ""),  # half of all call themselves so
    ]  # fmt: skip
    for name in filter(None, names):
        if name in _REFUSES:
            words = f"does not take what y copies to the clipboard: {_REFUSES[name]} (OSC 52)."
            return Finding(PART, State.NOTED, words)
        if name in _ASKS:
            words = f"takes what y copies to the clipboard if {_ASKS[name]} (OSC 52)."
            return Finding(PART, State.NOTED, words)
        if name in _TAKES:
            return Finding(PART, State.WELL, "takes what y copies to the clipboard (OSC 52).")
    words = "may take what y copies to the clipboard (OSC 52); it does not say so."
    return Finding(PART, State.NOTED, words)


def here() -> Iterator[Finding]:
    """Looks at the terminal of this process."""
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        columns = rows = 0
    return examine(
        os.environ,
        on_terminal=sys.stdout.isatty(),
        columns=columns,
        rows=rows,
        encoding=sys.stdout.encoding or "unknown",
    )
