"""``briefing library --refresh``: what is known of articles, found out for all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.desk import Desk
from briefing.library.opening import APPLICATION_ID, has_beginnings
from briefing.library.schema import MIGRATIONS
from briefing.model.errors import BriefingError
from briefing.settings import Settings
from tests.library.test_database import older


def test_names_are_found_in_all_articles_afterwards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Ada Vane", "Tom Reed"):
        text = f"{name} wins\n\nThe mayor, {name}, won the vote in Oakham on Monday."
        (tmp_path / f"{name}.txt").write_text(text)
    main(["add", *map(str, tmp_path.glob("*.txt"))])
    capsys.readouterr()
    assert main(["search", "entity:vane"]) == 0
    out, err = capsys.readouterr()
    assert not out
    assert "articles not read yet: 2, and `briefing library --refresh` reads them." in err
    assert main(["library", "--refresh"]) == 0
    assert capsys.readouterr().out == "2 read.\n"
    assert main(["search", "entity:vane"]) == 0
    out, err = capsys.readouterr()
    assert "Ada Vane wins" in out
    assert not err
    assert main(["library", "--refresh"]) == 0
    assert capsys.readouterr().out == "every article was read before.\n"
    assert main(["library", "--refresh", "vane"]) == 2


def test_an_earlier_version_that_was_not_read_is_nothing_to_be_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "one.txt"
    for number in ("two", "three"):
        file.write_text(f"The ferry is late\n\nThe ferry left Oakham {number} hours late.")
        main(["add", str(file)])
    capsys.readouterr()
    main(["doctor"])
    assert "articles not read for what they say yet: 1." in capsys.readouterr().out
    assert main(["library", "--refresh"]) == 0
    assert capsys.readouterr().out == "1 read.\n"
    main(["doctor"])
    assert "not read" not in capsys.readouterr().out


def test_what_cannot_be_read_is_told_and_keeps_no_other_from_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"Title {name}\n\nThe ferry {name} left on Monday.")
    main(["add", str(tmp_path / "one.txt"), str(tmp_path / "two.txt")])
    brief = Desk.brief

    def failing(self: Desk, article: object) -> object:
        if getattr(article, "title", "").endswith("two"):
            raise BriefingError("Title two", "could not be read")
        return brief(self, article)  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "brief", failing)
    capsys.readouterr()
    assert main(["library", "--refresh"]) == 1
    out, err = capsys.readouterr()
    assert out == "1 read, 1 failed.\n"
    assert "Title two: could not be read" in err


def test_an_older_index_is_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings.load()
    older(settings.library, MIGRATIONS[:8], APPLICATION_ID)
    desk = Desk.open(settings)
    assert not desk._database.read(has_beginnings)
    desk.close()
    assert main(["library", "--refresh"]) == 0
    assert "the search index was made anew" in capsys.readouterr().err
    desk = Desk.open(settings)
    assert desk._database.read(has_beginnings)
    desk.close()
