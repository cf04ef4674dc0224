"""What the measuring scripts call: one thin function for each task, in the order of the tasks.

Each imports what it needs when it is called, so that one task can be measured without the rest.
Offsets are half-open character indexes into the text given.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.model.article import Article


def sentences(text: str) -> list[list[int]]:
    from briefing.reading.sentences import sentences

    return [[span.start, span.end] for span in sentences(text)]


def headings(text: str) -> list[int]:
    from briefing.reading.headings import heading_lines

    return list(heading_lines(text))


def furniture(line: str) -> tuple[str, list[int] | None]:
    from briefing.reading.datelines import dateline
    from briefing.reading.furniture import furniture

    if found := furniture(line):
        return found.kind.value, None
    if place := dateline(line):
        return "dateline", [place.start, place.end]
    return "body", None


def parts(units: Sequence[str]) -> list[int]:
    from briefing.reading.parts import parts

    return parts(units)


def entities(text: str) -> list[tuple[int, int, str]]:
    from briefing.reading.entities import entities_in

    labels = {"person": "PER", "organisation": "ORG", "place": "LOC", "group": "NORP"}
    return [
        (mention.start, mention.end, labels.get(entity.kind.value, "MISC"))
        for entity in entities_in(text)
        for mention in entity.mentions
    ]


def summary(article: Mapping[str, Any]) -> list[list[int]]:
    from briefing.reading.sentences import article_sentences
    from briefing.reading.summary import summarise

    found = _article(article)
    chosen = summarise(found, article_sentences(found), article["budget"])
    return [[sentence.span.start, sentence.span.end] for sentence in chosen]


def figures(text: str) -> list[list[Any]]:
    from briefing.reading.figures import figures

    return [[each.span.start, each.span.end, each.kind.value] for each in figures(text)]


def figure_rank(article: Mapping[str, Any]) -> list[list[int]]:
    from briefing.reading.figure_rank import rankable, ranked

    ranks = ranked(article["text"], rankable(article["text"]), article["title"])
    return [[rank.figure.span.start, rank.figure.span.end] for rank in ranks]


def dates(article: Mapping[str, Any]) -> list[dict[str, Any]]:
    from briefing.reading.dates import dates

    return [
        {"start": each.span.start, "end": each.span.end, "value": each.value}
        for each in dates(article["text"], article.get("date") or "")
    ]


def quotes(text: str) -> list[dict[str, Any]]:
    from briefing.reading.quotes import said

    return [
        {
            "content": [each.span.start, each.span.end],
            "source": [each.beside.start, each.beside.end] if each.beside else None,
        }
        for each in said(text)
    ]


def novelty(read: str, sentence: str) -> float:
    from briefing.library.novelty import novelty

    return novelty(read, sentence)


def conflicts(pair: Mapping[str, Any]) -> str:
    from briefing.library.conflicts import compare

    return compare(pair["a"]["sentence"], pair["b"]["sentence"]).verdict.value


def _article(record: Mapping[str, Any]) -> Article:
    """The article of a record, with the offsets of the record's own text."""
    from dataclasses import replace

    from briefing.model.article import Origin
    from briefing.reading.structure import structured
    from briefing.sources.text import verbatim

    # What the sanitiser takes out is given as spaces, so that nothing moves.
    text = record["text"].translate(dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF), " "))
    article = structured(verbatim(text, Origin("-")))
    return replace(
        article,
        title=article.title or record.get("title") or "",
        published=article.published or record.get("date") or "",
    )


def w1h(article: Mapping[str, Any]) -> dict[str, list[list[int]]]:
    from briefing.reading.entities import entities
    from briefing.reading.lead import w1h
    from briefing.reading.sentences import article_sentences

    found = _article(article)
    asked = w1h(found, article_sentences(found), entities(found))
    return {
        question: [[each.span.start, each.span.end] for each in ranked]
        for question, ranked in asked.items()
    }


def titles(library: Sequence[Mapping[str, str]]) -> Callable[[str], str | None]:
    from briefing.library.title_match import TitleFinder, TitleList

    finder = TitleFinder(TitleList(each["title"] for each in library))

    def find(title: str) -> str | None:
        found = finder.find(title)
        return library[found.number]["id"] if found else None

    return find


def similar(docs: Sequence[Mapping[str, str]]) -> list[list[int]]:
    from dataclasses import replace
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from briefing.library.coverage import Coverage
    from briefing.library.database import Database
    from briefing.library.related import Related
    from briefing.library.store import Articles
    from briefing.model.article import Origin
    from briefing.sources.text import parse

    read = [replace(parse(each["text"], Origin("-")), title=each["title"]) for each in docs]
    numbers = {article.digest: number for number, article in enumerate(read)}
    with TemporaryDirectory() as folder:
        database = Database(Path(folder) / "library.db")
        Articles(database).add_many(read)
        Coverage(database).catch_up()
        found = [Related(database).similar(article.digest, 20) for article in read]
        database.close()
    return [[numbers[other.digest] for other in near] for near in found]


def clusters(docs: Sequence[Mapping[str, str]]) -> list[int]:
    from briefing.library.similar import profile
    from briefing.library.stories import stories

    profiles = [profile(each["title"], each["text"]) for each in docs]
    return stories(profiles, [each.get("date") or "" for each in docs])
