"""A briefing as linear text: everything in words and in order, for a screen reader.

Signs that are read out as noise (bullets, arrows, rules) and columns are avoided; each part says
how much is coming, and where nothing was found it says that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from briefing.cli.briefing_page import opening
from briefing.cli.page import flat
from briefing.cli.wording import FACTS, KINDS, QUESTIONS, length, not_looked_for, plural
from briefing.model.annotations import Answer, Briefing, Entity, EntityKind, FactKind, KeyFact
from briefing.model.article import Article, Block, BlockKind, Link, LinkKind
from briefing.reading.brief import brief_lines
from briefing.sources.urls import shown_url

_BLOCKS = {
    BlockKind.HEADING: "Heading",
    BlockKind.TITLE: "Title",
    BlockKind.QUOTE: "Quotation",
    BlockKind.ITEM: "List item",
    BlockKind.RELATED: "Link",
    BlockKind.SOURCE: "Note",
    BlockKind.BYLINE: "Note",
    BlockKind.DATE: "Note",
    BlockKind.CREDIT: "Note",
    BlockKind.PROMO: "Note",
}


class Part(NamedTuple):
    """A part of a briefing: its title, what its lines are called, and the lines."""

    title: str
    unit: str
    found: list[str]


def linear(article: Article, briefing: Briefing, more: Iterable[Part] = ()) -> Iterator[str]:
    """The whole briefing, then the whole article, one paragraph a line, after :func:`about`.

    Args:
        article: the article.
        briefing: what was found in it.
        more: what else is known of it, to stand before its text.
    """
    text = article.text
    summary = brief_lines(article, briefing)
    unsought = not_looked_for(briefing)
    yield from _part("Summary", "sentence", [_told(text, line) for line in summary], unsought)
    yield from _part("Key facts", "fact", [_fact(text, fact) for fact in briefing.facts])
    for kind in EntityKind:
        names = [_name(text, entity) for entity in briefing.entities if entity.kind is kind]
        if names:
            yield from _part(KINDS[kind], "name", names)
    if not briefing.entities:
        yield from _part("Names", "name", [], unsought)
    sections = [opening(article, section) for section in briefing.sections]
    yield from _part("Sections", "section", sections)
    related = [_address(flat(link.span.of(text)), link.url) for link in briefing.related]
    yield from _part("Related articles", "title", related)
    leading = [_leading(text, link) for link in article.links if link.kind is LinkKind.URL]
    yield from _part("Links", "link", list(dict.fromkeys(leading)))
    for part in more:
        yield from _part(*part)
    yield ""
    yield "Article."
    for block in article.blocks:
        yield from _block(text, block)
    yield ""
    yield "End of the article."


def about(article: Article) -> Iterator[str]:
    """The title, and who, when and how long: what is known before an article is read."""
    yield f"Title: {flat(article.title) or PurePath(article.origin.location).name}"
    for label, value in (
        ("Source", article.source),
        ("By", ", ".join(article.authors)),
        ("Published", article.published),
        ("Length", length(article)),
    ):
        if value:
            yield f"{label}: {flat(value)}"


def _part(title: str, unit: str, found: list[str], unsought: str = "") -> Iterator[str]:
    yield ""
    nothing = unsought or "none found."
    yield f"{title}: {plural(len(found), unit)}." if found else f"{title}: {nothing}"
    yield from (f"{number}. {words}" for number, words in enumerate(found, 1))


def _told(text: str, line: object) -> str:
    words = flat(line.span.of(text))  # type: ignore[attr-defined]
    return f"{QUESTIONS[line.question]}: {words}" if isinstance(line, Answer) else words


def _fact(text: str, fact: KeyFact) -> str:
    whole = flat(fact.sentence.of(text))
    if fact.kind is FactKind.QUOTE:
        speaker = f" by {flat(fact.speaker.of(text))}" if fact.speaker else ""
        return f"Quote{speaker}, in the sentence: {whole}"
    return f"{FACTS[fact.kind]}: {flat(fact.span.of(text))}, in the sentence: {whole}"


def _name(text: str, entity: Entity) -> str:
    role = f", {flat(entity.role.of(text))}" if entity.role else ""
    return f"{flat(entity.name.of(text))}{role}, named {plural(len(entity.mentions), 'time')}"


def _address(title: str, url: str) -> str:
    return f"{title}, at {shown_url(url)}" if url else title


def _leading(text: str, link: Link) -> str:
    """The words of a link and where it leads; an address that is written out says both."""
    words, url = flat(link.span.of(text)), shown_url(link.url)
    return url if words in (url, link.url) else _address(words, link.url)


def _block(text: str, block: Block) -> Iterator[str]:
    yield ""
    words = block.span.of(text)
    if block.kind is BlockKind.RULE:
        yield "A break in the text."
    elif block.kind is BlockKind.CODE:
        yield from ("Code:", words, "End of the code.")
    elif block.kind is BlockKind.TABLE:
        yield from ("Table:", words, "End of the table.")
    elif label := _BLOCKS.get(block.kind):
        yield f"{label}: {flat(words)}"
    else:
        yield flat(words)
