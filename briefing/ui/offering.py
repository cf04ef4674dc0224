"""What the command palette offers: every command of the registry, with its keys."""

from __future__ import annotations

from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing.ui.commands import COMMANDS
from briefing.ui.keymap import shown
from briefing.ui.screens.reader import ReaderScreen

LEFT_OUT = ("palette", "suspend")
"""The palette itself, and what the shell does with a program it stops: that was the last line of
the list, and whoever chose it by a slip found the reader gone."""


class ReaderCommands(Provider):
    """Every command of the registry, for the palette."""

    def _hits(self) -> list[tuple[str, str, str]]:
        screen = self.screen
        keys = screen.keys if isinstance(screen, ReaderScreen) else {}
        return [
            (command.name, command.title, "  ".join(map(shown, keys.get(command.name, ()))))
            for command in COMMANDS
            if command.name not in LEFT_OUT
        ]

    def _run(self, name: str) -> Any:
        return lambda: self.screen.run_action(name)

    async def discover(self) -> Hits:
        """All commands, before anything was typed."""
        for name, title, keys in self._hits():
            yield DiscoveryHit(title, self._run(name), help=keys or None)

    async def search(self, query: str) -> Hits:
        """The commands that match what was typed."""
        matcher = self.matcher(query)
        for name, title, keys in self._hits():
            score = matcher.match(f"{title} {name}")
            if score > 0:
                yield Hit(score, title, self._run(name), help=keys or None)
