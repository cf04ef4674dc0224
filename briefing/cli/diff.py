"""``briefing diff``: the words that changed between two versions of an article."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.cli.guard import FAILED
from briefing.cli.library import desk_of_reader
from briefing.cli.page import Line, Look, piped
from briefing.cli.streams import complain, say
from briefing.cli.wording import plural
from briefing.model.article import Span
from briefing.ui.changes import COME, GONE, marked
from briefing.ui.edition import name_of

if TYPE_CHECKING:
    from briefing.desk import Comparison, Desk, Revision
    from briefing.model.article import Article

_LOOKS = {GONE: Look.GONE, COME: Look.COME}


def diff(named: Sequence[str], *, json: bool) -> int:
    """Prints what changed.

    Args:
        named: a file, an address or a title; or two files, the older first.
        json: whether for programs.
    """
    with desk_of_reader() as desk:
        if len(named) == 2:
            found: Comparison | None = desk.compare(*map(desk.article, named))
        else:
            found = desk.changed(_article(desk, named[0]))
    if found is None:
        complain(f"{named[0]}: the library has no earlier version of it.")
        return FAILED
    if json:
        from briefing.cli.data import line

        say([line(_object(found))])
    elif sys.stdout.isatty():
        from briefing.cli.typeset import typeset

        typeset(_page(found))
    else:
        say(map(piped, _page(found)))
    return 0


def _article(desk: Desk, named: str) -> Article:
    """The article of a file or an address, or else the one of the library with that title."""
    if named == "-" or "://" in named or Path(named).exists():
        return desk.article(named)
    return desk.titled(named)


def _page(found: Comparison) -> Iterator[Line]:
    title = name_of(found.new.title, found.new.origin.location)
    yield Line(title, looks=((Span(0, len(title)), Look.TITLE),))
    gone, come = found.counts()
    told = f"{plural(gone, 'word')} went, {plural(come, 'word')} came."
    if not found.revisions:
        told = "Nothing has changed but white space, if anything."
    yield Line(told, looks=((Span(0, len(told)), Look.META),))
    for revision in found.revisions:
        yield Line()
        yield _revision(found, revision)


def _revision(found: Comparison, revision: Revision) -> Line:
    """A passage with what went and what came, each in its signs."""
    text, marks = marked(found, revision)
    return Line(text, looks=tuple((Span(a, b), _LOOKS[kind]) for a, b, kind in marks))


def _object(found: Comparison) -> dict[str, Any]:
    changes: list[dict[str, Any]] = []
    for revision in found.revisions:
        for change in revision.changes:
            for kind, span, text in (
                ("removed", change.old, found.old.text),
                ("added", change.new, found.new.text),
            ):
                if len(span):
                    changes.append(
                        {
                            "kind": kind,
                            "start": span.start,
                            "end": span.end,
                            "text": span.of(text),
                            "place": change.new.start,
                        }
                    )
    return {
        "title": found.new.title,
        "old": {"digest": found.old.digest, "location": found.old.origin.location},
        "new": {"digest": found.new.digest, "location": found.new.origin.location},
        "changes": changes,
    }
