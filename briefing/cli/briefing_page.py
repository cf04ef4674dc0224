"""A briefing as a page: its summary, facts, names, sections and links, and then the article.

The page holds the article's words only, and a few of our own for headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.cli.article_page import body, cut
from briefing.cli.page import BLANK, BULLET, GAP, Layer, Line, Look, flat, whole
from briefing.cli.wording import FACTS, KINDS, QUESTIONS, not_looked_for
from briefing.model.annotations import (
    Answer,
    Briefing,
    Entity,
    EntityKind,
    FactKind,
    KeyFact,
    Section,
)
from briefing.model.article import Article, Span
from briefing.reading.brief import brief_lines, coverage
from briefing.sources.urls import shown_url

MOST_FACTS = 12
MOST_NAMES = 12
"""How many of a kind a page lists; the JSON has them all."""
MOST_LABEL = 20
"""The widest column of labels, in characters; longer labels have a row of their own."""
OPENING = 9
"""Words of a section without a heading that stand for it."""


def lines(article: Article, briefing: Briefing) -> Iterator[Line]:
    """The page from its summary to the end of the article; what stands above is told before."""
    for title, part in (
        ("Summary", (*_summary(article, briefing), *_drawn(article, briefing))),
        ("Key facts", _facts(article.text, briefing.facts)),
        ("Names", _names(article.text, briefing)),
        ("Sections", _sections(article, briefing)),
        ("Related", _related(article, briefing)),
    ):
        found = list(part)
        if found:
            yield BLANK
            yield whole(title, Look.HEADING)
            yield from found
    yield BLANK
    yield whole("Article", Look.HEADING)
    yield from body(article, briefing)


def opening(article: Article, section: Section) -> str:
    """What a section is known by: its heading, the article's title, or its first words."""
    if section.heading:
        return flat(section.heading.of(article.text))
    if article.title_span and section.span.covers(article.title_span):
        return flat(article.title)
    words = flat(section.span.of(article.text)).split()
    return " ".join([*words[:OPENING], "…"] if len(words) > OPENING else words)


def _summary(article: Article, briefing: Briefing) -> Iterator[Line]:
    found = brief_lines(article, briefing)
    labels = [QUESTIONS[line.question] if isinstance(line, Answer) else BULLET for line in found]
    column = max(map(len, labels), default=0) + GAP
    for line, label in zip(found, labels, strict=True):
        words = flat(line.span.of(article.text))
        yield Line(words, label=label, column=column, mark=label is BULLET)
    if not found:
        nothing = "Nothing in the article could be chosen for a summary."
        yield whole(not_looked_for(briefing) or nothing, Look.META)


def _drawn(article: Article, briefing: Briefing) -> Iterator[Line]:
    """Which sections the summary draws from, where there are several."""
    drawn = coverage(briefing.sections, briefing.summary) if len(briefing.sections) > 1 else ()
    if drawn:
        yield whole(f"from {' · '.join(opening(article, each) for each in drawn)}", Look.META)


def _facts(text: str, facts: Sequence[KeyFact]) -> Iterator[Line]:
    """A line for every sentence with facts in it, labelled with its weightiest one."""
    told: dict[Span, list[KeyFact]] = {}
    for fact in facts:
        told.setdefault(fact.sentence, []).append(fact)
    shown = list(told.items())[:MOST_FACTS]
    labels = [flat(_label(text, found[0])) for _, found in shown]
    column = min(MOST_LABEL, max(map(len, labels), default=0)) + GAP
    for label, (sentence, found) in zip(labels, shown, strict=True):
        line = cut(text, sentence, [(fact.span, Look.FACT) for fact in found])
        yield replace(line, label=label, column=column)
    if len(told) > len(shown):
        yield whole(f"and {len(told) - len(shown)} more in the article", Look.META)
    if not facts:
        yield whole("No figures, dates or quotes were found.", Look.META)


def _label(text: str, fact: KeyFact) -> str:
    if fact.kind is FactKind.QUOTE:
        return fact.speaker.of(text) if fact.speaker else FACTS[fact.kind]
    return fact.span.of(text)


def _names(text: str, briefing: Briefing) -> Iterator[Line]:
    entities = briefing.entities
    groups = [(kind, [one for one in entities if one.kind is kind]) for kind in EntityKind]
    column = max((len(KINDS[kind]) for kind, found in groups if found), default=0) + GAP
    for kind, found in groups:
        if found:
            line = _joined(_name(text, entity) for entity in found[:MOST_NAMES])
            more = len(found) - MOST_NAMES
            if more > 0:
                line = replace(line, text=f"{line.text}, and {more} more")
            yield replace(line, label=KINDS[kind], column=column)
    if not entities:
        yield whole(not_looked_for(briefing) or "No names were found.", Look.META)


def _name(text: str, entity: Entity) -> tuple[str, Look, str]:
    role = f" ({flat(entity.role.of(text))})" if entity.role else ""
    times = f" {len(entity.mentions)}×" if len(entity.mentions) > 1 else ""
    return flat(entity.name.of(text)), Look(entity.kind), f"{role}{times}"


def _joined(pieces: Iterable[tuple[str, Look, str]]) -> Line:
    text = ""
    looks: list[Layer] = []
    for name, look, rest in pieces:
        text += ", " if text else ""
        looks.append((Span(len(text), len(text) + len(name)), look))
        text += name + rest
    return Line(text, tuple(looks))


def _sections(article: Article, briefing: Briefing) -> Iterator[Line]:
    if len(briefing.sections) > 1:
        top = min(section.level for section in briefing.sections)
        for number, section in enumerate(briefing.sections, 1):
            words = opening(article, section)
            indent = 2 * (section.level - top)
            yield Line(words, label=f"{number}.", column=4, indent=indent, mark=True)


def _related(article: Article, briefing: Briefing) -> Iterator[Line]:
    for link in briefing.related:
        title = flat(link.span.of(article.text))
        url = f"  {shown_url(link.url)}" if link.url else ""
        looks = ((Span(0, len(title)), Look.LINK),)
        yield Line(title + url, looks, label="→", column=2, mark=True)
