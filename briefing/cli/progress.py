"""How far a long command is, on a terminal; in a pipe nothing is drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from briefing.cli.streams import one_line


class Progress(Protocol):
    """Where a command tells how far it is; may be called from any thread."""

    def note(self, what: str) -> None:
        """Says what is being worked on."""

    def step(self, count: int = 1) -> None:
        """Says that so many more are done."""


class _Silent:
    def note(self, what: str) -> None:
        """Says nothing."""

    def step(self, count: int = 1) -> None:
        """Says nothing."""


def _cut(what: str, room: int) -> str:
    """What fits of a path, the end of it, or of a title, its beginning."""
    if len(what) <= room:
        return what
    return f"…{what[-room:]}" if os.sep in what else f"{what[:room].rstrip()}…"


@contextmanager
def progress(total: int | None, unit: str) -> Iterator[Progress]:
    """Draws a bar on standard error, which is gone when all is done.

    Args:
        total: how many there are; ``None`` when nobody knows yet.
        unit: what they are.
    """
    if not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True, markup=False, emoji=False, highlight=False)
    bar = Bar(
        MofNCompleteColumn(),
        TextColumn(unit, markup=False),
        BarColumn(bar_width=20),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # else results would be drawn here, not written there
    )
    with bar:
        task = bar.add_task("", total=total)

        class Drawn:
            def note(self, what: str) -> None:
                room = max(10, console.width - 45)
                bar.update(task, description=_cut(one_line(what), room))

            def step(self, count: int = 1) -> None:
                bar.advance(task, count)

        yield Drawn()
