"""What articles are about, kept: the profiles of :mod:`.similar`, and from terms to articles."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.library.similar import Profile

TELLING = 10
"""Terms of a profile, the weightiest, by which an article is found: what is much alike shares
more than one of them."""
_LOOKED_AT = 6_000
"""Characters of a text that are looked at: :func:`.similar.profile` takes less."""
_TIMES = 1_000
"""Weights are kept as whole thousandths."""


def put_profile(db: sqlite3.Connection, key: int) -> tuple[int, Profile]:
    """Makes and keeps the profile of an article; gives its day and what it is about."""
    day, found = _made(db, key)
    terms = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    db.execute("INSERT OR REPLACE INTO profile VALUES (?, ?, ?)", (key, day, terms))
    db.execute("DELETE FROM profile_term WHERE article = ?", (key,))
    db.executemany(
        "INSERT INTO profile_term VALUES (?, ?, ?)",
        [(term, key, weight) for term, weight in telling(found)],
    )
    return day, found


def kept_or_made(db: sqlite3.Connection, key: int) -> Profile:
    """The profile of an article, made without being kept where there is none yet."""
    kept = profiles(db, (key,))
    return (kept[key] if kept else _made(db, key))[1]


def _made(db: sqlite3.Connection, key: int) -> tuple[int, Profile]:
    """The day of an article, and what it is about: most are known already, and need no reading."""
    from briefing.library.similar import profile

    title, published, added, text = db.execute(
        "SELECT title, published, added, substr(text, 1, ?) "
        "FROM article JOIN body ON body.article = id WHERE id = ?",
        (_LOOKED_AT, key),
    ).fetchone()
    found = {
        term: kept / _TIMES
        for term, weight in profile(title, text).items()
        if (kept := round(weight * _TIMES))
    }
    return _day(published) or _day(added) or 0, found


def profiles(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, tuple[int, Profile]]:
    """The days and the profiles of articles, by their keys, as far as they are kept."""
    found: dict[int, tuple[int, Profile]] = {}
    for key in keys:
        row = db.execute("SELECT day, terms FROM profile WHERE article = ?", (key,)).fetchone()
        if row is not None:
            found[key] = (row[0], json.loads(row[1]))
    return found


def alike(
    db: sqlite3.Connection, about: Iterable[tuple[str, float]], most: int
) -> list[tuple[float, int]]:
    """The articles among whose weightiest terms are the most of those given.

    Args:
        db: the library.
        about: terms with their weights. The weightiest of a profile find what tells of the
            same event; all of them also find what calls it by other names.
        most: how many to give.

    Returns:
        The likeness by these terms alone, and the key of the article; the likest first.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    for term, weight in about:
        for key, other in db.execute(
            "SELECT article, weight FROM profile_term WHERE term = ?", (term,)
        ):
            shared[key] += weight * other
    likest = nsmallest(most, [(-likeness, key) for key, likeness in shared.items()])
    return [(-less, key) for less, key in likest]


def telling(about: Profile) -> list[tuple[str, float]]:
    """The weightiest terms of a profile."""
    return sorted(about.items(), key=lambda item: (-item[1], item[0]))[:TELLING]


def _day(written: str) -> int | None:
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None
