"""The use cases that have to do with notes: marking, commenting, saving, checking, giving away."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path

from briefing.desk.filing import Filing, placed
from briefing.library.database import Database
from briefing.library.drafts import Drafts
from briefing.library.notebook import Notebook
from briefing.library.register import Register
from briefing.library.store import Articles
from briefing.model.article import Article, Span
from briefing.model.errors import NotesError
from briefing.model.notes import Draft, Note
from briefing.notes import anchors, files
from briefing.notes.checking import Verdict, check
from briefing.notes.export import Clipping, as_csv, as_json
from briefing.notes.merge import united
from briefing.notes.page import Page
from briefing.notes.page import page as parsed
from briefing.notes.places import is_address


class NoteDesk(ABC):
    """The part of the reader's desk where the notes are."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._library = Articles(database)
        self._notebook = Notebook(database)
        self._register = Register(database)
        self._drafts = Drafts(database)
        self._filing = Filing(database, folder)

    @abstractmethod
    def article(self, location: str) -> Article:
        """Reads an article without putting it anywhere."""

    def notes(self, article: Article) -> tuple[Note, ...]:
        """An article's notes, each with where it stands now: in text order, the lost ones last.

        What the reader edited in the notes file is taken over.
        """
        return self._filing.notes(article)

    def mark(self, article: Article, span: Span, comment: str = "") -> Note:
        """Marks a passage; it is safe in the library when this returns.

        Raises:
            NotesError: when the passage has no words in it.
            LibraryError: when the library cannot be written.
        """
        try:
            anchor = anchors.anchor(article, span)
        except ValueError as error:
            raise NotesError("the passage", "has no words in it") from error
        self._library.add(article)
        return placed(self._notebook.add(article.digest, anchor, _clean(comment)), article)

    def comment(self, note_id: str, comment: str) -> Note:
        """Gives a note a comment in the place of the former one; safe when this returns.

        Where the comment was changed elsewhere since the typing of its draft began, nothing is
        lost: what was written there stays in. The note comes back without its standing.

        Raises:
            LibraryError: when there is no such note, or the library cannot be written.
        """
        mine, base = _clean(comment), self._drafts.base(note_id)

        def change(now: str) -> str:
            return mine if base is None else united(mine, base, now)

        return self._notebook.comment(note_id, change)

    def delete(self, note_id: str) -> None:
        """Takes a note away; :meth:`undo` brings it back, after a restart as well."""
        self._notebook.delete(note_id)

    def keep_draft(self, digest: str, draft: Draft) -> None:
        """Keeps a comment that is being typed; it is there after a crash."""
        self._drafts.keep(digest, draft)

    def draft(self, digest: str) -> Draft | None:
        """The comment that was being typed on an article when the program ended.

        Where its note's comment was changed since, the draft has that in it.
        """
        kept = self._drafts.draft(digest)
        if kept is None:
            return None
        draft, base = kept
        now = {note.id: note.comment for note in self._notebook.notes(digest)}
        comment = united(draft.comment, base, now.get(draft.note_id, base))
        if comment != draft.comment:
            draft = replace(draft, comment=comment)
            self._drafts.drop(digest)  # it begins anew, with the comment as it is now
            self._drafts.keep(digest, draft)
        return draft

    def drop_draft(self, digest: str) -> None:
        """Forgets a draft: it has become a comment, or nobody wants it."""
        self._drafts.drop(digest)

    def undo(self, article: Article) -> str | None:
        """Takes back the last mark, comment or deletion; says in a sentence what that was."""
        undone = self._notebook.undo(article.digest)
        if undone is None:
            return None
        what, note = undone
        done = {"mark": "Mark taken back", "comment": "Comment put back", "delete": "Note back"}
        return f"{done[what]}: “{_short(note.anchor.quote)}”"

    def save_notes(self, article: Article) -> Path:
        """Writes an article's notes to its Markdown file and gives the full path.

        Raises:
            NotesError: when the file cannot be written; everything is still in the library.
        """
        self._library.add(article)
        return self._filing.save(article)

    def verify(self, path: Path) -> tuple[Verdict, ...]:
        """Looks up whether what a notes file quotes still stands in its article.

        The article is read anew from its file; an address, or a file that is not there any
        more, is answered from the library.

        Raises:
            NotesError: when the file cannot be read, has no notes in it, or nobody knows the
                article any more.
            UnreadableError: when the article's file cannot be read.
        """
        page = self._page(path)
        article = self._source_of(page, path)
        known = {note.id: note.anchor for note in self._notebook.notes(page.digest)}
        return check(page, article, known)

    def note_place(self, path: Path, note_id: str) -> tuple[Article, Span | None]:
        """The article that a notes file is on, and where one of its notes stands in it.

        Raises:
            NotesError: when the file cannot be read, or does not have the note.
            UnreadableError: when the article's file cannot be read.
        """
        page = self._page(path)
        article = self._source_of(page, path)
        known = {note.id: note.anchor for note in self._notebook.notes(page.digest)}
        for verdict in check(page, article, known):
            if verdict.id == note_id:
                return article, verdict.span
        raise NotesError(str(path), f"has no note {note_id}", "`briefing verify` lists its notes.")

    def all_notes(self) -> tuple[Clipping, ...]:
        """Every note of the library with its article, the newest note first."""
        clippings = [
            Clipping(placed(note, article), article)
            for article in map(self._library.article, self._register.noted())
            for note in self._notebook.notes(article.digest)
        ]
        return tuple(sorted(clippings, key=lambda one: one.note.created, reverse=True))

    def export(self, form: str, article: Article | None = None) -> str:
        """Notes for other programs.

        Args:
            form: ``json`` or ``csv``.
            article: whose notes; every note of the library without it.
        """
        if article is None:
            clippings = self.all_notes()
        else:
            clippings = tuple(Clipping(note, article) for note in self.notes(article))
        return {"json": as_json, "csv": as_csv}[form](clippings)

    def _page(self, path: Path) -> Page:
        data = files.load(path)
        if data is None:
            raise NotesError(str(path), "is not there")
        page = parsed(files.text(data))
        if not page.blocks:
            raise NotesError(str(path), "has no notes of briefing in it")
        return page

    def _source_of(self, page: Page, path: Path) -> Article:
        """The article that a notes file is on, as it is now."""
        location = page.location
        if location and not is_address(location):
            file = path.parent / location
            if file.is_file():
                return self.article(str(file))
        newest = self._register.newest(page.digest)
        if newest is None:
            where = f" at {location}" if location else ""
            raise NotesError(str(path), f"its article is neither{where} nor in the library")
        return self._library.article(newest)

    def notes_text(self, article: Article) -> str:
        """The Markdown that :meth:`save_notes` would write to a file of its own."""
        return self._filing.text(article)


def _short(quote: str, most: int = 40) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _clean(comment: str) -> str:
    """A comment as it is kept: one kind of newline, nothing that is not text, no empty ends."""
    text = comment.replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "replace").decode()  # half a character, from a broken paste
    return "".join(char for char in text if char in "\n\t" or not _is_control(char)).strip()


def _is_control(char: str) -> bool:
    return ord(char) < 32 or 127 <= ord(char) < 160
