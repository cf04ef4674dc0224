"""An article as it is presented: what the panes beside it are made from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.model.annotations import Briefing, Entity, KeyFact, Section
from briefing.model.article import Article, Block, BlockKind, Media, Span
from briefing.model.columns import spans_of
from briefing.model.notes import Note
from briefing.model.records import dataclass
from briefing.model.telling import Telling

if TYPE_CHECKING:
    from briefing.desk import (
        Resolved,
        Similar,
        Version,
    )  # brings the database, which printing needs not

NOTE_ID = r"\^b-[0-9A-Za-z]{1,32}"
"""A note's id as a notes file shows it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An article with its briefing and the reader's notes, as far as they are there."""

    article: Article
    briefing: Briefing | None = None
    """``None`` while the article is being read."""
    failure: str = ""
    """Why there will be no briefing, as a sentence; empty when all is well."""
    notes: tuple[Note, ...] = ()
    known: Mapping[str, Resolved] | None = None
    """The articles of the library that related titles name; ``None`` until it was asked."""
    similar: tuple[Similar, ...] = ()
    """The articles of the library that are most like this one."""
    versions: tuple[Version, ...] = ()
    """All versions of this article that the library has, the oldest first."""
    telling: Telling | None = None
    """The article among those on its event; ``None`` while there are none or nobody looked."""
    chosen: Entity | None = None
    """The entity whose mentions are filled in the text."""
    place: int = 0
    """The section the reader is in, as an index; for the outline."""

    def __eq__(self, other: object) -> bool:
        """Only an edition itself: Textual asks at each change, and to compare a long article takes
        longer than to draw it.
        """
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def sections(self) -> Sequence[Section]:
        """The article's sections; none while it is being read."""
        return self.briefing.sections if self.briefing else ()

    @property
    def name(self) -> str:
        """What an article without a title is called: its file, or the end of its address."""
        return name_of("", self.article.origin.location)

    def version_said(self, key: str) -> str:
        """That there are other versions of the article, and what can be done about it.

        Args:
            key: the one that shows what changed.
        """
        digests = [version.digest for version in self.versions]
        at = digests.index(self.article.digest) if self.article.digest in digests else 0
        if at + 1 < len(digests):
            return f"There is a newer version of this, of {self.versions[-1].added[:10]}."
        if at:
            day = self.versions[at - 1].added[:10]
            return f"There is an earlier version of this, of {day}: {key} shows what changed."
        return ""

    def section_at(self, offset: int) -> int:
        """The index of the section that holds a character; -1 for none."""
        return bisect_right(spans_of(self.sections).starts, offset) - 1

    def label(self, section: Section) -> str:
        """The words that stand for a section: its heading, or how it begins."""
        if section.heading is not None:
            return squeeze(self.article.of(section.heading))
        begin = section.span.start
        return squeeze(self.article.cut(begin, min(begin + 160, section.span.end)))

    def place_name(self, at: int) -> str:
        """What to call the place in a section: nothing where it says what stands above already.

        That is under the title, and at a beginning without a heading.

        Args:
            at: the section's index; below 0 for none.
        """
        if at < 0:
            return ""
        section, title = self.sections[at], self.article.title_span
        known = section.heading == title if section.heading else at == 0
        return "" if known else self.label(section)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds a character, or ``None`` between blocks."""
        at = self._block_at(offset)
        return None if at is None else self.article.blocks[at]

    def _block_at(self, offset: int) -> int | None:
        spans = spans_of(self.article.blocks)
        at = bisect_right(spans.starts, offset) - 1
        return at if at >= 0 and offset < spans.ends[at] else None

    def note_link(self, offset: int) -> str:
        """Where a note leads, in a notes file that is read as an article; empty elsewhere.

        Its quote, its id and the link below are three blocks; each of them leads there.
        """
        location = self.article.origin.location
        if self.article.origin.media is not Media.MARKDOWN:
            return ""
        at = self._block_at(offset)
        if at is None:
            return ""
        near: tuple[int, ...] = (at, at + 1, at - 1)
        if self.article.blocks[at].kind is not BlockKind.QUOTE:
            near = (at, at - 1)
        for number in near:
            if 0 <= number < len(self.article.blocks):
                words = self.article.of(self.article.blocks[number].span).strip()
                if re.fullmatch(NOTE_ID, words):
                    return f"{location}#{words}"
        return ""

    def facts_in(self, span: Span) -> list[KeyFact]:
        """The facts that stand in a span, in the briefing's order."""
        facts = self.briefing.facts if self.briefing else ()
        return [facts[at] for at in spans_of(facts).within(span)]

    def entities_in(self, span: Span) -> list[Entity]:
        """The entities that are named in a span, in the briefing's order."""
        if self.briefing is None:
            return []
        named = self.briefing.named
        numbers = {named.numbers[at] for at in named.within(span)}
        return [self.briefing.entities[number] for number in sorted(numbers)]

    def reasons(self, span: Span) -> tuple[str, ...]:
        """Why the findings at a span are there, in their own words."""
        if self.briefing is None:
            return ()
        links = (self.article.links[at] for at in spans_of(self.article.links).within(span))
        found = [f"link: leads to {link.url}" for link in links if link.url]
        for fact in self.facts_in(span):
            found += [f"{fact.kind.value}: {reason}" for reason in fact.why]
        for entity in self.entities_in(span):
            found += [f"{entity.kind.value}: {reason}" for reason in entity.why]
        for sentence in self.briefing.summary:
            if sentence.span.overlaps(span):
                found += [f"summary: {reason}" for reason in sentence.why]
        for at in spans_of(self.sections).within(span):
            section = self.sections[at]
            if section.heading and section.heading.overlaps(span):
                found += [f"section: {reason}" for reason in section.why]
        for related in self.briefing.related:
            if related.span.overlaps(span):
                found += [f"related: {reason}" for reason in related.why]
        if self.telling and any(new.overlaps(span) for new in self.telling.new):
            found.append(f"new: not in the {self.telling.known} read of this story")
        return tuple(dict.fromkeys(found))


def name_of(title: str, location: str) -> str:
    """What to call an article: its title, else its file, or the end of its address.

    Args:
        title: as the article writes it; may be empty.
        location: a path, an address, or ``"-"`` for standard input.
    """
    if title or location == "-":
        return title or "standard input"
    return location.rstrip("/").rpartition("/")[2] or location


def squeeze(text: str) -> str:
    """Text on one line: every stretch of white space becomes one space."""
    return " ".join(text.split())
