"""Searching writing without spaces: Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese.

The index of :mod:`.search` takes what stands between two spaces for a word, and in such writing
that is half a sentence. So an article that has some is in a second index besides, where each of
its characters is a word of its own: a word asked for is a phrase of characters there, and is found
wherever it stands. Nothing is guessed about where words begin and end.
"""

from __future__ import annotations

import re
import sqlite3

from briefing.library.database import Database

BETWEEN = "\x1f"
"""What parts the characters in the index; no article has it, since it is a control."""

_FULL = (
    "\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_SOUTHERN = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6"
    "\u1000-\u102a\u1780-\u17b3"
)
"""Letters alone: a sign above or below a letter belongs to it."""
_SOME = re.compile(f"[{_FULL}{_SOUTHERN}]")
_PLACES = re.compile(f"(?=[{_FULL}{_SOUTHERN}])|(?<=[{_FULL}])(?=[^\\W{_FULL}])")
_SLICE = 200
"""Articles of one transaction."""


def has_unspaced(text: str) -> bool:
    """Whether there is any writing without spaces in a text."""
    return not text.isascii() and _SOME.search(text) is not None


def spread(text: str) -> str:
    """A text with its characters set apart where writing knows no spaces."""
    return _PLACES.sub(BETWEEN, text)


def keep_unspaced(db: sqlite3.Connection, key: int, title: str, text: str) -> None:
    """Puts an article into the second index if it belongs there, in the place of what it was.

    Args:
        db: the library; part of a transaction.
        key: the article's.
        title: its title.
        text: its text.
    """
    if has_unspaced(text) or has_unspaced(title):
        db.execute(
            "INSERT OR REPLACE INTO unspaced (rowid, title, text) VALUES (?, ?, ?)",
            (key, spread(title), spread(text)),
        )


def look_through_again(db: sqlite3.Connection) -> None:
    """Has all articles looked at with the next search; part of a transaction."""
    db.execute("UPDATE unspaced_left SET article = (SELECT coalesce(max(id), 0) FROM article)")


def catch_up(database: Database) -> None:
    """Looks through the articles that were there before the second index was.

    Raises:
        LibraryError: when the library cannot be read or written.
    """
    while database.read(_left):
        database.write(_some)


def _left(db: sqlite3.Connection) -> int:
    """The key of the last article that was not looked at; 0 when all were."""
    row = db.execute("SELECT article FROM unspaced_left").fetchone()
    return int(row[0]) if row else 0


def _some(db: sqlite3.Connection) -> None:
    left = _left(db)
    rows = db.execute(
        "SELECT id, title, text FROM article JOIN body ON article = id WHERE id <= ? "
        "ORDER BY id DESC LIMIT ?",
        (left, _SLICE),
    ).fetchall()
    for row in rows:
        keep_unspaced(db, *row)
    db.execute("UPDATE unspaced_left SET article = ?", (rows[-1][0] - 1 if rows else 0,))
