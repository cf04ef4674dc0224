from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.library import opening
from briefing.library.database import Database
from briefing.library.notebook import Notebook
from briefing.library.opening import APPLICATION_ID
from briefing.library.query import query
from briefing.library.schema import MIGRATIONS
from briefing.library.search import Search
from briefing.library.store import Articles
from briefing.model.article import Span
from briefing.model.errors import LibraryError
from briefing.notes.anchors import anchor
from tests.articles import article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.db"


def filled(path: Path, number: int = 30) -> Database:
    opened = Database(path)
    library = Articles(opened)
    for i in range(number):
        library.add(article(f"Title {i}\n" + f"Sentence {i} of it. " * 200))
    return opened


def older(path: Path, migrations: Sequence[str], application: int) -> None:
    """Makes a library of an earlier version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(path)
    for sql in migrations:
        db.executescript(sql)
    db.execute(f"PRAGMA application_id = {application}")
    db.execute(f"PRAGMA user_version = {len(migrations)}")
    db.commit()
    db.close()


def test_a_new_library_is_marked_as_ours(path: Path) -> None:
    Database(path).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_a_newer_library_is_refused_and_left_as_it_is(path: Path) -> None:
    Database(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match=r"newer briefing.* Update briefing"):
        Database(path)
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == ["library.db"]


def test_another_programs_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE bookmarks (url)")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="is not a library of briefing"):
        Database(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_library(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    opened = Database(path)
    assert opened.notices == []
    opened.close()


def test_a_library_of_each_earlier_version_is_brought_up_to_date(path: Path) -> None:
    path.parent.mkdir()
    for version in range(len(MIGRATIONS) + 1):
        path.unlink(missing_ok=True)
        raw = sqlite3.connect(path)
        for sql in MIGRATIONS[:version]:
            raw.executescript(sql)
        if version:
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {version}")
        raw.close()
        opened = Database(path)
        assert Articles(opened).add(article())
        opened.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:1],
        lambda data: data[:-1],
        lambda data: b"not a database at all, but long enough to look at" * 100,
        lambda data: data[:100] + bytes(4000) + data[4100:],
        lambda data: data[:16] + b"\xff\xff" + data[18:],
        lambda data: data[: len(data) // 2] + random.Random(7).randbytes(len(data) // 2),
    ],
)
def test_a_damaged_library_is_set_aside_and_told(
    path: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path).close()
    damaged = spoil(path.read_bytes())  # type: ignore[operator]
    path.write_bytes(damaged)
    opened = Database(path)
    library = Articles(opened)
    library.articles()
    for i in range(30):
        library.add(article(f"Title {i}\n" + f"Sentence {i} of it. " * 200))
    if len(library.articles()) == 30 and not opened.notices:
        return  # the damage fell where nothing was, or all could be read nevertheless
    (notice,) = opened.notices
    aside = [name for name in os.listdir(path.parent) if ".damaged-" in name]
    assert any(name in notice for name in aside)
    assert any((path.parent / name).read_bytes() == damaged for name in aside)
    opened.close()


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.9])
def test_what_can_still_be_read_is_saved(path: Path, part: float) -> None:
    opened = filled(path, 200)
    library, notebook = Articles(opened), Notebook(opened)
    listed = library.articles()
    for one in listed[::4]:
        notebook.add(one.digest, anchor(library.article(one.digest), Span(0, 7)), "Mine.")
    opened.close()
    data = path.read_bytes()
    pages = len(data) // 4096
    start = 4096 * max(5, int(pages * part))  # past the schema and the roots of the tables
    path.write_bytes(data[:start] + random.Random(7).randbytes(4096) + data[start + 4096 :])
    opened = Database(path)
    library, notebook = Articles(opened), Notebook(opened)
    library.articles()  # damage among the rows of a list shows when they are listed
    for one in listed * 2:  # what was lost comes back when its file is opened again
        library.add(article(f"{one.title}\n" + f"Sentence {one.title[6:]} of it. " * 200))
    known = {one.digest for one in library.articles()}
    assert known == {one.digest for one in listed}
    kept = [one for one in listed[::4] if notebook.notes(one.digest)]
    assert len(kept) >= 25
    for one in listed:
        assert library.article(one.digest).digest == one.digest
    opened.close()


def test_a_library_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(LibraryError, match="cannot be used"):
        Database(tmp_path / "data" / "library.db")
    (tmp_path / "other" / "library.db").mkdir(parents=True)
    with pytest.raises(LibraryError, match="cannot be opened"):
        Database(tmp_path / "other" / "library.db")


def test_a_locked_library_is_told_after_a_while(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    opened = filled(path, 1)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryError, match=r"being written by another process\. Try again"):
        Articles(opened).add(article())
    assert len(Articles(opened).articles()) == 1
    raw.execute("ROLLBACK")
    assert Articles(opened).add(article())


def test_a_failed_change_changes_nothing(path: Path) -> None:
    opened = filled(path, 1)

    def work(db: sqlite3.Connection) -> None:
        db.execute("DELETE FROM article")
        raise KeyError

    with pytest.raises(KeyError):
        opened.write(work)
    assert len(Articles(opened).articles()) == 1


def test_any_thread_may_ask(path: Path) -> None:
    opened = filled(path, 0)
    library = Articles(opened)
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for i in range(10):
                library.add(article(f"Title {number} {i}\nWords."))
                library.articles()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(library.articles()) == 80


ONE_OF_TWELVE = """
import sys
from pathlib import Path
from briefing.library.database import Database
from briefing.library.notebook import Notebook
from briefing.library.query import query
from briefing.library.related import Related
from briefing.library.search import Search
from briefing.library.search_sql import BEST
from briefing.library.store import Articles
from briefing.model.article import Span
from briefing.notes.anchors import anchor
from tests.articles import article

opened, number, shared = Database(Path(sys.argv[1])), sys.argv[2], article()
library, notebook, search = Articles(opened), Notebook(opened), Search(opened)
for i in range(10):
    library.add(article(f"Title {number} {i}\\nWords."))
    library.add(shared)
    library.remember(shared.digest, i)
    notebook.add(shared.digest, anchor(shared, Span(0, 7)), f"{number} {i}")
    assert search.count(query(f"title {number}")) > i
    assert search.find(query("words"), 5, BEST)
    assert Related(opened).resolve(f"Titel {number} {i}") is not None
search.close()
opened.close()
"""


def test_twelve_processes_neither_fail_nor_lose(path: Path) -> None:
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ONE_OF_TWELVE, str(path), str(number)],
            cwd=root,
            stderr=subprocess.PIPE,
        )
        for number in range(12)
    ]
    assert [process.communicate()[1] for process in running] == [b""] * 12
    opened = Database(path)
    assert len(Articles(opened).articles()) == 121
    (notes,) = opened.read(lambda db: db.execute("SELECT count(DISTINCT id) FROM note").fetchone())
    assert notes == 120
    assert opened.read(lambda db: db.execute("PRAGMA integrity_check").fetchall()) == [("ok",)]
    check = "INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)"
    opened.write(lambda db: db.execute(check))
    search = Search(opened)
    assert search.count(query("words")) == 120
    search.close()
    opened.close()
