"""Headings in plain text, where nothing but their look and their company marks them.

A line's score is the weighted sum of its features (:mod:`briefing.reading.heading_features`); the
weights were learned from pages whose headings are known (:mod:`briefing.training.headings`).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from operator import mul

from briefing.model.records import dataclass
from briefing.reading.furniture import furniture
from briefing.reading.heading_features import NAMES, Page
from briefing.reading.patterns import lazily
from briefing.reading.tables import table

_REASONS = {
    "prose follows": "prose follows it",
    "blank line only after": "a blank line follows it and none precedes it",
    "stands alone": "stands alone between paragraphs",
    "capitalised words": "its words are capitalised",
    "all capitals": "is set in capitals",
    "question": "asks a question",
    "numbered series": "is one of a numbered series",
    "words taken up below": "its words are taken up below",
    "sentence precedes": "a sentence ends before it",
}
"""What to tell a reader for the features that speak for a heading."""

_SPEAKER = lazily(r"[^\W\d_][\w.'’ -]{2,30}(?:,[\w.'’ -]{3,25})?:")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is a heading, by its index, and what told it."""

    line: int
    why: tuple[str, ...]


def headings(
    lines: Sequence[str],
    apart: Sequence[bool],
    aside: Sequence[bool],
    among: Container[int] | None = None,
) -> tuple[Heading, ...]:
    """The headings among the lines of a text.

    Args:
        lines: the lines that are not blank, without white space around them.
        apart: for each line, whether a blank line follows it.
        aside: for each line, whether it is furniture; furniture is no heading.
        among: the only lines to ask, when it is known that others are none.
    """
    never = [a or _bracketed(line) or _speaks(line) for a, line in zip(aside, lines, strict=True)]
    page = Page(lines, apart, never)
    learned = table("headings")
    weights: list[float] = [learned["weights"][name] for name in NAMES]
    needed = learned["threshold"] - learned["bias"]
    hoped = needed - sum(max(0.0, weight) for weight in weights[-2:])
    found = []
    for k, candidate in enumerate(page.candidates):
        if not candidate or (among is not None and k not in among):
            continue
        look = page.look(k)
        score = sum(map(mul, weights, look))
        if score <= hoped or not any(map(str.isalnum, lines[k])):
            continue  # even if all its words were taken up below
        features = [*look, *page.echo(k)]
        if sum(map(mul, weights, features)) > needed:
            found.append(Heading(k, _why(features, weights)))
    return tuple(found)


def heading_lines(text: str) -> tuple[int, ...]:
    """The numbers, from 0, of the lines of a text that are headings."""
    numbers, lines = [], []
    for number, line in enumerate(text.split("\n")):
        if bare := line.strip():
            numbers.append(number)
            lines.append(bare)
    apart = [b - a > 1 for a, b in pairwise(numbers)] + [False]
    aside = [furniture(line) is not None for line in lines]
    return tuple(numbers[heading.line] for heading in headings(lines, apart, aside))


def _bracketed(line: str) -> bool:
    """Whether a line stands in brackets, as captions and asides do."""
    return line[:1] in ("(", "[") and line[-1:] in (")", "]")


def _speaks(line: str) -> bool:
    """Whether a line names the next speaker of a transcript: ``AILSA CHANG, HOST:``."""
    return line.endswith(":") and line.isupper() and _SPEAKER.fullmatch(line) is not None


def _why(features: Sequence[float], weights: Sequence[float]) -> tuple[str, ...]:
    """The three features that speak most for a heading, in words."""
    told = [
        (weight * value, _REASONS[name])
        for name, weight, value in zip(NAMES, weights, features, strict=True)
        if name in _REASONS and weight * value > 0
    ]
    return tuple(reason for _, reason in sorted(told, reverse=True)[:3])
