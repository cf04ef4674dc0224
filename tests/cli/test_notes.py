"""``briefing notes`` and ``briefing verify``: notes without a screen."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.desk import Desk
from briefing.model.article import Span
from briefing.settings import Settings

STORY = """\
Harbour bridge stays open

The council of Oakham voted on Tuesday to keep the swing bridge open. Repairs cost $4.5 million.

Work begins in May, said Mayor Ann Lee.
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bridge.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def noted(*words: str, comment: str = "", file: str = "bridge.txt") -> tuple[Path, list[str]]:
    """Marks words, saves, and gives the notes file and the ids."""
    desk = Desk.open(Settings.load())
    article = desk.read(file).article
    for quote in words:
        start = article.text.index(quote)
        desk.mark(article, Span(start, start + len(quote)), comment)
    path = desk.save_notes(article)
    ids = [note.id for note in desk.notes(article)]
    desk.close()
    return path, ids


def out(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_notes_on_one_article(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, _ = noted("swing bridge", comment="since 1850")
    assert main(["notes", "bridge.txt"]) == 0
    assert out(capsys) == path.read_text(encoding="utf-8")


def test_notes_on_a_file_that_was_changed(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    noted("voted on Tuesday to keep")
    story.write_text(STORY.replace("Tuesday", "Friday"), encoding="utf-8")
    assert main(["notes", "bridge.txt", "--format", "json"]) == 0
    (note,) = json.loads(out(capsys))
    assert (note["standing"], note["now"]) == ("changed", "voted on Friday to keep")


def test_all_notes_in_every_form(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("ferry.txt").write_text("Ferry fares rise\n\nA ticket will cost $3.\n", encoding="utf-8")
    noted("$4.5 million", "swing bridge", comment="Check.")
    noted("$3", file="ferry.txt")
    assert main(["notes"]) == 0
    text = out(capsys)
    assert text.index("# Notes") < text.index("Harbour bridge stays open")
    assert text.index("> swing bridge") < text.index("> $4.5 million")
    assert main(["notes", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(out(capsys))))
    assert {row["quote"] for row in rows} == {"$3", "$4.5 million", "swing bridge"}
    assert main(["notes", "--format", "json"]) == 0
    assert len(json.loads(out(capsys))) == 3


def test_a_file_of_all_notes_can_be_verified(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ferry.txt").write_text("Ferry fares rise\n\nA ticket will cost $3.\n", encoding="utf-8")
    noted("$4.5 million")
    noted("$3", file="ferry.txt")
    main(["notes"])
    Path("all.md").write_text(out(capsys), encoding="utf-8")
    assert main(["verify", "all.md"]) == 0
    assert out(capsys).count("unchanged") == 2


def test_no_notes(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["notes"]) == 0
    assert capsys.readouterr() == (
        "",
        "briefing: no notes yet; m marks a sentence on the screen, c comments on it.\n",
    )
    assert main(["notes", "--format", "json"]) == 0
    assert json.loads(out(capsys)) == []


def test_verify_tells_how_every_quote_stands(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("voted on Tuesday to keep", "swing bridge open", "$4.5 million", "said Mayor")
    path, ids = noted(*words)
    assert main(["verify", str(path)]) == 0
    assert out(capsys).count("unchanged") == 4
    changed = STORY.replace("Tuesday", "Friday").replace(
        "Work begins in May, said Mayor Ann Lee", ""
    )
    story.write_text(changed, encoding="utf-8")
    assert main(["verify", str(path)]) == 1
    assert out(capsys).splitlines() == [
        f"changed    {ids[0]}  “voted on Tuesday to keep”",
        "                  now  “voted on Friday to keep”",
        f"moved      {ids[1]}  “swing bridge open”",
        f"moved      {ids[2]}  “$4.5 million”",
        f"gone       {ids[3]}  “said Mayor”",
    ]
    assert main(["verify", "--json", str(path)]) == 1
    objects = [json.loads(line) for line in out(capsys).splitlines()]
    assert [(one["verdict"], one["now"]) for one in objects] == [
        ("changed", "voted on Friday to keep"),
        ("moved", "swing bridge open"),
        ("moved", "$4.5 million"),
        ("gone", None),
    ]
    assert objects[1]["title"] == "Harbour bridge stays open"


def test_a_note_that_is_cut_off_or_there_twice_is_verified_too(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = noted("swing bridge open")
    text = path.read_text(encoding="utf-8")
    block = text[text.index("<!-- briefing:start") :]
    path.write_text(text + block.replace("swing", "stone") + block.partition("^b-")[0])
    assert main(["verify", str(path)]) == 1
    found = [line.split()[0] for line in out(capsys).splitlines()]
    assert found == ["unchanged", "changed", "now", "unchanged"]


def test_a_file_that_cannot_be_verified_costs_only_itself(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, (note,) = noted("swing bridge")
    assert main(["verify", "nowhere.md", str(path)]) == 1
    got = capsys.readouterr()
    assert got.err == "briefing: nowhere.md: is not there.\n"
    assert f"{path}: unchanged  {note}  “swing bridge”" in got.out


def test_an_article_is_opened_at_a_note(story: Path) -> None:
    path, (first, last) = noted("voted on Tuesday to keep", "Work begins in May")
    desk = Desk.open(Settings.load())
    opened = desk.read(f"{path}#^{last}")
    assert opened.article.title == "Harbour bridge stays open"
    assert opened.span is not None
    assert opened.span.of(opened.article.text) == "Work begins in May"
    assert (opened.position, opened.remark) == (opened.span.start, "")
    changed = STORY.replace("Tuesday", "Friday").replace(
        "Work begins in May, said Mayor Ann Lee", ""
    )
    story.write_text(changed, encoding="utf-8")
    opened = desk.read(f"{path}#^{first}")
    assert opened.remark == "The words have changed here: the note has “voted on Tuesday to keep”."
    opened = desk.read(f"{path}#^{last}")
    assert opened.span is None
    assert opened.remark == "The article does not have “Work begins in May” any more."
    desk.close()


def test_clippings_are_taken_over_and_the_rest_is_told(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", "bridge.txt"]) == 0
    rows = "Highlight,Book Title\nswing bridge open,Harbour bridge stays open\nno such,Nowhere\n"
    Path("rw.csv").write_text(rows, encoding="utf-8")
    capsys.readouterr()
    assert main(["clippings", "rw.csv"]) == 1
    got = capsys.readouterr()
    assert got.out == "rw.csv: 1 taken over, 1 not placed.\n"
    assert got.err == (
        "briefing: rw.csv, line 3: “no such” (Nowhere): "
        "no article of the library has this title or these words.\n"
    )
    Path("rw.csv").write_text(rows.rpartition("no such")[0], encoding="utf-8")
    assert main(["clippings", "rw.csv"]) == 0
    assert out(capsys) == "rw.csv: 1 known before.\n"
