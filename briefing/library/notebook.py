"""The reader's notes in the library, and what was done to them.

Every change is durable when the call returns: a mark or a comment survives a power cut from
the moment the screen shows it. Nothing is erased: a deleted note stays, so that it can be
brought back, after a restart as well.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import Any

from briefing.library.codec import decode, encode
from briefing.library.database import Database
from briefing.library.listings import now
from briefing.model.errors import LibraryError
from briefing.model.notes import Anchor, Note

COLUMNS = "note.id, anchor, note.created, comment"
"""What :func:`loaded` makes a note of."""


class Notebook:
    """Notes by article; the versions of one article share theirs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def notes(self, digest: str) -> tuple[Note, ...]:
        """The notes of an article and of its other versions, oldest first."""
        rows = self._database.read(
            lambda db: db.execute(
                f"SELECT {COLUMNS} FROM note JOIN article ON article = article.id "  # noqa: S608
                "WHERE story = (SELECT story FROM article WHERE digest = ?) AND NOT deleted "
                "ORDER BY note.rowid",
                (digest,),
            ).fetchall()
        )
        return tuple(loaded(row) for row in rows)

    def add(self, digest: str, anchor: Anchor, comment: str = "", created: str = "") -> Note:
        """Makes a note and mints its id; the draft of a comment that has become it is let go.

        Args:
            digest: the article's.
            anchor: what it is on.
            comment: what the reader says of it.
            created: when it was made; now, if it is empty.

        Raises:
            LibraryError: when the article is not in the library, or it cannot be written.
        """

        def work(db: sqlite3.Connection) -> Note:
            row = db.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
            if row is None:
                raise LibraryError(f"the article {digest[:12]}", "is not in the library")
            note = Note(_minted(db), anchor, created or now(), comment)
            db.execute(
                "INSERT INTO note (id, article, created, anchor, comment) VALUES (?, ?, ?, ?, ?)",
                (note.id, row[0], note.created, encode(anchor), comment),
            )
            _record(db, note.id, "mark")
            if comment:
                # Together with the comment: a crash in between would offer it a second time.
                db.execute("DELETE FROM draft WHERE article = ? AND note = ''", (row[0],))
            return note

        return self._database.write(work, durable=True)

    def comment(self, note_id: str, change: Callable[[str], str]) -> Note:
        """Puts a comment in the place of the former one, and lets go of its draft.

        Args:
            note_id: the note.
            change: is given the comment as it is at this moment, and gives the new one.

        Raises:
            LibraryError: when there is no such note, or the library cannot be written.
        """

        def work(db: sqlite3.Connection) -> Note:
            before = _existing(db, note_id)
            change_comment(db, note_id, change(before.comment))
            db.execute("DELETE FROM draft WHERE note = ?", (note_id,))
            return _existing(db, note_id)

        return self._database.write(work, durable=True)

    def comments(self) -> tuple[str, ...]:
        """The comments of all notes that have a number sign in them, the newest note first."""
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT comment FROM note WHERE NOT deleted AND instr(comment, '#') "
                "ORDER BY created DESC"
            ).fetchall()
        )
        return tuple(row[0] for row in rows)

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
            return what, loaded(find(db, note_id))

        return self._database.write(work, durable=True)


def find(db: sqlite3.Connection, note_id: str) -> tuple[Any, ...] | None:
    """A note's row: what :func:`loaded` takes, and whether it is deleted."""
    row: tuple[Any, ...] | None = db.execute(
        f"SELECT {COLUMNS}, deleted FROM note WHERE id = ?",  # noqa: S608 - our own names
        (note_id,),
    ).fetchone()
    return row


def _existing(db: sqlite3.Connection, note_id: str) -> Note:
    row = find(db, note_id)
    if row is None or row[4]:
        raise LibraryError(f"the note {note_id}", "is not in the library")
    return loaded(row)


def change_comment(db: sqlite3.Connection, note_id: str, comment: str) -> None:
    """Gives a note another comment, in a way that can be undone."""
    before = _existing(db, note_id)
    if before.comment != comment:
        db.execute("UPDATE note SET comment = ? WHERE id = ?", (comment, note_id))
        _record(db, note_id, "comment", before.comment)


def loaded(row: tuple[Any, ...] | None) -> Note:
    """The note in a row that begins with :data:`COLUMNS`."""
    assert row is not None
    return Note(row[0], decode(Anchor, row[1]), row[2], row[3])


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
