"""Comments that are being typed, so that they outlive the program."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.library.database import Database
from briefing.model.article import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment that was being typed."""

    span: Span
    """The passage, in the article as it was then."""
    comment: str
    note_id: str = ""
    """The note it is for; empty for one that was yet to be made."""


class Drafts:
    """What is being typed, one draft an article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, digest: str, draft: Draft) -> None:
        """Keeps what is being typed, one draft an article; cheap enough for every key.

        It survives the end of the program, however sudden. For a power cut it is not flushed:
        that would be a flush for every key.
        """
        values = (draft.note_id, draft.span.start, draft.span.end, draft.comment, digest)
        self._database.write(
            lambda db: db.execute(
                'INSERT OR REPLACE INTO draft (note, start, "end", comment, article) '
                "SELECT ?, ?, ?, ?, id FROM article WHERE digest = ?",
                values,
            )
        )

    def draft(self, digest: str) -> Draft | None:
        """What was being typed on an article when the program ended."""
        row = self._database.read(
            lambda db: db.execute(
                'SELECT start, "end", comment, note FROM draft JOIN article ON article = id '
                "WHERE digest = ?",
                (digest,),
            ).fetchone()
        )
        return Draft(Span(row[0], row[1]), row[2], row[3]) if row else None

    def drop(self, digest: str) -> None:
        """Forgets a draft: it has become a comment, or nobody wants it."""
        self._database.write(
            lambda db: db.execute(
                "DELETE FROM draft WHERE article = (SELECT id FROM article WHERE digest = ?)",
                (digest,),
            )
        )
