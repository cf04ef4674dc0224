"""Notes from the key press to the file, to the reader's editor, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.desk.filing import Filing
from briefing.library.database import Database
from briefing.library.notebook import Notebook
from briefing.library.store import Articles
from briefing.model.article import Article
from briefing.model.errors import NotesError
from briefing.model.notes import Note, Standing
from briefing.notes import files
from briefing.notes.anchors import anchor
from tests.articles import HARBOUR, article, at


class Bench:
    """A library with one article, and a folder for notes."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / "library.db")
        self.notebook = Notebook(self.database)
        self.folder = folder / "notes"
        self.filing = Filing(self.database, self.folder)
        self.article = self.put(article())

    def put(self, made: Article) -> Article:
        Articles(self.database).add(made)
        return made

    def mark(self, words: str, comment: str = "") -> Note:
        made = anchor(self.article, at(words, self.article.text))
        return self.notebook.add(self.article.digest, made, comment)

    def save(self) -> Path:
        return self.filing.save(self.article)

    def comments(self) -> list[str]:
        return [note.comment for note in self.filing.notes(self.article)]

    def edit(self, change: Callable[[str], str]) -> Path:
        (path,) = self.folder.glob("*.md")
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        return path


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_saving_writes_what_is_shown_as_markdown(bench: Bench) -> None:
    bench.mark("Work begins in May.", "Early.")
    bench.mark("Repairs will cost", "Much.")
    text = bench.filing.text(bench.article)
    path = bench.save()
    assert path.read_text(encoding="utf-8") == text
    assert path == bench.folder / files.name("Harbour bridge stays open", bench.article.digest)
    assert text.index("Much.") < text.index("Early.")


def test_saving_again_writes_nothing(bench: Bench) -> None:
    bench.mark("Repairs will cost")
    path = bench.save()
    before = path.stat()
    assert bench.save() == path
    assert path.stat().st_ino == before.st_ino


def test_notes_go_from_key_press_to_file_to_editor_and_back(bench: Bench) -> None:
    note = bench.mark("Repairs will cost", "Much.")
    path = bench.save()
    bench.edit(lambda text: text.replace("Much.", "Too much.") + "\n## Mine\nOwn words.\n")
    assert bench.comments() == ["Too much."]
    bench.mark("Work begins in May.", "Early.")
    bench.save()
    text = path.read_text(encoding="utf-8")
    assert "Too much." in text
    assert text.endswith("Early.\n\n## Mine\nOwn words.\n")
    bench.notebook.comment(note.id, lambda _: "Still too much.")
    bench.save()
    assert path.read_text(encoding="utf-8") == text.replace("Too much.", "Still too much.")


def test_both_may_add_to_a_comment(bench: Bench) -> None:
    note = bench.mark("Repairs will cost", "Much.")
    path = bench.save()
    bench.edit(lambda text: text + "\nThe file says so.\n")
    bench.notebook.comment(note.id, lambda now: f"{now} So do I.")
    assert bench.comments() == ["Much.\n\nThe file says so.\n\nSo do I."]
    text = path.read_text(encoding="utf-8")
    bench.save()
    assert path.read_text(encoding="utf-8") == text + "\nSo do I.\n"


def test_what_was_read_back_can_be_undone(bench: Bench) -> None:
    bench.mark("Repairs will cost", "Much.")
    bench.save()
    bench.edit(lambda text: text.replace("Much.", "Too much."))
    assert bench.comments() == ["Too much."]
    undone = bench.notebook.undo(bench.article.digest)
    assert undone is not None
    assert undone[0] == "comment"
    assert bench.comments() == ["Much."]


def test_a_note_typed_in_the_file_is_found(bench: Bench) -> None:
    bench.mark("Repairs will cost")
    bench.save()
    typed = "\n> Work begins in May.\n\n^b-feedbeef\n\nTyped.\n\n> Not there\n\n^b-feedf00d\n"
    path = bench.edit(lambda text: text + typed)
    notes = bench.filing.notes(bench.article)
    assert [(note.id, note.comment, note.standing) for note in notes[1:]] == [
        ("b-feedbeef", "Typed.", Standing.SAME),
        ("b-feedf00d", "", Standing.GONE),
    ]
    assert notes[1].anchor == anchor(bench.article, at("Work begins in May."))
    text = path.read_text(encoding="utf-8")
    bench.save()
    assert path.read_text(encoding="utf-8") == text


def test_a_block_copied_from_another_article_is_no_note_of_this_one(bench: Bench) -> None:
    note = bench.mark("Repairs will cost", "Much.")
    copied = bench.save().read_text(encoding="utf-8")
    first = bench.article
    bench.article = bench.put(article("Ferry fares rise\nThe ferry costs more."))
    bench.mark("The ferry")
    path = bench.save()
    path.write_text(path.read_text(encoding="utf-8") + "\n" + copied, encoding="utf-8")
    assert len(bench.filing.notes(bench.article)) == 1
    assert [one.id for one in bench.filing.notes(first)] == [note.id]


def test_a_deleted_note_leaves_the_file_and_comes_back(bench: Bench) -> None:
    bench.mark("Repairs will cost", "Much.")
    note = bench.mark("Work begins in May.", "Early.")
    path = bench.save()
    text = path.read_text(encoding="utf-8")
    bench.notebook.delete(note.id)
    bench.save()
    assert "Early." not in path.read_text(encoding="utf-8")
    assert bench.comments() == ["Much."]
    bench.notebook.undo(bench.article.digest)
    bench.save()
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_was_renamed_is_found(bench: Bench) -> None:
    bench.mark("Repairs will cost", "Much.")
    path = bench.save().rename(bench.folder / "My bridge.md")
    bench.mark("Work begins in May.")
    assert bench.save() == path
    assert [file.name for file in bench.folder.iterdir()] == ["My bridge.md"]


def test_a_lost_library_finds_its_notes_in_the_file(bench: Bench, tmp_path: Path) -> None:
    note = bench.mark("Repairs will cost", "Much.")
    bench.save()
    bench.database.close()
    for file in tmp_path.glob("library.db*"):
        file.unlink()
    again = Bench(tmp_path)
    (found,) = again.filing.notes(again.article)
    assert (found.id, found.anchor, found.comment) == (note.id, note.anchor, "Much.")


def test_a_new_version_of_an_article_keeps_its_notes_and_its_file(bench: Bench) -> None:
    bench.mark("Repairs will cost $4.5 million", "Much.")
    path = bench.save()
    bench.article = bench.put(article(HARBOUR.replace("$4.5 million", "$5 million")))
    (note,) = bench.filing.notes(bench.article)
    assert note.standing is Standing.CHANGED
    assert note.span is not None
    assert note.span.of(bench.article.text) == "Repairs will cost $5 million"
    text = path.read_text(encoding="utf-8")
    assert bench.save() == path
    assert path.read_text(encoding="utf-8") == text


def test_another_article_in_the_same_place_has_no_notes(bench: Bench) -> None:
    bench.mark("Repairs will cost $4.5 million", "Much.")
    other = "The day’s news\nA baker in Upham was fined for selling bread that weighed too little."
    bench.article = bench.put(article(other))
    assert bench.filing.notes(bench.article) == ()


def test_a_file_that_changes_all_the_time_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.mark("Repairs will cost")
    monkeypatch.setattr(files, "save", lambda *_: False)
    with pytest.raises(NotesError, match="is being changed by another program"):
        bench.save()


def test_a_file_that_changes_once_is_merged_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.mark("Repairs will cost")
    path = bench.save()
    bench.mark("Work begins in May.")
    true = files.save

    def meddling(target: Path, data: bytes, before: bytes | None) -> bool:
        monkeypatch.setattr(files, "save", true)
        path.write_bytes(path.read_bytes() + b"\n## Mine\n")
        return true(target, data, before)

    monkeypatch.setattr(files, "save", meddling)
    bench.save()
    text = path.read_text(encoding="utf-8")
    assert text.endswith("## Mine\n")
    assert "Work begins" in text


def test_a_notes_folder_that_cannot_be_used_hides_no_notes(bench: Bench) -> None:
    bench.mark("Repairs will cost", "Much.")
    bench.folder.write_text("a file in its place")
    assert bench.comments() == ["Much."]
    with pytest.raises(NotesError):
        bench.save()


def test_bytes_that_are_not_text_stay_in_the_file(bench: Bench) -> None:
    bench.mark("Repairs will cost")
    path = bench.save()
    path.write_bytes(path.read_bytes() + b"\n## caf\xe9\n")
    bench.mark("Work begins in May.")
    bench.save()
    assert path.read_bytes().endswith(b"\n## caf\xe9\n")
