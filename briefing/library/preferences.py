"""What the app remembers from one day to the next: the theme chosen, the article read last."""

from __future__ import annotations

from briefing.library.database import Database


class Preferences:
    """Values by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> str | None:
        """What was remembered under a name."""
        row = self._database.read(
            lambda db: db.execute("SELECT value FROM preference WHERE name = ?", (name,)).fetchone()
        )
        return str(row[0]) if row else None

    def set(self, name: str, value: str) -> None:
        """Remembers a value under a name."""
        self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)", (name, value)
            )
        )
