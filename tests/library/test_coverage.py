"""Events kept as articles arrive: whatever the order, the rule of stories.py decides."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import coverage, placing
from briefing.library.coverage import Coverage, catch_up
from briefing.library.database import Database
from briefing.library.store import Articles
from briefing.model.article import Article, Origin
from tests.library.test_similar import ARTICLES


def article(number: int) -> Article:
    title, text, day = ARTICLES[number]
    text = text or "Nothing much."
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(text, (), Origin(f"{number}.txt"), digest, title=title, published=day)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database(tmp_path / "library.db")


def grouped(database: Database, numbers: Sequence[int]) -> set[frozenset[int]]:
    events = Coverage(database).events()
    found = {n: events[article(n).digest] for n in numbers}
    return {frozenset(n for n in numbers if found[n] == event) for event in set(found.values())}


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::17])
def test_articles_find_their_event_in_whatever_order_they_come(
    database: Database, order: tuple[int, ...]
) -> None:
    for number in order:
        Articles(database).add(article(number))
        assert Coverage(database).catch_up()
    assert grouped(database, order) == {frozenset({0, 1, 3}), frozenset({2, 4})}


def test_a_slice_ends_when_its_time_is_over(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage, "_HOLD", 0)
    for number in range(4):
        Articles(database).add(article(number))
    kept = Coverage(database)
    assert not kept.catch_up(0)
    assert kept.missing() == 3
    assert kept.catch_up()
    assert kept.missing() == 0


def test_many_at_once_are_placed_in_slices(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coverage, "_SLICE", 2)
    monkeypatch.setattr(coverage, "_HOLD", 60)
    for number in range(6):
        Articles(database).add(article(number))
    kept = Coverage(database)
    assert kept.missing() == 6
    assert not kept.catch_up(0)
    assert kept.missing() == 4
    assert catch_up(database.path, 60)
    assert kept.missing() == 0
    assert grouped(database, range(6)) == {
        frozenset({0, 1, 3}),
        frozenset({2, 4}),
        frozenset({5}),
    }


def test_a_large_event_takes_what_belongs_to_it_and_is_not_grouped_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "_MOST", 2)
    for number in range(5):
        Articles(database).add(article(number))
        Coverage(database).catch_up()
    assert grouped(database, range(5)) == {frozenset({0, 1, 3}), frozenset({2, 4})}


def test_the_others_are_named_once_and_in_their_newest_version(database: Database) -> None:
    library = Articles(database)
    for number in (0, 1, 2, 3):
        library.add(article(number))
    grown = article(1).text + " All were taken to hospital."
    digest = hashlib.sha256(grown.encode()).hexdigest()
    library.add(replace(article(1), text=grown, digest=digest))
    kept = Coverage(database)
    kept.catch_up()
    assert kept.others(article(0).digest) == (digest, article(3).digest)
    assert kept.others(digest) == (article(3).digest, article(0).digest)
    assert kept.others(article(2).digest) == ()
    assert kept.others("unknown") == ()
