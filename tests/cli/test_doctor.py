"""``briefing doctor``: each thing that can be wrong is told, and mended where nothing is lost."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.terminal import examine
from briefing.desk import Desk
from briefing.library.schema import MIGRATIONS
from briefing.model.article import Span
from briefing.model.health import State
from briefing.settings import Settings

Capture = pytest.CaptureFixture[str]
FULL = {"TERM": "xterm-kitty", "COLORTERM": "truecolor"}


@pytest.fixture
def library(home: Path, tmp_path: Path) -> Path:
    """A library with thirty articles and a note."""
    desk = Desk.open(Settings.load())
    for number in range(30):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"Story {number}\n\n" + f"The bridge of {number} towns stays open. " * 40)
        opened = desk.read(str(file))
    desk.mark(opened.article, Span(0, 5), "mine")
    desk.close()
    return home / "data" / "library.db"


def examined(capsys: Capture, *options: str) -> tuple[int, dict[str, list[dict[str, object]]]]:
    """The exit code, and what was found of each part."""
    capsys.readouterr()
    code = main(["doctor", "--json", *options])
    found: dict[str, list[dict[str, object]]] = {}
    for line in capsys.readouterr().out.splitlines():
        finding = json.loads(line)
        found.setdefault(finding["part"], []).append(finding)
    return code, found


def states(findings: list[dict[str, object]]) -> list[object]:
    return [finding["state"] for finding in findings]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY", "VTE_VERSION", "TERM_PROGRAM", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in FULL.items():
        monkeypatch.setenv(name, value)


def test_all_is_well(library: Path, capsys: Capture) -> None:
    code, found = examined(capsys)
    assert code == 0
    assert states(found["settings"]) == ["well"]
    assert "is whole (articles 30, notes 1)" in str(found["library"][-1]["words"])
    assert "wrong" not in states(found["library"] + found["notes"] + found["reading"])


def test_nothing_is_made_by_looking(home: Path, capsys: Capture) -> None:
    code, found = examined(capsys)
    assert code == 0
    assert not home.exists()
    assert "there is none yet" in str(found["library"][0]["words"])


def test_a_line_for_each(library: Path, capsys: Capture) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"✓ library: {library}: is whole (articles 30, notes 1)." in lines
    assert all(line.startswith(("✓ ", "· ")) for line in lines)
    assert all(": noted: " in line for line in lines if line.startswith("·"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("measure = 7", "measure = 7 cannot be followed"),
        ("mesure = 70", "mesure is not a setting"),
        ("theme = 'nigth'", "theme = 'nigth' is none"),
        ("[keys]\nmarc = 'x'", "'marc', which is not a command"),
        ("[keys]\nmark = 'x'\nsave = 'x'", "'x' to both"),
        ("this is no TOML", "is not TOML"),
        ("engine = 'none'", "engine: is none"),
    ],
)
def test_settings(home: Path, capsys: Capture, text: str, told: str) -> None:
    home.mkdir()
    (home / "settings.toml").write_text(text)
    code, found = examined(capsys)
    assert code == 1
    wrong = [f for part in found.values() for f in part if f["state"] == "wrong"]
    assert [told in str(f["words"]) for f in wrong] == [True]


def test_a_damaged_library_is_set_aside_and_saved(library: Path, capsys: Capture) -> None:
    data = bytearray(library.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\x5a" * 4096
    library.write_bytes(data)
    before = library.read_bytes()
    code, found = examined(capsys)
    assert code == 1
    assert found["library"][0]["mendable"] is True
    assert library.read_bytes() == before
    code, found = examined(capsys, "--repair")
    assert code == 0
    assert found["library"][0]["state"] == "mended"
    aside = next(library.parent.glob("library.damaged-*.db"))
    assert aside.read_bytes() == before
    code, found = examined(capsys)
    assert code == 0
    assert aside.name in str(found["library"][-1]["words"])


def test_what_is_no_database(library: Path, capsys: Capture) -> None:
    library.write_bytes(b"not a database at all " * 500)
    assert examined(capsys)[0] == 1
    assert examined(capsys, "--repair")[0] == 0
    assert "is whole" in str(examined(capsys)[1]["library"])


def test_a_search_index_that_lost_an_article(library: Path, capsys: Capture) -> None:
    db = sqlite3.connect(library)
    db.execute("DELETE FROM full_text_docsize WHERE id = 3")
    db.execute("DELETE FROM full_text_data WHERE id > 10")
    db.commit()
    db.close()
    code, found = examined(capsys)
    assert code == 1
    assert "the search index (full_text)" in str(found["library"])
    code, found = examined(capsys, "--repair")
    assert (code, found["library"][0]["state"]) == (0, "mended")
    code, found = examined(capsys)
    assert code == 0
    assert "articles 30, notes 1" in str(found["library"])


def test_rows_that_lead_nowhere(library: Path, capsys: Capture) -> None:
    db = sqlite3.connect(library)
    db.execute("INSERT INTO reading (article, engine, briefing) VALUES (999, 'x', '{}')")
    db.commit()
    db.close()
    code, found = examined(capsys)
    assert code == 1
    assert "1 rows refer to what is not there (reading)" in str(found["library"])
    assert examined(capsys, "--repair")[0] == 0
    assert examined(capsys)[0] == 0


def test_a_text_that_was_changed(library: Path, capsys: Capture) -> None:
    db = sqlite3.connect(library)
    db.execute("UPDATE body SET text = 'something else' WHERE article = 4")
    db.commit()
    db.close()
    code, found = examined(capsys)
    assert code == 1
    assert "lost 0, changed 1" in str(found["library"])


@pytest.mark.parametrize(
    ("pragma", "told"),
    [
        ("user_version = 99999", "made by a newer briefing"),
        ("application_id = 7", "is not a library of briefing"),
    ],
)
def test_another_ones_library_is_left(
    library: Path, capsys: Capture, pragma: str, told: str
) -> None:
    db = sqlite3.connect(library)
    db.execute(f"PRAGMA {pragma}")
    db.close()
    before = library.read_bytes()
    code, found = examined(capsys, "--repair")
    assert code == 1
    assert told in str(found["library"][0]["words"])
    assert library.read_bytes() == before


def test_an_older_library_is_not_migrated_by_looking(home: Path, capsys: Capture) -> None:
    from briefing.library.opening import APPLICATION_ID, _statements

    file = home / "data" / "library.db"
    file.parent.mkdir(parents=True)
    db = sqlite3.connect(file)
    for statement in _statements(MIGRATIONS[0]):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    before = file.read_bytes()
    code, found = examined(capsys)
    assert code == 0
    assert "is of version 1" in str(found["library"][0]["words"])
    assert file.read_bytes() == before


def test_the_notes_folder(home: Path, capsys: Capture) -> None:
    notes = home / "notes"
    notes.mkdir(parents=True)
    (notes / "a-story-12345678.md").write_text("mine")
    left = notes / ".a-story-12345678.md.0a1b2c3d.tmp"
    left.write_text("half")
    assert examined(capsys)[0] == 0  # it may be being written at this moment
    os.utime(left, (time.time() - 3600,) * 2)
    code, found = examined(capsys)
    assert code == 1
    assert left.name in str(found["notes"])
    code, found = examined(capsys, "--repair")
    assert code == 0
    assert [file.name for file in notes.iterdir()] == ["a-story-12345678.md"]


def test_a_notes_folder_that_is_a_file(home: Path, capsys: Capture) -> None:
    home.mkdir()
    (home / "notes").write_text("x")
    code, found = examined(capsys)
    assert code == 1
    assert "is no folder" in str(found["notes"])


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"TERM": "dumb"}, "TERM is dumb: no screen"),
        ({}, "TERM is not set"),
        ({"TERM": "xterm"}, "nothing of more than 16 colours"),
        ({"TERM": "xterm-256color"}, "has 256 colours"),
        ({**FULL, "NO_COLOR": "1"}, "NO_COLOR is set"),
        (FULL, "takes what y copies to the clipboard (OSC 52)"),
        ({**FULL, "TMUX": "/tmp/t"}, "set-clipboard on"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7000"}, "does not take what y copies"),
        ({"TERM": "xterm-256color"}, "it does not say so"),
        ({**FULL, "SSH_CONNECTION": "a b"}, "is far away"),
    ],
)
def test_the_terminal(environment: dict[str, str], told: str) -> None:
    found = examine(environment, on_terminal=True, columns=120, rows=40, encoding="utf-8")
    assert any(told in finding.words for finding in found)


def test_a_small_terminal_and_another_encoding() -> None:
    found = list(examine(FULL, on_terminal=True, columns=30, rows=8, encoding="ISO-8859-1"))
    assert [f.state for f in found[:3]] == [State.NOTED, State.WELL, State.NOTED]
    assert "is 30 x 8 characters; from 40 x 12 on" in found[0].words
