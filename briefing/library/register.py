"""What the library knows of notes files: where they are, and what they held when last in step."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from briefing.library.codec import encode
from briefing.library.database import Database
from briefing.library.notebook import COLUMNS, change_comment, find, loaded
from briefing.library.paths import loaded_path, stored_path
from briefing.model.notes import Note


class Register:
    """The notes files of articles, and the articles of notes files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def held(self, digest: str) -> tuple[tuple[Note, str | None, bool], ...]:
        """All there is on the notes of an article's versions, oldest first, deleted ones too.

        Returns:
            Each note, its comment as the notes file last had it (``None`` if it never did),
            and whether it was deleted.
        """
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT {COLUMNS}, filed, deleted FROM note "  # noqa: S608 - our own names
                "JOIN article ON article = article.id "
                "WHERE story = (SELECT story FROM article WHERE digest = ?) ORDER BY note.rowid",
                (digest,),
            ).fetchall()
        )
        return tuple((loaded(row), row[4], bool(row[5])) for row in rows)

    def settle(
        self,
        digest: str,
        comments: Mapping[str, str],
        filed: Mapping[str, str | None],
        found: Sequence[Note] = (),
    ) -> None:
        """Takes over what a notes file says.

        Args:
            digest: the article's.
            comments: comments as the file has them, by note.
            filed: what the file holds as the comment of each note; ``None`` for not in it.
            found: notes of the file that the library does not have. An id that a note of
                another article has already is passed over: the block was copied from there.
        """

        def work(db: sqlite3.Connection) -> None:
            for note in found:
                db.execute(
                    "INSERT OR IGNORE INTO note (id, article, created, anchor, comment) "
                    "SELECT ?, id, ?, ?, ? FROM article WHERE digest = ?",
                    (note.id, note.created, encode(note.anchor), note.comment, digest),
                )
            for note_id, comment in comments.items():
                row = find(db, note_id)
                if row is not None and not row[4]:  # not deleted meanwhile by another process
                    change_comment(db, note_id, comment)
            for note_id, last in filed.items():
                db.execute("UPDATE note SET filed = ? WHERE id = ?", (last, note_id))

        if comments or filed or found:
            self._database.write(work, durable=True)

    def noted(self) -> tuple[str, ...]:
        """The digests of all articles with notes: of each the newest version.

        The one with the newest note comes first; the hour of a note does not tell two of the same
        second apart.
        """
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM (SELECT story AS noted, max(note.rowid) AS last FROM note "
                "JOIN article ON article = article.id WHERE NOT deleted GROUP BY story) "
                "JOIN article ON id = (SELECT max(id) FROM article WHERE story = noted) "
                "ORDER BY last DESC"
            ).fetchall()
        )
        return tuple(row[0] for row in rows)

    def article_of(self, note_id: str) -> str | None:
        """The digest of the newest version of the article that a note is on."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM article WHERE story = (SELECT story FROM note "
                "JOIN article ON article = article.id WHERE note.id = ?) ORDER BY id DESC LIMIT 1",
                (note_id,),
            ).fetchone()
        )
        return str(row[0]) if row else None

    def newest(self, digest: str) -> str | None:
        """The digest of the newest version of an article; ``None`` for one that is not here."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM article WHERE story = "
                "(SELECT story FROM article WHERE digest = ?) ORDER BY id DESC LIMIT 1",
                (digest,),
            ).fetchone()
        )
        return str(row[0]) if row else None

    def versions(self, digest: str) -> frozenset[str]:
        """The digests of all versions of an article, its own among them."""
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM article "
                "WHERE story = (SELECT story FROM article WHERE digest = ?)",
                (digest,),
            ).fetchall()
        )
        return frozenset({digest, *(row[0] for row in rows)})

    def file(self, digest: str) -> str | None:
        """Where the notes of an article, or of a version of it, were saved last."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT path FROM notes_file "
                "WHERE story = (SELECT story FROM article WHERE digest = ?)",
                (digest,),
            ).fetchone()
        )
        return loaded_path(row[0]) if row else None

    def file_is(self, digest: str, path: str) -> None:
        """Remembers where the notes of an article were saved."""
        self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO notes_file (path, story) "
                "SELECT ?, story FROM article WHERE digest = ?",
                (stored_path(path), digest),
            )
        )
