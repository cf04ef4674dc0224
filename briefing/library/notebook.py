"""The reader's notes in the library, and what was done to them.

Every change is durable when the call returns: a mark or a comment survives a power cut from
the moment the screen shows it. Nothing is erased: a deleted note stays, so that it can be
brought back, after a restart as well.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.library.codec import decode, encode
from briefing.library.database import Database
from briefing.library.store import loaded_path, now, stored_path
from briefing.model.article import Span
from briefing.model.errors import LibraryError
from briefing.model.notes import Anchor, Note

_COLUMNS = "note.id, anchor, note.created, comment, tags"


@dataclass(frozen=True, slots=True)
class Draft:
    """A comment that was being typed."""

    span: Span
    """The passage, in the article as it was then."""
    comment: str
    note_id: str = ""
    """The note it is for; empty for one that was yet to be made."""


class Notebook:
    """Notes by article; the versions of one article share theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def notes(self, digest: str) -> tuple[Note, ...]:
        """The notes of an article and of its other versions, oldest first."""
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT {_COLUMNS} FROM note JOIN article ON article = article.id "  # noqa: S608
                "WHERE story = (SELECT story FROM article WHERE digest = ?) AND NOT deleted "
                "ORDER BY note.rowid",
                (digest,),
            ).fetchall()
        )
        return tuple(_note(row) for row in rows)

    def held(self, digest: str) -> tuple[tuple[Note, str | None, bool], ...]:
        """All there is on the notes of an article's versions, oldest first, deleted ones too.

        Returns:
            Each note, its comment as the notes file last had it (``None`` if it never did),
            and whether it was deleted.
        """
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT {_COLUMNS}, filed, deleted FROM note "  # noqa: S608 - our own names
                "JOIN article ON article = article.id "
                "WHERE story = (SELECT story FROM article WHERE digest = ?) ORDER BY note.rowid",
                (digest,),
            ).fetchall()
        )
        return tuple((_note(row), row[5], bool(row[6])) for row in rows)

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
                row = _row(db, note_id)
                if row is not None and not row[5]:  # not deleted meanwhile by another process
                    _comment(db, note_id, comment)
            for note_id, last in filed.items():
                db.execute("UPDATE note SET filed = ? WHERE id = ?", (last, note_id))

        if comments or filed or found:
            self._database.write(work, durable=True)

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

    def add(self, digest: str, anchor: Anchor, comment: str = "") -> Note:
        """Makes a note and mints its id.

        Raises:
            LibraryError: when the article is not in the library, or it cannot be written.
        """

        def work(db: sqlite3.Connection) -> Note:
            row = db.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
            if row is None:
                raise LibraryError(f"the article {digest[:12]}", "is not in the library")
            note = Note(_minted(db), anchor, now(), comment)
            db.execute(
                "INSERT INTO note (id, article, created, anchor, comment) VALUES (?, ?, ?, ?, ?)",
                (note.id, row[0], note.created, encode(anchor), comment),
            )
            _record(db, note.id, "mark")
            return note

        return self._database.write(work, durable=True)

    def comment(self, note_id: str, comment: str) -> Note:
        """Puts a comment in the place of the former one.

        Raises:
            LibraryError: when there is no such note, or the library cannot be written.
        """

        def work(db: sqlite3.Connection) -> Note:
            _comment(db, note_id, comment)
            return _existing(db, note_id)

        return self._database.write(work, durable=True)

    def delete(self, note_id: str) -> Note:
        """Takes a note away; :meth:`undo` brings it back.

        Raises:
            LibraryError: when there is no such note, or the library cannot be written.
        """

        def work(db: sqlite3.Connection) -> Note:
            note = _existing(db, note_id)
            db.execute("UPDATE note SET deleted = 1 WHERE id = ?", (note_id,))
            _record(db, note_id, "delete")
            return note

        return self._database.write(work, durable=True)

    def undo(self, digest: str) -> tuple[str, Note] | None:
        """Takes back the last change of an article's notes.

        Returns:
            What was taken back (``mark``, ``comment`` or ``delete``) and the note as it is
            now, or was; ``None`` when there is nothing left to undo.
        """

        def work(db: sqlite3.Connection) -> tuple[str, Note] | None:
            row = db.execute(
                "SELECT note_change.id, note, what, before FROM note_change "
                "JOIN note ON note.id = note JOIN article ON article.id = article "
                "WHERE story = (SELECT story FROM article WHERE digest = ?) "
                "ORDER BY note_change.id DESC LIMIT 1",
                (digest,),
            ).fetchone()
            if row is None:
                return None
            change, note_id, what, before = row
            if what == "comment":
                db.execute("UPDATE note SET comment = ? WHERE id = ?", (before, note_id))
            else:
                db.execute("UPDATE note SET deleted = ? WHERE id = ?", (what == "mark", note_id))
            db.execute("DELETE FROM note_change WHERE id = ?", (change,))
            return what, _note(_row(db, note_id))

        return self._database.write(work, durable=True)

    def keep_draft(self, digest: str, draft: Draft) -> None:
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

    def drop_draft(self, digest: str) -> None:
        """Forgets a draft: it has become a comment, or nobody wants it."""
        self._database.write(
            lambda db: db.execute(
                "DELETE FROM draft WHERE article = (SELECT id FROM article WHERE digest = ?)",
                (digest,),
            )
        )

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


def _row(db: sqlite3.Connection, note_id: str) -> tuple[Any, ...] | None:
    row: tuple[Any, ...] | None = db.execute(
        f"SELECT {_COLUMNS}, deleted FROM note WHERE id = ?",  # noqa: S608 - our own names
        (note_id,),
    ).fetchone()
    return row


def _existing(db: sqlite3.Connection, note_id: str) -> Note:
    row = _row(db, note_id)
    if row is None or row[5]:
        raise LibraryError(f"the note {note_id}", "is not in the library")
    return _note(row)


def _comment(db: sqlite3.Connection, note_id: str, comment: str) -> None:
    before = _existing(db, note_id)
    if before.comment != comment:
        db.execute("UPDATE note SET comment = ? WHERE id = ?", (comment, note_id))
        _record(db, note_id, "comment", before.comment)


def _note(row: tuple[Any, ...] | None) -> Note:
    assert row is not None
    return Note(row[0], decode(Anchor, row[1]), row[2], row[3], tuple(json.loads(row[4])))


def _minted(db: sqlite3.Connection) -> str:
    """An id that no note of the library has, or ever had."""
    while True:
        note_id = f"b-{os.urandom(4).hex()}"
        if db.execute("SELECT 1 FROM note WHERE id = ?", (note_id,)).fetchone() is None:
            return note_id


def _record(db: sqlite3.Connection, note_id: str, what: str, before: str = "") -> None:
    db.execute(
        "INSERT INTO note_change (note, what, before, made) VALUES (?, ?, ?, ?)",
        (note_id, what, before, now()),
    )
