"""Adding many: which files of a folder are taken, and what may go wrong with one of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.desk.folders import files_of
from briefing.desk.intake import Added, Fate
from briefing.model.article import Article
from briefing.settings import Settings
from tests.feeds import rss
from tests.site import Site, page

STORY = "The council voted on Tuesday to keep bridge {} open.\n"


@pytest.fixture
def desk() -> Iterator[Desk]:
    found = Desk.open(Settings.load())
    yield found
    found.close()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder as readers have them."""
    folder = tmp_path / "news"
    for name in ("b.txt", "a.md", "2024/c.html", "2024/at 5.30", ".hidden.txt", ".git/d.txt"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(STORY.format(name))
    (folder / "2024/c_files").mkdir()
    (folder / "2024/c_files/e.html").write_text("An advertisement.")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "script.py").write_text("import this")
    (folder / "named.txt").write_bytes(b"%PDF-1.7")
    (folder / "empty.txt").touch()
    (folder / "package.json").write_text('{"name": "x"}')
    (folder / "feed.xml").write_bytes(rss("x", "<item><title>F</title></item>" * 2))
    (folder / "loop").symlink_to(folder)
    return folder


def add(desk: Desk, *locations: object) -> list[Added]:
    return list(desk.intake.add(desk.intake.sources(tuple(map(str, locations)))))


def test_the_files_of_a_folder_come_in_the_order_of_their_names(news: Path) -> None:
    found = [(os.path.relpath(path, news), fit) for path, fit in files_of(str(news))]
    assert found == [
        ("2024/at 5.30", True),
        ("2024/c.html", True),
        ("a.md", True),
        ("b.txt", True),
        ("empty.txt", True),
        ("feed.xml", True),
        ("named.txt", True),
        ("package.json", True),
        ("picture.jpg", False),
        ("script.py", False),
    ]


def test_a_folder_is_added(desk: Desk, news: Path) -> None:
    outcome = {os.path.relpath(one.location, news): one for one in add(desk, news)}
    fates = Counter(one.fate for one in outcome.values())
    assert fates == {Fate.TAKEN: 5, Fate.PASSED: 5}
    assert (outcome["feed.xml"].new, outcome["feed.xml"].known) == (1, 1)
    assert len(desk.articles()) == 5


def test_what_is_named_fails_where_what_is_found_is_passed_over(desk: Desk, news: Path) -> None:
    (one,) = add(desk, news / "picture.jpg")
    assert one.fate is Fate.FAILED
    assert one.failure.startswith(f"{news / 'picture.jpg'}: is a picture (JPEG).")
    (one,) = add(desk, news / "script.py")
    assert one.fate is Fate.TAKEN


def test_what_was_added_is_not_read_again(
    desk: Desk, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, news)
    read: list[str] = []
    sources = desk.intake.sources([str(news)])
    again = list(desk.intake.add(sources, read.append))
    assert {os.path.basename(path) for path in read} == {"empty.txt", "named.txt", "package.json"}
    assert sum(one.known for one in again) == 5
    assert not any(one.new for one in again)
    (news / "b.txt").write_text(STORY.format("changed"))
    assert sum(one.new for one in add(desk, news)) == 1


def test_one_bad_file_does_not_stop_the_others(
    desk: Desk, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.sources import text

    plain = text.parse

    def parse(words: str, origin: object) -> Article:
        if "b.txt" in words:
            raise ZeroDivisionError
        return plain(words, origin)  # type: ignore[arg-type]

    monkeypatch.setattr(text, "parse", parse)
    found = add(desk, news / "missing.txt", news / "b.txt", news / "a.md")
    assert [one.fate for one in found] == [Fate.FAILED, Fate.FAILED, Fate.TAKEN]
    assert "there is no such file" in found[0].failure
    assert "b.txt: a fault in briefing stopped it (ZeroDivisionError)" in found[1].failure


def test_who_stops_loses_nothing_that_was_read(
    desk: Desk, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def notice(location: str) -> None:
        if location.endswith("feed.xml"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(desk.intake.add(desk.intake.sources([str(news)]), notice))
    assert len(desk.articles()) == 4
    assert sum(one.new for one in add(desk, news)) == 1


def test_addresses_are_added_too(desk: Desk, site: Site) -> None:
    site.answers |= {"/": page(), "/feed": page(rss("x", "<item><title>F</title></item>"))}
    found = add(desk, f"{site.address}/", f"{site.address}/feed", f"{site.address}/none")
    assert [one.new for one in found if one.fate is Fate.TAKEN] == [1, 1]
    assert "404" in found[0].failure  # what failed is told at once, the rest when it is safe


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="may read everything")
def test_a_folder_that_may_not_be_read_is_told(desk: Desk, news: Path) -> None:
    (news / "2024").chmod(0)
    try:
        failures = [one.failure for one in add(desk, news) if one.fate is Fate.FAILED]
    finally:
        (news / "2024").chmod(0o755)
    assert len(failures) == 1
    assert "2024" in failures[0]
