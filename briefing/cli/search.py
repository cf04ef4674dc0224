"""``briefing search``: the articles of the library that have some words, and where."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from briefing.cli.library import desk_of_reader
from briefing.cli.page import BULLET, Line, Look
from briefing.cli.streams import complain, one_line, say
from briefing.model.article import Span
from briefing.ui.edition import name_of
from briefing.ui.found import set_off

if TYPE_CHECKING:
    from briefing.desk import Found, Passage

SHOWN = 3
"""Passages of one article that are shown on a terminal; ``--json`` has all."""


def search(line: str, *, most: int, newest: bool, json: bool) -> int:
    """Prints the articles found, with the words around every hit."""
    with desk_of_reader() as desk:
        found = desk.search(line, most, best=not newest)
        total = desk.count_found(line) if len(found) == most else len(found)
        unknown = len(desk.unread_by_engine()) if "entity:" in line.casefold() else 0
    if unknown:
        complain(
            f"names are known of what was read alone; articles not read yet: {unknown}, and "
            "`briefing library --refresh` reads them."
        )
    if json:
        from briefing.cli.data import line as as_line

        say(as_line(_object(one)) for one in found)
    elif not found:
        complain(
            f"nothing in the library has {line!r}." if line.strip() else "no words were given."
        )
    elif sys.stdout.isatty():
        from briefing.cli.typeset import typeset

        typeset(_page(found))
        if total > len(found):
            say(["", f"{len(found)} of {total} articles; --limit {total} shows all."])
    else:
        say(_parted(found))
    return 0


def _page(found: Iterable[Found]) -> Iterator[Line]:
    """What is found, for a reader's eye: the title, where it is from, the hits in their words."""
    for number, one in enumerate(found):
        if number:
            yield Line()
        title = name_of(one.title, one.location)
        looks = [(span, Look.LINK) for span in one.title_hits] if one.title else []
        yield Line(title, looks=((Span(0, len(title)), Look.TITLE), *looks))
        parts = [one.source, one.day, "" if one.read else "unread", "starred" * one.starred]
        parts.append("an earlier version" * one.superseded)
        yield Line(" · ".join(filter(None, parts)), looks=_dim(parts))
        for passage in one.passages[:SHOWN]:
            words = " ".join(set_off(passage).split("\n"))
            hits = _marked(passage, int(passage.begun))
            yield Line(words, hits, BULLET, column=2, mark=True, indent=2)
        if len(one.passages) > SHOWN:
            yield Line(f"and {len(one.passages) - SHOWN} more places", column=2, indent=2)


def _dim(parts: Iterable[str]) -> tuple[tuple[Span, Look], ...]:
    return ((Span(0, len(" · ".join(filter(None, parts)))), Look.META),)


def _marked(passage: Passage, ahead: int) -> tuple[tuple[Span, Look], ...]:
    start = passage.span.start - ahead
    return tuple((Span(hit.start - start, hit.end - start), Look.FACT) for hit in passage.hits)


def _parted(found: Iterable[Found]) -> Iterator[str]:
    """For other programs: a line for each passage, its columns parted by tabs."""
    for one in found:
        head = [one.day, one.source, one.title, one.location]
        for passage in one.passages:
            cells = [*head, str(passage.hits[0].start), passage.words]
            yield "\t".join(map(one_line, cells))
        if not one.passages:
            yield "\t".join(map(one_line, [*head, "", ""]))


def _object(found: Found) -> dict[str, Any]:
    def span(start: int, end: int, words: str) -> dict[str, Any]:
        return {"start": start, "end": end, "text": words}

    hits = []
    for passage in found.passages:
        begin = passage.span.start
        around = span(begin, passage.span.end, passage.words)
        hits += [
            {
                **span(hit.start, hit.end, passage.words[hit.start - begin : hit.end - begin]),
                "context": around,
            }
            for hit in passage.hits
        ]
    return {
        "digest": found.digest,
        "title": found.title,
        "source": found.source,
        "day": found.day,
        "read": found.read,
        "starred": found.starred,
        "superseded": found.superseded,
        "location": found.location,
        "hits": hits,
    }
