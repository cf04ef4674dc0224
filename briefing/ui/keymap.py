"""Which keys do what once the reader's own settings have been heard."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.model.errors import SettingsError
from briefing.ui.commands import BY_NAME, COMMANDS

SHOWN = {
    "space": "Space",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "enter": "Enter",
    "backspace": "Backspace",
    "escape": "Esc",
    "f1": "F1",
}
"""How keys that are not a character are written for a reader."""


def keymap(overrides: Mapping[str, str], where: str = "settings") -> dict[str, tuple[str, ...]]:
    """The keys of every command.

    Args:
        overrides: command names with the keys to put them on, parted by commas or blanks; a
            comma itself is written ``comma``; an empty text takes a command off the keys.
        where: the settings file, for the sentence of an error.

    Raises:
        SettingsError: a command that does not exist, or one key given to two commands, named
            with both. A key the reader takes for one command simply leaves the command that
            had it by default.
    """
    unknown = [name for name in overrides if name not in BY_NAME]
    if unknown:
        raise SettingsError(
            where,
            f"[keys] names {unknown[0]!r}, which is not a command",
            "`briefing keys` lists the names.",
        )
    chosen = {name: tuple(keys.replace(",", " ").split()) for name, keys in overrides.items()}
    owner: dict[str, str] = {}
    for name, keys in chosen.items():
        for key in keys:
            if key in owner:
                raise SettingsError(
                    where,
                    f"[keys] gives {key!r} to both {owner[key]!r} and {name!r}",
                    "Give it to one of them.",
                )
            owner[key] = name
    return {
        command.name: chosen[command.name]
        if command.name in chosen
        else tuple(key for key in command.keys if key not in owner)
        for command in COMMANDS
    }


def shown(key: str) -> str:
    """A key as a reader writes it: ``Ctrl+P`` for ``ctrl+p``."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = SHOWN.get(last, last.upper() if modifiers else last)
    return "+".join([*(part.capitalize() for part in modifiers), name])


def key_of(keys: Mapping[str, tuple[str, ...]], name: str) -> str:
    """The key a command is on, as it is written for a reader; its name where it is on none."""
    found = keys.get(name, ())
    return shown(found[0]) if found else f":{name}"
