"""The table of keys in README, made from the registry: ``python -m tests.readme`` renews it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from briefing.ui.commands import COMMANDS, Command
from briefing.ui.keymap import shown

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- keys: python -m tests.readme -->\n", "<!-- end of keys -->\n"


def table() -> str:
    """The keys of every command, a line of the table for each part of the help."""
    rows = ["| what | keys |", "| --- | --- |"]
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        rows.append(f"| **{group}** | {' · '.join(map(_cell, commands))} |")
    return "\n".join(rows) + "\n"


def renewed(text: str) -> str:
    """README with the table as it must be."""
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + table() + END + rest.partition(END)[2]


def _cell(command: Command) -> str:
    keys = " ".join(
        f"`` {shown(key)} ``" if key == "`" else f"`{shown(key)}`" for key in command.keys
    )
    return f"{keys} {command.title[:1].lower()}{command.title[1:]}"


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
