"""Reading without a screen: all that a screen would show, in words and in order."""

from __future__ import annotations

import os
import re
import shutil
import signal
from pathlib import Path

import pytest

from briefing.cli import main, paging
from briefing.desk import Desk
from briefing.settings import Settings

STORY = """\
Old Bridge Stays Open

The council of Oakham voted on Tuesday to keep the swing bridge open, Mayor Ann Lee said.

The work will cost £4.5 million and begin in May 2031, according to the Oakham Post.
"""
BOXES = re.compile("[\u2500-\u257f\u2580-\u259f•→›│]")


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def noted(path: Path) -> None:
    """Puts a note on the story's first sentence."""
    desk = Desk.open(Settings.load())
    article = desk.read(str(path)).article
    desk.mark(article, article.blocks[1].span, "Ask the mayor.")
    desk.close()


def test_everything_is_told_in_words_and_in_order(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noted(story)
    assert main(["open", "--linear", "bridge.txt"]) == 0
    out = capsys.readouterr().out
    parts = [
        "Title:", "Summary:", "Key facts:", "People:", "Sections:", "Related articles", "Links",
        "Articles like it", "Your notes: 1 note.", "Article.", "End of the article.",
    ]  # fmt: skip
    places = [out.index(part) for part in parts]
    assert places == sorted(places)
    assert "Mayor Ann Lee said. Your comment: Ask the mayor." in out
    assert not BOXES.search(out)
    assert main(["list"]) == 0
    assert "Old Bridge Stays Open" in capsys.readouterr().out  # it was opened, not only printed


def test_settings_may_ask_for_it(
    story: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings.load().file
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("linear = true")
    assert main(["bridge.txt", "gone.txt"]) == 1
    out, err = capsys.readouterr()
    assert out.count("End of the article.") == 1
    assert "gone.txt" in err


def test_alone_it_tells_what_is_unread_or_the_last_article(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "bridge.txt"]) == 0
    assert main(["open", "--linear"]) == 0
    assert "1 unread article, 1 story" in capsys.readouterr().out
    assert main(["open", "--linear", "bridge.txt"]) == 0
    desk = Desk.open(Settings.load())
    desk.mark_read(desk.read("bridge.txt").article.digest, True)
    desk.close()
    capsys.readouterr()
    assert main(["open", "--linear"]) == 0
    assert "Title: Old Bridge Stays Open" in capsys.readouterr().out


def test_a_pager_is_given_the_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv("PAGER", f"sh -c 'cat > \"{told}\"'")
    monkeypatch.setattr(os, "isatty", lambda _: True)
    before = signal.getsignal(signal.SIGINT)
    paging.page(["one", "two \x1b[31m", "three – “é”"])
    assert told.read_text(encoding="utf-8") == "one\ntwo \ufffd[31m\nthree – “é”\n"
    assert signal.getsignal(signal.SIGINT) is before


def test_lines_are_broken_between_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv("PAGER", f"sh -c 'cat > \"{told}\"'")
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr(os, "isatty", lambda _: True)
    paging.page(["The council of Oakham voted on Tuesday.", "    code", "北京" * 11])
    lines = told.read_text(encoding="utf-8").split("\n")
    assert lines == [
        "The council of",
        "Oakham voted on",
        "Tuesday.",
        "    code",
        "北京" * 5,
        "北京" * 5,
        "北京",
        "",
    ]


def test_a_pager_that_is_left_early_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    monkeypatch.setattr(os, "isatty", lambda _: True)
    paging.page(["words"] * 100_000)


@pytest.mark.parametrize("pager", ["", "nosuch-pager", "'"])
def test_without_a_pager_lines_are_printed(
    pager: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGER", pager)
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    paging.page(["words"])
    assert capsys.readouterr().out == "words\n"
