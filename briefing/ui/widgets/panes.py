"""The panes beside an article, each a list of what was found, leading to its place."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from functools import partial

from briefing.model.annotations import (
    Briefing,
    Entity,
    EntityKind,
    FactKind,
    KeyFact,
    Section,
)
from briefing.model.article import Article
from briefing.model.columns import of_kind
from briefing.ui.edition import Edition, squeeze
from briefing.ui.listing import Part, Rows
from briefing.ui.note_rows import note_row
from briefing.ui.rows import Row
from briefing.ui.widgets.briefing_pane import BriefingPane, remark
from briefing.ui.widgets.list_pane import ListPane

KINDS = {
    EntityKind.PERSON: ("People", "P"),
    EntityKind.ORGANISATION: ("Organisations", "O"),
    EntityKind.PLACE: ("Places", "L"),
    EntityKind.GROUP: ("Nationalities and groups", "G"),
    EntityKind.EVENT: ("Events", "E"),
    EntityKind.WORK: ("Products and works", "W"),
}
"""The kinds of entity: what a group is called, and its letter."""

FACT_SIGNS = {
    FactKind.MONEY: "$",
    FactKind.PERCENT: "%",
    FactKind.COUNT: "#",
    FactKind.MEASURE: "#",
    FactKind.NUMBER: "#",
    FactKind.DATE: "◷",
    FactKind.QUOTE: "“",
}

DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A day that is known to the year; anything less says no more than the words themselves."""


class OutlinePane(BriefingPane):
    """The article's sections."""

    TITLE = "Outline"
    NUMBER = "1"
    NOTHING = "No sections found."
    HELP = "The sections of the article. Enter goes to one; ] and [ go to the next and former."

    _sections: Sequence[Section] = ()
    _least = 1
    """The least level of these sections."""
    _here = 0
    """The index of the section that is being read."""

    def read_at(self, place: int) -> None:
        """Put the sign on the section that is being read now.

        Every jump may end in another section; the rows stay, and only two of them look otherwise.
        """
        if place != self._here:
            self._here = place
            self.refresh()

    def key(self, y: int) -> Hashable:
        """A line of a row, with the sign or without it."""
        key, seen = super().key(y), self._window.seen
        return key and (key, y <= len(seen) and seen[y - 1].row == self._here)

    def found(self, edition: Edition, briefing: Briefing) -> Sequence[Row]:
        """A row for each section, set in by its level; the one being read carries a sign."""
        sections = briefing.sections
        self._here = edition.place
        if sections is not self._sections:
            self._sections = sections
            self._least = _least_level(sections)

        def row(index: int, section: Section) -> Row:
            return Row(
                "  " * min(section.level - self._least, 3) + edition.label(section),
                value=section,
                span=section.heading or section.span,
                look="" if section.heading else "quiet",
                sign="›" if index == self._here else " ",
                sign_look="accent",
                most=3 if section.heading else 1,
            )

        return Rows([Part(sections, row)])


def _least_level(sections: Sequence[Section]) -> int:
    """The least level of some sections; that of the title, which comes first, as a rule."""
    least = 6
    for section in sections:
        least = min(least, section.level)
        if least <= 1:
            break
    return least


class EntitiesPane(BriefingPane):
    """Who and what the article names."""

    TITLE = "Entities"
    NUMBER = "2"
    NOTHING = "No names found."
    USES = ("article", "briefing", "failure", "chosen")
    HELP = (
        "Who and what the article names, with the number of mentions. Enter chooses one and "
        "goes to its first mention; } and { go to the next and former."
    )

    def found(self, edition: Edition, briefing: Briefing) -> Sequence[Row]:
        """The entities by kind, those the article is most about first."""
        parts: list[Part] = []
        for kind, (name, letter) in KINDS.items():
            row = partial(self._row, edition, letter)
            heading = (Row(name, look="quiet"),)
            if entities := of_kind(briefing.entities, kind):
                parts += [Part(heading, None), Part(entities, row)]
        return Rows(parts)

    @staticmethod
    def _row(edition: Edition, letter: str, _: int, entity: Entity) -> Row:
        chosen = edition.chosen is not None and edition.chosen.name == entity.name
        name = squeeze(edition.article.of(entity.name))
        role = squeeze(edition.article.of(entity.role)) if entity.role else ""
        return Row(
            name,
            value=entity,
            span=entity.mentions[0] if entity.mentions else entity.name,
            look="strong" if chosen else "",
            aside=role,
            sign=letter,
            sign_look="chosen" if chosen else entity.kind.value,
            right=str(len(entity.mentions)),
        )


class SummaryPane(BriefingPane):
    """What happened, in the article's own sentences."""

    TITLE = "Summary"
    NUMBER = "3"
    NOTHING = "No sentences to summarise."
    HELP = (
        "The article's own words: what happened, who, when, where and how much, then its most "
        "telling sentences in their order. Enter goes to the place."
    )

    def found(self, edition: Edition, briefing: Briefing) -> Sequence[Row]:
        """The answers to the lead's questions, then the summary sentences."""
        from briefing.reading.brief import brief_lines, coverage

        rows: list[Row] = []
        if briefing.language not in ("", "en"):
            rows.append(
                Row(
                    f"This is not in English ({briefing.language}): names and sentences "
                    "are left out where they would be guesses.",
                    look="quiet",
                    most=4,
                )
            )
        for line in brief_lines(edition.article, briefing):
            question = getattr(line, "question", None)
            label = f"{question.value} " if question else ""
            rows.append(
                Row(
                    label + squeeze(edition.article.of(line.span)),
                    value=line,
                    span=line.span,
                    marks=((0, len(label), "quiet"),) if label else (),
                    sign="·",
                    most=8,
                )
            )
        drawn = coverage(briefing.sections, briefing.summary)
        if drawn and len(briefing.sections) > 1:
            labels = " · ".join(edition.label(section) for section in drawn)
            rows.append(Row(f"from {labels}", look="quiet", marks=((0, 5, "accent"),), most=3))
        return tuple(rows)


class FactsPane(BriefingPane):
    """Figures, dates and quotes worth knowing."""

    TITLE = "Key facts"
    NUMBER = "3"
    NOTHING = "No figures, dates or quotes found."
    HELP = "Figures, dates and quotes. Enter goes to one; ) and ( go to the next and former."

    def found(self, edition: Edition, briefing: Briefing) -> Sequence[Row]:
        """The facts, the one that matters most first."""
        return Rows([Part(briefing.facts, lambda _, fact: fact_row(edition.article, fact))])


def fact_row(article: Article, fact: KeyFact) -> Row:
    """A fact with some of the words around it."""
    words = squeeze(article.of(fact.span))
    if fact.kind is FactKind.QUOTE:
        speaker = f"  {squeeze(article.of(fact.speaker))}" if fact.speaker else ""
        text = f"“{words}”{speaker}"
        marks: tuple[tuple[int, int, str], ...] = ((0, len(words) + 2, "emphasis"),)
        if speaker:
            marks += ((len(words) + 2, len(text), "quiet"),)
        return Row(
            text, value=fact, span=fact.span, marks=marks, sign=FACT_SIGNS[fact.kind], most=3
        )
    begin = max(fact.sentence.start, fact.span.start - 28)
    before = squeeze(article.cut(begin, fact.span.start))
    after = squeeze(article.cut(fact.span.end, fact.sentence.end))
    if fact.span.start - 28 > fact.sentence.start:
        before = before.partition(" ")[2]
    context = after.lstrip(" ,;:.–—") if len(after) > 12 else before
    text = f"{words}  {context}" if context else words
    marks = ((0, len(words), "strong"), (len(words), len(text), "quiet"))
    return Row(
        text,
        value=fact,
        span=fact.span,
        marks=marks,
        sign=FACT_SIGNS[fact.kind],
        right=fact.value if DAY.fullmatch(fact.value) and fact.value not in words else "",
        most=2,
    )


class NotesPane(ListPane):
    """The reader's marks and comments in this article."""

    TITLE = "Notes"
    NUMBER = "5"
    USES = ("article", "notes")
    HELP = (
        "Your marks and comments. Enter goes to the place, c writes a comment, T tags it, D "
        "deletes, U undoes, s saves them all as Markdown; A shows the notes on every article."
    )

    def rows_of(self, edition: Edition) -> tuple[Row, ...]:
        """A row for each note: the comment if there is one, and the marked words."""
        rows = tuple(note_row(note, edition.article) for note in edition.notes)
        return rows or remark("None yet: m marks a sentence, c comments on it.")
