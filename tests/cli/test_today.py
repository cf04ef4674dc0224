"""``briefing today``: what is unread, by story, in each form."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from briefing.cli import main
from tests.library.test_telling import FIRST, SECOND

BANK = """\
[red]Meridian*Bank[/red] cuts _jobs_

Meridian Bank will cut 300 jobs, its chief, Ana Ruiz, told shareholders in Lugano on Monday.
"""


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two articles on one event, and one that stands alone."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND), ("bank.txt", BANK)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert main(["add", str(tmp_path / name)]) == 0
    capsys.readouterr()
    return tmp_path


def test_in_a_pipe_it_is_plain_text_a_paragraph_a_line(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["today"]) == 0
    head, _, title, about, words, place, also, where, *rest = capsys.readouterr().out.splitlines()
    assert head.endswith(": 3 unread articles, 2 stories")
    assert title == "Passengers hurt as ferry hits rocks"
    assert about == "today · 1 min"
    assert words.startswith("A ferry ran aground")
    assert place == str(library / "second.txt")
    assert also == "  also: Ferry runs aground off Harwick (today · 1 min · 1 new sentence)"
    assert where == f"  {library / 'first.txt'}"
    assert rest[1] == "[red]Meridian*Bank[/red] cuts _jobs_"


def test_in_json_all_words_have_their_place(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["today", "--json"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    text = (library / "second.txt").read_text(encoding="utf-8")
    assert first["summary"]
    for sentence in first["summary"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
    assert [(other["title"], other["new"]) for other in first["also"]] == [
        ("Ferry runs aground off Harwick", 1)
    ]
    assert second["also"] == []
    assert second["minutes"] == 1


@pytest.mark.usefixtures("library")
def test_in_markdown_nothing_of_an_article_is_markup(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--markdown"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("## [Passengers hurt as ferry hits rocks](<file:///")
    assert sum(line.startswith("- [Ferry runs aground") for line in lines) == 1
    (bank,) = (line for line in lines if "Meridian" in line and line.startswith("##"))
    assert "Meridian\\*Bank" in bank


@pytest.mark.usefixtures("library")
def test_what_came_before_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    tomorrow = (date.today() + timedelta(2)).isoformat()
    assert main(["today", "--since", tomorrow]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "`briefing today --all`" in err
    for since in ("2020-01-01T06:30", "2020-01-01T06:30:00+0000", "today", "Yesterday"):
        assert main(["today", "--since", since]) == 0
        assert "3 unread" in capsys.readouterr().out


def test_without_anything_it_says_what_to_do(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from briefing.desk import Desk
    from briefing.settings import Settings

    desk = Desk.open(Settings.load())
    desk.mark_all([item.digest for item in desk.articles()], True)
    desk.close()
    for arguments in ([], ["--all"], ["--json"]):
        assert main(["today", *arguments]) == 0
        out, err = capsys.readouterr()
        assert (out, err) == ("", "briefing: everything in the library is read.\n")


def test_an_empty_library_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today"]) == 0
    assert "the library is empty; `briefing add FILE...`" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["--markdown", "--json"], ["--all", "--since", "2026-01-01"], ["--since", "x"]]
)
def test_mistakes_are_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
