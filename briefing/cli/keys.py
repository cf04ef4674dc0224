"""``briefing keys``: the map of the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.cli.streams import say


def print_keys(*, json: bool = False) -> int:
    """Prints every command with its keys, those of the settings included."""
    say(_data() if json else _table())
    return 0


def _table() -> Iterator[str]:
    from briefing.settings import Settings
    from briefing.ui.commands import COMMANDS
    from briefing.ui.keymap import keymap, shown

    settings = Settings.load()
    keys = keymap(settings.keys, str(settings.file))
    written = {name: "  ".join(map(shown, those)) for name, those in keys.items()}
    width = max(map(len, written.values()))
    names = max(map(len, written))
    group = ""
    for command in COMMANDS:
        if command.group != group:
            group = command.group
            yield from ([""] if group != COMMANDS[0].group else [])
            yield group
        yield f"  {written[command.name]:<{width}}  {command.name:<{names}}  {command.title}"
    yield ""
    yield f"Keys are set by these names below [keys] in {settings.file}"


def _data() -> Iterator[str]:
    from briefing.cli.data import line
    from briefing.settings import Settings
    from briefing.ui.commands import COMMANDS
    from briefing.ui.keymap import keymap

    settings = Settings.load()
    keys = keymap(settings.keys, str(settings.file))
    for command in COMMANDS:
        yield line(
            {
                "name": command.name,
                "keys": keys[command.name],
                "title": command.title,
                "group": command.group,
            }
        )
