"""All notes on the screen, and their tags: keys pressed and state seen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.desk import Clipping, Desk, Draft
from briefing.model.article import Span
from briefing.ui.screens.all_notes import LOOKING, AllNotes
from briefing.ui.screens.tagging import TagPrompt, completed, offered
from tests.ui.conftest import MEDIUM, NARROW, Start, opened, until
from tests.ui.test_noting import typed
from tests.ui.test_reader import press, press_open, reader, said


async def shown(pilot: Pilot[int], key: str = "A") -> AllNotes:
    await press_open(pilot, key)
    view = pilot.app.screen
    assert isinstance(view, AllNotes)
    await until(pilot, lambda: listed(view) not in ([], [LOOKING]))
    return view


def listed(view: AllNotes) -> list[str]:
    """Headings as they are, and of each note its comment or the first of its words."""
    return [
        row.text if row.value is None else f"- {row.text.split('  ')[0][:20]}"
        for row in view.list.rows
        if row.text
    ]


def screen_text(pilot: Pilot[int]) -> str:
    """What the terminal shows."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def made(pilot: Pilot[int]) -> None:
    """Three notes on two articles."""
    await press(pilot, "]", "]")
    await typed(pilot, "c", *"first #port", "ctrl+s")
    await press(pilot, "J", "]")
    await typed(pilot, "c", *"second #port #sea", "ctrl+s")
    await press(pilot, "G", "m")


async def test_a_note_longer_than_its_place_is_read_to_its_end_by_key(start: Start) -> None:
    async with start("harbour.md", size=(120, 16)) as pilot:
        view = reader(pilot)
        view.desk.mark(view.article, view.article.blocks[1].span, "a line\n" * 40 + "the end")
        await shown(pilot)
        await until(pilot, lambda: "a line" in screen_text(pilot))
        assert "the end" not in screen_text(pilot)
        await pilot.press(*["right"] * 20)
        await pilot.pause()
        assert "the end" in screen_text(pilot)
        await pilot.press(*["left"] * 20)
        await pilot.pause()
        assert "the end" not in screen_text(pilot)


async def test_notes_of_every_article_are_listed_and_grouped(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await made(pilot)
        view = await shown(pilot)
        assert listed(view)[0] == "Today"
        assert len([row for row in view.list.rows if row.value]) == 3
        await press_open(pilot, "S")
        await until(pilot, lambda: listed(view)[0] != "Today")
        assert listed(view)[0] == "Storm closes Port Ellery"
        assert "Harbour reopens after storm" in listed(view)
        await press_open(pilot, "S")
        await until(pilot, lambda: listed(view)[0] == "#port")
        assert listed(view)[0] == "#port"
        assert set(listed(view)[1:3]) == {"- second #port #sea", "- first #port"}
        assert [row for row in listed(view) if row[0] != "-"] == ["#port", "#sea", "Without a tag"]
        await press_open(pilot, "S")
        await until(pilot, lambda: listed(view)[0] != "#port")
        headings = [row for row in listed(view) if row[0] != "-"]
        assert len(headings) > 1
        await press_open(pilot, "escape")
        view = await shown(pilot)
        assert [row for row in listed(view) if row[0] != "-"] == headings


async def test_enter_goes_to_the_place_and_escape_comes_back(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await made(pilot)
        await press(pilot, "g")
        screen = reader(pilot)
        view = await shown(pilot)
        await press_open(pilot, "/", *"FIRST", "enter", "enter")
        await press(pilot)
        assert screen.article.title == "Harbour reopens after storm"
        (note,) = screen.desk.notes(screen.article)
        assert note.span is not None
        assert screen.view.view.place == note.span.start
        view = await shown(pilot, "escape")
        assert view.list.clipping is not None
        assert view.list.clipping.note.id == note.id
        assert view.filter.value == "FIRST"
        await press_open(pilot, "escape", "escape")
        await press(pilot)
        assert pilot.app.screen is screen
        await press(pilot, "backspace")
        assert screen.article.title == "Storm closes Port Ellery"


async def test_backspace_leaves_the_view(start: Start) -> None:
    async with start() as pilot:
        await shown(pilot)
        await press_open(pilot, "backspace")
        await press(pilot)
        assert pilot.app.screen is reader(pilot)


async def test_the_list_is_narrowed_as_one_types(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await made(pilot)
        view = await shown(pilot)
        await press_open(pilot, "/", *"seco")
        assert [row.text[:6] for row in view.list.rows if row.value] == ["second"]
        await press_open(pilot, *"xyz")
        assert "No note has “secoxyz”" in view.list.rows[0].text


async def test_notes_are_deleted_and_brought_back(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await made(pilot)
        view = await shown(pilot)

        def count() -> int:
            return len([row for row in view.list.rows if isinstance(row.value, Clipping)])

        for keys, left in (("D", 2), ("D", 1), ("U", 2), ("U", 3)):
            await press_open(pilot, keys)
            await until(pilot, lambda left=left: count() == left)  # type: ignore[misc]
            assert count() == left


async def test_tags_are_given_and_completed(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await made(pilot)
        screen = reader(pilot)
        await press_open(pilot, "T", *"wave po", "tab", "enter")
        await press(pilot)
        assert said(pilot) == "Tagged #wave #port"
        notes = {note.tags for note in screen.desk.notes(screen.article)}
        assert ("wave", "port") in notes
        await press(pilot, "s")
        (path,) = screen.desk.settings.notes_folder.glob("*.md")
        text = path.read_text(encoding="utf-8")
        assert "\n#wave #port\n" in text
        path.write_text(text.replace("#wave #port", "#wave #tide"), encoding="utf-8")
        view = await shown(pilot)
        assert ("wave", "tide") in {one.note.tags for one in view.clippings}


async def test_a_tag_is_taken_away_in_the_view(start: Start) -> None:
    async with start() as pilot:
        await typed(pilot, "c", *"mine #port", "ctrl+s")
        view = await shown(pilot)
        await press_open(pilot, "T")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagPrompt))
        assert pilot.app.screen.query_one(Input).value == "port "
        await press_open(pilot, *"tide", "enter")
        await until(pilot, lambda: view.clippings[0].note.tags == ("port", "tide"))
        await press_open(pilot, "T")
        await until(pilot, lambda: isinstance(pilot.app.screen, TagPrompt))
        await press_open(pilot, *["backspace"] * 10, "enter")
        await until(pilot, lambda: view.clippings[0].note.comment == "mine port")
        assert [one.note.comment for one in view.clippings] == ["mine port"]


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_it_fits_small_terminals(start: Start, size: tuple[int, int]) -> None:
    async with start("harbour.md", "closed.md", size=size) as pilot:
        await made(pilot)
        view = await shown(pilot)
        assert not view.beside.display
        assert view.list.size.width == size[0] - 1
        assert "first" in screen_text(pilot)


async def test_no_notes_is_said(start: Start) -> None:
    async with start() as pilot:
        view = await shown(pilot)
        assert view.list.rows[0].text.startswith("No notes yet")


@pytest.mark.parametrize(
    ("typed", "offers", "line"),
    [
        ("", ["sea", "port", "seaside"], "sea "),
        ("se", ["sea", "seaside"], "sea "),
        ("#SEA", ["seaside"], "#seaside "),
        ("sea p", ["port"], "sea port "),
        ("sea se", ["seaside"], "sea seaside "),
        ("x", [], "x"),
    ],
)
def test_tags_in_use_are_offered(typed: str, offers: list[str], line: str) -> None:
    known = ("sea", "port", "seaside")
    assert offered(typed, known) == offers
    assert completed(typed, known) == line


async def test_comments_that_were_begun_are_offered(start: Start, desk: Desk) -> None:
    closed = opened(desk, "closed.md").article
    desk.keep_draft(closed.digest, Draft(Span(0, 5), "half a thought"))
    async with start() as pilot:
        assert said(pilot) == (
            "A comment you had begun on “Storm closes Port Ellery” is kept: A leads there."
        )
        view = await shown(pilot)
        assert listed(view)[:2] == ["Begun and not kept", "- half a thought"]
        await press_open(pilot, "enter")
        await press(pilot)
        assert reader(pilot).article.title == "Storm closes Port Ellery"
        assert "goes on with it" in said(pilot)
        await typed(pilot, "c", *" more", "ctrl+s")
        assert [note.comment for note in desk.notes(closed)] == ["half a thought more"]
        assert desk.begun() == ()


async def test_a_comment_that_was_begun_can_be_let_go(start: Start, desk: Desk) -> None:
    closed = opened(desk, "closed.md").article
    desk.keep_draft(closed.digest, Draft(Span(0, 5), "half a thought"))
    async with start() as pilot:
        view = await shown(pilot)
        await press_open(pilot, "D")
        await until(pilot, lambda: view.begun == ())
        assert view.begun == desk.begun() == ()


async def test_what_was_found_is_drawn_too(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        await press_open(pilot, "\\", *"ellery")
        await until(pilot, lambda: "Storm closes" in screen_text(pilot))
        assert "Storm closes Port Ellery" in screen_text(pilot)


async def test_a_message_of_the_start_takes_one_line(start: Start, desk: Desk) -> None:
    article = opened(desk, "harbour.md").article
    desk.keep_draft(article.digest, Draft(Span(0, 5), "half a thought"))
    async with start(size=MEDIUM) as pilot:
        assert "goes on with it" in said(pilot)
        assert reader(pilot).bottom_line.size.height == 1
