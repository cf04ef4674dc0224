"""``briefing diff``: what changed in a file, an article of the library, or between two files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main

OLD = """\
Ferry runs aground off Harwick

The ferry ran aground on Tuesday, injuring 14 people, the coast guard said. Nobody was killed.

The port is open, and other ferries sail as they do on every day of the week.
"""
NEW = OLD.replace("injuring 14", "injuring 15").replace("Nobody was killed.", "One man died later.")


@pytest.fixture
def story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A file whose article is in the library, and that has changed since."""
    file = tmp_path / "ferry.txt"
    file.write_text(OLD, encoding="utf-8")
    assert main(["add", str(file)]) == 0
    file.write_text(NEW, encoding="utf-8")
    capsys.readouterr()
    return file


def test_a_file_is_held_against_what_the_library_has(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(story)]) == 0
    first = capsys.readouterr().out
    assert "injuring [-14-] {+15+} people" in first
    assert "4 words went, 5 words came." in first
    assert main(["add", str(story)]) == 0
    capsys.readouterr()
    assert main(["diff", str(story)]) == 0
    assert capsys.readouterr().out == first
    assert main(["diff", "Ferry runs agruond off Harwick"]) == 0
    assert capsys.readouterr().out == first


def test_json_has_the_place_of_every_change(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--json", str(story)]) == 0
    found = json.loads(capsys.readouterr().out)
    texts = {"removed": OLD.strip(), "added": NEW.strip()}
    assert {change["kind"] for change in found["changes"]} == set(texts)
    for change in found["changes"]:
        assert texts[change["kind"]][change["start"] : change["end"]] == change["text"]
        assert 0 <= change["place"] <= len(NEW)


def test_two_files_are_compared(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(OLD, encoding="utf-8")
    assert main(["diff", str(other), str(story)]) == 0
    assert "{+15+}" in capsys.readouterr().out
    assert main(["diff", str(other), str(other)]) == 0
    assert "Nothing has changed" in capsys.readouterr().out


def test_what_has_no_earlier_version_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.txt"
    file.write_text(OLD, encoding="utf-8")
    assert main(["diff", str(file)]) == 1
    assert "no earlier version" in capsys.readouterr().err
    assert main(["diff", "No such title anywhere at all"]) == 1
    assert "neither a file nor the title" in capsys.readouterr().err
    assert main(["diff", "a", "b", "c"]) == 2
