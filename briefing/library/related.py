"""Related articles: those that an article names by their titles, and those that are like it.

What compares titles and profiles is imported where it is used: a start needs none of it.
"""

from __future__ import annotations

import sqlite3

from briefing.library.database import Database
from briefing.library.listings import now
from briefing.library.titles import normal_form
from briefing.model.records import dataclass

_NEAR = 60
"""Articles that are compared in all terms: those whose own weightiest terms it shares most."""
LEAST = 0.1
"""A likeness below this is no reason to read an article."""
_TIES = 5
"""Terms that are told as what ties two articles."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The article that a related title names."""

    digest: str
    title: str
    """As the article itself writes it."""
    score: float
    """How sure that is: 1 for the same words; less is a guess, and is to be shown as one."""

    @property
    def guess(self) -> bool:
        """Whether the words are not the same."""
        return self.score < 1


@dataclass(frozen=True, slots=True)
class Similar:
    """An article that is about the same."""

    digest: str
    title: str
    source: str
    day: str
    likeness: float
    """From 0 to 1."""
    ties: tuple[str, ...]
    """The terms that the two share, the weightiest first; see ``reading/terms.py``."""


class Related:
    """The titles that articles name, and the likeness of articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def resolve(self, title: str) -> Resolved | None:
        """The article with this title: the newest with its normal form, else the best guess.

        Figures must be the same, and what two titles fit alike fits none (see
        :mod:`.title_match`).
        """
        form = normal_form(title)
        if not form:
            return None
        exact = self._database.read(
            lambda db: db.execute(
                "SELECT digest, title FROM article WHERE title_form = ? ORDER BY id DESC LIMIT 1",
                (form,),
            ).fetchone()
        )
        if exact is not None:
            return Resolved(exact[0], exact[1], 1.0)
        from briefing.library import title_shelf

        title_shelf.catch_up(self._database)
        return self._database.read(lambda db: _guessed(db, title))

    def want(self, digest: str, title: str) -> None:
        """Keeps a related title of an article that was asked for and is not here."""
        values = (normal_form(title), title, now(), digest)
        self._database.write(
            lambda db: db.execute(
                "INSERT OR IGNORE INTO wanted (title_form, title, made, article) "
                "SELECT ?, ?, ?, id FROM article WHERE digest = ?",
                values,
            )
        )

    def wanted(self) -> tuple[str, ...]:
        """The titles that were asked for and are still not here, in the order of asking."""
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT title FROM wanted WHERE title_form NOT IN (SELECT title_form FROM article) "
                "GROUP BY title_form ORDER BY min(made), title"
            ).fetchall()
        )
        return tuple(title for (title,) in rows if self.resolve(title) is None)

    def similar(self, digest: str, most: int) -> tuple[Similar, ...]:
        """The articles that are most like one, the likest first; none of its own versions."""
        return self._database.read(lambda db: _similar(db, digest, most))


def _guessed(db: sqlite3.Connection, title: str) -> Resolved | None:
    from briefing.library.title_match import TitleFinder
    from briefing.library.title_shelf import TitleShelf

    found = TitleFinder(TitleShelf(db)).find(title)
    if found is None:
        return None
    row = db.execute("SELECT digest, title FROM article WHERE id = ?", (found.number,)).fetchone()
    return Resolved(row[0], row[1], found.score)


def _similar(db: sqlite3.Connection, digest: str, most: int) -> tuple[Similar, ...]:
    from briefing.library.profiles import alike, kept_or_made, profiles

    here = db.execute("SELECT id, story FROM article WHERE digest = ?", (digest,)).fetchone()
    if here is None:
        return ()
    about = kept_or_made(db, here[0])
    near = [key for _, key in alike(db, about.items(), _NEAR) if key != here[0]]
    if not near:
        return ()
    from briefing.reading.vectors import likeness

    ranked = sorted(
        ((likeness(about, other), key, other) for key, (_, other) in profiles(db, near).items()),
        key=lambda one: (-one[0], one[1]),
    )
    found: list[Similar] = []
    stories = {here[1]}
    for alikeness, key, other in ranked:
        if alikeness < LEAST or len(found) == most:
            break
        # Of the versions of an article only the newest counts.
        row = db.execute(
            "SELECT digest, title, source, coalesce(nullif(published, ''), substr(added, 1, 10)), "
            "story FROM article WHERE story = (SELECT story FROM article WHERE id = ?) "
            "ORDER BY id DESC LIMIT 1",
            (key,),
        ).fetchone()
        if row[4] not in stories:
            stories.add(row[4])
            shared = [
                (-weight * other[term], term) for term, weight in about.items() if term in other
            ]
            ties = tuple(term for _, term in sorted(shared)[:_TIES])
            digest, title, source, day, _ = row
            found.append(Similar(digest, title, source, day, alikeness, ties))
    return tuple(found)
