"""Examining the folder of notes files: whether it can be written, and what saves have left."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing.model.health import Finding, State

PART = "notes"

_MINUTES = 10.0
"""Minutes after which an unfinished file is certainly nobody's any more."""
_TOLD = 3
"""Files that are told by name."""


def examine(folder: Path, *, repair: bool = False) -> Iterator[Finding]:
    """Looks at the notes folder.

    Args:
        folder: where notes are saved.
        repair: whether to remove what unfinished saves have left. Nothing is lost by it: what
            they were to hold is in the library.
    """
    if not folder.exists():
        yield Finding(PART, State.WELL, f"{folder}: is made when notes are saved first.")
        return
    if not folder.is_dir():
        yield Finding(PART, State.WRONG, f"{folder}: is no folder. Name one with notes_folder.")
        return
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        files = sum(1 for _ in folder.glob("*.md"))
    except OSError as error:
        yield Finding(
            PART, State.WRONG,
            f"{folder}: cannot be written ({error.strerror}). Check its permissions, or name "
            "another with notes_folder.",
        )  # fmt: skip
        return
    yield Finding(PART, State.WELL, f"{folder}: can be written (notes files {files}).")
    yield from _unfinished(folder, repair=repair)


def _unfinished(folder: Path, *, repair: bool) -> Iterator[Finding]:
    """What saves that were killed have left."""
    left = [file for file in folder.glob(".*.????????.tmp") if _abandoned(file)]
    if not left:
        return
    if repair:
        for file in left:
            with suppress(OSError):
                file.unlink()
        gone = len([file for file in left if not file.exists()])
        yield Finding(PART, State.MENDED, f"{folder}: unfinished files removed {gone}.")
        return
    names = ", ".join(file.name for file in left[:_TOLD]) + (" ..." if len(left) > _TOLD else "")
    yield Finding(
        PART, State.WRONG,
        f"{folder}: unfinished files {len(left)} ({names}). `briefing doctor --repair` removes "
        "them; what they were to hold is in the library.",
        mendable=True,
    )  # fmt: skip


def _abandoned(file: Path) -> bool:
    try:
        return time.time() - file.stat().st_mtime > _MINUTES * 60
    except OSError:
        return False
