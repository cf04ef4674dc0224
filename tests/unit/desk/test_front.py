"""The front page's part of the desk: beginnings, reading ahead, and events."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import Desk, ahead
from briefing.settings import Settings
from tests.library.test_telling import FIRST, SECOND


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = Desk.open(Settings.load())
    yield opened
    opened.close()


@pytest.fixture
def two(desk: Desk, tmp_path: Path) -> tuple[str, str]:
    found = []
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found.append(desk.read(str(tmp_path / name), visit=False).article.digest)
    return found[0], found[1]


def test_an_article_begins_with_its_first_paragraph_until_it_is_briefed(
    desk: Desk, two: tuple[str, str]
) -> None:
    first = desk.teasers(two)[two[0]]
    assert first.startswith("A ferry ran aground")
    assert first.endswith("the coastguard said.")
    briefing = desk.brief(desk.peek(two[0]).article)
    text = desk.peek(two[0]).article.text
    expected = " ".join(s.span.of(text) for s in briefing.summary[:2])
    assert desk.teasers(two)[two[0]] == expected
    assert desk.teasers(["unknown"]) == {}


def test_reading_ahead_briefs_in_order_and_finds_the_events(
    desk: Desk, two: tuple[str, str]
) -> None:
    told: list[str] = []
    done = threading.Event()

    def tell(digest: str) -> None:
        told.append(digest)
        if len(told) == 3:
            done.set()

    desk.read_ahead([two[1], "unknown", two[0]], tell)
    assert done.wait(60)
    assert told == ["", two[1], two[0]]
    assert desk.peek(two[0]).briefing is not None
    desk.read_ahead(two, tell)  # nothing is left to do
    events = desk.events()
    assert events[two[0]] == events[two[1]]


@pytest.mark.parametrize("few", [20, 0])
def test_what_has_just_come_is_found_alike_at_once_or_soon(
    desk: Desk, two: tuple[str, str], monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(ahead, "FEW", few)
    found = desk.similar(two[0])
    if few:
        assert desk.settled()
    else:  # too many to keep the reader waiting: a process places them
        assert not found
        until = time.monotonic() + 60
        while not desk.settled() and time.monotonic() < until:
            time.sleep(0.02)
        found = desk.similar(two[0])
    assert [other.digest for other in found] == [two[1]]


def test_an_article_is_held_against_the_others_on_its_event(
    desk: Desk, two: tuple[str, str]
) -> None:
    desk.mark_read(two[0], True)
    telling = desk.telling(desk.peek(two[1]).article)
    assert [teller.digest for teller in telling.others] == [two[0]]
    assert telling.known == 1
    assert telling.new
    assert telling.clashes
    assert [teller.new for teller in desk.tellers(two[0])] == [1]


def test_an_article_that_is_alone_has_nothing_to_be_held_against(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "alone.txt"
    file.write_text(FIRST, encoding="utf-8")
    article = desk.read(str(file)).article
    assert desk.telling(article).others == ()
    assert desk.tellers(article.digest) == ()
    desk.visit(article.digest)
    assert not desk.waiting()


def test_many_are_marked_at_once(desk: Desk, two: tuple[str, str]) -> None:
    assert desk.waiting()
    desk.mark_all(two, True)
    assert not desk.waiting()
    assert all(item.read for item in desk.articles())
