"""``briefing add``: counts, reasons, and Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from briefing.cli import main
from tests.site import Answer, Site, page


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


def test_counts_and_reasons(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "a.txt").write_text("The council voted on Tuesday.")
    (news / "b.txt").write_text("The mayor said so on Friday.")
    (news / "c.png").write_bytes(b"\x89PNG\r\n")
    assert main(["add", str(news)]) == 0
    assert capsys.readouterr().out == "2 added, 1 passed over, being no articles.\n"
    assert main(["add", str(news), str(news / "d.txt")]) == 1
    told = capsys.readouterr()
    assert told.out == "2 known before, 1 failed, 1 passed over, being no articles.\n"
    assert told.err == f"briefing: {news / 'd.txt'}: there is no such file.\n"


def test_an_empty_folder(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(news)]) == 0
    assert capsys.readouterr().out == "there is nothing to add.\n"


def test_ctrl_c_leaves_with_130_and_what_was_read(
    news: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    (news / "a.txt").write_text("The council voted on Tuesday.")
    done = threading.Event()

    def hang(_: dict[str, str]) -> Answer:
        done.wait(60)
        return page()

    site.answers["/"] = hang
    added = subprocess.Popen(
        [sys.executable, "-m", "briefing", "add", str(news), site.address],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not site.asked:
        assert added.poll() is None
        time.sleep(0.01)
    added.send_signal(signal.SIGINT)
    out, err = added.communicate()
    done.set()
    assert (added.returncode, out) == (130, "")
    assert err.endswith("what was added stays, and the same command goes on from here.\n")
    assert main(["list"]) == 0
    assert "a.txt" in capsys.readouterr().out
