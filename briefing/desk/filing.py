"""Keeps the notes in the library and the notes in Markdown files in step.

The library has every note from the moment it is made; a file has it when the reader saves.
What the reader writes in a file comes back into the library the next time notes are looked at.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library.database import Database
from briefing.library.notebook import Notebook
from briefing.library.register import Register
from briefing.model.article import Article, Span
from briefing.model.errors import NotesError
from briefing.model.notes import Anchor, Note, Standing
from briefing.notes import files

if TYPE_CHECKING:
    from briefing.notes import merge
    from briefing.notes.page import Block, Page

_TRIES = 5
"""Times a save starts again because the file was changed meanwhile."""


class Filing:
    """The notes of articles, wherever they are kept."""

    def __init__(self, database: Database, folder: Path, *, wikilinks: bool = False) -> None:
        self._notebook = Notebook(database)
        self._register = Register(database)
        self._folder = folder
        self._wikilinks = wikilinks
        self._seen: dict[Path, tuple[int, int, int]] = {}

    def notes(self, article: Article) -> tuple[Note, ...]:
        """An article's notes, resolved against its text and in its order, the lost ones last.

        What was edited in the notes file is taken over first. A file that cannot be read
        keeps nobody from their notes.
        """
        with contextlib.suppress(NotesError):  # saving will say so, and then it matters
            self._take_over(article)
        return _in_order(placed(note, article) for note in self._notebook.notes(article.digest))

    def text(self, article: Article) -> str:
        """The Markdown that :meth:`save` would write to a file of its own."""
        from briefing.notes import markdown

        notes = self.notes(article)
        folder = self._path(article).parent
        return markdown.whole(article, notes, folder, _today(), wikilinks=self._wikilinks)

    def save(self, article: Article) -> Path:
        """Brings the notes file up to date and gives its full path.

        Raises:
            NotesError: when it cannot be written; everything is in the library all the same.
        """
        from briefing.notes import merge
        from briefing.notes.page import page as parsed

        with files.alone(self._folder):
            for _ in range(_TRIES):
                path = self._path(article, search=True)
                before = files.load(path)
                page = parsed(files.text(before or b""))
                self._adopt(article, page)
                merged = merge.merged(
                    page,
                    self._held(article),
                    article,
                    path.parent,
                    _today(),
                    wikilinks=self._wikilinks,
                )
                data = merged.text.encode("utf-8", "surrogateescape")
                if data == before or files.save(path, data, before):
                    self._register.settle(article.digest, merged.comments, merged.filed)
                    self._register.file_is(article.digest, str(path))
                    self._seen[path] = _state(path)
                    return path
        raise NotesError(
            str(path), "is being changed by another program", "Save again when it has finished."
        )

    def _take_over(self, article: Article) -> None:
        """Takes comments and new notes from the file, if it was changed since the last look."""
        path = self._path(article)
        state = _state(path)
        if self._seen.get(path) == state or state == _ABSENT:
            return
        from briefing.notes import merge
        from briefing.notes.page import page as parsed

        page = parsed(files.text(files.load(path) or b""))
        self._adopt(article, page)
        held = {one.note.id: one for one in self._held(article)}
        comments: dict[str, str] = {}
        filed: dict[str, str | None] = {}
        for name, block in merge.complete(page).items():
            one = held.get(name)
            if one is None or one.deleted:
                continue
            comment = merge.settled(one.note.comment, one.filed, block)
            if comment != one.note.comment:
                comments[name] = comment
            if block.comment != one.filed:
                filed[name] = block.comment
        self._register.settle(article.digest, comments, filed)
        self._seen[path] = state

    def _adopt(self, article: Article, page: Page) -> None:
        """Makes notes of the blocks that the library does not know."""
        from briefing.notes import merge

        known = {note.id for note, _, _ in self._register.held(article.digest)}
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        found = [
            Note(block.id, _anchor(block, article), now, block.comment)
            for name, block in merge.complete(page).items()
            if name not in known and block.quote.strip()
        ]
        filed = {note.id: note.comment for note in found}
        self._register.settle(article.digest, {}, filed, found)

    def _held(self, article: Article) -> list[merge.Held]:
        from briefing.notes import merge

        held = {
            note.id: merge.Held(placed(note, article), filed, deleted)
            for note, filed, deleted in self._register.held(article.digest)
        }
        return [held[note.id] for note in _in_order(one.note for one in held.values())]

    def _path(self, article: Article, *, search: bool = False) -> Path:
        """Where an article's notes are: where they were last, or where the folder has them."""
        usual = self._folder / files.name(article.title, article.digest)
        kept = self._register.file(article.digest)
        if kept is not None and Path(kept).is_file():
            return Path(kept)
        if usual.is_file():
            return usual
        if search or kept is not None:
            return files.find(self._folder, self._register.versions(article.digest)) or usual
        return usual


def placed(note: Note, article: Article) -> Note:
    """A note resolved against an article."""
    from briefing.notes import anchors

    standing, span = anchors.resolve(note.anchor, article)
    return replace(note, standing=standing, span=span)


def _in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    def order(note: Note) -> tuple[bool, int]:
        place = note.span or note.anchor.position
        return note.span is None, place.start

    return tuple(sorted(notes, key=order))


def _anchor(block: Block, article: Article) -> Anchor:
    """An anchor for a passage that a file quotes."""
    from briefing.notes import anchors

    position = block.position or Span(0, len(block.quote))
    bare = Anchor(block.quote, "", "", position, "")
    standing, span = anchors.resolve(bare, article)
    if span is not None and standing in (Standing.SAME, Standing.MOVED):
        return anchors.anchor(article, span)
    return bare


_ABSENT = (0, 0, 0)


def _state(path: Path) -> tuple[int, int, int]:
    """What changes whenever a file does."""
    try:
        status = path.stat()
    except OSError:
        return _ABSENT
    return status.st_mtime_ns, status.st_size, status.st_ino


def _today() -> str:
    return date.today().isoformat()
