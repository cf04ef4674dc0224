"""The reader's own editor, which has the terminal to itself while it runs."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

_BY_LINE = frozenset({"vi", "vim", "nvim", "nano", "pico", "emacs", "micro", "joe", "kak", "mg"})
"""Editors that go to a line given as ``+12`` before the file."""


def command() -> str:
    """What the reader has set as an editor; empty for nothing."""
    return os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()


def edit(app: App[Any], editor: str, path: Path, note_id: str = "") -> str:
    """Opens a file in an editor and waits until it is closed.

    Args:
        app: gives the terminal away and takes it back.
        editor: a command with its options.
        path: the file.
        note_id: the note to go to, where the editor can be told a line.

    Returns:
        What went wrong, as a sentence; empty when all is well.
    """
    try:
        words = shlex.split(editor)
        at = [f"+{_line(path, note_id)}"] if note_id and Path(words[0]).name in _BY_LINE else []
        with app.suspend():
            code = subprocess.run([*words, *at, str(path)], check=False).returncode  # noqa: S603 - the reader's own
    except SuspendNotSupported:
        return f"{editor}: this terminal cannot make room for it."
    except (OSError, ValueError) as error:
        return f"{editor}: cannot be started ({error}). Set VISUAL to an editor."
    return f"{editor}: ended with the code {code}; {path} was read back all the same." * bool(code)


def _line(path: Path, note_id: str) -> int:
    """The line of a note's comment, or of its id without one; the first if it is not there."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    at = next((n for n, line in enumerate(lines) if line.rstrip() == f"^{note_id}"), 0)
    after = next((n for n in range(at, min(at + 8, len(lines))) if "briefing:end" in lines[n]), at)
    below = [n for n in (after + 1, after + 2) if n < len(lines) and lines[n].strip()]
    return (below[0] if below else at) + 1
