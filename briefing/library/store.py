"""The articles of the library: what was read, how far, and what it was found to say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefing.library.codec import CodecError, decode, encode
from briefing.library.listings import Listings
from briefing.library.paths import loaded_path
from briefing.model.annotations import Briefing
from briefing.model.article import Article, Origin, in_pieces
from briefing.model.digests import digest_of
from briefing.model.errors import LibraryError

LONG = 50_000
"""Words from which an article is read from a galley."""


class Articles(Listings):
    """The library's articles, known by their digests."""

    def add(self, article: Article) -> bool:
        """Puts an article in, or takes over how it is laid out now; says whether it was new.

        The same text is the same article wherever it came from; it keeps its first location.

        Raises:
            LibraryError: when the library cannot be written.
        """
        return self.add_many((article,))[0]

    def add_many(self, articles: Sequence[Article]) -> list[bool]:
        """Puts articles in as one transaction; says of each whether it was new.

        Raises:
            LibraryError: when the library cannot be written; none is in it then.
        """
        from briefing.library.putting import known, put

        shaped = [(article, encode(replace(article, text=""))) for article in articles]

        def work(db: sqlite3.Connection) -> list[bool]:
            return [put(db, article, shape) for article, shape in shaped]

        # Most openings find the article as it was: then nobody's turn to write is taken.
        if self._database.read(lambda db: all(known(db, *each)[1] for each in shaped)):
            return [False] * len(shaped)
        return self._database.write(work)

    def knows(self, article: Article) -> bool:
        """Whether an article is here, or what its file or address held before it was changed."""
        from briefing.library.putting import earlier_version

        def work(db: sqlite3.Connection) -> bool:
            sql = "SELECT 1 FROM article WHERE digest = ?"
            known = db.execute(sql, (article.digest,)).fetchone()
            return known is not None or earlier_version(db, article) is not None

        return self._database.read(work)

    def bare(self, digest: str) -> Article:
        """What is known of an article without its text, which is lost or cannot be read.

        Raises:
            LibraryError: when it is not here at all.
        """
        row = self._database.read(
            lambda db: db.execute(
                "SELECT title, source, published, location FROM article WHERE digest = ?",
                (digest,),
            ).fetchone()
        )
        if row is None:
            raise LibraryError(f"the article {digest[:12]}", "is not in the library")
        title, source, published, location = row
        origin = Origin(loaded_path(location))
        return Article("", (), origin, digest, title, source=source, published=published)

    def article(self, digest: str) -> Article:
        """An article as it was put in.

        Raises:
            LibraryError: when it is not there, or was stored by another version.
        """
        row = self._database.read(
            lambda db: db.execute(
                "SELECT words, shape FROM article JOIN body ON article = id WHERE digest = ?",
                (digest,),
            ).fetchone()
        )
        if row is None:
            raise LibraryError(f"the article {digest[:12]}", "is not in the library")
        try:
            article = decode(Article, row[1])
        except CodecError as error:
            raise LibraryError(
                f"the article {digest[:12]}", f"cannot be read ({error})", "Open its file again."
            ) from error
        if row[0] < LONG:
            return replace(article, text=self._text(digest))
        from briefing.library.galleys import Galleys

        galleys = Galleys(self._database.path.with_name("galleys"))
        whole = partial(self._text, digest)
        galley = galleys.galley(digest, whole)
        if galley is None:
            text = whole()
            galleys.lay(digest, text)
            galley = galleys.galley(digest, whole)
            if galley is None:
                return replace(article, text=text)
        return in_pieces(article, galley)

    def _text(self, digest: str) -> str:
        """The text of an article."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT text FROM article JOIN body ON article = id WHERE digest = ?", (digest,)
            ).fetchone()
        )
        if row is None or digest_of(row[0]) != digest:
            raise LibraryError(
                f"the article {digest[:12]}",
                "lost its text when the library was damaged",
                "Open its file again.",
            )
        text: str = row[0]
        return text

    def texts(self) -> Iterator[tuple[str, str]]:
        """The digest and the text of every article, a few at a time."""
        last = 0
        while True:
            rows = self._database.read(
                lambda db, after=last: db.execute(  # type: ignore[misc]
                    "SELECT id, digest, text FROM article JOIN body ON article = id "
                    "WHERE id > ? ORDER BY id LIMIT 200",
                    (after,),
                ).fetchall()
            )
            if not rows:
                return
            yield from ((row[1], row[2]) for row in rows)
            last = rows[-1][0]

    def position(self, digest: str) -> int:
        """The character offset where reading was left; 0 for an unknown article."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT position FROM article WHERE digest = ?", (digest,)
            ).fetchone()
        )
        return int(row[0]) if row else 0

    def remember(self, digest: str, position: int) -> None:
        """Keeps the character offset where reading was left."""
        self._database.write(
            lambda db: db.execute(
                "UPDATE article SET position = ? WHERE digest = ?", (position, digest)
            )
        )

    def unbriefed(self, digests: Sequence[str], engine: str) -> tuple[str, ...]:
        """Those of some articles that this engine has not read, in the order given."""
        rows = self._database.read(
            lambda db: db.execute(
                "SELECT digest FROM article JOIN reading ON article = id WHERE engine = ? "
                "AND digest IN (SELECT value FROM json_each(?))",
                (engine, json.dumps(digests)),
            ).fetchall()
        )
        done = {digest for (digest,) in rows}
        return tuple(digest for digest in digests if digest not in done)

    def briefing(self, digest: str, engine: str) -> Briefing | None:
        """The briefing kept from an earlier reading by this engine, if there is one."""
        row = self._database.read(
            lambda db: db.execute(
                "SELECT briefing FROM reading JOIN article ON article = id "
                "WHERE digest = ? AND engine = ?",
                (digest, engine),
            ).fetchone()
        )
        try:
            return decode(Briefing, row[0]) if row else None
        except CodecError:  # written by another version of the classes: it is read anew
            return None

    def keep(self, briefing: Briefing) -> None:
        """Keeps a briefing under its engine's name; one of an unknown article is let go."""
        from briefing.library.names import keep_names, names
        from briefing.library.teasers import keep_teaser

        stored = encode(briefing)

        def work(db: sqlite3.Connection) -> None:
            row = db.execute(
                "SELECT id, text FROM article JOIN body ON article = id WHERE digest = ?",
                (briefing.digest,),
            ).fetchone()
            if row is not None:
                db.execute(
                    "INSERT OR REPLACE INTO reading (article, engine, briefing) VALUES (?, ?, ?)",
                    (row[0], briefing.engine, stored),
                )
                keep_names(db, row[0], names(row[1], briefing))
                keep_teaser(db, row[0], briefing)

        self._database.write(work)
