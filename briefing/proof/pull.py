"""Pulling a proof: what stands on the terminal while the screen is being imported."""

from __future__ import annotations

import os
import sys

from briefing.proof import store

TYPE_CHECKING = False  # typing costs more than the proof
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MEASURE = 72
"""Columns of a line of text unless the settings say otherwise."""

_DUMB = ("", "dumb", "unknown")
_TRUE_COLOURS = ("truecolor", "24bit")
_HEAD = 16_384
"""Bytes of a file that are looked at, at least: more than a page of most terminals."""


def pull(files: Sequence[str]) -> None:
    """Shows the first page of what is about to be opened, if it can be known in time.

    Args:
        files: what is opened, as the reader wrote it; none opens where reading was left off.
    """
    if not _able():
        return
    try:
        from briefing.proof import terminal
    except ImportError:
        return  # no terminal as we know them
    terminal.guard()
    rows = proof(files, size())
    if not rows:
        return
    try:
        terminal.show(rows)
    except (OSError, ValueError, terminal.Error):
        terminal.restore()  # the screen will tell what is wrong


def taken_away() -> None:
    """Gives the terminal back if a proof stands on it still, such as before an error is told."""
    if terminal := sys.modules.get("briefing.proof.terminal"):
        terminal.restore()


def _able() -> bool:
    """Whether keyboard and screen are a terminal that understands escape sequences."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return False
    if os.environ.get("TERM", "") in _DUMB:
        return False
    return all(map(os.isatty, (0, 1, 2)))


def size() -> tuple[int, int]:
    """Columns and rows of the terminal, as the screen will find them."""
    try:
        width, height = os.get_terminal_size(1)
    except OSError:
        width, height = 0, 0
    return _number("COLUMNS") or width or 80, _number("LINES") or height or 24


def _number(name: str) -> int:
    try:
        return int(os.environ[name])
    except (KeyError, ValueError):
        return 0


def proof(files: Sequence[str], size: tuple[int, int]) -> list[str]:
    """The rows of a proof; none when nothing is known that could be shown."""
    around = store.surroundings()
    kept = store.read(store.looks_for(around))
    looks = kept[0] if kept and around.items() <= kept[0].items() else None
    location = os.path.abspath(files[0]) if files else store.ALONE
    page = store.read(store.name_of(location))
    if page and looks:
        fields, rows = page
        wanted = {
            **around,
            "theme": looks.get("theme", ""),
            "size": f"{size[0]}x{size[1]}",
            "opened": location,
        }
        if wanted.items() <= fields.items() and _unchanged(files, location, fields):
            return rows
    begun = page is not None and page[0].get("place", "0") != "0"
    return _set(location, size, looks, begun=begun) if files else []


def _unchanged(files: Sequence[str], location: str, fields: Mapping[str, str]) -> bool:
    """Whether a file is as it was when its page was kept; without one, the library has it."""
    return not files or fields.get("file") == store.stamp(location) != ""


def _set(
    location: str, size: tuple[int, int], looks: Mapping[str, str] | None, *, begun: bool
) -> list[str]:
    """A proof set from a glance at a file; without its text when it was left further down."""
    from briefing.proof.glance import glance
    from briefing.proof.sheet import NIGHT, sheet

    styles, measure, hints = NIGHT, MEASURE, []
    if looks:
        styles = {name[5:]: look for name, look in looks.items() if name.startswith("look.")}
        measure = int(looks.get("measure", MEASURE))
        pairs = (name_value for name_value in looks.get("hints", "").split("\t") if name_value)
        hints = [(key, hint) for key, _, hint in (pair.partition(" ") for pair in pairs)]
    elif not _as_shipped():
        return []
    most = max(_HEAD, 2 * size[0] * size[1])
    try:
        with open(location, "rb") as file:
            head = file.read(most + 1)
    except (OSError, ValueError):
        return []
    blocks = [] if begun else glance(head[:most], location, whole=len(head) <= most)
    title = os.path.basename(location)
    return sheet(blocks, size, styles, title=title, measure=measure, hints=hints)


def _as_shipped() -> bool:
    """Whether the looks are those of a first start: all colours, and no settings."""
    environment = os.environ
    return (
        environment.get("COLORTERM", "").strip().lower() in _TRUE_COLOURS
        and "NO_COLOR" not in environment
        and "TEXTUAL_COLOR_SYSTEM" not in environment
        and not store.stamp(store.settings())
        and not os.path.exists(store.folder())
    )
