"""What a search of the library gives: articles, with the passages in which the words stand.

The places are those of the index itself: it marks them in a copy of the text with two characters
that no article has (its text is free of control characters), and the marks are counted away here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.library.paths import loaded_path
from briefing.library.unspaced import BETWEEN
from briefing.model.article import Span
from briefing.model.records import dataclass

PASSAGES = 100
"""Passages of one article that are given."""
BEGIN, END = "\x01", "\x02"
"""What the index puts around a hit."""
_BEFORE, _AFTER = 50, 110
"""Characters around a hit."""
_LAST = 8
"""Characters before a passage that tell whether it begins within a sentence."""
_BREAK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article around one hit or more."""

    span: Span
    words: str
    """The characters of the span."""
    hits: tuple[Span, ...]
    """Within the span; offsets into the article's text, as all."""
    begun: bool = False
    """Whether the words begin within a sentence."""
    broken: bool = False
    """Whether they leave off within one."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article that has what was asked for."""

    digest: str
    title: str
    source: str
    day: str
    """Of publication or, where that is unknown, of arrival: ISO 8601."""
    read: bool
    starred: bool
    location: str
    passages: tuple[Passage, ...]
    """Where the words stand, in the order of the text; none when only filters were asked."""
    title_hits: tuple[Span, ...]
    """Where they stand in the title: characters of ``title``."""
    superseded: bool
    """Whether the library has a newer version of the article."""


def found(row: Sequence[object]) -> Found:
    """An article as the index gives it.

    Args:
        row: digest, title, source, day, read, starred, location and whether there is a newer
            version; then title and text with their hits marked, if words were looked for.
    """
    digest, title, source, day, read, starred, location, superseded, *marked = row
    assert isinstance(location, (str, bytes))
    title_hits: tuple[Span, ...] = ()
    passages: tuple[Passage, ...] = ()
    if marked:
        title_hits = tuple(_hits(str(marked[0]))[1])
        passages = tuple(_passages(*_hits(str(marked[1]))))
        if len(passages) > 1 and passages[0].words == title:
            passages = passages[1:]  # the title has its own hits
    return Found(
        digest=str(digest),
        title=str(title),
        source=str(source),
        day=str(day),
        read=bool(read),
        starred=bool(starred),
        location=loaded_path(location),
        passages=passages,
        title_hits=title_hits,
        superseded=bool(superseded),
    )


def _hits(marked: str) -> tuple[str, list[Span]]:
    """A text without the index's marks, and the spans that were marked."""
    first, *rest = marked.replace(BETWEEN, "").split(BEGIN)
    pieces, spans, here = [first], [], len(first)
    for piece in rest:
        words, _, after = piece.partition(END)
        spans.append(Span(here, here + len(words)))
        pieces += [words, after]
        here += len(words) + len(after)
    return "".join(pieces), spans


def _passages(text: str, hits: Sequence[Span]) -> Iterator[Passage]:
    """The surroundings of hits; hits that stand near each other share theirs."""
    number, at = 0, 0
    while at < len(hits) and number < PASSAGES:
        around = surroundings(text, hits[at])
        inside = at
        while inside < len(hits) and hits[inside].end <= around.end:
            inside += 1
        before = text[max(around.start - _LAST, 0) : around.start]
        begun = not _at_rest(before.rstrip(" "))
        broken = not (_at_rest(around.of(text)) or _at_rest(text[around.end : around.end + 1]))
        yield Passage(around, around.of(text), tuple(hits[at:inside]), begun, broken)
        number, at = number + 1, inside


def _at_rest(words: str) -> bool:
    """Whether a sentence or a line has ended with these words, or none has begun."""
    return words.rstrip("\"'”’»)]")[-1:] in ("", *".!?…。！？\n")


def surroundings(text: str, hit: Span) -> Span:
    """The words around a hit: within its paragraph, from a whole word to a whole word."""
    left = text[max(0, hit.start - _BEFORE - 1) : hit.start]
    breaks = list(_BREAK.finditer(left))
    if breaks:
        left = left[breaks[-1].end() :]
    elif hit.start > _BEFORE + 1:
        left = left.partition(" ")[2] if " " in left else left
    right = text[hit.end : hit.end + _AFTER + 1]
    if found := _BREAK.search(right):
        right = right[: found.start()]
    elif hit.end + _AFTER + 1 < len(text):
        right = right.rpartition(" ")[0] if " " in right else right
    left, right = left.lstrip(), right.rstrip()
    return Span(hit.start - len(left), hit.end + len(right))
