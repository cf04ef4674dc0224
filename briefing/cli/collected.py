"""``briefing show`` of a feed or a mailbox: all its articles, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from briefing.cli.article_page import body
from briefing.cli.page import BLANK, Line, Look, flat, piped, whole
from briefing.cli.streams import say
from briefing.cli.wording import plural, word_count
from briefing.model.article import BlockKind
from briefing.model.collection import Collection, Entry
from briefing.model.extent import minutes


def as_page(collection: Collection) -> None:
    """Prints a page set for the terminal; in a pipe, the same words a paragraph a line."""
    page = _lines(collection)
    if sys.stdout.isatty():
        from briefing.cli.typeset import typeset

        typeset(page)
    else:
        say(map(piped, page))


def as_json(collection: Collection) -> None:
    """Prints everything that is known, as one JSON object on one line."""
    from briefing.cli.data import line

    say([line(_data(collection))])


def _lines(collection: Collection) -> Iterator[Line]:
    yield whole(flat(collection.title) or _name(collection), Look.TITLE)
    about = (collection.link, plural(len(collection.entries), "article"))
    yield whole(flat(" · ".join(filter(None, about))), Look.META)
    for line in collection.about.split("\n") if collection.about else ():
        yield Line(flat(line))
    for entry in collection.entries:
        yield BLANK
        yield whole("* * *", Look.META)
        yield BLANK
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[Line]:
    """The head of an entry and its words, the title only once."""
    article = entry.article
    yield whole(flat(entry.title) or "(no title)", Look.TITLE)
    day = (article.published if article else "") or (entry.published or entry.updated)[:10]
    names = ", ".join(article.authors) if article else ""
    about = flat(" · ".join(filter(None, (names, day, entry.link))))
    if about:
        yield whole(about, Look.META)
    if entry.subjects:
        yield whole(flat(" · ".join(entry.subjects)), Look.META)
    if article is None:
        return
    lines = body(article)
    if article.title_span and article.blocks and article.blocks[0].kind is BlockKind.TITLE:
        next(lines, None)
        next(lines, None)
    yield from lines


def _data(collection: Collection) -> dict[str, Any]:
    """A collection in one object."""
    return {
        "kind": collection.kind.value,
        "title": collection.title,
        "link": collection.link,
        "about": collection.about,
        "location": collection.location,
        "entries": list(map(_entry_data, collection.entries)),
    }


def _entry_data(entry: Entry) -> dict[str, Any]:
    article = entry.article
    words = word_count(article) if article else 0
    return {
        "title": entry.title,
        "link": entry.link,
        "published": entry.published,
        "updated": entry.updated,
        "authors": list(article.authors) if article else [],
        "source": article.source if article else "",
        "language": article.language if article else "",
        "subjects": list(entry.subjects),
        "teaser": entry.teaser,
        "words": words,
        "minutes": minutes(words) if words else 0,
        "key": entry.key,
        "text": article.text if article else "",
    }


def _name(collection: Collection) -> str:
    return PurePath(collection.location).name
