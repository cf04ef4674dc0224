from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library.database import Database
from briefing.library.query import query
from briefing.library.search import Search
from briefing.library.store import Articles
from tests.articles import HARBOUR, article


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "library.db")
    yield made
    made.close()


@pytest.fixture
def library(database: Database) -> Articles:
    return Articles(database)


def add(library: Articles, text: str, location: str = "/news/a.txt") -> str:
    made = article(text, location)
    library.add(made)
    return made.digest


def test_of_an_article_its_newest_version_is_listed(library: Articles) -> None:
    first = add(library, HARBOUR)
    other = add(library, "Ferry fares rise\n\nFares rise in May.", "/news/b.txt")
    newest = add(library, HARBOUR + "\n\nMore follows.")
    assert [(one.digest, one.versions) for one in library.articles()] == [(newest, 2), (other, 1)]
    assert [one.digest for one in library.all_versions()] == [newest, other, first]
    alone = library.listing(first)
    assert alone is not None
    assert (alone.digest, alone.versions) == (first, 1)
    assert library.listing("unknown") is None


def test_a_version_that_came_after_reading_is_unread_and_says_so(library: Articles) -> None:
    first = add(library, HARBOUR)
    library.mark_read(first, True)
    assert not library.unread_besides("")
    newest = add(library, HARBOUR + "\n\nMore follows.")
    (listed,) = library.articles()
    assert (listed.read, listed.changed) == (False, True)
    assert library.unread_besides("")
    library.mark_read(newest, True)
    (listed,) = library.articles()
    assert (listed.read, listed.changed) == (True, False)


def test_what_is_read_is_read_with_its_earlier_versions(
    library: Articles, database: Database
) -> None:
    first = add(library, HARBOUR)
    newest = add(library, HARBOUR + "\n\nMore follows.")
    search = Search(database)
    found = search.find(query("unread"), 10)
    assert [one.digest for one in found] == [newest]
    assert search.count(query("is:read harbour")) == 1
    assert not library.unread_besides(newest)
    library.mark_all([newest], True)
    assert library.read_among([first, newest]) == {first, newest}
    assert not search.count(query("unread"))
    library.mark_read(newest, False)
    assert library.read_among([first, newest]) == {first}
    (listed,) = library.articles()
    assert listed.changed
    library.mark_read(first, True)
    assert library.read_among([newest]) == set()
    search.close()


def test_a_star_is_of_all_versions(library: Articles) -> None:
    library.star(add(library, HARBOUR), True)
    newest = add(library, HARBOUR + "\n\nMore follows.")
    assert [one.starred for one in library.articles()] == [True]
    library.star(newest, False)
    assert not any(one.starred for one in library.all_versions())
