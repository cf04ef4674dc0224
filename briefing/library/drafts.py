"""Comments that are being typed, so that they outlive the program."""

from __future__ import annotations

from briefing.library.database import Database
from briefing.model.article import Span
from briefing.model.notes import Draft

# A draft goes on from where it was begun: its base is found once and stays.
_KEEP = """
INSERT OR REPLACE INTO draft (article, note, start, "end", comment, base)
SELECT id, :note, :start, :end, :comment, coalesce(
    (SELECT base FROM draft WHERE draft.article = article.id AND draft.note = :note),
    (SELECT comment FROM note WHERE note.id = :note),
    ''
) FROM article WHERE digest = :digest
"""


class Drafts:
    """What is being typed, one draft an article."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, digest: str, draft: Draft) -> None:
        """Keeps what is being typed, one draft an article; cheap enough for every key.

        It survives the end of the program, however sudden. For a power cut it is not flushed:
        that would be a flush for every key.
        """
        values = {
            "digest": digest,
            "note": draft.note_id,
            "start": draft.span.start,
            "end": draft.span.end,
            "comment": draft.comment,
        }
        self._database.write(lambda db: db.execute(_KEEP, values))

    def draft(self, digest: str) -> tuple[Draft, str] | None:
        """What was being typed on an article, and the comment that the typing began with."""
        row = self._database.read(
            lambda db: db.execute(
                'SELECT start, "end", comment, note, base FROM draft '
                "JOIN article ON article = id WHERE digest = ?",
                (digest,),
            ).fetchone()
        )
        return (Draft(Span(row[0], row[1]), row[2], row[3]), row[4]) if row else None

    def begun(self) -> tuple[tuple[str, Draft], ...]:
        """Every draft with the digest of its article, the article that came last first."""
        rows = self._database.read(
            lambda db: db.execute(
                'SELECT digest, start, "end", comment, note FROM draft '
                "JOIN article ON article = id ORDER BY id DESC"
            ).fetchall()
        )
        return tuple((row[0], Draft(Span(row[1], row[2]), row[3], row[4])) for row in rows)

    def base(self, note_id: str) -> str | None:
        """The comment that the typing of a note's draft began with, if it has a draft."""
        row = self._database.read(
            lambda db: db.execute("SELECT base FROM draft WHERE note = ?", (note_id,)).fetchone()
        )
        return str(row[0]) if row else None

    def drop(self, digest: str) -> None:
        """Forgets a draft: it has become a comment, or nobody wants it."""
        self._database.write(
            lambda db: db.execute(
                "DELETE FROM draft WHERE article = (SELECT id FROM article WHERE digest = ?)",
                (digest,),
            )
        )
