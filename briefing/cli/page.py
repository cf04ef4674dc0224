"""A briefing as a page: lines with their looks, before anybody knows how wide they may be.

The page holds the article's words only, and a few of our own for headings. Looks are spans of a
line's text, so that no character of an article is ever taken for markup.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath

from briefing.cli.wording import FACTS, KINDS, QUESTIONS, length, not_looked_for
from briefing.model.annotations import (
    Answer,
    Briefing,
    Entity,
    EntityKind,
    FactKind,
    KeyFact,
    Section,
)
from briefing.model.article import FURNITURE, Article, Block, BlockKind, LinkKind, Span, StyleKind
from briefing.model.records import dataclass
from briefing.reading.brief import brief_lines, coverage
from briefing.sources.urls import shown_url

MOST_FACTS = 12
MOST_NAMES = 12
"""How many of a kind a page lists; the JSON has them all."""
MOST_LABEL = 20
"""The widest column of labels, in characters; longer labels have a row of their own."""


class Look(StrEnum):
    """What a stretch of a line is, which decides its look."""

    TITLE = "title"
    META = "meta"
    LABEL = "label"
    HEADING = "heading"
    FURNITURE = "furniture"
    FACT = "fact"
    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    STRIKE = "strike"
    GONE = "gone"
    COME = "come"
    CODE = "code"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"


Layer = tuple[Span, Look]
"""A stretch of a text and what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the page; it becomes several rows where it is too long for one."""

    text: str = ""
    looks: tuple[Layer, ...] = ()
    label: str = ""
    """What stands left of the text, in a column of its own."""
    column: int = 0
    """The cells of that column."""
    mark: bool = False
    """True when the label is a bullet or a number rather than words."""
    indent: int = 0
    fixed: bool = False
    """True for code and tables, whose rows are not to be filled."""


BLANK = Line()
BULLET = "•"
GAP = 2
"""Cells between labels and texts."""
OPENING = 9
"""Words of a section without a heading that stand for it."""


def piped(line: Line) -> str:
    """A line as plain text for a pipe: labels before the text, nothing filled."""
    label = f"{line.label}{' ' if line.mark else ': '}" if line.label else ""
    return f"{' ' * line.indent}{label}{line.text}"


def lines(article: Article, briefing: Briefing) -> Iterator[Line]:
    """The page from its summary to the end of the article; :func:`head` stands above."""
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


def whole(text: str, look: Look) -> Line:
    """A line that is of one look from end to end."""
    return Line(text, ((Span(0, len(text)), look),))


def head(article: Article) -> Iterator[Line]:
    """The title, and a line of who, when and how long: what is known before an article is read."""
    name = article.title or PurePath(article.origin.location).name
    yield whole(flat(name), Look.TITLE)
    about = (article.source, ", ".join(article.authors), article.published, length(article))
    yield whole(flat(" · ".join(filter(None, about))), Look.META)


def flat(text: str) -> str:
    """A text on one line, every character where it was: a wrapped source ends no paragraph."""
    return text.replace("\n", " ").replace("\t", " ")


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
        line = _cut(text, sentence, [(fact.span, Look.FACT) for fact in found])
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


def body(article: Article, briefing: Briefing | None = None) -> Iterator[Line]:
    """The article's own blocks, with what a briefing found in them, if there is one."""
    layers = sorted(_layers(article, briefing), key=lambda layer: layer[0])
    first = 0
    for block in article.blocks:
        while first < len(layers) and layers[first][0].end <= block.span.start:
            first += 1
        yield from _block(article.text, block, _starting_before(block.span.end, layers, first))


def _starting_before(end: int, layers: list[Layer], first: int) -> list[Layer]:
    last = bisect_left(layers, end, first, key=lambda layer: layer[0].start)
    return layers[first:last]


def _layers(article: Article, briefing: Briefing | None) -> Iterator[Layer]:
    looks = {
        StyleKind.STRONG: Look.STRONG,
        StyleKind.EMPHASIS: Look.EMPHASIS,
        StyleKind.CODE: Look.CODE,
        StyleKind.STRIKE: Look.STRIKE,
    }
    yield from ((style.span, looks[style.kind]) for style in article.styles)
    yield from ((link.span, Look.LINK) for link in article.links if link.kind is LinkKind.URL)
    if briefing is None:
        return
    for entity in briefing.entities:
        yield from ((mention, Look(entity.kind)) for mention in entity.mentions)
    yield from ((fact.span, Look.FACT) for fact in briefing.facts)


def _block(text: str, block: Block, layers: list[Layer]) -> Iterator[Line]:
    if block.kind is BlockKind.RULE:
        yield BLANK
        yield whole("* * *", Look.META)
    elif block.kind in (BlockKind.CODE, BlockKind.TABLE):
        yield BLANK
        for row in block.span.of(text).split("\n"):
            yield Line(row.expandtabs(4), indent=2, fixed=True)
    elif block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        yield BLANK
        yield whole(flat(block.span.of(text)), Look.HEADING)
    elif block.kind is BlockKind.ITEM:
        marker = block.marker or BULLET
        line = _cut(text, block.span, layers)
        indent = 2 * max(0, block.level - 1)
        yield replace(line, label=marker, column=len(marker) + 1, indent=indent, mark=True)
    else:
        yield BLANK
        line = _cut(text, block.span, layers)
        if block.kind in FURNITURE:
            line = replace(line, looks=((Span(0, len(line.text)), Look.FURNITURE), *line.looks))
        yield replace(line, indent=2 * block.level if block.kind is BlockKind.QUOTE else 0)


def _cut(text: str, span: Span, layers: Iterable[Layer]) -> Line:
    """A stretch of the article on one line, with the looks that fall on it."""
    here = tuple(
        (Span(max(0, at.start - span.start), min(at.end, span.end) - span.start), look)
        for at, look in layers
        if at.overlaps(span)
    )
    return Line(flat(span.of(text)), here)
