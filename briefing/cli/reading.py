"""Reading an article within this process, for commands that print and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article
    from briefing.model.collection import Collection


def article(location: str) -> Article:
    """Reads a file, an address, or standard input for ``"-"``, as one article.

    Raises:
        UnreadableError: when there is no article to be had there, or there are several.
    """
    from briefing import sources
    from briefing.reading.structure import structured

    _silence()
    return structured(sources.article(sources.load(location)))


def contents(location: str) -> Collection:
    """Reads a file, an address, or standard input for ``"-"``: one article, or those of a feed.

    Raises:
        UnreadableError: when there is nothing to read there.
    """
    from briefing import sources
    from briefing.reading.structure import arranged

    _silence()
    return arranged(sources.contents(sources.load(location)))


def _silence() -> None:
    """Lets nobody hear what libraries log: it is no sentence for a reader."""
    import logging

    logging.getLogger().addHandler(logging.NullHandler())


def brief(article: Article) -> Briefing:
    """Reads an article for what it says."""
    from briefing.reading import brief as reading
    from briefing.settings import Settings

    return reading.brief(article, Settings.load().engine or "auto")
