"""Small files of the families that found a fault: in every form they are whole, and none acts.

What each does and what it found stands in ``tests/data/hostile/README.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.cli.streams import clean
from briefing.desk import Desk
from briefing.settings import Settings
from briefing.sources.urls import safe_url
from briefing.ui.app import BriefingApp
from briefing.ui.defence import visible

FOLDER = Path(__file__).parent / "data" / "hostile"
FILES = sorted(path.name for path in FOLDER.iterdir() if path.name != "README.md")
TITLE, LAST = "Oakham", "The last words are whole."
"""What stands before all that means harm, and after it."""


def test_every_file_is_told_of() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in FILES if f"`{name}`" not in told] == []
    assert len(FILES) > 15


@pytest.mark.parametrize("form", ["page", "plain", "json", "brief", "raw"])
@pytest.mark.parametrize("name", FILES)
def test_what_is_printed_is_whole_and_harmless(
    name: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [] if form == "page" else [f"--{form}"]
    assert main(["show", *asked, str(FOLDER / name)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert clean(out) == out
    if form in ("page", "plain", "json"):
        assert LAST in out
        assert TITLE in out
    if form == "json":
        told = json.loads(out)
        for words in strings(told):  # what JSON escapes is clean as well
            assert clean(words) == words
        for link in told.get("links", ()):
            assert link["url"] in ("", safe_url(link["url"]))


@pytest.mark.parametrize("name", FILES)
async def test_on_the_screen_it_is_whole_and_harmless(name: str, home: Path) -> None:
    desk = Desk.open(Settings.load())
    try:
        opened = desk.read(str(FOLDER / name))
        app = BriefingApp(Settings.load(), desk, opened, [opened.article.digest])
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            first = shown(app)
            await pilot.press("G", "1")
            await pilot.pause()
            last = shown(app)
        assert TITLE in first
        assert squeezed(LAST) in squeezed(last)
        for drawn in (first, last):
            assert visible(drawn) == drawn
    finally:
        desk.close()


def strings(value: object) -> Iterator[str]:
    """Every string in a value of JSON, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def shown(app: BriefingApp) -> str:
    """The characters on the screen."""
    lines = app.screen._compositor.render_strips()
    return "".join(segment.text for line in lines for segment in line)


def squeezed(text: str) -> str:
    return "".join(text.split())
