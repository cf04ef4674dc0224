"""Putting an article into the library: as a new one, a newer version, or laid out anew."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from briefing.library.codec import Stored, encode
from briefing.library.listings import now
from briefing.library.paths import stored_path
from briefing.library.title_shelf import renew_title
from briefing.library.titles import normal_form
from briefing.library.unspaced import keep_unspaced
from briefing.library.versions import same_story
from briefing.model.article import Article
from briefing.model.extent import words


def put(db: sqlite3.Connection, article: Article, shape: Stored) -> bool:
    """Puts one article in, or takes over how it is laid out now; says whether it was new."""
    key, same = known(db, article, shape)
    if key is None:
        _insert(db, article, shape)
    elif not same:
        _update(db, key, article, shape)
    return key is None


def known(db: sqlite3.Connection, article: Article, shape: Stored) -> tuple[int | None, bool]:
    """An article's key, if it is there, and whether it is there just as it is now.

    The text is compared too: damage may have passed unnoticed.
    """
    row = db.execute(
        "SELECT id, shape = ? AND text = ? FROM article JOIN body ON article = id WHERE digest = ?",
        (shape, article.text, article.digest),
    ).fetchone()
    return (row[0], bool(row[1])) if row else (None, False)


def _insert(db: sqlite3.Connection, article: Article, shape: Stored) -> None:
    earlier = earlier_version(db, article)
    if earlier is not None:
        article, shape = _filled(db, article, shape, "story = ? ORDER BY id DESC LIMIT 1", earlier)
    (key,) = db.execute("SELECT coalesce(max(id), 0) + 1 FROM article").fetchone()
    columns = {"id": key, **_columns(article), "digest": article.digest, "added": now()}
    columns["story"] = earlier or key
    columns["starred"] = earlier is not None and _is_starred(db, earlier)
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    sql = f"INSERT INTO article ({names}) VALUES ({marks})"  # noqa: S608 - our own names
    db.execute(sql, tuple(columns.values()))
    db.execute("INSERT INTO body VALUES (?, ?, ?)", (key, article.text, shape))
    words = (key, article.title, article.text)
    db.execute("INSERT INTO full_text (rowid, title, text) VALUES (?, ?, ?)", words)
    keep_unspaced(db, *words)


def _is_starred(db: sqlite3.Connection, story: int) -> bool:
    """Whether the versions that there are of an article have a star."""
    row = db.execute("SELECT max(starred) FROM article WHERE story = ?", (story,)).fetchone()
    return bool(row[0])


def _update(db: sqlite3.Connection, key: int, article: Article, shape: Stored) -> None:
    article, shape = _filled(db, article, shape, "id = ?", key)
    columns = _columns(article)
    del columns["location"]
    pairs = ", ".join(f"{name} = ?" for name in columns)
    sql = f"UPDATE article SET {pairs} WHERE id = ?"  # noqa: S608 - our own names
    db.execute(sql, (*columns.values(), key))
    renew_title(db, key, article.title)
    # The text is the same, or was lost with a damaged library.
    db.execute("UPDATE body SET shape = ?, text = ? WHERE article = ?", (shape, article.text, key))
    keep_unspaced(db, key, article.title, article.text)


def _filled(
    db: sqlite3.Connection, article: Article, shape: Stored, where: str, value: int
) -> tuple[Article, Stored]:
    """An article with what is known of it already and it does not say itself, and its shape.

    A feed names the source, the authors and the day of an article, and its page may not.
    """
    row = db.execute(
        f"SELECT source, authors, published FROM article WHERE {where}",  # noqa: S608 - our own
        (value,),
    ).fetchone()
    filled = replace(
        article,
        source=article.source or row[0],
        authors=article.authors or tuple(json.loads(row[1])),
        published=article.published or row[2],
    )
    return (article, shape) if filled == article else (filled, encode(replace(filled, text="")))


def _columns(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "title_form": normal_form(article.title),
        "source": article.source,
        "authors": json.dumps(article.authors, ensure_ascii=False),
        "published": article.published,
        "location": stored_path(article.origin.location),
        "words": words(article.text),
    }


def earlier_version(db: sqlite3.Connection, article: Article) -> int | None:
    """The story of the article that the same file or address held before, if it is the same."""
    if article.origin.location == "-":
        return None
    row = db.execute(
        "SELECT story, title_form, text FROM article JOIN body ON article = id "
        "WHERE location = ? ORDER BY id DESC LIMIT 1",
        (stored_path(article.origin.location),),
    ).fetchone()
    if row and same_story(row[1], row[2], normal_form(article.title), article.text):
        return int(row[0])
    return None
