"""Related titles: the article that has one, and those that nobody has yet."""

from __future__ import annotations

from briefing.library.database import Database
from briefing.library.store import now
from briefing.library.titles import normal_form


class Related:
    """The titles that articles name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def resolve(self, title: str) -> str | None:
        """The digest of the newest article with this title in its normal form, if there is one."""
        form = normal_form(title)
        if not form:
            return None
        row = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM article WHERE title_form = ? ORDER BY id DESC LIMIT 1", (form,)
            ).fetchone()
        )
        return str(row[0]) if row else None

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
        return tuple(row[0] for row in rows)
