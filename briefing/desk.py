"""The use cases: what the screen and the command line ask for, in one place.

Every method may be called from any thread and is short, except :meth:`Desk.brief`, which waits
for a reading without holding up other threads. Heavy parts are imported where they are used:
a screen that shows a kept article needs neither a parser nor an engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.filing import Filing, placed
from briefing.library.database import Database
from briefing.library.notebook import Draft, Notebook
from briefing.library.store import Articles, Listing
from briefing.model.annotations import Briefing
from briefing.model.article import Article, Span
from briefing.model.errors import BriefingError, NotesError
from briefing.model.notes import Note
from briefing.notes import anchors
from briefing.worker import Worker

if TYPE_CHECKING:
    from briefing.settings import Settings
    from briefing.sources import RawSource

__all__ = ["Desk", "Draft", "Listing", "Opened"]

_LAST = "last article"
_LIGHT = 200_000
"""Bytes of text that are read without a key noticing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the screen needs to show an article at once."""

    article: Article
    position: int
    """The character offset where reading was left; 0 at first."""
    briefing: Briefing | None
    """Kept from an earlier reading by the same engine, else ``None``."""
    new: bool
    """Whether this text is seen for the first time."""


class Desk:
    """One reader's desk: the library, the notes and the worker that reads."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        self._database = database
        self._library = Articles(database)
        self._notebook = Notebook(database)
        self._filing = Filing(self._notebook, settings.notes_folder)
        self._worker = Worker()

    @classmethod
    def open(cls, settings: Settings) -> Desk:
        """Opens the library, creating it at the first start.

        Raises:
            LibraryError: when it cannot be used; a damaged one is set aside and told in
                :attr:`notices`.
        """
        return cls(settings, Database(settings.library))

    def close(self) -> None:
        """Ends the worker and closes the library."""
        self._worker.close()
        self._database.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences the reader should see: about the settings file, or a damaged library."""
        return (*self.settings.warnings, *self._database.notices)

    def read(self, location: str, *, visit: bool = True) -> Opened:
        """Reads a file, or standard input for ``"-"``, and puts it in the library.

        Args:
            location: as the reader wrote it.
            visit: whether ``briefing`` should open here the next time.

        Raises:
            UnreadableError: when there is no article to be had there.
            LibraryError: when the library cannot be written.
        """
        from briefing.sources import load

        found = self._article(load(location))
        new = self._library.add(found)
        return self._opened(found, new=new, visit=visit)

    def reopen(self, digest: str) -> Opened:
        """Opens an article of the library.

        Raises:
            LibraryError: when it is not there.
        """
        return self._opened(self._library.article(digest), new=False, visit=True)

    def seed(self) -> str:
        """The path of the article that a first start shows."""
        from briefing.resources import seeds

        folder = seeds()
        found = sorted(path for path in folder.iterdir() if path.is_file())
        if not found:
            raise BriefingError(str(folder), "holds no article", "Install briefing again.")
        return str(found[0])

    def last(self) -> str | None:
        """The digest of the article that was opened last."""
        return self._library.preference(_LAST)

    def brief(self, article: Article) -> Briefing:
        """The briefing of an article: the kept one, or a new reading, which is kept.

        Raises:
            CancelledError: when :meth:`cancel` or :meth:`close` was called meanwhile.
            BriefingError: when the reading failed.
        """
        kept = self._library.briefing(article.digest, _engine())
        if kept is not None:
            return kept
        briefing = self._worker.brief(article)
        self._library.keep(briefing)
        return briefing

    def cancel(self) -> None:
        """Stops the reading that is under way, because nobody waits for it any more."""
        self._worker.cancel()

    def remember(self, digest: str, position: int) -> None:
        """Keeps the character offset where reading was left."""
        self._library.remember(digest, position)

    def resolve(self, title: str) -> str | None:
        """The digest of the library's article with this title, in its normal form."""
        return self._library.resolve(title)

    def want(self, digest: str, title: str) -> None:
        """Keeps a related title of an article that is not in the library as wanted."""
        self._library.want(digest, title)

    def wanted(self) -> tuple[str, ...]:
        """The related titles that were asked for and have not come yet."""
        return self._library.wanted()

    def articles(self) -> tuple[Listing, ...]:
        """Every article of the library, the newest arrival first."""
        return self._library.articles()

    def mark_read(self, digest: str, read: bool) -> None:
        """Notes that an article was read, or was not after all."""
        self._library.mark_read(digest, read)

    def star(self, digest: str, on: bool) -> None:
        """Gives an article a star, or takes it away."""
        self._library.star(digest, on)

    def preference(self, name: str) -> str | None:
        """What was remembered under a name, such as the theme."""
        return self._library.preference(name)

    def prefer(self, name: str, value: str) -> None:
        """Remembers a value under a name."""
        self._library.prefer(name, value)

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

        The note comes back without its standing; :meth:`notes` has it.

        Raises:
            LibraryError: when there is no such note, or the library cannot be written.
        """
        return self._notebook.comment(note_id, _clean(comment))

    def delete(self, note_id: str) -> None:
        """Takes a note away; :meth:`undo` brings it back, after a restart as well."""
        self._notebook.delete(note_id)

    def keep_draft(self, digest: str, draft: Draft) -> None:
        """Keeps a comment that is being typed; it is there after a crash."""
        self._notebook.keep_draft(digest, draft)

    def draft(self, digest: str) -> Draft | None:
        """The comment that was being typed on an article when the program ended."""
        return self._notebook.draft(digest)

    def drop_draft(self, digest: str) -> None:
        """Forgets a draft: it has become a comment, or nobody wants it."""
        self._notebook.drop_draft(digest)

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

    def _article(self, raw: RawSource) -> Article:
        """Makes an article of a document: of a light one here, of others in the worker.

        Parsing a page would hold up every key, and brings in half a second of parsers.
        """
        if len(raw.data) > _LIGHT or _looks_like_html(raw):
            return self._worker.article(raw)
        from briefing.reading.structure import structured
        from briefing.sources import article

        return structured(article(raw))

    def _opened(self, article: Article, *, new: bool, visit: bool) -> Opened:
        if visit:
            self._library.prefer(_LAST, article.digest)
        position = 0 if new else self._library.position(article.digest)
        briefing = None if new else self._library.briefing(article.digest, _engine())
        return Opened(article, min(position, len(article.text)), briefing, new)


def _looks_like_html(raw: RawSource) -> bool:
    """Whether a parser of pages would be asked; a guess that costs only time if it is wrong."""
    head = raw.data[:1000].lstrip().lower()
    named = raw.location.lower().endswith((".html", ".htm", ".xhtml", ".mhtml"))
    return named or head.startswith(b"<") or b"<html" in head


def _engine() -> str:
    from briefing.reading.brief import ENGINE

    return ENGINE


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
