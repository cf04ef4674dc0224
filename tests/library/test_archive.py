from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.library.archive import is_archive, lines
from briefing.library.database import Database
from briefing.library.drafts import Drafts
from briefing.library.importing import take_in
from briefing.library.notebook import Notebook
from briefing.library.preferences import Preferences
from briefing.library.query import query
from briefing.library.register import Register
from briefing.library.related import Related
from briefing.library.schema import MIGRATIONS
from briefing.library.search import Search
from briefing.library.store import Articles
from briefing.model.annotations import Briefing, Entity, EntityKind
from briefing.model.article import Span
from briefing.model.errors import LibraryError
from briefing.model.notes import Draft
from briefing.notes.anchors import anchor
from tests.articles import HARBOUR, article, at


def full(path: Path) -> Database:
    """A library with something of everything."""
    database = Database(path)
    library, notebook = Articles(database), Notebook(database)
    first = article(HARBOUR, "/news/\udcffname.txt")
    later = article(HARBOUR + " It was late.", "/news/\udcffname.txt")
    library.add_many([first, later, article("Other\nWords “quoted” \\ 京都 🎉.", "-")])
    library.star(first.digest, True)
    library.mark_read(later.digest, True)
    library.remember(later.digest, 17)
    oakham = at("Oakham")
    entity = Entity(oakham, EntityKind.PLACE, (oakham,))
    library.keep(Briefing(later.digest, "by hand", entities=(entity,)))
    note = notebook.add(first.digest, anchor(first, at("Repairs")), "Mine.")
    notebook.comment(note.id, lambda _: "Mine, again.")
    notebook.delete(notebook.add(later.digest, anchor(later, at("Work"))).id)
    Drafts(database).keep(later.digest, Draft(Span(0, 7), "half a thou"))
    Related(database).want(later.digest, "Ferry fares rise")
    Preferences(database).set("theme", "paper")
    Register(database).file_is(first.digest, "/notes/\udcfe.md")
    database.write(
        lambda db: db.execute(
            "INSERT INTO feed (url, title, added) VALUES ('https://news.example/rss', 'News', '')"
        )
    )
    database.write(
        lambda db: db.execute("INSERT INTO feed_entry (feed, key, digest) VALUES (1, 'k', 'd')")
    )
    return database


def test_what_is_exported_and_imported_is_exported_the_same(tmp_path: Path) -> None:
    database = full(tmp_path / "one.db")
    written = list(lines(database))
    tables = {json.loads(line).get("table") for line in written[1:]}
    every = database.read(
        lambda db: {n for (n,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    )
    derived = {"teaser", "profile", "profile_term", "coverage", "title", "title_word"}
    derived |= {"known_file"}
    hidden = {n for n in every if n.startswith(("full_text", "name_index", "unspaced", "sqlite"))}
    assert tables == every - derived - hidden, (
        "a new table: fill it in the test, or say it is derived"
    )
    other = Database(tmp_path / "two.db")
    assert take_in(other, "library.jsonl", written) == (3, 0)
    assert list(lines(other)) == written
    search = Search(other)
    assert search.count(query("ferry")) == 2
    assert search.count(query("entity:oakham")) == 1
    check = "INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)"
    other.write(lambda db: db.execute(check))
    assert take_in(other, "library.jsonl", written) == (0, 3)
    assert list(lines(other)) == written
    assert search.count(query("ferry")) == 2
    search.close()
    assert len(Notebook(other).notes(article(HARBOUR).digest)) == 1


def test_into_a_library_that_holds_something_it_comes_beside(tmp_path: Path) -> None:
    written = list(lines(full(tmp_path / "one.db")))
    other = Database(tmp_path / "two.db")
    library = Articles(other)
    mine = [article(f"Mine {number}\nWords.") for number in range(4)]
    shared = article(HARBOUR, "/news/\udcffname.txt")
    library.add_many([*mine, shared])
    kept = Notebook(other).add(mine[0].digest, anchor(mine[0], Span(0, 4)), "Kept.")
    Preferences(other).set("theme", "night")
    assert take_in(other, "library.jsonl", written) == (2, 1)
    later = article(HARBOUR + " It was late.").digest
    assert library.position(later) == 17
    assert Register(other).versions(later) == {shared.digest, later}
    assert [note.comment for note in Notebook(other).notes(later)] == ["Mine, again."]
    assert Notebook(other).notes(mine[0].digest) == (kept,)
    assert Preferences(other).get("theme") == "night"
    assert Related(other).wanted() == ("Ferry fares rise",)
    assert Register(other).file(shared.digest) == "/notes/\udcfe.md"
    assert {one.title: one.starred for one in library.articles()}["Harbour bridge stays open"]
    assert other.read(lambda db: db.execute("PRAGMA foreign_key_check").fetchall()) == []
    assert library.article(later).text.endswith("It was late.")
    search = Search(other)
    assert search.count(query("words")) == 5
    search.close()


def test_a_version_that_is_new_joins_the_versions_that_are_here(tmp_path: Path) -> None:
    one, two = Database(tmp_path / "one.db"), Database(tmp_path / "two.db")
    texts = [HARBOUR, HARBOUR + " Late.", HARBOUR + " Late. Later."]
    made = [article(text, "/news/a.txt") for text in texts]
    Articles(one).add_many([made[1], made[2]])
    Articles(two).add_many([article("Mine\nWords."), made[0], made[1]])
    take_in(two, "library.jsonl", lines(one))
    assert Register(two).versions(made[2].digest) == {each.digest for each in made}


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (lambda w: [w[0], w[1][:20], *w[2:]], "line 2 is damaged"),
        (lambda w: [*w, "[]"], "is damaged"),
        (lambda w: [*w, '{"table":"note","row":5}'], "is damaged"),
        (lambda w: w[1:], "is not an exported library"),
        (lambda w: ["{}"], "is not an exported library"),
        (lambda w: [], "is empty"),
        (lambda w: [line for line in w if '"table":"article"' not in line], "refer to"),
        (lambda w: [w[0].replace(f'"schema":{len(MIGRATIONS)}', '"schema":999')], "newer briefing"),
    ],
)
def test_a_file_that_is_wrong_is_told_and_changes_nothing(
    tmp_path: Path, spoil: object, cause: str
) -> None:
    written = list(lines(full(tmp_path / "one.db")))
    other = Database(tmp_path / "two.db")
    with pytest.raises(LibraryError, match=cause):
        take_in(other, "library.jsonl", spoil(written))  # type: ignore[operator]
    assert Articles(other).articles() == ()


def test_an_archive_is_told_by_its_first_line(tmp_path: Path) -> None:
    assert is_archive(next(lines(Database(tmp_path / "one.db"))))
    assert not any(map(is_archive, ["", "{}", "[]", "text", "1"]))
