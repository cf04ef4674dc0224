"""Examining what a reader's desk stands on: the library, the notes folder, the reading engine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.model.errors import BriefingError
from briefing.model.health import Finding, State

if TYPE_CHECKING:
    from briefing.settings import Settings


def examined(settings: Settings, *, repair: bool = False) -> Iterator[Finding]:
    """Looks at everything that is kept, and mends what can be mended without loss if asked to.

    Nothing is opened as reading would open it: no file is made, moved or migrated.
    """
    from briefing.library import health as library
    from briefing.notes import health as notes

    yield from library.examine(settings.library, repair=repair)
    yield from notes.examine(settings.notes_folder, repair=repair)
    yield _engine(settings)


def _engine(settings: Settings) -> Finding:
    """The engine that finds names, loaded for once."""
    from briefing.reading.entities.engines import engine

    try:
        name = engine(settings.engine).name
    except BriefingError as error:
        return Finding("reading", State.WRONG, str(error))
    except Exception as error:  # a library of the system's, or a file of ours, is spoilt
        words = f"the engine cannot be loaded ({type(error).__name__}). Install briefing again."
        return Finding("reading", State.WRONG, words)
    return Finding("reading", State.WELL, f"names are found by {name}.")
