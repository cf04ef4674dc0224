"""Where pages and looks are kept from one start to the next.

One file for the looks in each kind of terminal, and one for the page of each of the last
articles, below the state folder: what may be lost without loss. A file is lines of
``name=value``, a blank line, and the page's rows. They are written by the screen alone, and what
is not as expected is passed over.
"""

from __future__ import annotations

import os
import sys

from briefing import __version__

TYPE_CHECKING = False  # typing costs more than the proof
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

MOST = 40
"""Pages kept, about half a megabyte."""

ALONE = ""
"""The location under which the page is kept that ``briefing`` alone begins with."""

_ENVIRONMENT = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM")
"""What says how colours reach the terminal."""

_UNPRINTABLE = dict.fromkeys(
    (0xA0, 0x61C, 0x1680, *range(0x2000, 0x2010), 0x202F, 0x205F, 0x3000)
)  # fmt: skip
"""Spaces and joiners, which are not printable to Python and yet harmless."""

Fields = dict[str, str]


class passing:  # noqa: N801 - it is used as a function is
    """Lets faults of some kinds pass: ``contextlib.suppress``, which takes a millisecond to import.

    Args:
        kinds: their classes.
    """

    def __init__(self, *kinds: type[BaseException]) -> None:
        self._kinds = kinds

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> bool:
        return kind is not None and issubclass(kind, self._kinds)


def folder() -> str:
    """Where proofs are kept; ``Settings`` knows the state folder too, but not as soon."""
    if home := os.environ.get("BRIEFING_HOME"):
        state = os.path.join(os.path.abspath(os.path.expanduser(home)), "state")
    elif sys.platform == "darwin":
        state = os.path.expanduser("~/Library/Application Support/briefing")
    else:
        base = os.environ.get("XDG_STATE_HOME", "").strip() or os.path.expanduser("~/.local/state")
        state = os.path.join(base, "briefing")
    return os.path.join(state, "proofs")


def settings() -> str:
    """The path of the settings file, as ``Settings`` has it."""
    if home := os.environ.get("BRIEFING_HOME"):
        return os.path.join(os.path.abspath(os.path.expanduser(home)), "settings.toml")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Application Support/briefing/settings.toml")
    base = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
    return os.path.join(base, "briefing", "settings.toml")


def stamp(path: str) -> str:
    """The state of a file in a word; empty when it is not there."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    return f"{status.st_mtime_ns}:{status.st_size}"


def surroundings() -> Fields:
    """What the looks of a page depend on: program, terminal and settings."""
    return {
        "version": __version__,
        "terminal": "|".join(os.environ.get(name, "-") for name in _ENVIRONMENT),
        "settings": stamp(settings()),
    }


def name_of(location: str) -> str:
    """The file in which the page of an article is kept."""
    return _number(os.fsencode(location)) if location != ALONE else "alone"


def looks_for(around: Fields) -> str:
    """The file in which the looks in this kind of terminal are kept."""
    return f"looks-{_number(around['terminal'].encode('utf-8', 'surrogateescape'))}"


def _number(data: bytes) -> str:
    """A number for a name, as digits: FNV-1a in 64 bits (Fowler, Noll and Vo). Those that Python
    brings are in libraries of their own.
    """
    number = 0xCBF29CE484222325
    for byte in data:
        number = (number ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{number:016x}"


def read(name: str) -> tuple[Fields, list[str]] | None:
    """A kept file's fields and rows; ``None`` when there is none, or it is damaged."""
    try:
        with open(os.path.join(folder(), name), "rb") as file:
            text = file.read().decode("utf-8", "surrogateescape")
    except OSError:
        return None
    head, _, body = text.partition("\n\n")
    pairs = [line.partition("=") for line in head.split("\n")]
    fields = {key: value for key, _, value in pairs}
    rows = body.split("\n") if body else []
    looks = [value for key, value in fields.items() if key.startswith("look.")]
    return (fields, rows) if _sound(body) and all(map(_numbers, looks)) else None


def _sound(body: str) -> bool:
    """Whether rows do nothing to a terminal but give words their looks: a file may be spoilt, and
    what stands in it is written as it is.
    """
    first, *styled = body.split("\x1b[")
    pieces = [piece.partition("m") for piece in styled]
    looks = [look for look, sign, _ in pieces if sign]
    words = "".join([first, *(words for *_, words in pieces)]).replace("\n", "")
    sound = words.isprintable() or words.translate(_UNPRINTABLE).isprintable()
    return sound and len(looks) == len(pieces) and _numbers("".join(looks))


def _numbers(look: str) -> bool:
    """Whether these are parameters of the sequence that gives words their look, and no others."""
    return (look.isascii() and look.replace(";", "0").isdigit()) or not look


def write(name: str, fields: Mapping[str, str], rows: list[str] | None = None) -> None:
    """Keeps a file, or does not: nobody should hear of it."""
    lines = [f"{key}={value}" for key, value in fields.items() if "\n" not in value]
    data = "\n".join([*lines, "", *(rows or [])]).encode("utf-8", "surrogateescape")
    path = os.path.join(folder(), name)
    temporary = f"{path}.{os.getpid()}"
    with passing(OSError):
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        with open(temporary, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(data)
        os.replace(temporary, path)


def forget(name: str) -> None:
    """Lets a kept file go."""
    with passing(OSError):
        os.unlink(os.path.join(folder(), name))


def prune() -> None:
    """Lets the oldest pages go when there are too many."""
    with passing(OSError), os.scandir(folder()) as entries:
        pages = [entry for entry in entries if not entry.name.startswith(("looks", "alone"))]
        pages.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
        for entry in pages[MOST:]:
            os.unlink(entry.path)
