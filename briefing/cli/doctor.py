"""``briefing doctor``: is everything in order, and what can be done about what is not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli import terminal
from briefing.cli.guard import FAILED
from briefing.cli.streams import one_line, say
from briefing.model.errors import BriefingError
from briefing.model.health import Finding, State

if TYPE_CHECKING:
    from briefing.settings import Settings

SIGNS = {State.WELL: "✓", State.NOTED: "·", State.WRONG: "✗", State.MENDED: "✓"}
"""A sign for each state, for the eye; the words say the same."""


def run(*, json: bool = False, repair: bool = False) -> int:
    """Looks at everything and prints a line for each thing that was looked at.

    Returns:
        The exit code: 1 when something is wrong, and stays so.
    """
    wrong = 0

    def counted() -> Iterator[str]:
        nonlocal wrong
        for finding in examined(repair=repair):
            wrong += finding.state is State.WRONG
            yield _data(finding) if json else _line(finding)

    say(counted())
    return FAILED if wrong else 0


def examined(*, repair: bool) -> Iterator[Finding]:
    """All findings, in the order in which one depends on the other."""
    from briefing.desk.doctor import examined as kept

    settings, findings = _settings()
    yield from findings
    yield from kept(settings, repair=repair)
    yield from terminal.here()
    yield from _log()


def _settings() -> tuple[Settings, list[Finding]]:
    """The settings, or the defaults when they cannot be followed; and what is wrong with them."""
    from briefing.settings import Settings

    found: list[Finding] = []
    try:
        settings = Settings.load()
    except BriefingError as error:
        found.append(Finding("settings", State.WRONG, str(error)))
        settings = Settings.load(Path(os.devnull))
    found += [Finding("settings", State.WRONG, warning) for warning in settings.warnings]
    found += _looks(settings)
    if not found:
        there = "can be followed" if settings.file.exists() else "there is none; defaults hold"
        found.append(Finding("settings", State.WELL, f"{settings.file}: {there}."))
    return settings, found


def _looks(settings: Settings) -> Iterator[Finding]:
    """What the settings say that only the screen knows: keys and the theme."""
    from briefing.ui.keymap import keymap
    from briefing.ui.themes import names

    try:
        keymap(settings.keys, str(settings.file))
    except BriefingError as error:
        yield Finding("settings", State.WRONG, str(error))
    if settings.theme and settings.theme not in names():
        words = (
            f"{settings.file}: theme = {settings.theme!r} is none. Known are {', '.join(names())}."
        )
        yield Finding("settings", State.WRONG, words)


def _log() -> Iterator[Finding]:
    """Faults that were met since the log was last thrown away."""
    from briefing.faults import log

    file = log()
    try:
        heads = [line for line in file.read_text("utf-8").splitlines() if line[:1].isdigit()]
    except (OSError, UnicodeDecodeError):
        return
    if heads:
        words = f"{file}: faults kept {len(heads)}, the last on {heads[-1][:10]}; tell its makers."
        yield Finding("log", State.NOTED, words)


def _line(finding: Finding) -> str:
    state = "" if finding.state is State.WELL else f"{finding.state.value}: "
    return f"{SIGNS[finding.state]} {finding.part}: {state}{one_line(finding.words)}"


def _data(finding: Finding) -> str:
    from briefing.cli.data import line

    return line(asdict(finding))
