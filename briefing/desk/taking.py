"""Taking over highlights from elsewhere, each to the article that has its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

from briefing.library.database import Database
from briefing.library.notebook import Notebook
from briefing.library.register import Register
from briefing.library.related import Related
from briefing.library.store import Articles
from briefing.library.titles import normal_form
from briefing.model.article import Article, Span
from briefing.model.errors import LibraryError, NotesError
from briefing.model.notes import Anchor, Standing
from briefing.model.records import dataclass
from briefing.model.tags import tag_names, tagged, tags_of
from briefing.notes import anchors, files
from briefing.notes.highlights import Highlight, highlights

_TELLING = 25
"""Characters of a quote that tell an article without its title; fewer may stand anywhere."""

NO_ARTICLE = "no article of the library has this title or these words"
NOT_THERE = "the article does not have these words"
SEVERAL = "several articles have these words"
NO_WORDS = "there are no words with it"


@dataclass(frozen=True, slots=True)
class Taken:
    """What has become of the highlights of a file."""

    taken: int
    """Made notes."""
    known: int
    """Were notes before."""
    left: tuple[tuple[Highlight, str], ...]
    """What could not be placed, each with the reason."""


class Taking:
    """Makes notes of highlights."""

    def __init__(self, database: Database) -> None:
        self._articles = Articles(database)
        self._notebook = Notebook(database)
        self._register = Register(database)
        self._related = Related(database)

    def take(self, path: Path) -> Taken:
        """Takes over the highlights of a file.

        An article is found by its title, and where that fails by the words. Words that the
        article has otherwise now become a note that says so; none is put on other words in
        silence. What was taken over before, or deleted since, is not taken again.

        Raises:
            NotesError: when the file cannot be read, or is of no kind that is known.
            LibraryError: when the library cannot be written.
        """
        data = files.load(path)
        if data is None:
            raise NotesError(str(path), "is not there")
        taken = known = 0
        left: list[tuple[Highlight, str]] = []
        unplaced: list[Highlight] = []
        for one in highlights(path, data):
            if not one.quote.strip():
                left.append((one, NO_WORDS))
                continue
            article = self._titled(one)
            new = None if article is None else self._noted(article, one)
            if new is None:
                unplaced.append(one)
            else:
                taken, known = taken + new, known + (not new)
        for one, found in zip(unplaced, self._quoting(unplaced), strict=True):
            new = None
            if len(found) == 1:
                new = self._noted(self._articles.article(found[0]), one)
            if new is not None:
                taken, known = taken + new, known + (not new)
            else:
                reason = NOT_THERE if self._titled(one) else NO_ARTICLE
                left.append((one, SEVERAL if len(found) > 1 else reason))
        return Taken(taken, known, tuple(left))

    def _titled(self, one: Highlight) -> Article | None:
        """The article of this title; one that is only guessed must have the very words."""
        resolved = self._related.resolve(one.title)
        if resolved is None:
            return None
        try:
            article = self._articles.article(self._register.newest(resolved.digest) or "")
        except LibraryError:
            return None
        if resolved.guess and normal_form(one.quote) not in normal_form(article.text):
            return None
        return article

    def _quoting(self, unplaced: Sequence[Highlight]) -> list[list[str]]:
        """For each highlight the articles that have its words, the newest version of each."""
        forms = [normal_form(one.quote) for one in unplaced]
        found: list[set[str]] = [set() for _ in unplaced]
        if any(len(form) >= _TELLING for form in forms):
            for digest, text in self._articles.texts():
                whole = normal_form(text)
                for number, form in enumerate(forms):
                    if len(form) >= _TELLING and form in whole:
                        found[number].add(self._register.newest(digest) or digest)
        return [sorted(digests) for digests in found]

    def _noted(self, article: Article, one: Highlight) -> bool | None:
        """Makes a highlight a note.

        Returns:
            True when it is one now, False when it was one before, ``None`` when the article
            does not have the words.
        """
        quote = unicodedata.normalize("NFC", one.quote.strip())
        bare = Anchor(quote, "", "", Span(0, len(quote)), "")
        standing, span = anchors.resolve(bare, article)
        if span is None:
            return None
        made = anchors.anchor(article, span)
        same = standing is not Standing.CHANGED or normal_form(made.quote) == normal_form(quote)
        held = {
            normal_form(note.anchor.quote) for note, _, _ in self._register.held(article.digest)
        }
        if held & {normal_form(quote), *([normal_form(made.quote)] if same else [])}:
            return False
        if not same:
            made = Anchor(quote, made.prefix, made.suffix, span, "")
        tags = tag_names(" ".join(tag.replace(" ", "-") for tag in one.tags))
        comment = tagged(one.comment, (*tags_of(one.comment), *tags))
        self._notebook.add(article.digest, made, _clean(comment), one.created)
        return True


def _clean(comment: str) -> str:
    """A comment without anything that is not text."""
    return "".join(c for c in comment if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
