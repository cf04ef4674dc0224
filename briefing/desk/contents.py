"""The use case of understanding: what there is at a location, before it is put anywhere."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model.article import Article
from briefing.model.errors import UnreadableError
from briefing.worker import Worker

if TYPE_CHECKING:
    from briefing.model.collection import Collection
    from briefing.settings import Settings
    from briefing.sources import RawSource


class ContentDesk:
    """The part of the reader's desk where files and pages are understood."""

    def __init__(self, worker: Worker, settings: Settings) -> None:
        self._worker = worker
        self.settings = settings

    def article(self, location: str) -> Article:
        """Reads a file, an address, or standard input for ``"-"``, as its first article, without
        putting it anywhere.

        Raises:
            UnreadableError: when there is no article to be had there.
        """
        return self.contents(location).articles[0]

    def contents(self, location: str) -> Collection:
        """Reads a file, an address, or standard input for ``"-"``, without putting it anywhere.

        A light text is parsed here, anything else in the worker: parsing a page would hold up
        every key.

        Raises:
            UnreadableError: when there is no article to be had there.
        """
        from briefing.sources import load

        if is_entry(location):
            return self._entry(location.partition("#")[0], location)
        return self._understood(load(location, self.settings.limits))

    def _understood(self, raw: RawSource) -> Collection:
        from briefing.sources.weight import is_light

        if is_light(raw):
            from briefing.reading.structure import arranged
            from briefing.sources import contents

            found = arranged(contents(raw))
        else:
            found = self._worker.contents(raw)
        if not found.articles:
            raise wordless(raw.location)
        return found

    def _entry(self, whole: str, location: str) -> Collection:
        """The one entry of a feed's file or a mailbox that came with this location."""
        found = self.contents(whole)
        path = os.path.abspath(location)
        entries = tuple(
            entry
            for entry in found.entries
            if entry.article is not None and entry.article.origin.location == path
        )
        if not entries:
            raise UnreadableError(location, "is not in this file any more")
        return replace(found, entries=entries)


def wordless(location: str) -> UnreadableError:
    """The error that a location holds nothing to read."""
    return UnreadableError(location, "there are no words in it")


def is_entry(location: str) -> bool:
    """Whether a location is that of an entry in a feed's file or a mailbox."""
    from briefing.sources import is_address

    key = location.partition("#")[2]
    return bool(key) and not is_address(location) and not os.path.exists(location)
