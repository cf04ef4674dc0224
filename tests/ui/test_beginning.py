"""A long file that is new: its first pages are read while the rest is being parsed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.desk import Desk
from briefing.desk.beginning import HEAD, look_alike
from briefing.desk.openings import _LONG as LEAST
from briefing.library.galleys import Galley
from briefing.model.article import Article, Media, Origin, Span
from briefing.model.errors import UnreadableError
from briefing.settings import Settings
from briefing.sources import markdown
from briefing.ui.app import BriefingApp
from briefing.ui.screens.reader import ReaderScreen
from tests.ui.conftest import WIDE, until
from tests.ui.test_reader import here, reader, said


def long_file(folder: Path, name: str = "book.md") -> Path:
    path = folder / name
    words = "The ferry to Port Ellery was late again on Monday, said Ines Okafor. "
    count = LEAST // len(words) + 1
    path.write_text("# The long wait\n\n" + "\n\n".join(f"{n}: {words}" for n in range(count)))
    return path


def test_only_a_long_new_text_has_a_beginning(desk: Desk, tmp_path: Path) -> None:
    path = long_file(tmp_path)
    begun = desk.beginning(str(path))
    assert begun is not None
    assert begun.rest == str(path)
    assert HEAD // 2 < begun.article.length <= HEAD
    whole = desk.read(str(path)).article
    assert whole.cut(0, begun.article.length) == begun.article.text
    assert whole.blocks[: len(begun.article.blocks)] == begun.article.blocks[:]
    short, page = tmp_path / "short.md", tmp_path / "page.txt"
    short.write_text("# A title\n\nA paragraph.\n")
    page.write_text("<html>" + "<p>Words</p>\n\n" * LEAST)
    for other in (short, page, tmp_path / "none.md", long_file(tmp_path, "page.html")):
        assert desk.beginning(str(other)) is None


async def begun(desk: Desk, path: Path, then: Callable[[Pilot[int]], Any]) -> None:
    opened = desk.beginning(str(path))
    assert opened is not None
    app = BriefingApp(Settings.load(), desk, opened)
    app.reader.animation = False
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await then(pilot)


def parsed_when_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Has the rest of a file wait for what is given, and no briefing come of it."""
    told, read_all = threading.Event(), desk.read_all

    def slowly(*args: Any, **kwargs: Any) -> Any:
        told.wait(30)
        return read_all(*args, **kwargs)

    monkeypatch.setattr(desk, "read_all", slowly)
    monkeypatch.setattr(desk, "brief", lambda _: (_ for _ in ()).throw(UnreadableError("x", "y")))
    return told


async def test_keys_work_before_the_rest_is_there(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, parsed = long_file(tmp_path), parsed_when_told(desk, monkeypatch)

    async def then(pilot: Pilot[int]) -> None:
        screen = reader(pilot)
        for key in ("space", "space", "j", "j"):
            await pilot.press(key)
        await pilot.pause()
        place, words = screen.view.view.place, here(pilot)
        assert place > 0
        for key in ("m", "c", "s", "asterisk"):
            await pilot.press(key)
            await until(pilot, lambda: "still" in said(pilot))
            assert "still being read" in said(pilot)
        assert desk.articles() == ()
        parsed.set()
        await until(pilot, lambda: not screen.begun)
        await until(pilot, lambda: screen.edition is not None and screen.edition.failure != "")
        assert screen.article.length > HEAD
        assert screen.view.view.place == place
        assert here(pilot)[:40] == words[:40]
        await pilot.press("m")
        await until(pilot, lambda: "Marked" in said(pilot))
        assert len(desk.notes(screen.article)) == 1

    await begun(desk, path, then)


async def swapped(desk: Desk, path: Path, keys: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many of the rows in view stand as they were drawn when the whole has come.

    A full stop among the keys puts a blank row on top. The same lines are in view in any case.
    """
    parsed, kept = parsed_when_told(desk, monkeypatch), 0

    async def then(pilot: Pilot[int]) -> None:
        nonlocal kept
        screen = reader(pilot)
        for key in keys:
            if key == ".":
                window = screen.view.view
                rows = ((n, window.page.line(n)) for n in range(window.top, 99))
                window.scroll(next(n for n, line in rows if line and line.blank))
                screen.view.changed()
            else:
                await pilot.press(key)
        await pilot.pause()
        before, lines = dict(screen.view._by_key), seen(screen)
        parsed.set()
        await until(pilot, lambda: not screen.begun)
        await pilot.pause()
        assert seen(screen) == lines
        after = [screen.view._by_key[screen.view.key(y)] for y in range(screen.view.size.height)]
        kept = sum(any(strip is drawn for drawn in before.values()) for strip in after)

    await begun(desk, path, then)
    return kept


def seen(screen: ReaderScreen) -> list[object]:
    window = screen.view.view
    return [
        screen.view.selection,
        window.place,
        window.fine,
        *map(window.line, range(window.height)),
    ]


async def test_what_is_in_view_is_not_drawn_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    cut = Galley.cut

    def counted(self: Galley, start: int, end: int) -> str:
        asked.append(end - start)
        return cut(self, start, end)

    monkeypatch.setattr(Galley, "cut", counted)
    assert await swapped(desk, long_file(tmp_path), "  j.", monkeypatch) > 20
    assert 0 < max(asked) < HEAD  # nor is the whole gone through


async def test_what_was_selected_in_the_beginning_is_drawn_anew(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await swapped(desk, long_file(tmp_path), "  jv", monkeypatch) == 0


def test_alike_is_what_says_and_looks_the_same_in_view() -> None:
    said = "The tide *rose*.\n\nNobody [saw](https://a.example/b) it.\n\n"
    whole, one = (parsed(said + more) for more in ("And so on.", "And"))
    for other, view, same in (
        (one, Span(0, 30), True),
        (one, Span(0, 36), False),
        (parsed(said.replace("*", "**")), Span(0, 30), False),
        (parsed(said.replace("*", "**")), Span(18, 30), True),
        (parsed(said.replace("a.example", "b.example")), Span(18, 30), False),
        (parsed(f"# {said}"), Span(0, 10), False),
        (parsed(said.replace("Nobody", "No dog")), Span(0, 30), False),
    ):
        assert look_alike(whole, other, view) is same, (other, view)


def parsed(text: str) -> Article:
    return markdown.parse(text, Origin("/news/tide.md", Media.MARKDOWN))


async def test_what_cannot_be_read_whole_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(location: str) -> Any:
        raise UnreadableError(location, "went away")

    monkeypatch.setattr(desk, "read_all", fails)

    async def then(pilot: Pilot[int]) -> None:
        await until(pilot, lambda: "went away" in said(pilot))
        assert "went away" in said(pilot)

    await begun(desk, long_file(tmp_path), then)
