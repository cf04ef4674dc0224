"""An article among those on its event: new sentences walked, figures that differ followed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.desk import Desk
from briefing.model.article import Span
from briefing.model.telling import Clash, Teller
from briefing.settings import Settings
from briefing.ui.app import BriefingApp
from briefing.ui.rows import Row
from briefing.ui.widgets.telling_rows import telling_rows
from tests.library.test_telling import FIRST, ONE, OTHER, SECOND
from tests.ui.test_reader import here, press, press_open, reader, said


def second_of_two(desk: Desk, tmp_path: Path) -> BriefingApp:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    first = desk.read(str(tmp_path / "first.txt"))
    desk.mark_read(first.article.digest, True)
    second = desk.read(str(tmp_path / "second.txt"))
    app = BriefingApp(Settings.load(), desk, second)
    app.reader.animation = False
    return app


async def test_what_is_new_is_walked_and_what_differs_is_followed(
    desk: Desk, tmp_path: Path
) -> None:
    app = second_of_two(desk, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot)
        screen = reader(pilot)
        assert ("•", "quiet") in screen.view.signs.values()
        await press(pilot, ">")
        assert here(pilot).startswith("The captain, Mary Bell")
        assert said(pilot) == "New to you: 1 of 1"
        assert screen.bottom_line.hints[0] == (">", "what is new")
        await press(pilot, ".")
        assert not screen.view.signs
        await press_open(pilot, "4")
        pane = screen.panes["related"]
        clash = next(row.value for row in pane.rows if isinstance(row.value, Clash))
        pane.point(clash)
        await press(pilot, "enter")
        assert screen.article.title == "Ferry runs aground off Harwick"
        assert here(pilot).startswith("14 passengers")
        await press(pilot, "backspace")
        assert screen.article.title == "Passengers hurt as ferry hits rocks"


async def test_without_anything_read_of_it_nothing_is_new(desk: Desk, tmp_path: Path) -> None:
    app = second_of_two(desk, tmp_path)
    for item in desk.articles():
        desk.mark_read(item.digest, False)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, ">")
        assert said(pilot).startswith("No other article on this was read")


def told(row: Row) -> list[str]:
    return [row.text[start:end] for start, end, _ in row.marks]


def test_figures_that_differ_stand_one_above_the_other() -> None:
    from briefing.library.telling import telling

    rows = telling_rows(ONE, telling(ONE, [(OTHER, False)]))
    assert [row.text for row in rows if row.value is None] == [
        "The same story",
        "Figures that differ",
    ]
    teller, mine, theirs = (row for row in rows if row.value is not None)
    assert isinstance(teller.value, Teller)
    assert (teller.right, teller.sign) == ("1 new", "•")
    assert teller.text == f"{OTHER.source}  {OTHER.title}"
    beside = replace(ONE, source=OTHER.source)
    assert telling_rows(beside, telling(beside, [(OTHER, False)]))[1].text == OTHER.title
    assert told(mine) == ["The Coast Gazette: ", "14"]
    assert isinstance(mine.value, Span)
    assert mine.span == mine.value
    assert told(theirs) == ["Ellery Post: ", "19"]
    assert theirs.text.startswith("Ellery Post: Police said that 19 passengers")
