"""The few words that stand for an article in a list: spans of it, kept so that lists are quick."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence

from briefing.library.database import Database
from briefing.model.annotations import Briefing
from briefing.model.article import Span

SENTENCES = 2
"""Sentences of the summary that stand for an article."""


class Teasers:
    """What stands for each article: two sentences of its summary, or until then its beginning."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def words(self, digests: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The words of each span that is kept for the articles asked for, in order."""
        marks = ", ".join("?" * len(digests))
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT digest, spans, substr(text, 1, reach) FROM teaser "  # noqa: S608 - marks
                "JOIN article ON id = teaser.article JOIN body ON body.article = id "
                f"WHERE digest IN ({marks})",
                tuple(digests),
            ).fetchall()
        )
        return {
            digest: tuple(text[start:end] for start, end in json.loads(spans))
            for digest, spans, text in rows
        }

    def begin(self, found: Mapping[str, Sequence[Span]]) -> None:
        """Keeps how articles begin, for as long as they have no summary."""
        rows = [(*_packed(spans), digest) for digest, spans in found.items()]
        self._database.write(
            lambda db: db.executemany(
                "INSERT OR IGNORE INTO teaser (engine, spans, reach, article) "
                "SELECT '', ?, ?, id FROM article WHERE digest = ?",
                rows,
            )
        )


def keep_teaser(db: sqlite3.Connection, key: int, briefing: Briefing) -> None:
    """Keeps the first sentences of a briefing's summary, in the transaction that keeps it."""
    spans = [sentence.span for sentence in briefing.summary[:SENTENCES]]
    if spans:
        db.execute(
            "INSERT OR REPLACE INTO teaser (article, engine, spans, reach) VALUES (?, ?, ?, ?)",
            (key, briefing.engine, *_packed(spans)),
        )


def _packed(spans: Sequence[Span]) -> tuple[str, int]:
    pairs = [(span.start, span.end) for span in spans]
    return json.dumps(pairs, separators=(",", ":")), max((end for _, end in pairs), default=0)
