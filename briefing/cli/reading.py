"""Reading an article within this process, for commands that print and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article


def article(location: str) -> Article:
    """Reads a file, or standard input for ``"-"``, as an article.

    Raises:
        UnreadableError: when there is no article to be had there.
    """
    import logging

    from briefing import sources
    from briefing.reading.structure import structured

    # What libraries log is no sentence for a reader.
    logging.getLogger().addHandler(logging.NullHandler())
    return structured(sources.article(sources.load(location)))


def brief(article: Article) -> Briefing:
    """Reads an article for what it says."""
    from briefing.reading import brief as reading
    from briefing.settings import Settings

    return reading.brief(article, Settings.load().engine or "auto")
