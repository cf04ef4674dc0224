"""``briefing search``: what is found, printed for eyes and for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefing.cli import main

BRIDGE = (
    "Old Bridge Stays Open\n\nThe council voted to keep the swing bridge open. The bridge is old.\n"
)
FERRY = (
    "Ferry Fares Rise\n\nA ferry to the island costs more. "
    "No bridge leads there, [red]alas[/red].\n"
)


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two articles in the library."""
    for name, text in (("bridge.txt", BRIDGE), ("ferry.txt", FERRY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert main(["add", str(tmp_path / name)]) == 0
    capsys.readouterr()


@pytest.mark.usefixtures("library")
def test_in_a_pipe_it_is_a_line_for_each_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "bridge"]) == 0
    first, second = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    assert first[2] == "Old Bridge Stays Open"
    assert BRIDGE[int(first[4]) :].startswith("bridge")
    assert second[5] == "A ferry to the island costs more. No bridge leads there, [red]alas[/red]."
    assert main(["search", "--newest", "--limit", "1", "bridge"]) == 0
    assert "Ferry Fares" in capsys.readouterr().out


@pytest.mark.usefixtures("library")
def test_words_may_be_unwanted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "bridge", "-ferry"]) == 0
    out = capsys.readouterr().out
    assert "Old Bridge" in out
    assert "Ferry" not in out


@pytest.mark.usefixtures("library")
def test_json_has_every_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--json", "swing bridge", "unread"]) == 0
    (found,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert found["title"] == "Old Bridge Stays Open"
    assert not found["read"]
    text = BRIDGE.strip()
    for hit in found["hits"]:
        for span in (hit, hit["context"]):
            assert text[span["start"] : span["end"]] == span["text"]
    assert [hit["text"] for hit in found["hits"]] == ["swing", "bridge", "bridge"]


@pytest.mark.usefixtures("library")
def test_on_a_terminal_the_words_stand_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["search", "bridge", "--limit", "1"]) == 0
    out = re.sub("\x1b\\[[0-9;]*m", "", capsys.readouterr().out)
    assert out.startswith("Old Bridge Stays Open\n")
    assert "  • The council voted to keep the swing bridge open." in out
    assert out.endswith("1 of 2 articles; --limit 2 shows all.\n")


def test_words_that_leave_off_within_a_sentence_are_set_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    far = "and the road along the river to the old mill was closed for a day "
    (tmp_path / "one.txt").write_text(f"Roads\n\nSnow fell {far * 3}near the bridge {far * 3}too.")
    assert main(["add", str(tmp_path / "one.txt")]) == 0
    capsys.readouterr()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["search", "bridge"]) == 0
    out = " ".join(re.sub("\x1b\\[[0-9;]*m", "", capsys.readouterr().out).split())
    assert re.search("• …[a-z ]+ near the bridge [a-z ]+…$", out)


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("line", ["zebra", "((", '"', "* * *", "after:never", "-"])
def test_no_line_is_a_mistake(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--", line]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "nothing in the library has" in captured.err


def test_a_misspelt_option_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--limt", "bridge"]) == 2
    assert "no such option" in capsys.readouterr().err
