"""The use cases: what the screen and the command line ask for, in one place.

A name is imported when it is asked for: a screen that opens a known article needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.desk.comparing import Comparison
    from briefing.desk.desk import Desk
    from briefing.desk.opened import Opened
    from briefing.library.history import Change, Revision, Version
    from briefing.library.lane import StoppedError
    from briefing.library.listings import Listing
    from briefing.library.passages import Found, Passage
    from briefing.library.related import Resolved, Similar
    from briefing.model.notes import Draft
    from briefing.notes.checking import Verdict
    from briefing.notes.export import Clipping

__all__ = [
    "Change",
    "Clipping",
    "Comparison",
    "Desk",
    "Draft",
    "Found",
    "Listing",
    "Opened",
    "Passage",
    "Resolved",
    "Revision",
    "Similar",
    "StoppedError",
    "Verdict",
    "Version",
]

_HOMES = {
    "briefing.desk.comparing": ("Comparison",),
    "briefing.desk.desk": ("Desk",),
    "briefing.desk.opened": ("Opened",),
    "briefing.library.history": ("Change", "Revision", "Version"),
    "briefing.library.related": ("Resolved", "Similar"),
    "briefing.library.passages": ("Found", "Passage"),
    "briefing.library.lane": ("StoppedError",),
    "briefing.library.listings": ("Listing",),
    "briefing.model.notes": ("Draft",),
    "briefing.notes.checking": ("Verdict",),
    "briefing.notes.export": ("Clipping",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(import_module(home), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
