"""``briefing show`` of a feed: its articles one after the other, or one object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main

FEED = Path(__file__).parents[1] / "data" / "sources" / "feeds" / "harbour.rss"


def test_all_articles_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", str(FEED)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "Harbour Herald",
        "https://herald.example/ · 3 articles",
        "All the news of the harbour",
    ]
    assert "Ada Vane · 2023-01-03 · https://herald.example/bridge" in lines
    assert "The council voted on Tuesday to keep the old bridge open." in lines
    assert lines.count("Café & bridge stay open") == 1
    assert lines[-2:] == ["(no title)", "https://herald.example/only-a-link"]


def test_a_feed_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--json", str(FEED)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["title"]) == ("feed", "Harbour Herald")
    assert [entry["link"].rpartition("/")[2] for entry in found["entries"]] == [
        "bridge", "tide", "only-a-link",
    ]  # fmt: skip
    first = found["entries"][0]
    assert first["published"] == "2023-01-03T07:15:00Z"
    assert first["text"].startswith("Café & bridge stay open\n\nThe council")
    assert found["entries"][2]["text"] == ""


@pytest.mark.parametrize("option", ["--plain", "--brief"])
def test_other_forms_take_one_article_after_the_other(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", option, str(FEED)]) == 0
    assert "The council voted on Tuesday" in capsys.readouterr().out


def test_a_document_is_printed_as_it_was_decoded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes("<meta charset=latin-1><p>Größe\x1b[31m</p>\n".encode("latin-1"))
    assert main(["show", "--raw", str(file)]) == 0
    assert capsys.readouterr().out == "<meta charset=latin-1><p>Größe[31m</p>\n"
    file.write_bytes(b"%PDF-1.7")
    assert main(["show", "--raw", str(file)]) == 1
    assert "is a PDF document" in capsys.readouterr().err
