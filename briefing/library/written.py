"""What the reading process sends: a briefing as it is kept, and not as objects.

A briefing of a long article is of very many, and to make them all again here holds up every key
meanwhile. As it is kept its long sequences are columns, of which a value is made when it is asked
for.
"""

from __future__ import annotations

from briefing.library.codec import decode, encode
from briefing.model.annotations import Briefing
from briefing.model.article import Article
from briefing.worker import Worker


def written(article: Article, engine: str) -> str | bytes:
    """Reads an article, in the process this is called in, and writes its briefing down.

    Args:
        article: with its structure.
        engine: what finds the names, as the settings call it.

    Raises:
        SettingsError: when there is no such engine, or it is not installed.
    """
    from briefing.reading.brief import brief

    return encode(brief(article, engine))


def read_beside(worker: Worker, article: Article, engine: str) -> tuple[Briefing, str | bytes]:
    """Has an article read in the worker's process.

    Args:
        worker: whose process reads.
        article: with its structure.
        engine: what finds the names, as the settings call it.

    Returns:
        The briefing, and how it is written down.

    Raises:
        CancelledError: when the reading was stopped meanwhile.
        BriefingError: when it failed.
    """
    subject = article.title or article.origin.location
    stored = worker.run(written, article, engine, subject=subject)
    return decode(Briefing, stored), stored
