"""Opening articles: from a file, an address, a note or the library."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.briefings import BriefDesk
from briefing.desk.clippings import ClippingDesk, reference
from briefing.desk.contents import ContentDesk, is_entry, wordless
from briefing.desk.opened import Opened
from briefing.library.database import Database
from briefing.library.files import Files, state_of
from briefing.model.article import Article
from briefing.model.errors import LibraryError, UnreadableError
from briefing.model.notes import Standing
from briefing.worker import PATIENCE, Worker

if TYPE_CHECKING:
    from briefing.settings import Settings

_LONG = 400_000
"""Bytes from which the beginning of a file is shown before the rest has been parsed."""


class OpeningDesk(ContentDesk, BriefDesk, ClippingDesk):
    """What brings an article before the reader, and into the library on the way.

    Args:
        settings: the reader's.
        database: the library.
        worker: the process that does what a reader waits for.
    """

    def __init__(self, settings: Settings, database: Database, worker: Worker) -> None:
        ContentDesk.__init__(self, worker, settings)
        BriefDesk.__init__(self, database, worker, settings.engine or "auto")
        ClippingDesk.__init__(self, database, settings.notes_folder, wikilinks=settings.wikilinks)
        self._worker = worker
        self._database = database
        self._files = Files(database)

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
