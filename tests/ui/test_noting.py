"""Notes on the screen: written, kept, saved, and opened again."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from briefing.desk import Desk
from briefing.model.errors import LibraryError
from briefing.ui.screens.comment import CommentEditor
from tests.ui.conftest import Start
from tests.ui.test_reader import here, press, press_open, reader, said


async def typed(pilot: Pilot[int], *keys: str) -> None:
    """Keys as fast as a terminal brings them."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await pilot.pause(0.3)
    await press(pilot)


async def pasted(pilot: Pilot[int], text: str, *keys: str) -> None:
    """Words as a terminal pastes them, then keys."""
    pilot.app.post_message(events.Paste(text))
    await press_open(pilot, *keys)


async def test_keys_after_the_comment_are_the_readers(start: Start) -> None:
    async with start() as pilot:
        await typed(pilot, "c", *"mine", "ctrl+s", "s")
        screen = reader(pilot)
        (note,) = screen.desk.notes(screen.article)
        assert note.comment == "mine"
        assert said(pilot).startswith("Saved ")


async def test_what_cannot_be_kept_stays_on_the_screen(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryError("library.db", "cannot be written: the disk is full")

    async with start() as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(Desk, "mark", full)
            await typed(pilot, "c", *"mine", "ctrl+s", *" own")
            editor = pilot.app.screen
            assert isinstance(editor, CommentEditor)
            remark = str(editor.query_one("#comment-remark", Static).content)
            assert "the disk is full" in remark
            assert "Ctrl+S tries again" in remark
            assert editor.query_one(TextArea).text == "mine own"
        await typed(pilot, "ctrl+s")
        screen = reader(pilot)
        assert [note.comment for note in screen.desk.notes(screen.article)] == ["mine own"]


async def test_a_note_leads_from_its_file_to_the_article(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "]", "]", "m", "s")
        (note,) = screen.desk.notes(screen.article)
        (path,) = screen.desk.settings.notes_folder.glob("*.md")
        await press_open(pilot, "g", "O")
        await pasted(pilot, f"{path}#^{note.id}", "enter")
        await press(pilot)
        assert note.span is not None
        assert screen.view.view.place == note.span.start
        article = screen.article
        await press_open(pilot, "O")
        await pasted(pilot, str(path), "enter")
        await press(pilot)
        assert screen.article.origin.location == str(path)
        for words in (note.id, note.anchor.quote, "section"):
            place = screen.article.text.index(words, screen.article.text.index("Highlights"))
            screen.view.view.go(place)
            await press(pilot, "enter")
            assert screen.article.digest == article.digest
            assert here(pilot).startswith(note.anchor.quote[:20])
            await press(pilot, "backspace")
            assert screen.article.origin.location == str(path)


async def test_a_note_walks_from_the_key_to_the_file_and_back_and_is_verified(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "]", "]")
        await typed(pilot, "c", *"mine", "ctrl+s", "s")
        (path,) = screen.desk.settings.notes_folder.glob("*.md")
        text = path.read_text(encoding="utf-8")
        edited = (
            "<!-- my own -->\n" + text.replace("mine", "mine, edited #port") + "\n## Mine\nStays."
        )
        path.write_bytes(edited.replace("\n", "\r\n").encode())
        await press(pilot, "G", "m", "s")
        notes = screen.desk.notes(screen.article)
        assert [note.comment for note in notes] == ["mine, edited #port", ""]
        saved = path.read_bytes().decode()
        assert saved.startswith("<!-- my own -->\r\n---\r\n")
        assert saved.endswith("\r\n## Mine\r\nStays.")
        assert notes[1].id in saved
        verdicts = screen.desk.verify(path)
        assert [(one.id, one.standing.value) for one in verdicts] == [
            (note.id, "same") for note in notes
        ]
