"""The command line as a whole: what is said, where, and with which exit code."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import click
import pytest

from briefing import __version__, worker
from briefing.cli import main
from briefing.desk import in_passing
from briefing.model.errors import BriefingError
from briefing.resources import seeds
from briefing.worker import Worker

STORY = """\
Old Bridge Stays Open

The council of Oakham voted on Tuesday to keep the swing bridge open, Mayor Ann Lee said.

The work will cost £4.5 million and begin in May 2031, according to the Oakham Post.
"""
BRIEFING = [sys.executable, "-m", "briefing"]


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in the working folder."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "bridge.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """What a line of shell does; ``briefing`` in it is this briefing."""
    return subprocess.run(
        ["bash", "-c", f'briefing() {{ "$0" -m briefing "$@"; }}; {line}', sys.executable],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"


def test_help_is_ascii_and_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert "Examples:" in out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["show"], "missing argument"),
        (["show", "--jso", "x"], "no such option"),
        (["show", "--json", "--plain", "x"], "choose one of"),
        (["completion", "tcsh"], "tcsh"),
        (["keys", "extra"], "extra"),
        (["--bogus"], "--bogus"),
    ],
)
def test_a_mistake_in_the_usage_is_one_sentence(
    arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert hint.lower() in err.lower()
    assert err.count("\n") == 1
    assert "--help` tells more" in err


@pytest.mark.parametrize("command", ["show", "notes", "add"])
@pytest.mark.parametrize(
    "name",
    ["gone.txt", "no/such/a.txt", "folder", "x" * 300, "", "new\nline.txt", "\x1b]0;x\x07.txt"],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    command: str, name: str, story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if (command, name) == ("add", "folder"):
        return  # a folder is added with all that is in it
    (story.parent / "folder").mkdir()
    assert main([command, name]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert err.startswith("briefing: ")
    assert "fault" not in err
    assert err.rstrip("\n").isprintable() or "\ufffd" in err
    if name.isprintable():
        assert name[:40] in err


def test_what_can_be_read_is_shown_beside_what_cannot(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "gone.txt", "bridge.txt", "lost.txt"]) == 1
    out, err = capsys.readouterr()
    assert "swing bridge" in out
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["gone.txt", "lost.txt"]


@pytest.mark.parametrize("form", ["--json", "--plain", "--brief", None])
def test_show_keeps_nothing(form: str | None, story: Path, home: Path) -> None:
    assert main(["show", *([form] if form else []), "bridge.txt"]) == 0
    assert not home.exists()


def test_the_same_bytes_twice(story: Path) -> None:
    line = "briefing show --json bridge.txt"
    assert shell(line, PYTHONHASHSEED="1").stdout == shell(line, PYTHONHASHSEED="2").stdout


def test_standard_input(story: Path) -> None:
    done = shell("briefing show --json - < bridge.txt")
    assert json.loads(done.stdout)["title"] == "Old Bridge Stays Open"
    assert json.loads(done.stdout)["origin"]["location"] == "-"


@pytest.mark.parametrize(
    "name", ["-rf.txt", "[red]x[@click=app.quit].txt", "%s{0}.txt", "a b'c\".txt"]
)
def test_odd_names(name: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(story, name)
    assert main(["show", "--", name]) == 0
    assert "swing bridge" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "environment"),
    [
        *(
            (form, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
            for form in ("", "--json", "--plain", "--brief")
        ),
        ("", {"PYTHONIOENCODING": "ascii"}),
        ("", {"TERM": "", "COLUMNS": "0", "NO_COLOR": "1", "TZ": "Mars/Base"}),
    ],
)
def test_odd_environments(form: str, environment: dict[str, str], story: Path) -> None:
    done = shell(f"briefing show {form} bridge.txt", **environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert "swing bridge" in done.stdout


def test_who_stops_reading_ends_it_quietly(story: Path) -> None:
    story.write_text(STORY * 100, encoding="utf-8")
    done = shell("set -o pipefail; briefing show --json bridge.txt | head -c 9")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", [[], ["--plain"]])
def test_what_an_article_opens_with_does_not_wait_for_its_reading(
    form: list[str],
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    printed: list[str] = []

    def read(*_: object) -> None:
        printed.append(capfd.readouterr().out)
        raise BriefingError("the reading", "is of no interest here")

    monkeypatch.setattr("briefing.reading.brief.brief", read)
    assert main(["show", *form, "bridge.txt"]) == 1
    assert STORY.split("\n")[0] in printed[0].split("\n")[0]


def test_closed_streams(story: Path) -> None:
    assert shell("briefing show bridge.txt >&-").returncode == 0
    assert shell("briefing show gone.txt 2>&-").returncode == 1


def test_ctrl_c_ends_it_without_a_word(story: Path) -> None:
    story.write_text(STORY * 20000, encoding="utf-8")
    child = subprocess.Popen(
        [*BRIEFING, "show", "bridge.txt"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(0.5)
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=20)
    assert (child.returncode, err) == (130, "")


DEAF = """
import sys, time
import briefing.reading.brief
from briefing.cli import main

def deaf(*_):
    print("deaf", flush=True)
    try:
        time.sleep(20)
    except BaseException as error:
        raise ImportError("fails to import") from None

briefing.reading.brief.brief = deaf
sys.exit(main(["show", "--brief", "bridge.txt"]))
"""


def test_ctrl_c_ends_it_whatever_hears_of_it(story: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", DEAF], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "deaf\n"
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=15)
    assert (child.returncode, out, err) == (130, "", "")


def test_the_commands_that_print_are_commands() -> None:
    from briefing.cli.commands import cli
    from briefing.cli.guard import PRINTING

    context = click.Context(cli)
    assert set(cli.list_commands(context)) >= PRINTING


def test_ctrl_c_that_a_class_being_made_took_for_a_fault_ends_it_all_the_same(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr("briefing.reading.brief.brief", broken)
    assert main(["show", "bridge.txt"]) == 130
    assert capsys.readouterr().err == ""


def test_a_page_that_takes_too_long_is_left_with_a_sentence(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sleeps = "import time; from briefing import worker_process as beside"
    sleeps += "; beside._JOBS['contents'] = lambda _: time.sleep(60); serve()"
    beside = Worker(worker.CHILD.replace("serve()", sleeps))
    monkeypatch.setattr(in_passing, "_beside", cache(lambda: beside))
    monkeypatch.setattr(worker, "PATIENCE", 1)
    story.with_name("page.html").write_text("<p>Some words.</p>", encoding="utf-8")
    try:
        assert main(["show", "page.html", "bridge.txt"]) == 1
    finally:
        beside.close()
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "page.html: takes longer to read than 1 seconds, and was left." in err
    assert "Bridge" in out


def test_a_fault_is_one_sentence_and_its_details_a_file(
    story: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("deep inside")

    monkeypatch.setattr("briefing.reading.brief.brief", broken)
    assert main(["show", "bridge.txt"]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert "bridge.txt" in err
    log = home / "state" / "faults.log"
    assert str(log) in err
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert "broken" in kept
    assert "deep inside" not in kept  # a message may quote the article


def test_a_fault_that_cannot_be_kept_is_said_all_the_same(
    story: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    home.write_text("in the way")
    monkeypatch.setattr("briefing.reading.brief.brief", broken)
    assert main(["show", "bridge.txt"]) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_without_a_terminal_the_screen_says_what_to_do(
    story: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["bridge.txt"]) == 2
    assert "`briefing show bridge.txt`" in capfd.readouterr().err


def test_keys(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from briefing.ui.commands import COMMANDS

    assert main(["keys"]) == 0
    out = capsys.readouterr().out
    assert all(command.title in out and command.name in out for command in COMMANDS)
    assert str(home / "settings.toml") in out
    assert main(["keys", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["name"] for line in lines] == [command.name for command in COMMANDS]


def test_keys_of_the_settings(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.mkdir()
    (home / "settings.toml").write_text('[keys]\nmark = "ctrl+t"\n')
    assert main(["keys", "--json"]) == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    assert next(line for line in lines if line["name"] == "mark")["keys"] == ["ctrl+t"]
    (home / "settings.toml").write_text('[keys]\nmark = "x"\ncomment = "x"\n')
    assert main(["keys"]) == 1
    err = capsys.readouterr().err
    assert "mark" in err
    assert "comment" in err


def test_the_library_is_filled_and_listed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "empty" in capsys.readouterr().err
    assert main(["add", "bridge.txt", "gone.txt", "bridge.txt"]) == 1
    out, err = capsys.readouterr()
    assert out == "1 added, 1 known before, 1 failed.\n"
    assert "gone.txt" in err
    assert main(["list"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    day, read, star, _, words, title, location, versions = line.split("\t")
    assert (read, star, title, location) == ("unread", "", "Old Bridge Stays Open", str(story))
    assert versions == "1"
    assert len(day) == 10
    assert int(words) > 20
    assert main(["library", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Old Bridge Stays Open"
    assert main(["library", "--unread", "BRIDGE", "stays"]) == 0
    assert "Old Bridge" in capsys.readouterr().out
    assert main(["library", "--starred"]) == 0
    out, err = capsys.readouterr()
    assert (out, err) == ("", "briefing: none of the 1 articles here fits.\n")


@pytest.mark.parametrize(
    ("columns", "shown"),
    [
        (100, "The long report on the bridge and on what is to be done…"),
        (80, "The long report on the bridge and on…"),
        (40, "The long report on the…"),
    ],
)
def test_a_list_on_a_terminal_keeps_to_its_width(
    columns: int,
    shown: str,
    tmp_path: Path,
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    title = "The long report on the bridge and on what is to be done before the winter comes"
    (tmp_path / "long.md").write_text(f"# {title}\n\nIt is long.\n")
    (tmp_path / "untitled.txt").write_text("The bridge is closed.\n")
    assert main(["add", str(tmp_path)]) == 0
    capsys.readouterr()
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= columns
    ends = (" untitled.txt", f" {shown}")
    assert all(any(line.endswith(end) for line in lines) for end in ends)


def test_adding_does_not_change_where_one_left_off(story: Path) -> None:
    from briefing.desk import Desk
    from briefing.settings import Settings

    assert main(["add", "bridge.txt"]) == 0
    desk = Desk.open(Settings.load())
    assert desk.last() is None
    desk.close()


def test_notes(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from briefing.desk import Desk
    from briefing.model.article import Span
    from briefing.settings import Settings

    assert main(["notes", "bridge.txt"]) == 0
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    desk = Desk.open(Settings.load())
    article = desk.read("bridge.txt").article
    start = article.text.index("swing bridge")
    desk.mark(article, Span(start, start + 12), "since 1850")
    desk.close()
    assert main(["notes", "bridge.txt"]) == 0
    out = capsys.readouterr().out
    assert "> swing bridge" in out
    assert "since 1850" in out


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", name]) == 0
    assert "_BRIEFING_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("briefing sh", "plain,show"),
        ("briefing show --js", "plain,--json"),
        ("briefing see", "file,see"),
        ("briefing show se", "file,se"),
    ],
)
def test_words_are_completed(typed: str, offered: str) -> None:
    done = shell(
        "briefing",
        _BRIEFING_COMPLETE="bash_complete",
        COMP_WORDS=typed,
        COMP_CWORD=str(typed.count(" ")),
    )
    assert done.stdout.splitlines() == [offered]


def test_the_seed_has_what_everybody_sees_first(capsys: pytest.CaptureFixture[str]) -> None:
    (seed,) = seeds().iterdir()
    assert main(["show", "--json", str(seed)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["title"].endswith("Amid Economic Turmoil")
    assert shown["source"] == "Business Insider"
    assert len(shown["related"]) == 2
