"""Which lines open files, where proofs are kept, and when one is shown."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import to_open
from briefing.cli.commands import cli
from briefing.proof import pull, store
from briefing.settings import Settings

SIZE = (80, 24)


@pytest.mark.parametrize(
    ("asked", "files"),
    [
        ([], []), (["a.txt"], ["a.txt"]), (["open", "show"], ["show"]),
        (["a.txt", "show"], ["a.txt", "show"]), (["show"], None), (["show", "a.txt"], None),
        (["a.txt", "--help"], None), (["-"], None), (["open"], None), (["--version"], None),
        (["a-file"], None), ([""], None), (["./story"], ["./story"]),
    ],
)  # fmt: skip
def test_what_can_only_mean_to_open_files(asked: list[str], files: list[str] | None) -> None:
    assert to_open(asked) == files


def test_no_command_is_taken_for_a_file() -> None:
    assert all(to_open([name]) is None for name in cli.commands)


def test_the_folders_are_those_of_the_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for variables in (
        {"BRIEFING_HOME": str(tmp_path)},
        {"HOME": str(tmp_path)},
        {"XDG_STATE_HOME": str(tmp_path / "s"), "XDG_CONFIG_HOME": str(tmp_path / "c")},
    ):
        with monkeypatch.context() as patch:
            for name in ("BRIEFING_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
                patch.delenv(name, raising=False)
            for name, value in variables.items():
                patch.setenv(name, value)
            settings = Settings.load()
            assert store.folder() == str(settings.state_folder / "proofs")
            assert store.settings() == str(settings.file)


@pytest.fixture
def story(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    home.mkdir()
    path = home / "story.md"
    path.write_text("# Ferry strike ends\n\nThe crews went back to work.\n")
    return path


def test_a_first_start_shows_the_first_page(story: Path) -> None:
    rows = pull.proof([str(story)], SIZE)
    assert len(rows) == SIZE[1]
    assert any("The crews went back to work." in row for row in rows)


def test_other_colours_wait_for_a_start_that_knows_them(
    story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not pull.proof([str(story)], SIZE)


def test_what_is_not_there_has_no_proof(story: Path) -> None:
    assert not pull.proof([str(story) + "x"], SIZE)
    assert not pull.proof([], SIZE)


def keep(story: Path, size: str = "80x24", place: str = "0") -> None:
    around = store.surroundings()
    store.write(store.looks_for(around), {**around, "theme": "paper", "look.base": "30;47"})
    fields = {
        **around, "theme": "paper", "size": size, "opened": str(story), "place": place,
        "file": store.stamp(str(story)),
    }  # fmt: skip
    store.write(store.name_of(str(story)), fields, ["the page", "as it was left"])


def test_a_kept_page_is_shown_as_it_was_left(story: Path) -> None:
    keep(story)
    assert pull.proof([str(story)], SIZE) == ["the page", "as it was left"]


def test_a_changed_file_is_glanced_at_again(story: Path) -> None:
    keep(story)
    story.write_text("# Ferry strike goes on\n")
    rows = pull.proof([str(story)], SIZE)
    assert "Ferry strike goes on" in "".join(rows)
    assert "\x1b[30;47m" in rows[0]


def test_another_size_keeps_the_words_back_of_what_was_left_further_down(story: Path) -> None:
    keep(story, "100x24")
    assert "The crews went" in "".join(pull.proof([str(story)], SIZE))
    keep(story, "100x24", place="20")
    assert "The crews went" not in "".join(pull.proof([str(story)], SIZE))


def test_what_is_damaged_is_passed_over(story: Path) -> None:
    keep(story)
    for name in os.listdir(store.folder()):
        (Path(store.folder()) / name).write_bytes(b"\xff\x00\n\n\xfe")
    assert not pull.proof([str(story)], SIZE)


def test_only_so_many_pages_are_kept(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST", 2)
    keep(story)
    for number in range(5):
        store.write(f"{number:08x}", {})
    store.prune()
    names = os.listdir(store.folder())
    assert len([name for name in names if not name.startswith("looks")]) == 2
    assert any(name.startswith("looks") for name in names)


def test_a_proof_needs_hardly_a_module(story: Path) -> None:
    program = (
        "import sys; before = set(sys.modules)\n"
        "from briefing.proof import pull, terminal\n"
        f"assert pull.proof([{str(story)!r}], (80, 24))\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    allowed = {
        "__future__", "_collections", "_functools", "_operator", "_signal", "binascii",
        "collections", "collections.abc", "contextlib", "enum", "functools", "itertools",
        "keyword", "operator", "reprlib", "signal", "termios", "types", "warnings",
        "copyreg", "re", "re._casefix", "re._compiler", "re._constants", "re._parser", "_sre",
        "briefing",
    }  # fmt: skip
    loaded = {name for name in done.stdout.split() if not name.startswith("briefing.proof")}
    assert loaded <= allowed


@pytest.mark.parametrize(
    ("row", "sound"),
    [
        ("plain words", True),
        ("\x1b[1;38;2;225;176;122mbold\x1b[0m and 北京\xa0— \u200d", True),
        ("\x1b[mreset", True),
        ("", True),
        ("\x1b]52;c;QUFB\x07", False),
        ("\x1b[2J", False),
        ("\x1b[?1003hm", False),
        ("\x1b[31", False),
        ("words\x1b", False),
        ("\x9b31m", False),
        ("a\rb", False),
        ("\u202eover", False),
        ("half \udcff", False),
    ],
)
def test_a_spoilt_page_is_not_shown(home: Path, row: str, sound: bool) -> None:
    store.write("page", {"theme": "night"}, ["first", row])
    assert (store.read("page") is not None) is sound


@pytest.mark.parametrize(
    ("look", "sound"), [("1;38;2;1;2;3", True), ("", True), ("1m\x1b[2J", False), ("²", False)]
)
def test_a_spoilt_look_is_not_used(home: Path, look: str, sound: bool) -> None:
    store.write("looks", {"look.base": look})
    assert (store.read("looks") is not None) is sound
