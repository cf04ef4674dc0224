"""Reading in passing, for what is printed and not kept: short texts here, all else beside.

What a stranger's page, feed or mail makes of a parser is the stranger's choice. A process that
takes too long over one is ended, with a sentence; the files after it are still read.
"""

from __future__ import annotations

import atexit
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article
    from briefing.model.collection import Collection
    from briefing.sources import RawSource
    from briefing.worker import Worker


def article(location: str) -> Article:
    """Reads a file, an address, or standard input for ``"-"``, as one article.

    Raises:
        UnreadableError: when there is no article to be had there, or there are several.
        BriefingError: when it takes too long to read.
    """
    from briefing.sources import single

    return single(contents(location))


def contents(location: str) -> Collection:
    """Reads a file, an address, or standard input for ``"-"``: one article, or those of a feed.

    Raises:
        UnreadableError: when there is nothing to read there.
        BriefingError: when it takes too long to read.
    """
    from briefing import sources
    from briefing.sources.weight import is_light

    raw = loaded(location)
    if not is_light(raw):
        from briefing import worker

        return _beside().contents(raw, worker.PATIENCE)
    from briefing.reading.structure import arranged

    _silence()
    return arranged(sources.contents(raw))


def loaded(location: str) -> RawSource:
    """A document, fetched within the reader's limits; files need no settings."""
    from briefing import sources

    if not sources.is_address(location):
        return sources.load(location)
    from briefing.settings import Settings

    return sources.load(location, Settings.load().limits)


def brief(article: Article) -> Briefing:
    """Reads an article for what it says.

    Raises:
        BriefingError: when that takes too long.
    """
    from briefing.model.article import Media
    from briefing.settings import Settings
    from briefing.sources.weight import LIGHT

    engine = Settings.load().engine or "auto"
    if len(article.text) > LIGHT or article.origin.media is Media.HTML:  # it was parsed there
        from briefing import worker

        return _beside().brief(article, engine, worker.PATIENCE)
    from briefing.reading import brief as reading

    return reading.brief(article, engine)


@cache
def _beside() -> Worker:
    """The process that reads what is not light, with no less right to the processor than this."""
    from briefing.worker import Worker

    worker = Worker(nice=0)
    atexit.register(worker.close)
    return worker


def _silence() -> None:
    """Lets nobody hear what libraries log: it is no sentence for a reader."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())
