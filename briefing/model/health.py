"""What an examination finds of the library, the notes, the settings and the terminal."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.records import dataclass


class State(StrEnum):
    """How something was found."""

    WELL = "well"
    NOTED = "noted"
    """Nothing is wrong, but it is good to know."""
    WRONG = "wrong"
    MENDED = "mended"
    """It was wrong, and is so no more."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    part: str
    """What it belongs to: ``library``, ``notes``, ``settings``, ``reading`` or ``terminal``."""
    state: State
    words: str
    """How it is, as a sentence that names the file or setting, and what to do about it."""
    mendable: bool = False
    """Whether it can be repaired without loss, by asking for it."""
