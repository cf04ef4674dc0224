"""The use case of reading: the briefing of an article, with the reader's own corrections."""

from __future__ import annotations

from briefing.library.database import Database
from briefing.library.preferences import Preferences
from briefing.library.store import Articles
from briefing.model.annotations import Briefing, Entity
from briefing.model.article import Article
from briefing.model.errors import BriefingError
from briefing.worker import Worker

_APART = "apart "
"""Before an article's digest: the preference that says which of its names are taken apart."""


class BriefDesk:
    """The part of the reader's desk where articles are read.

    Args:
        database: the library.
        worker: the process that reads.
        engine: what finds the names, as the settings call it.
    """

    def __init__(self, database: Database, worker: Worker, engine: str) -> None:
        self._kept = Articles(database)
        self._choices = Preferences(database)
        self._reader = worker
        self._path = database.path
        self._wanted = engine

    @property
    def engine(self) -> str:
        """What finds the names, as the settings call it."""
        return self._wanted

    @property
    def _engine(self) -> str:
        """Name and version of what reads here; another one reads an article anew."""
        from briefing.reading.brief import engine_of

        return engine_of(self.engine)

    def kept_briefing(self, article: Article) -> Briefing | None:
        """The briefing that is kept of an article, with the reader's own corrections."""
        briefing = self._kept.briefing(article.digest, self._engine)
        return None if briefing is None else self._arranged(article, briefing)

    def brief(self, article: Article) -> Briefing:
        """The briefing of an article of the library: the kept one, or a new one, which is kept.

        Raises:
            CancelledError: when :meth:`cancel` or :meth:`close` was called meanwhile.
            BriefingError: when the reading failed.
        """
        briefing = self._kept.briefing(article.digest, self._engine)
        if briefing is None:
            from briefing.library.beside import read

            subject = article.title or article.origin.location
            asked = (self._path, article.digest, self.engine)
            # Not by our own name of the engine: briefing may have been updated since the start.
            engine = self._reader.run(read, *asked, subject=subject)
            briefing = self._kept.briefing(article.digest, engine)
            if briefing is None:
                raise BriefingError(subject, "was read by another version", "Start briefing again.")
        return self._arranged(article, briefing)

    def take_apart(self, article: Article, entity: Entity) -> Briefing:
        """Takes apart names that were merged, or puts together what was taken apart.

        The choice is kept with the article.

        Returns:
            The briefing as it is now.
        """
        briefing = self._kept.briefing(article.digest, self._engine) or self.brief(article)
        apart = self._apart(article.digest)
        whole = next(e for e in briefing.entities if set(entity.mentions) <= set(e.mentions))
        apart ^= {whole.name.start}
        self._choices.set(_APART + article.digest, " ".join(map(str, sorted(apart))))
        return self._arranged(article, briefing)

    def _apart(self, digest: str) -> set[int]:
        """Where the names begin that the reader has taken apart in an article."""
        return {int(start) for start in (self._choices.get(_APART + digest) or "").split()}

    def _arranged(self, article: Article, briefing: Briefing) -> Briefing:
        """A briefing with the reader's own corrections."""
        apart = self._apart(article.digest)
        if not apart:
            return briefing
        from briefing.reading.apart import taken_apart

        return taken_apart(article.text, briefing, apart)

    def cancel(self) -> None:
        """Stops the reading that is under way, because nobody waits for it any more."""
        self._reader.cancel()

    def stop_reading(self) -> None:
        """Ends the reading that is under way, and lets none begin any more: the end is near."""
        self._reader.close()
