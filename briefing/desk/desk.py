"""The reader's desk: opening articles, having them read, and what the library knows of them.

Every method may be called from any thread and is short, except :meth:`Desk.brief`, which waits
for a reading without holding up other threads. Heavy parts are imported where they are used:
a screen that shows a kept article needs neither a parser nor an engine.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.briefings import BriefDesk
from briefing.desk.clippings import ClippingDesk, reference
from briefing.desk.comparing import CompareDesk
from briefing.desk.contents import ContentDesk, is_entry, wordless
from briefing.desk.front import FrontDesk
from briefing.desk.opened import Opened
from briefing.desk.refreshing import RefreshDesk
from briefing.desk.searching import SearchDesk
from briefing.library.database import Database
from briefing.library.files import Files, state_of
from briefing.library.preferences import Preferences
from briefing.library.related import Related, Resolved, Similar
from briefing.model.article import Article
from briefing.model.errors import BriefingError, LibraryError, UnreadableError
from briefing.model.notes import Standing
from briefing.worker import PATIENCE, Worker

if TYPE_CHECKING:
    from briefing.desk.archiving import Archive
    from briefing.desk.intake import Intake
    from briefing.desk.subscriptions import Subscriptions
    from briefing.settings import Settings


_LAST = "last article"
_LONG = 400_000
"""Bytes from which the beginning of a file is shown before the rest has been parsed."""


class Desk(ContentDesk, BriefDesk, FrontDesk, SearchDesk, CompareDesk, ClippingDesk, RefreshDesk):
    """One reader's desk: the library, the notes and the worker that reads."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self._worker = Worker()
        ContentDesk.__init__(self, self._worker, settings)
        BriefDesk.__init__(self, database, self._worker, settings.engine or "auto")
        ClippingDesk.__init__(self, database, settings.notes_folder, wikilinks=settings.wikilinks)
        SearchDesk.__init__(self, database)
        CompareDesk.__init__(self, database)
        RefreshDesk.__init__(self, database)
        FrontDesk.__init__(self, database)
        self._database = database
        self._files = Files(database)
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

    def read(self, location: str, *, visit: bool = True) -> Opened:
        """Reads a file, an address, or standard input for ``"-"``, and puts it in the library.

        Args:
            location: as the reader wrote it. ``NOTES.md#^b-593294b4`` opens the article that a
                notes file is on, where the note stands.
            visit: whether it is to be read now, for which the worker gets ready.

        Raises:
            UnreadableError: when there is no article to be had there.
            LibraryError: when the library cannot be written.
        """
        return self.read_all(location, visit=visit)[0]

    def beginning(self, location: str) -> Opened | None:
        """The first pages of a long file that is new to the library, and not put there.

        It is there at once, and :meth:`read_all` then gives the whole. ``None`` for what is short,
        known, or not to be understood without its end.
        """
        state = state_of(location)
        known = state and self._files.digest(os.path.abspath(location), state) is not None
        if known or not _is_long(location):
            return None
        from briefing.desk.beginning import beginning, head_of
        from briefing.sources.weight import is_light

        raw = head_of(location)
        if raw is None or not is_light(raw):  # such as a page in a text file
            return None
        self._worker.start()  # it gets ready meanwhile
        with suppress(UnreadableError):  # the whole will say so
            return beginning(raw)
        return None

    def read_all(
        self, location: str, *, visit: bool = True, anew: bool = False
    ) -> tuple[Opened, tuple[str, ...]]:
        """Like :meth:`read`, and gives the digests of all that came, as from a feed's file.

        A file that has not changed since it was read is not read again, unless ``anew`` asks
        for it.
        """
        if asked := reference(location):
            opened = self._at_note(*asked, visit=visit)
            return opened, (opened.article.digest,)
        state = state_of(location)
        known = None if anew or not state else self._files.digest(os.path.abspath(location), state)
        if known is not None:
            with suppress(LibraryError):  # damaged: it is read again
                opened = self._opened(self._library.article(known), new=False, visit=visit)
                return opened, (known,)
        found = self._put(location)
        digest, new = found[0]
        if state and len(found) == 1:
            self._files.keep(os.path.abspath(location), state, digest)
        # The library may know more of it: the feed that it came with first named its source.
        opened = self._opened(self._library.article(digest), new=new, visit=visit)
        return opened, tuple(dict.fromkeys(digest for digest, _ in found))

    def _put(self, location: str) -> list[tuple[str, bool]]:
        """Puts what there is at a location into the library: the digests, and which were new.

        What is not light is put there by the worker: it would hold up every key as well.
        """
        from briefing.sources import load
        from briefing.sources.weight import is_light

        raw = None if is_entry(location) else load(location, self.settings.limits)
        if raw is not None and not is_light(raw):
            from briefing.library.beside import put

            path = self._database.path
            found = self._worker.run(put, path, raw, subject=location, seconds=PATIENCE)
            if not found:
                raise wordless(location)
            return found
        articles = (self._understood(raw) if raw else self.contents(location)).articles
        new = self._library.add_many(articles)
        return [(article.digest, one) for article, one in zip(articles, new, strict=True)]

    def _at_note(self, path: Path, note_id: str, *, visit: bool) -> Opened:
        """The article that a note of a file is on, opened where the note stands."""
        article, verdict = self.noted(path, note_id)
        new = self._library.add(article)
        opened = self._opened(article, new=new, visit=visit)
        words = " ".join(verdict.quote.split())
        remark = {
            Standing.CHANGED: f"The words have changed here: the note has “{words}”.",
            Standing.GONE: f"The article does not have “{words}” any more.",
        }.get(verdict.standing, "")
        place = verdict.span.start if verdict.span else opened.position
        return replace(opened, position=place, span=verdict.span, remark=remark)

    def reopen(self, digest: str) -> Opened:
        """Opens an article of the library.

        Raises:
            LibraryError: when it is not there.
        """
        return self._opened(self._library.article(digest), new=False, visit=True)

    def peek(self, digest: str) -> Opened:
        """An article of the library, looked at without being taken up.

        Raises:
            LibraryError: when it is not there.
        """
        return self._opened(self._library.article(digest), new=False, visit=False)

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

    def _opened(self, article: Article, *, new: bool, visit: bool) -> Opened:
        position = 0 if new else self._library.position(article.digest)
        briefing = None if new else self.kept_briefing(article)
        if visit and briefing is None:
            self._worker.start()  # it gets ready while the screen is drawn
        return Opened(article, min(position, article.length), briefing, new)


def _is_long(location: str) -> bool:
    """Whether a file is so long that the wait for all of it is felt."""
    try:
        return os.stat(location).st_size >= _LONG
    except (OSError, ValueError):
        return False
