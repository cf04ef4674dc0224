"""What a search has found, as rows of a list; no terminal needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.ui.edition import name_of
from briefing.ui.rows import CUT, Row

if TYPE_CHECKING:
    from briefing.desk import Found, Passage

SHOWN = 4
"""Places of one article that have a row each; n goes through all of them once it is open."""

ASKING = (
    "Words in any order; those of the newest articles are shown at once, the best fit soon after.",
    '"words in a row"   begin*   -without   this OR that',
    "source:reuters   entity:lee   after:2024-05   before:2025   unread   starred",
)
"""What is shown before anything was typed."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place that was found."""

    digest: str
    span: Span | None
    """The hit; ``None`` for an article that only fits the filters."""
    hits: tuple[Span, ...]
    """All hits in the article, for ``n`` and ``N``."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as it was left, to go on from there."""

    line: str = ""
    best: bool = True
    """The best fit first, rather than the newest."""
    cursor: int = -1


def asking() -> tuple[Row, ...]:
    """What may be asked, in words."""
    return tuple(Row(line, look="quiet", most=3) for line in ASKING)


def nothing(line: str) -> tuple[Row, ...]:
    """That nothing was found."""
    return (Row(f"Nothing in the library has “{line.strip()}”.", look="quiet", most=3),)


def rows(found: Sequence[Found]) -> tuple[Row, ...]:
    """A row for each article, and below it one for each place."""
    return tuple(row for one in found for row in _rows(one))


def _rows(found: Found) -> Iterator[Row]:
    hits = tuple(hit for passage in found.passages for hit in passage.hits)
    first = hits[0] if hits else None
    title = name_of(found.title, found.location)
    parts = (found.source, "an earlier version" if found.superseded else "")
    yield Row(
        title,
        value=Target(found.digest, first, hits),
        span=first,
        look="quiet" if found.superseded else "strong",
        marks=_marks(found.title_hits, 0) if found.title else (),
        sign="*" if found.starred else " " if found.read else "•",
        sign_look="accent",
        aside=" · ".join(filter(None, parts)),
        right=found.day,
        most=2,
    )
    for passage in found.passages[:SHOWN]:
        yield _place(found, passage, hits)
    rest = found.passages[SHOWN:]
    if rest:
        hit = rest[0].hits[0]
        words = f"and {len(rest)} more {'place' if len(rest) == 1 else 'places'}"
        yield Row(words, Target(found.digest, hit, hits), hit, look="quiet", sign=" ")


def set_off(passage: Passage) -> str:
    """The words of a passage, with a sign at each end where it is within a sentence."""
    return f"{CUT if passage.begun else ''}{passage.words}{CUT if passage.broken else ''}"


def _place(found: Found, passage: Passage, hits: tuple[Span, ...]) -> Row:
    words = set_off(passage)
    return Row(
        words,
        value=Target(found.digest, passage.hits[0], hits),
        span=passage.hits[0],
        look="quiet",
        marks=_marks(passage.hits, passage.span.start - words.index(passage.words)),
        sign="·",
        most=3,
    )


def _marks(hits: Iterable[Span], start: int) -> tuple[tuple[int, int, str], ...]:
    return tuple((hit.start - start, hit.end - start, "hit") for hit in hits)
