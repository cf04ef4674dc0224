from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import title_shelf
from briefing.library.coverage import Coverage
from briefing.library.database import Database
from briefing.library.related import Related
from briefing.library.store import Articles
from tests.articles import article


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "library.db")
    yield made
    made.close()


def add(database: Database, title: str, text: str = "Words.", location: str = "-") -> str:
    made = article(f"{title}\n{text}", location)
    Articles(database).add(made)
    return made.digest


@pytest.mark.parametrize(
    ("named", "score"),
    [
        ("Meridian Bank to cut 3,000 jobs as profit falls", 1.0),
        ("MERIDIAN BANK to cut 3,000 jobs – as profit falls", 1.0),
        ("Read more: Meridian Bank to cut 3,000 jobs as profit falls", 1.0),
        ("Meridian Bank to cut 3,000 jobs as profti falls", 0.955),
        ("Meridian Bank to cut 3,000 jobs as falls", 0.9),
        ("Meridian Bank to cut 4,000 jobs as profit falls", 0),
        ("Meridian Bank to cut 3,000 jobs as profit rises", 0),
        ("", 0),
        ("京都", 0),
    ],
)
def test_a_title_is_found_or_guessed(database: Database, named: str, score: float) -> None:
    add(database, "東京タワー")
    wanted = add(database, "Meridian Bank to cut 3,000 jobs as profit falls")
    add(database, "Ferry runs aground off Harwick, injuring 14")
    found = Related(database).resolve(named)
    assert (found.score if found else 0) == score
    if found:
        assert found.digest == wanted
        assert found.guess is (score < 1)


def test_titles_that_come_or_change_are_found(database: Database) -> None:
    related, library = Related(database), Articles(database)
    digest = add(database, "Ferry runs aground off Harwick, injuring 14")
    slip = "Ferry runs agruond off Harwick, injuring 14"
    assert related.resolve(slip)
    library.add(replace(library.article(digest), title="Mayor of Sule resigns over budget"))
    assert related.resolve(slip) is None
    found = related.resolve("Mayor of Sule resigns over budgett")
    assert found is not None
    assert found.title == "Mayor of Sule resigns over budget"
    newer = add(database, "Trains of the north are to stop on Sunday")
    guess = related.resolve("Trains of teh north are to stop on Sunday")
    assert guess is not None
    assert guess.digest == newer


def test_all_titles_are_put_in_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_shelf, "_SLICE", 3)
    for number in range(10):
        add(database, "東京" if number == 9 else f"Title {number} of them all")
    title_shelf.catch_up(database)
    (count,) = database.read(lambda db: db.execute("SELECT count(*) FROM title").fetchone())
    assert count == 10
    before = database._connection.total_changes
    title_shelf.catch_up(database)
    assert database._connection.total_changes == before


def test_of_two_versions_with_one_title_the_newer_is_meant(database: Database) -> None:
    text = "The council voted on Tuesday to keep the swing bridge open to all."
    add(database, "Harbour bridge to stay open for now", text, "/a")
    newer = add(database, "Harbour bridge to stay open for now", text + " Again.", "/a")
    for title in ("Harbour bridge to stay open for now", "Harbour brigde to stay open for now"):
        found = Related(database).resolve(title)
        assert found is not None
        assert found.digest == newer


def test_a_wanted_title_is_wanted_until_it_comes(database: Database) -> None:
    related = Related(database)
    digest = add(database, "Harbour bridge stays open")
    related.want(digest, "Ferry fares to rise by 5 % in the atumun")
    related.want(digest, "Mayor resigns")
    assert len(related.wanted()) == 2
    add(database, "Ferry fares to rise by 5 % in the autumn")
    assert related.wanted() == ("Mayor resigns",)


STORM = "A storm closed the port of Ellery. Waves broke the harbour wall, and ferries stayed in."
AGAIN = "The port of Ellery opened after the storm. The harbour wall is broken; ferries sail."
BAKER = "A baker was fined for selling bread that weighed less than it was said to weigh."


def test_similar_articles_come_with_what_ties_them(database: Database) -> None:
    one = add(database, "Storm closes Port Ellery", STORM)
    two = add(database, "Port Ellery reopens after storm", AGAIN)
    add(database, "Baker fined", BAKER)
    Coverage(database).catch_up()
    (found,) = Related(database).similar(one, 5)
    assert found.digest == two
    assert found.title == "Port Ellery reopens after storm"
    assert {"storm", "ellery"} <= set(found.ties)
    assert 0.3 < found.likeness < 1
    assert Related(database).similar("0" * 64, 5) == ()


def test_what_one_article_says_in_passing_may_be_what_another_is_about(database: Database) -> None:
    passing = "Zander quota, kelp levy, mussel glut, oyster ban, lobster tax, squid cap, eel truce"
    add(database, "Harwick ferry adrift", "The ferry of Harwick drifted in fog.")
    one = add(database, passing, f"{passing}. A Harwick ferry was adrift as well.")
    Coverage(database).catch_up()
    assert [found.title for found in Related(database).similar(one, 5)] == ["Harwick ferry adrift"]


def test_versions_are_not_similar_to_themselves(database: Database) -> None:
    one = add(database, "Storm closes Port Ellery", STORM, "/a")
    add(database, "Storm closes Port Ellery", STORM + " It rained.", "/a")
    old = add(database, "Port Ellery reopens after storm", AGAIN, "/b")
    new = add(database, "Port Ellery reopens after storm", AGAIN + " At last.", "/b")
    Coverage(database).catch_up()
    assert [found.digest for found in Related(database).similar(one, 5)] == [new]
    assert len(Related(database).similar(old, 5)) == 1
