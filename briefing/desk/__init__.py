"""The use cases: what the screen and the command line ask for, in one place."""

from briefing.desk.comparing import Comparison
from briefing.desk.desk import Desk
from briefing.desk.opened import Opened
from briefing.library.history import Change, Revision, Version
from briefing.library.related import Resolved, Similar
from briefing.library.search import Found, Passage, StoppedError
from briefing.library.store import Listing
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
