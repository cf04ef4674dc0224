"""The use cases that have to do with making notes: marking, commenting, saving."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
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
from briefing.model.tags import tagged, tags_of


class NoteDesk(ABC):
    """The part of the reader's desk where the notes are."""

    def __init__(self, database: Database, folder: Path, *, wikilinks: bool = False) -> None:
        self._library = Articles(database)
        self._notebook = Notebook(database)
        self._register = Register(database)
        self._drafts = Drafts(database)
        self._folder = folder
        self._wikilinks = wikilinks
        self._filing = Filing(database, folder, wikilinks=wikilinks)

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
        from briefing.notes import anchors

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
        from briefing.notes.merge import united

        mine, base = _clean(comment), self._drafts.base(note_id)

        def change(now: str) -> str:
            return mine if base is None else united(mine, base, now)

        return self._notebook.comment(note_id, change)

    def tag(self, note_id: str, tags: Sequence[str]) -> Note:
        """Gives a note these tags and no others, by its comment; safe when this returns.

        Raises:
            LibraryError: when there is no such note, or the library cannot be written.
        """
        return self._notebook.comment(note_id, lambda now: tagged(now, tags))

    def known_tags(self) -> tuple[str, ...]:
        """Every tag in use, those on most notes first."""
        counts: Counter[str] = Counter()
        forms: dict[str, str] = {}
        for tag in (tag for comment in self._notebook.comments() for tag in tags_of(comment)):
            counts[tag.casefold()] += 1
            forms.setdefault(tag.casefold(), tag)
        return tuple(forms[form] for form, _ in counts.most_common())

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
        from briefing.notes.merge import united

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

    def notes_text(self, article: Article) -> str:
        """The Markdown that :meth:`save_notes` would write to a file of its own."""
        return self._filing.text(article)


def _short(quote: str, most: int = 40) -> str:
    """A quote as a message names it, left off after a whole word if there is one."""
    words = " ".join(quote.split())
    if len(words) <= most:
        return words
    whole = words[:most].rpartition(" ")[0]
    return (whole if len(whole) > most // 2 else words[: most - 1]) + "…"


def _clean(comment: str) -> str:
    """A comment as it is kept: one kind of newline, nothing that is not text, no empty ends."""
    text = comment.replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "replace").decode()  # half a character, from a broken paste
    return "".join(char for char in text if char in "\n\t" or not _is_control(char)).strip()


def _is_control(char: str) -> bool:
    return ord(char) < 32 or 127 <= ord(char) < 160
