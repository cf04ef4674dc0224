"""The last step before the terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.streams import clean, encodes, one_line, say


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, “quoted” – and dashed…", None),
        ("tab\tand\nnewline", None),
        ("漢字, עברית, عربي, 👩‍👩‍👧, e\u0301", None),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("over\rwritten\x08\x7f", "over\ufffdwritten\ufffd\ufffd"),
        ("\x9b2J\x85", "\ufffd2J\ufffd"),
        ("file\u202egpj.exe\u2066", "file\ufffdgpj.exe\ufffd"),
        ("a\u2028b\u2029c", "a\ufffdb\ufffdc"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
    ],
)
def test_clean(text: str, shown: str | None) -> None:
    assert clean(text) == (text if shown is None else shown)


@given(st.text())
def test_cleaning_moves_nothing_and_is_done_once(text: str) -> None:
    once = clean(text)
    assert len(once) == len(text)
    assert clean(once) == once
    assert not any(ord(c) < 32 and c not in "\t\n" for c in once)
    once.encode()


def test_a_message_is_one_line() -> None:
    assert one_line(" new\nline\tname \x1b]0;x\x07") == "new line name \ufffd]0;x\ufffd"


def test_lines_are_written_in_order_however_many(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [f"{number} " + "x" * 100 for number in range(5000)]
    say(lines)
    assert capsys.readouterr().out.splitlines() == lines


def test_nothing_is_printed_for_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    say([])
    assert capsys.readouterr().out == ""


def in_a_child(
    body: str, closing: str = "", stdout: int | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs some lines in an interpreter of their own, whose streams are spoilt by the shell."""
    program = f"import os, sys\nfrom briefing.cli.streams import *\nprepare()\n{body}"
    return subprocess.run(
        ["sh", "-c", f'exec "$0" -c "$1" {closing}', sys.executable, program],
        text=True,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_said() -> None:
    body = "try:\n  say(['x' * 99] * 999)\n  flush()\nexcept Exception as e:\n  complain(str(e))"
    done = in_a_child(body, "> /dev/full")
    assert done.stderr == (
        "briefing: standard output: cannot be written (No space left on device).\n"
    )


def test_a_reader_who_leaves_early_ends_it_quietly() -> None:
    leave = "r, w = os.pipe()\nos.dup2(w, 1)\nos.close(r)\nos.close(w)\n"
    done = in_a_child(f"{leave}say(['x' * 99] * 9999)\nflush()")
    assert (done.returncode, done.stderr) == (0, "")


def test_who_has_left_is_noticed_while_nothing_is_written() -> None:
    leave = "r, w = os.pipe()\nos.dup2(w, 1)\nos.close(w)\nend_unheard()\nos.close(r)\n"
    done = in_a_child(f"import time\n{leave}time.sleep(600)\nos._exit(3)")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("closing", ["> /dev/null", ">&-"])
def test_what_is_no_pipe_is_written_to_its_end(closing: str) -> None:
    body = "end_unheard()\nsay(['x' * 99] * 9999)\nflush()\nos._exit(3)"
    assert in_a_child(body, closing).returncode == 3


@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_closed_stream_gives_its_number_to_no_file(closing: str) -> None:
    body = (
        "import tempfile\nfile = tempfile.TemporaryFile()\nsay(['said'])\nflush()\n"
        "complain('told')\nos._exit(0 if file.fileno() > 2 and not file.tell() else 3)"
    )
    assert in_a_child(body, closing, stdout=subprocess.DEVNULL).returncode == 0


def test_what_an_encoding_lacks_is_spelled() -> None:
    done = in_a_child(
        "say(['“Café” → 3 · it’s £4 – 漢 …'])",
        stdout=subprocess.PIPE,
        PYTHONIOENCODING="ascii",
    )
    assert done.stdout == '"Cafe" -> 3 - it\'s GBP4 - ? ...\n'


@pytest.mark.parametrize(
    ("encoding", "text", "fits"),
    [
        ("utf-8", "漢", True),
        ("ascii", "é", False),
        ("latin-1", "é", True),
        ("latin-1", "漢", False),
    ],
)
def test_encodes(encoding: str, text: str, fits: bool) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert encodes(stream, text) is fits
