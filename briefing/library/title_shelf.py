"""The titles of a whole library, to find the one that another title means."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence

from briefing.library.database import Database
from briefing.library.title_match import title_words

_SLICE = 500
"""Titles that are put in with one transaction: others want to write too."""
_BREATH = 0.005
"""Seconds between two transactions, in which a writer that waits finds its turn."""


class TitleShelf:
    """Titles by the keys of their articles, for :class:`.title_match.TitleFinder`.

    Args:
        db: the library; for the time of one question.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        (self._count,) = db.execute("SELECT count(*) FROM title").fetchone()

    def __len__(self) -> int:
        return int(self._count)

    def words(self, number: int) -> tuple[str, ...]:
        """A title in the form of :func:`.title_match.title_words`."""
        row = self._db.execute("SELECT words FROM title WHERE article = ?", (number,)).fetchone()
        return tuple(row[0].split(" "))

    def written(self, letters: str) -> Sequence[int]:
        """The titles that have these letters when their words are joined, in order."""
        rows = self._db.execute(
            "SELECT article FROM title WHERE letters = ? ORDER BY article", (letters,)
        )
        return [number for (number,) in rows]

    def holding(self, word: str, most: int) -> Sequence[int]:
        """The titles that hold a word; none when there are as many as ``most``."""
        rows = self._db.execute(
            "SELECT article FROM title_word WHERE word = ? LIMIT ?", (word, most)
        ).fetchall()
        return [number for (number,) in rows] if len(rows) < most else ()

    def knows(self, word: str) -> bool:
        """Whether any title holds a word."""
        row = self._db.execute("SELECT 1 FROM title_word WHERE word = ? LIMIT 1", (word,))
        return row.fetchone() is not None


def catch_up(database: Database) -> None:
    """Puts in the titles of the articles that came since the last time.

    Raises:
        LibraryError: when the library cannot be written.
    """
    while database.read(_due):
        if database.write(_put_some) < _SLICE:
            return
        time.sleep(_BREATH)


def renew_title(db: sqlite3.Connection, key: int, title: str) -> None:
    """Puts another title in the place of an article's former one, if that was put in already."""
    if db.execute("SELECT 1 FROM title WHERE article = ?", (key,)).fetchone():
        put_title(db, key, title)


def put_title(db: sqlite3.Connection, key: int, title: str) -> None:
    """Puts in the title of an article; part of a transaction."""
    found = title_words(title)
    db.execute("DELETE FROM title WHERE article = ?", (key,))
    db.execute("INSERT INTO title VALUES (?, ?, ?)", (key, " ".join(found), "".join(found)))
    db.executemany("INSERT INTO title_word VALUES (?, ?)", [(word, key) for word in set(found)])


# Keys grow: what is not there yet comes after what is.
_AFTER = "FROM article WHERE title != '' AND id > coalesce((SELECT max(article) FROM title), 0)"


def _due(db: sqlite3.Connection) -> bool:
    return bool(db.execute(f"SELECT EXISTS (SELECT 1 {_AFTER})").fetchone()[0])


def _put_some(db: sqlite3.Connection) -> int:
    rows = db.execute(f"SELECT id, title {_AFTER} ORDER BY id LIMIT ?", (_SLICE,)).fetchall()
    for key, title in rows:
        put_title(db, key, title)
    return len(rows)
