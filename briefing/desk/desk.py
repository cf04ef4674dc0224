"""The reader's desk: all that can be done with articles, and what the library knows of them.

Every method may be called from any thread and is short, except :meth:`Desk.brief`, which waits
for a reading without holding up other threads. Heavy parts are imported where they are used:
a screen that shows a kept article needs neither a parser nor an engine.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.desk.comparing import CompareDesk
from briefing.desk.front import FrontDesk
from briefing.desk.openings import OpeningDesk
from briefing.desk.refreshing import RefreshDesk
from briefing.desk.searching import SearchDesk
from briefing.library.database import Database
from briefing.library.preferences import Preferences
from briefing.library.related import Related, Resolved, Similar
from briefing.model.errors import BriefingError
from briefing.worker import Worker

if TYPE_CHECKING:
    from briefing.desk.archiving import Archive
    from briefing.desk.intake import Intake
    from briefing.desk.subscriptions import Subscriptions
    from briefing.settings import Settings


_LAST = "last article"


class Desk(OpeningDesk, FrontDesk, SearchDesk, CompareDesk, RefreshDesk):
    """One reader's desk: the library, the notes and the worker that reads."""

    def __init__(self, settings: Settings, database: Database) -> None:
        OpeningDesk.__init__(self, settings, database, Worker())
        SearchDesk.__init__(self, database)
        CompareDesk.__init__(self, database)
        RefreshDesk.__init__(self, database)
        FrontDesk.__init__(self, database)
        self._related = Related(database)
        self._preferences = Preferences(database)

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """Opens the library, creating it at the first start.

        Raises:
            LibraryError: when it cannot be used; a damaged one is set aside and told in
                :attr:`notices`.
        """
        return cls(settings, Database(settings.library))

    def close(self) -> None:
        """Ends the workers and closes the library."""
        self._worker.close()
        self.close_search()
        self._ahead.close()
        if "subscriptions" in vars(self):  # else nobody asked for them
            self.subscriptions.close()
        self._database.close()

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """The feeds that the reader follows."""
        from briefing.desk.subscriptions import Subscriptions

        return Subscriptions(self._database, self.settings.limits)

    @cached_property
    def intake(self) -> Intake:
        """Adding files and folders."""
        from briefing.desk.intake import Intake

        settings = self.settings
        own = (settings.notes_folder, settings.data_folder, settings.state_folder)
        return Intake(self._database, self.contents, map(str, own))

    @cached_property
    def archive(self) -> Archive:
        """Taking everything along, and bringing it back."""
        from briefing.desk.archiving import Archive

        return Archive(self._database, self.notes)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences the reader should see: about the settings file, or a damaged library."""
        return (*self.settings.warnings, *self._database.notices)

    def seed(self) -> str:
        """The path of the article that a first start shows."""
        from briefing.resources import seeds

        folder = seeds()
        found = sorted(path for path in folder.iterdir() if path.is_file())
        if not found:
            raise BriefingError(str(folder), "holds no article", "Install briefing again.")
        return str(found[0])

    def last(self) -> str | None:
        """The digest of the article that was read last."""
        return self._preferences.get(_LAST)

    def visit(self, digest: str) -> None:
        """Notes that an article is being read: it counts as read, and ``briefing`` opens here.

        Opening an article does not write: it would wait for another process that does. What is
        noted already is not written again.
        """
        if self.last() != digest:
            self._preferences.set(_LAST, digest)
        if not self._library.read_among((digest,)):
            self._library.mark_read(digest, True)

    def remember(self, digest: str, position: int) -> None:
        """Keeps the character offset where reading was left."""
        self._library.remember(digest, position)

    def resolve(self, title: str) -> Resolved | None:
        """The library's article with this title, or the best guess at it."""
        return self._related.resolve(title)

    def similar(self, digest: str, most: int = 6) -> tuple[Similar, ...]:
        """The articles that are most about what an article is about, with what ties them.

        While many have come just now, some may be missing; see :meth:`settled`.
        """
        self._ahead.cover()  # what has just come can be alike, too
        return self._related.similar(digest, most)

    def settled(self) -> bool:
        """Whether no article is new to :meth:`similar`."""
        return self._coverage.missing() == 0

    def newest(self) -> int:
        """A number that is a higher one when an article has come, from whatever process."""
        return self._library.newest()

    def want(self, digest: str, title: str) -> None:
        """Keeps a related title of an article that is not in the library as wanted."""
        self._related.want(digest, title)

    def wanted(self) -> tuple[str, ...]:
        """The related titles that were asked for and have not come yet."""
        return self._related.wanted()

    @staticmethod
    def may_open(address: str) -> bool:
        """Whether a browser may be sent there: an http, https or mailto address, and whole."""
        from briefing.sources.urls import safe_url

        return safe_url(address) == address != ""

    @staticmethod
    def shown_address(address: str) -> str:
        """An address as a reader may see it: a host that could pass for another in punycode."""
        from briefing.sources.urls import shown_url

        return shown_url(address)

    def preference(self, name: str) -> str | None:
        """What was remembered under a name, such as the theme."""
        return self._preferences.get(name)

    def prefer(self, name: str, value: str) -> None:
        """Remembers a value under a name."""
        self._preferences.set(name, value)

    @property
    def worker(self) -> Worker:
        """The process that does what a reader waits for."""
        return self._worker
