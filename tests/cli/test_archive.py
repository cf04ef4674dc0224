"""``briefing export`` and ``briefing import``: everything, out and in again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.desk import Desk
from briefing.model.article import Span
from briefing.settings import Settings

STORY = "Old Bridge Stays Open\n\nThe council voted to keep the swing bridge open.\n"


@pytest.fixture
def exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder that a library of one article with a note was exported to."""
    file = tmp_path / "bridge.txt"
    file.write_text(STORY, encoding="utf-8")
    desk = Desk.open(Settings.load())
    article = desk.read(str(file)).article
    desk.mark(article, Span(23, 34), "Who voted?")
    desk.close()
    assert main(["export", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out.startswith("1 article and library.jsonl written")
    return tmp_path / "out"


def test_an_article_is_a_file_to_read(exported: Path) -> None:
    (file,) = (exported / "articles").iterdir()
    text = file.read_text(encoding="utf-8")
    assert file.name.startswith("old-bridge-stays-open-")
    assert 'title: "Old Bridge Stays Open"' in text
    assert "# Old Bridge Stays Open\n\nThe council voted" in text
    assert "## Notes\n\n> The council\n\nWho voted?" in text


@pytest.mark.skipif(sys.platform != "linux", reason="folders are told by /proc")
def test_an_export_outlives_a_power_cut(exported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    flush, rename = os.fsync, os.replace

    def flushing(handle: int) -> None:
        done.append(os.path.basename(os.readlink(f"/proc/self/fd/{handle}")))
        flush(handle)

    def renaming(old: Path, new: Path) -> None:
        done.append("rename")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", flushing)
    monkeypatch.setattr(os, "replace", renaming)
    assert main(["export", str(exported)]) == 0
    last = len(done) - done[::-1].index("rename")
    assert done[last:] == ["articles", "out", exported.parent.name]


def test_everything_comes_back(
    exported: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "another"))
    assert main(["import", str(exported)]) == 0
    assert capsys.readouterr().out == "1 article added, 0 known before.\n"
    assert main(["export", str(tmp_path / "again")]) == 0
    for file in exported.rglob("*.*"):
        again = tmp_path / "again" / file.relative_to(exported)
        assert again.read_bytes() == file.read_bytes()


def test_nothing_is_written_over_that_an_export_did_not_write(
    exported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = (exported / "articles").iterdir()
    edited = file.read_text(encoding="utf-8") + "Mine.\n"
    file.write_text(edited, encoding="utf-8")
    assert main(["export", str(exported)]) == 0
    captured = capsys.readouterr()
    assert "stays as it is" in captured.err
    assert file.read_text(encoding="utf-8") == edited
    (exported / "library.jsonl").write_text("mine\n", encoding="utf-8")
    assert main(["export", str(exported)]) == 1
    assert "was not written by an export" in capsys.readouterr().err
    assert (exported / "library.jsonl").read_text(encoding="utf-8") == "mine\n"


@pytest.mark.parametrize("data", [b"", b"text\n", b"\xff\xfe", b'{"briefing":"library"}\n'])
def test_a_file_that_is_none_is_told(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "odd.jsonl"
    file.write_bytes(data)
    for path in (file, tmp_path / "missing"):
        assert main(["import", str(path)]) == 1
        assert capsys.readouterr().err.startswith(f"briefing: {path}")
