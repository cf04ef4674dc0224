"""Notes for other programs: JSON that leaves nothing out, and CSV for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.model.article import Article
from briefing.model.notes import Note
from briefing.model.records import dataclass

COLUMNS = (
    "id", "quote", "comment", "tags", "created", "standing", "start", "end", "now",
    "title", "source", "authors", "published", "location", "sha256",
)  # fmt: skip
"""The columns of the CSV, in their order."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """A note together with the article it is on."""

    note: Note
    """Resolved against the article."""
    article: Article


def by_article(clippings: Sequence[Clipping]) -> Iterator[tuple[Article, list[Clipping]]]:
    """Articles in the order of their first note here, each with its notes.

    The notes are in text order, the lost ones last.
    """
    order = {clipping.article.digest: n for n, clipping in reversed([*enumerate(clippings)])}

    def place(clipping: Clipping) -> tuple[int, bool, int]:
        span = clipping.note.span
        start = (span or clipping.note.anchor.position).start
        return order[clipping.article.digest], span is None, start

    for _, found in groupby(sorted(clippings, key=place), lambda one: one.article.digest):
        group = list(found)
        yield group[0].article, group


def as_json(clippings: Iterable[Clipping]) -> str:
    """An array of objects, one a note, with a newline at the end."""
    import json

    objects = [_object(clipping) for clipping in clippings]
    text = json.dumps(objects, ensure_ascii=False, indent=2)
    # Half a character, as in the name of a file that is not Unicode, is no UTF-8.
    return text.encode("utf-8", "replace").decode() + "\n"


def as_csv(clippings: Iterable[Clipping]) -> str:
    """A header and a row a note, as RFC 4180 has it.

    A cell that a spreadsheet would run as a formula gets an apostrophe before it: the words
    come from articles, which come from strangers.
    """
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for clipping in clippings:
        facts = {**note_facts(clipping), **article_facts(clipping.article)}
        writer.writerow([_cell(facts[name]) for name in COLUMNS])
    return out.getvalue().encode("utf-8", "replace").decode()


def _object(clipping: Clipping) -> dict[str, object]:
    return {**note_facts(clipping), "article": article_facts(clipping.article)}


def note_facts(clipping: Clipping) -> dict[str, object]:
    """What is known of a note, in plain values."""
    note, span = clipping.note, clipping.note.span
    return {
        "id": note.id,
        "quote": note.anchor.quote,
        "prefix": note.anchor.prefix,
        "suffix": note.anchor.suffix,
        "comment": note.comment,
        "tags": list(note.tags),
        "created": note.created,
        "standing": note.standing.value,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "now": span.of(clipping.article.text) if span else None,
    }


def article_facts(article: Article) -> dict[str, object]:
    """What is known of an article, in plain values."""
    return {
        "title": article.title,
        "source": article.source,
        "authors": list(article.authors),
        "published": article.published,
        "location": article.origin.location,
        "sha256": article.digest,
    }


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if isinstance(value, str) and value.lstrip()[:1] in ("=", "+", "-", "@"):
        return f"'{value}"
    return value
