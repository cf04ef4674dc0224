"""Files that were read, and the states they were read in."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

from briefing.library.database import Database
from briefing.library.files import Files, state_of
from briefing.library.store import Articles
from briefing.model.article import Origin
from tests.ui.articles import prose


def test_a_file_is_known_in_the_state_it_was_read_in(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    articles, files = Articles(database), Files(database)
    article = replace(prose("The ferries run again."), origin=Origin("/news/a.txt"))
    articles.add(article)
    files.keep("/news/a.txt", "one", article.digest)
    files.keep("/news/b.txt", "one", article.digest)
    assert files.digest("/news/a.txt", "one") == article.digest
    assert files.digest("/news/a.txt", "two") is None
    assert files.digest("/news/b.txt", "one") is None  # it would open under the other's name
    files.keep("/news/a.txt", "two", article.digest)
    assert files.digest("/news/a.txt", "one") is None
    database.write(lambda db: db.execute("DELETE FROM body"))
    database.write(lambda db: db.execute("DELETE FROM article"))
    assert files.digest("/news/a.txt", "two") is None
    database.close()


def test_a_state_is_of_a_file_at_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    assert state_of(str(path)) == ""  # changed a moment ago
    earlier = time.time() - 60
    os.utime(path, (earlier, earlier))
    state = state_of(str(path))
    path.write_text("more words")
    os.utime(path, (earlier, earlier))
    assert "" != state != state_of(str(path))
    assert state_of(str(tmp_path)) == state_of(str(path) + "x") == state_of("-") == ""
