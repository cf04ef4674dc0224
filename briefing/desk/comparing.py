"""The use cases of versions: which there are of an article, and what changed between two."""

from __future__ import annotations

from abc import ABC, abstractmethod

from briefing.library.database import Database
from briefing.library.history import History, Revision, Version
from briefing.library.related import Resolved
from briefing.library.store import Articles
from briefing.model.article import Article
from briefing.model.errors import LibraryError
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one version of an article to another."""

    old: Article
    new: Article
    revisions: tuple[Revision, ...]

    def counts(self) -> tuple[int, int]:
        """How many words went, and how many came."""
        changes = [change for revision in self.revisions for change in revision.changes]
        return (
            sum(len(change.old.of(self.old.text).split()) for change in changes),
            sum(len(change.new.of(self.new.text).split()) for change in changes),
        )


class CompareDesk(ABC):
    """The part of the reader's desk where versions lie side by side."""

    def __init__(self, database: Database) -> None:
        self._library = Articles(database)
        self._history = History(database)

    @abstractmethod
    def article(self, location: str) -> Article:
        """Reads an article without putting it anywhere."""

    @abstractmethod
    def resolve(self, title: str) -> Resolved | None:
        """The library's article with a title."""

    def versions(self, digest: str) -> tuple[Version, ...]:
        """All versions of an article that the library has, the oldest first."""
        return self._history.versions(digest)

    def located(self, location: str) -> str:
        """The digest of the newest version of what was read from an address; empty for nothing."""
        found = self._history.at(location)
        return found[-1].digest if found else ""

    def compare(self, old: Article, new: Article) -> Comparison:
        """What changed from one text to another."""
        from briefing.library.difference import difference

        return Comparison(old, new, difference(old.text, new.text))

    def changed(self, article: Article) -> Comparison | None:
        """What changed in an article since its earlier version; ``None`` without one.

        Args:
            article: as it is now; of the library, or just read from its file.
        """
        known = self._history.versions(article.digest)
        if not known:  # read anew, and not put in: the library has what it was before
            known = self._history.at(article.origin.location)
            earlier = known[-1:]
        else:
            at = [version.digest for version in known].index(article.digest)
            earlier = known[max(at - 1, 0) : at]
        if not earlier:
            return None
        return self.compare(self._library.article(earlier[0].digest), article)

    def titled(self, title: str) -> Article:
        """The newest version of the library's article with a title.

        Raises:
            LibraryError: when there is none.
        """
        found = self.resolve(title)
        if found is None:
            raise LibraryError(title, "is neither a file nor the title of an article here")
        return self._library.article(self._history.versions(found.digest)[-1].digest)
