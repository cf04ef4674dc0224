"""How much is drawn and laid out for a key: counted, not timed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing.model.article import Span
from briefing.ui.app import BriefingApp
from briefing.ui.painter import Painter
from briefing.ui.widgets.page_view import PageView
from tests.bench.documents import document
from tests.ui.conftest import MEDIUM, NARROW, WIDE, Start, until


class Counts:
    """What was drawn and laid out since the last look."""

    def __init__(self, app: BriefingApp, patch: pytest.MonkeyPatch) -> None:
        self.lines = self.layouts = 0
        line = Painter.line
        layout = type(app.screen)._refresh_layout

        def counted_line(painter: Painter, *args: object) -> object:
            self.lines += 1
            return line(painter, *args)  # type: ignore[arg-type]

        def counted_layout(screen: object, *args: object, **kwargs: object) -> None:
            self.layouts += 1
            layout(screen, *args, **kwargs)  # type: ignore[arg-type]

        patch.setattr(Painter, "line", counted_line)
        patch.setattr(type(app.screen), "_refresh_layout", counted_layout)

    def clear(self) -> None:
        self.lines = self.layouts = 0


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.md"
    path.write_text(document(3000))
    return str(path)


async def pressed(pilot: Pilot[int], counts: Counts, *keys: str) -> Counts:
    await pilot.pause(0.7)  # the ground of a jump has faded
    counts.clear()
    await pilot.press(*keys)
    await pilot.pause()
    return counts


def app_of(pilot: Pilot[int]) -> BriefingApp:
    assert isinstance(pilot.app, BriefingApp)
    return pilot.app


async def test_a_line_down_draws_two_lines(
    start: Start, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(story) as pilot:
        counts = await pressed(pilot, Counts(app_of(pilot), monkeypatch), "down")
        assert counts.lines <= 2
        assert counts.layouts == 0


async def test_a_page_that_moves_by_a_row_draws_what_is_new(
    start: Start, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(story) as pilot:
        counts = Counts(app_of(pilot), monkeypatch)
        await pressed(pilot, counts, *["down"] * 30)
        counts = await pressed(pilot, counts, "down")
        assert app_of(pilot).reader.view.view.top > 0
        assert counts.lines <= 6
        assert counts.layouts == 0


@pytest.mark.parametrize("key", ["pagedown", "right_square_bracket", "right_parenthesis", "G"])
async def test_a_page_key_draws_one_page_and_lays_nothing_out(
    start: Start, story: str, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with start(story) as pilot:
        counts = await pressed(pilot, Counts(app_of(pilot), monkeypatch), key)
        assert counts.lines <= 2 * app_of(pilot).reader.view.size.height
        assert counts.layouts == 0


async def rested(pilot: Pilot[int]) -> None:
    """Waits until the page that may come next is drawn beforehand."""
    drawing = app_of(pilot).reader.view._drawing
    await until(pilot, lambda: not drawing.pending)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
@pytest.mark.parametrize("key", ["pagedown", "pageup"])
async def test_the_next_page_is_drawn_before_it_is_turned_to(
    start: Start, story: str, monkeypatch: pytest.MonkeyPatch, key: str, size: tuple[int, int]
) -> None:
    async with start(story, size=size) as pilot:
        if key == "pageup":
            await pilot.press("G")
        counts = Counts(app_of(pilot), monkeypatch)
        await pilot.press(key)
        await rested(pilot)
        view = app_of(pilot).reader.view
        counts.clear()
        with monkeypatch.context() as patch:
            patch.setattr(view._drawing, "begin", lambda wait: None)  # not the page after it, too
            before = view.view.top
            await pilot.press(key)
        assert view.view.top != before
        assert counts.lines <= 3  # where the place was, and where it is
        kept = rows_of(view)
        view.forget()
        assert rows_of(view) == kept


@pytest.mark.parametrize("change", ["full_stop", "t", "m", "z", "resize", "measure"])
async def test_what_was_drawn_beforehand_is_drawn_anew_when_something_changes(
    start: Start, story: str, change: str
) -> None:
    async with start(story) as pilot:
        view = app_of(pilot).reader.view
        await pilot.press("pagedown")
        await rested(pilot)
        if change == "resize":
            await pilot.resize_terminal(90, 30)
        elif change == "measure":
            view.measure = 60
        elif change == "m":
            span = next(line for line in view.view.ahead(30)[1] if line and not line.blank)
            view.annotate(mark=[(Span(span.start, span.end), "mark")])
            view.sign({span.start: ("▪", "accent")})
        else:
            await pilot.press(change)
        await pilot.pause()
        await pilot.press("pagedown")
        await pilot.pause()
        kept = rows_of(view)
        view.forget()
        assert rows_of(view) == kept


def rows_of(view: PageView) -> list[str]:
    """The rows in view, with their looks."""
    return [str(list(strip)) for strip in view.render_lines(view.size.region)]


async def test_what_was_found_is_laid_out_once(
    start: Start, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(story) as pilot:
        screen = app_of(pilot).reader
        assert screen.edition is not None
        found = screen.edition.briefing
        counts = Counts(app_of(pilot), monkeypatch)
        heights = []
        for briefing in (None, found):
            await pilot.pause(0.1)
            counts.clear()
            screen.present(briefing=briefing)
            await pilot.pause(0.1)
            assert counts.layouts == 1
            heights.append(screen.panes["entities"].size.height)
        assert heights[0] != heights[1]


async def test_lines_keep_their_looks_when_highlights_change(start: Start) -> None:
    async with start() as pilot:
        view = app_of(pilot).reader.view
        for key in (")", ")", "v", "escape", "right", ".", ".", "t", "j", "]"):
            await pilot.press(
                *{")": ["right_parenthesis"], "]": ["right_square_bracket"]}.get(key, [key])
            )
            await pilot.pause()
            kept = rows_of(view)
            view.forget()
            view.refresh()
            assert rows_of(view) == kept, key


async def test_facts_gone_to_before_are_drawn_already(
    start: Start, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start(story) as pilot:
        counts = Counts(app_of(pilot), monkeypatch)
        there_and_back = ("right_parenthesis", "left_parenthesis")
        assert (await pressed(pilot, counts, *there_and_back * 2)).lines
        assert not (await pressed(pilot, counts, *there_and_back)).lines


async def test_a_start_takes_few_widgets_and_rules(start: Start) -> None:
    async with start("closed.md") as pilot:
        app = pilot.app

        def rules() -> int:
            return sum(not rule.is_default_rules for rule in app.stylesheet.rules)

        assert len(app.screen.query("*")) <= 12
        assert "Screen" in app.screen._css_type_names
        first = rules()
        assert first <= 30
        await pilot.press("question_mark")
        assert rules() > first  # those of what is laid over the reader
