"""Files that were read, and the states they were read in."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

from briefing import __version__
from briefing.library.database import Database
from briefing.library.files import Files, State, state_of
from briefing.library.opening import APPLICATION_ID
from briefing.library.schema import MIGRATIONS
from briefing.library.store import Articles
from briefing.model.article import Origin
from tests.library.test_database import older
from tests.ui.articles import prose

ONE, TWO = State(4, 1_700_000_000_123_456_789), State(5, 1_700_000_000_123_456_789)


def test_a_file_is_known_in_the_state_it_was_read_in(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    articles, files = Articles(database), Files(database)
    article = replace(prose("The ferries run again."), origin=Origin("/news/a.txt"))
    articles.add(article)
    files.keep("/news/a.txt", ONE, article.digest)
    files.keep("/news/b.txt", ONE, article.digest)
    assert files.digest("/news/a.txt", ONE) == article.digest
    assert files.digest("/news/a.txt", TWO) is None
    assert files.digest("/news/b.txt", ONE) is None  # it would open under the other's name
    files.keep("/news/a.txt", TWO, article.digest)
    assert files.digest("/news/a.txt", ONE) is None
    database.write(lambda db: db.execute("DELETE FROM body"))
    database.write(lambda db: db.execute("DELETE FROM article"))
    assert files.digest("/news/a.txt", TWO) is None
    database.close()


def test_a_state_is_of_a_file_at_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    assert state_of(str(path)) is None  # changed a moment ago
    earlier = time.time() - 60
    os.utime(path, (earlier, earlier))
    state = state_of(str(path))
    path.write_text("more words")
    os.utime(path, (earlier, earlier))
    assert state
    assert state != state_of(str(path))
    assert state_of(str(tmp_path)) == state_of(str(path) + "x") == state_of("-") is None


def test_what_a_file_was_read_as_stays_until_it_changes(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    articles, files = Articles(database), Files(database)
    article = replace(prose("The ferries run again."), origin=Origin("/news/a.txt"))
    articles.add(article)
    files.keep("/news/a.txt", ONE, article.digest)
    assert files.known({"/news/a.txt": ONE, "/news/b.txt": ONE}) == {"/news/a.txt"}
    files.note([("/news/a.txt", ONE), ("/news/b.txt", TWO)])
    assert files.digest("/news/a.txt", ONE) == article.digest
    files.note([("/news/a.txt", TWO)])
    assert files.known({"/news/a.txt": TWO, "/news/b.txt": TWO}) == {"/news/a.txt", "/news/b.txt"}
    assert files.digest("/news/a.txt", TWO) is None
    database.close()


def test_files_of_an_earlier_version_are_still_known(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    older(path, MIGRATIONS[:9], APPLICATION_ID)
    db = sqlite3.connect(path)
    db.execute(
        "INSERT INTO article (id, story, digest, title, title_form, source, authors, published, "
        "location, words, added) VALUES (1, 1, 'd', 't', 't', '', '[]', '', '/a', 1, '')"
    )
    db.execute("INSERT INTO body VALUES (1, 'x', 'y')")
    db.executemany("INSERT INTO added_file VALUES (?, ?, ?)", [("/a", *ONE), (b"/\xff", *TWO)])
    db.execute(
        "INSERT INTO file VALUES ('/a', ?, 1)", (f"{__version__}:{TWO.modified}:{TWO.size}",)
    )
    db.commit()
    db.close()
    database = Database(path)
    files = Files(database)
    assert files.digest("/a", TWO) == "d"
    assert files.known({"/a": TWO, os.fsdecode(b"/\xff"): TWO, "/c": ONE}) == {
        "/a", os.fsdecode(b"/\xff"),
    }  # fmt: skip
    database.close()
