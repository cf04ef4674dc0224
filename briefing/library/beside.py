"""What the reading process does with the library, so that the screen's process does not have to.

A long document is some megabytes and its briefing very many objects. To take either over from
another process, and to store it, keeps the interpreter busy for so long that keys are felt to
wait, whatever thread does it. So the process that reads also stores, and what it sends are
digests. The screen then takes from the library what it shows of an article.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from briefing.library.database import Database
from briefing.library.store import Articles
from briefing.model.article import Article
from briefing.sources import RawSource


def put(path: Path, raw: RawSource) -> list[tuple[str, bool]]:
    """Makes articles of a document and puts them into a library.

    Args:
        path: the library.
        raw: the document.

    Returns:
        The digest of each article, and whether it was new.

    Raises:
        UnreadableError: when there is no article in it.
        LibraryError: when the library cannot be written; nothing is in it then.
    """
    from briefing.reading.structure import arranged
    from briefing.sources import contents

    articles = arranged(contents(raw)).articles
    with _library(path) as library:
        new = library.add_many(articles)
        if len(articles) == 1:
            library.article(articles[0].digest)  # a long one is laid out before it is shown
    return [(article.digest, one) for article, one in zip(articles, new, strict=True)]


def read(path: Path, digest: str, engine: str) -> str:
    """Reads an article of a library, and keeps its briefing there.

    Args:
        path: the library.
        digest: the article's.
        engine: what finds the names, as the settings call it.

    Returns:
        Name and version of the engine, which the briefing is kept under.

    Raises:
        LibraryError: when it is not there, or the library cannot be written.
        SettingsError: when there is no such engine, or it is not installed.
    """
    from briefing.reading.brief import brief

    with _library(path) as library:
        briefing = brief(whole(library.article(digest)), engine)
        library.keep(briefing)
    return briefing.engine


def whole(article: Article) -> Article:
    """An article with all that it has at hand: a reading goes through it again and again."""
    return replace(
        article,
        text=article.text,
        blocks=tuple(article.blocks),
        links=tuple(article.links),
        styles=tuple(article.styles),
    )


@contextmanager
def _library(path: Path) -> Iterator[Articles]:
    database = Database(path)
    try:
        yield Articles(database)
    finally:
        database.close()
