"""The six panes beside an article, each a list of what was found, leading to its place."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import ClassVar

from briefing.desk import Similar
from briefing.model.annotations import (
    Briefing,
    Entity,
    EntityKind,
    FactKind,
    KeyFact,
    RelatedLink,
)
from briefing.model.article import Article
from briefing.ui.edition import Edition, squeeze
from briefing.ui.note_rows import note_row
from briefing.ui.rows import Row
from briefing.ui.widgets.list_pane import ListPane
from briefing.ui.widgets.telling_rows import telling_rows

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


def remark(text: str) -> tuple[Row, ...]:
    """A pane's row that says in words why there are no others."""
    return (Row(text, look="quiet", most=3),)


class BriefingPane(ListPane):
    """A pane of what a reading has found; until there is one it says so."""

    NOTHING: ClassVar[str]
    """What it says when the reading has found nothing of its kind."""

    def rows_of(self, edition: Edition) -> tuple[Row, ...]:
        """The rows of what was found, or a remark."""
        if edition.briefing is None:
            return remark(edition.failure or "reading …")
        return self.found(edition, edition.briefing) or remark(self.NOTHING)

    @abstractmethod
    def found(self, edition: Edition, briefing: Briefing) -> tuple[Row, ...]:
        """A row for everything of this pane's kind in a briefing."""


class OutlinePane(BriefingPane):
    """The article's sections."""

    TITLE = "Outline"
    NUMBER = "1"
    NOTHING = "No sections found."
    USES = ("article", "briefing", "failure", "place")
    HELP = "The sections of the article. Enter goes to one; ] and [ go to the next and former."

    def found(self, edition: Edition, briefing: Briefing) -> tuple[Row, ...]:
        """A row for each section, set in by its level; the one being read carries a sign."""
        least = min((section.level for section in briefing.sections), default=1)
        return tuple(
            Row(
                "  " * min(section.level - least, 3) + edition.label(section),
                value=section,
                span=section.heading or section.span,
                look="" if section.heading else "quiet",
                sign="›" if index == edition.place else " ",
                sign_look="accent",
                most=3 if section.heading else 1,
            )
            for index, section in enumerate(briefing.sections)
        )


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

    def found(self, edition: Edition, briefing: Briefing) -> tuple[Row, ...]:
        """The entities by kind, those the article is most about first."""
        rows: list[Row] = []
        for kind, (name, letter) in KINDS.items():
            entities = [e for e in briefing.entities if e.kind is kind]
            if entities:
                rows.append(Row(name, look="quiet"))
                rows += [self._row(edition, entity, letter) for entity in entities]
        return tuple(rows)

    @staticmethod
    def _row(edition: Edition, entity: Entity, letter: str) -> Row:
        chosen = edition.chosen is not None and edition.chosen.name == entity.name
        name = squeeze(entity.name.of(edition.article.text))
        role = squeeze(entity.role.of(edition.article.text)) if entity.role else ""
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

    def found(self, edition: Edition, briefing: Briefing) -> tuple[Row, ...]:
        """The answers to the lead's questions, then the summary sentences."""
        from briefing.reading.brief import brief_lines, coverage

        text = edition.article.text
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
                    label + squeeze(line.span.of(text)),
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

    def found(self, edition: Edition, briefing: Briefing) -> tuple[Row, ...]:
        """The facts, the one that matters most first."""
        return tuple(fact_row(edition.article, fact) for fact in briefing.facts)


def fact_row(article: Article, fact: KeyFact) -> Row:
    """A fact with some of the words around it."""
    words = squeeze(fact.span.of(article.text))
    if fact.kind is FactKind.QUOTE:
        speaker = f"  {squeeze(fact.speaker.of(article.text))}" if fact.speaker else ""
        text = f"“{words}”{speaker}"
        marks: tuple[tuple[int, int, str], ...] = ((0, len(words) + 2, "emphasis"),)
        if speaker:
            marks += ((len(words) + 2, len(text), "quiet"),)
        return Row(
            text, value=fact, span=fact.span, marks=marks, sign=FACT_SIGNS[fact.kind], most=3
        )
    before = squeeze(article.text[max(fact.sentence.start, fact.span.start - 28) : fact.span.start])
    after = squeeze(article.text[fact.span.end : fact.sentence.end])
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


class RelatedPane(BriefingPane):
    """Articles this one names as related, links in its text, and articles that are like it."""

    TITLE = "Related"
    NUMBER = "4"
    NOTHING = "No related articles or links."
    USES = ("article", "briefing", "failure", "known", "similar", "versions", "telling")
    HELP = (
        "Other versions of this article, then related ones that it names; the others that tell of "
        "the same story, with the number of new sentences in each, and the figures that differ; "
        "its links, and articles of the library that are like it, with the words they share. "
        "Enter opens an article of the library, at the figure where it is about one; for one that "
        "is not there it offers where to look. A guess says how much of its title agrees."
    )

    def found(self, edition: Edition, briefing: Briefing) -> tuple[Row, ...]:
        """Related titles, then addresses, then what is computed."""
        text = edition.article.text
        rows = version_rows(edition)
        rows += [related_row(edition, related) for related in briefing.related]
        if edition.telling is not None:
            rows += telling_rows(edition.article, edition.telling)
        taken = [related.span for related in briefing.related]
        for link in edition.article.links:
            if link.url and not any(span.overlaps(link.span) for span in taken):
                words = squeeze(link.span.of(text))
                rows.append(
                    Row(words, value=link, span=link.span, sign="↗", sign_look="quiet", most=2)
                )
        named = {resolved.digest for resolved in (edition.known or {}).values()}
        named |= {teller.digest for teller in (edition.telling.others if edition.telling else ())}
        alike = [similar for similar in edition.similar if similar.digest not in named]
        if alike:
            rows.append(Row("Similar in the library", look="quiet"))
            rows += map(similar_row, alike)
        return tuple(rows)


def version_rows(edition: Edition) -> list[Row]:
    """The version before this one and the newest, where there are such."""
    digests = [version.digest for version in edition.versions]
    if edition.article.digest not in digests:
        return []
    at = digests.index(edition.article.digest)
    others = [(edition.versions[at - 1], "Earlier version, of")] if at else []
    if at + 1 < len(digests):
        others.append((edition.versions[-1], "Newer version, of"))
    return [
        Row(f"{label} {version.added[:10]}", value=version, sign="±", sign_look="accent")
        for version, label in others
    ]


def related_row(edition: Edition, related: RelatedLink) -> Row:
    """A title the article names, and whether the library has it."""
    title = squeeze(related.span.of(edition.article.text))
    sign, right = "·", ""
    if edition.known is not None:
        here = edition.known.get(title)
        sign, right = ("○", "wanted") if here is None else ("→", "")
        if here is not None and here.guess:
            sign, right = "≈", f"{int(100 * here.score)} %"
    return Row(
        title,
        value=related,
        span=related.span,
        sign=sign,
        sign_look="accent" if sign in "→≈" else "quiet",
        right=right,
        most=3,
    )


def similar_row(similar: Similar) -> Row:
    """An article of the library, with the words that tie it to this one."""
    title = similar.title or "Without a title"
    text = "  ".join(filter(None, (squeeze(title), ", ".join(similar.ties))))
    marks = ((len(squeeze(title)), len(text), "quiet"),)
    return Row(text, value=similar, marks=marks, sign="~", sign_look="accent", most=3)


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
        rows = tuple(note_row(note, edition.article.text) for note in edition.notes)
        return rows or remark("None yet: m marks a sentence, c comments on it.")
