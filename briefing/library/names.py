"""Whom and what the articles of the library name, so that a search can ask for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from briefing.model.annotations import Briefing


def names(text: str, briefing: Briefing) -> tuple[str, ...]:
    """The names in an article, as it writes them; one that is a part of a fuller one is left out.

    Args:
        text: the article's.
        briefing: what a reading found in it.
    """
    found: dict[str, None] = {}
    for entity in briefing.entities:
        full = " ".join(entity.name.of(text).split())
        found[full] = None
        around = f" {full} "
        for mention in entity.mentions:
            words = " ".join(mention.of(text).split())
            if f" {words} " not in around:
                found[words] = None
    found.pop("", None)
    return tuple(found)


def keep_names(db: sqlite3.Connection, article: int, found: Sequence[str]) -> None:
    """Puts an article's names in the place of those it had; part of a transaction.

    Args:
        db: the library.
        article: its key there.
        found: the names.
    """
    db.execute("DELETE FROM naming WHERE article = ?", (article,))
    for words in found:
        db.execute("INSERT OR IGNORE INTO name (words) VALUES (?)", (words,))
        db.execute(
            "INSERT OR IGNORE INTO naming SELECT id, ? FROM name WHERE words = ?", (article, words)
        )
