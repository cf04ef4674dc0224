"""The use cases of notes that leave the screen: checked, opened from their file, given away."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk.filing import placed
from briefing.desk.notes import NoteDesk
from briefing.library.database import Database
from briefing.model.article import Article, Span
from briefing.model.errors import LibraryError, NotesError
from briefing.model.notes import Note, Standing
from briefing.notes import files

if TYPE_CHECKING:
    from briefing.desk.taking import Taken
    from briefing.model.annotations import Briefing
    from briefing.model.collection import Collection
    from briefing.notes.checking import Verdict
    from briefing.notes.export import Clipping
    from briefing.notes.page import Block, Page

_REFERENCE = r"(.+)#\^(b-[0-9A-Za-z]{1,32})"


def reference(location: str) -> tuple[Path, str] | None:
    """The file and the note that ``NOTES.md#^b-593294b4`` means; ``None`` for anything else.

    A file that is called so is a file.
    """
    found = re.fullmatch(_REFERENCE, location, re.DOTALL)
    if found is None:
        return None
    from briefing.notes.places import is_address

    if is_address(location) or Path(location).exists():
        return None
    return Path(found[1]), found[2]


class ClippingDesk(NoteDesk):
    """The part of the reader's desk that other programs and other readers meet."""

    def __init__(self, database: Database, folder: Path, *, wikilinks: bool = False) -> None:
        super().__init__(database, folder, wikilinks=wikilinks)
        self._database = database

    def take_highlights(self, path: Path) -> Taken:
        """Makes notes of the highlights in a file of Kindle's or Readwise's.

        Raises:
            NotesError: when the file cannot be read, or is of no kind that is known.
            LibraryError: when the library cannot be written.
        """
        from briefing.desk.taking import Taking

        return Taking(self._database).take(path)

    @abstractmethod
    def contents(self, location: str) -> Collection:
        """Reads articles without putting them anywhere."""

    @abstractmethod
    def kept_briefing(self, article: Article) -> Briefing | None:
        """The briefing that is kept of an article, with the reader's own corrections."""

    def verify(self, path: Path) -> tuple[Verdict, ...]:
        """Looks up whether what a notes file quotes still stands in its article.

        The article is read anew from its file; an address, or a file that is not there any
        more, is answered from the library. A file that does not say which article it is on,
        as one with all notes, is answered note by note.

        Raises:
            NotesError: when the file cannot be read, has no notes in it, or nobody knows the
                article any more.
            UnreadableError: when the article's file cannot be read.
        """
        page = self._page(path)
        article_of = self._articles_of(page, path)
        quoting = (block for block in page.blocks if block.quote.strip())
        return tuple(self._checked(block, page, article_of(block)) for block in quoting)

    def note_place(self, path: Path, note_id: str) -> tuple[Article, Span | None]:
        """The article that a notes file is on, and where one of its notes stands in it.

        Raises:
            NotesError: when the file cannot be read, or does not have the note.
            UnreadableError: when the article's file cannot be read.
        """
        article, verdict = self.noted(path, note_id)
        return article, verdict.span

    def noted(self, path: Path, note_id: str) -> tuple[Article, Verdict]:
        """The article that a note of a file is on, and how the note stands in it.

        Raises:
            NotesError: when the file cannot be read, or does not have the note.
            UnreadableError: when the article's file cannot be read.
        """
        page = self._page(path)
        block = next((block for block in page.blocks if block.id == note_id), None)
        if block is None:
            remedy = f"`briefing verify {path}` lists its notes."
            raise NotesError(str(path), f"has no note {note_id}", remedy)
        article = self._articles_of(page, path)(block)
        if article is None:
            raise NotesError(str(path), f"the article of {note_id} is not in the library")
        return article, self._checked(block, page, article)

    def all_notes(self) -> tuple[Clipping, ...]:
        """Every note of the library with its article, the newest note first.

        What the reader edited in notes files is taken over. The notes on an article whose text
        was lost are here as well; they stand nowhere.
        """
        from briefing.notes.export import Clipping

        clippings: list[Clipping] = []
        for digest in self._register.noted():
            try:
                article = self._library.article(digest)
                notes: Sequence[Note] = self._filing.notes(article)
            except LibraryError:
                article = self._library.bare(digest)
                notes = [placed(note, article) for note in self._notebook.notes(digest)]
            clippings += [Clipping(note, article) for note in notes]
        return tuple(sorted(clippings, key=lambda one: one.note.created, reverse=True))

    def begun(self) -> tuple[Clipping, ...]:
        """The comments that were being typed and not kept, as notes that have no id yet."""
        begun = self._drafts.begun()
        if not begun:
            return ()
        from briefing.notes import anchors
        from briefing.notes.export import Clipping

        found: list[Clipping] = []
        for digest, draft in begun:
            try:
                article = self._library.article(digest)
                anchor = anchors.anchor(article, draft.span)
            except (LibraryError, ValueError):
                continue  # it is offered when the article is read again
            note = placed(Note("", anchor, "", draft.comment), article)
            found.append(Clipping(note, article))
        return tuple(found)

    def names_noted(self, clippings: Sequence[Clipping]) -> dict[str, tuple[str, ...]]:
        """The names in each note's words, fully written, by the note's id.

        They are those of the briefings that are kept; an article that was never read has none.
        """
        found: dict[str, tuple[str, ...]] = {}
        briefings = {one.article.digest: self.kept_briefing(one.article) for one in clippings}
        for clipping in clippings:
            briefing, span = briefings[clipping.article.digest], clipping.note.span
            if briefing is not None and span is not None:
                names = [
                    " ".join(entity.name.of(clipping.article.text).split())
                    for entity in briefing.entities
                    if any(mention.overlaps(span) for mention in entity.mentions)
                ]
                found[clipping.note.id] = tuple(dict.fromkeys(names))
        return found

    def clippings(self, article: Article | None = None) -> tuple[Clipping, ...]:
        """The notes of an article in its order, or all notes, the newest first."""
        from briefing.notes.export import Clipping

        if article is None:
            return self.all_notes()
        if self._library.knows(article):
            self._library.add(article)  # a changed file has the notes of what it was
        return tuple(Clipping(note, article) for note in self.notes(article))

    def export(
        self, form: str, article: Article | None = None, template: Path | None = None
    ) -> str:
        """Notes for other programs.

        Args:
            form: ``markdown``, ``json`` or ``csv``.
            article: whose notes; every note of the library without it.
            template: a Jinja template that says what the text is, in the place of ``form``.

        Returns:
            The text; empty for Markdown when there are no notes.

        Raises:
            NotesError: when the template cannot be followed.
        """
        clippings = self.clippings(article)
        if template is not None:
            from briefing.notes.template import rendered

            return rendered(template, clippings, self._folder)
        if form == "markdown" and clippings and article is not None:
            return self.notes_text(article)
        if form == "markdown":
            if not clippings:
                return ""
            from briefing.notes.markdown import collected

            return collected(clippings, self._folder, wikilinks=self._wikilinks)
        from briefing.notes.export import as_csv, as_json

        return {"json": as_json, "csv": as_csv}[form](clippings)

    def _checked(self, block: Block, page: Page, article: Article | None) -> Verdict:
        from briefing.notes.checking import Verdict, check

        if article is None:
            return Verdict(block.id, block.quote, Standing.GONE)
        known = {note.id: note.anchor for note in self._notebook.notes(article.digest)}
        return check(block, page.digest, article, known.get(block.id))

    def _page(self, path: Path) -> Page:
        from briefing.notes.page import page as parsed

        data = files.load(path)
        if data is None:
            raise NotesError(str(path), "is not there")
        page = parsed(files.text(data))
        if not page.blocks:
            raise NotesError(str(path), "has no notes of briefing in it")
        return page

    def _articles_of(self, page: Page, path: Path) -> Callable[[Block], Article | None]:
        """What gives the article that a note of a file is on, as it is now."""
        try:
            article = self._source_of(page, path)
        except NotesError:
            by_id = {block.id: self._register.article_of(block.id) for block in page.blocks}
            known = {digest: self._library.article(digest) for digest in by_id.values() if digest}
            if not known:
                raise
            return lambda block: known.get(by_id[block.id] or "")
        return lambda _: article

    def _source_of(self, page: Page, path: Path) -> Article:
        """The article that a notes file is on, as it is now."""
        from briefing.notes.places import is_address

        location = page.location
        if location and not is_address(location):
            file = path.parent / location
            if file.is_file():
                articles = self.contents(str(file)).articles
                same = [one for one in articles if one.digest == page.digest]
                if same or len(articles) == 1:  # a feed's file has many
                    return (*same, articles[0])[0]
        newest = self._register.newest(page.digest)
        if newest is None:
            where = f" at {location}" if location else ""
            raise NotesError(str(path), f"its article is neither{where} nor in the library")
        return self._library.article(newest)
