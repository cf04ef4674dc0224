"""Finding the event that an article tells of, among those that are known.

An article that arrives is held against those that share its weightiest terms. With the events of
those that are so like it that it could join them, it is grouped anew, by the rule of
:mod:`.stories`: a small piece of the library, however large the whole. So two events may become
one when an article joins them, and what was taken for one may fall apart.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from datetime import date

from briefing.library.profiles import alike, profiles, put_profile, telling
from briefing.library.similar import Profile
from briefing.library.stories import ALIKE, likeness, stories
from briefing.reading import vectors

_NEAR = 40
"""Articles that a new one is held against."""
_LEAST = 0.02
"""A likeness by the weightiest terms below which two articles have nothing in common."""
_MOST = 60
"""Articles that are grouped anew at once; a larger event takes new articles as it is."""
_ASKED = 24
"""Articles of such an event that a new one is held against."""


def place(db: sqlite3.Connection, most: int, seconds: float) -> bool:
    """Gives articles without an event theirs, the newest first.

    Args:
        db: the library.
        most: how many to place now.
        seconds: after how long to stop earlier; one is placed in any case.

    Returns:
        Whether all have one now.
    """
    until = time.monotonic() + seconds
    rows = db.execute(
        "SELECT id FROM article WHERE id NOT IN (SELECT article FROM coverage) "
        "ORDER BY id DESC LIMIT ?",
        (most,),
    )
    keys = [key for (key,) in rows]
    for key in keys:
        _place(db, key)
        if time.monotonic() >= until:
            return False
    return len(keys) < most


def _place(db: sqlite3.Connection, key: int) -> None:
    """Gives an article its event, and those near it theirs anew."""
    day, about = put_profile(db, key)
    near = alike(db, telling(about), _NEAR)
    known = [other for shared, other in near if shared >= _LEAST and other != key]
    # It joins an event whose articles are as like it on the average, so one of them is, at least.
    kept = profiles(db, known)
    close = [other for other in kept if vectors.likeness(about, kept[other][1]) >= ALIKE]
    members = [key]
    for event, found in _events(db, close).items():
        if len(members) + len(found) <= _MOST:
            members += found
        elif _belongs(db, (day, about), found):
            db.execute("INSERT OR REPLACE INTO coverage VALUES (?, ?)", (key, event))
            return
    _group(db, sorted(members))


def _events(db: sqlite3.Connection, keys: Sequence[int]) -> dict[int, list[int]]:
    """The events of articles with all their articles, in the order given."""
    found: dict[int, list[int]] = {}
    for key in keys:
        row = db.execute("SELECT event FROM coverage WHERE article = ?", (key,)).fetchone()
        if row is not None and row[0] not in found:
            rows = db.execute("SELECT article FROM coverage WHERE event = ?", row).fetchall()
            found[row[0]] = [member for (member,) in rows]
    return found


def _belongs(db: sqlite3.Connection, article: tuple[int, Profile], members: Sequence[int]) -> bool:
    """Whether an article is as like those of a large event as its event's must be."""
    kept = profiles(db, members[:: len(members) // _ASKED + 1])
    total = 0.0
    for day, about in kept.values():
        total += likeness((article[1], about), (_written(article[0]), _written(day)))
    return total / max(len(kept), 1) >= ALIKE


def _group(db: sqlite3.Connection, keys: Sequence[int]) -> None:
    """Groups articles into events, and keeps them under the first article of each."""
    kept = profiles(db, keys)
    order = list(kept)
    found = stories([kept[key][1] for key in order], [_written(kept[key][0]) for key in order])
    db.executemany(
        "INSERT OR REPLACE INTO coverage VALUES (?, ?)",
        [(key, order[first]) for key, first in zip(order, found, strict=True)],
    )


def _written(day: int) -> str:
    return date.fromordinal(day).isoformat() if day else ""
