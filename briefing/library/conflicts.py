"""Where two articles of one story give different figures for the same thing.

Two sentences are compared figure by figure. Figures that can be of one thing (the same currency,
the same dimension, or counts) are aligned by the words around them; equal ones, rounding and
conversion allowed, use each other up; two that are left over, count the same thing by the same
words, and differ, are a conflict.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from briefing.library.quantities import Quantity, quantities
from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.terms import terms


class Verdict(StrEnum):
    """What two sentences say of each other's figures."""

    CONFLICT = "conflict"
    AGREE = "agree"
    OTHER = "other"
    """They have no figure of the same thing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sentences compared; the spans of the two figures that decided, if any."""

    verdict: Verdict
    one: Span | None = None
    other: Span | None = None


_EXACTLY, _ROUNDED, _LOOSELY = 0.005, 0.03, 0.12
"""How far apart, as a share of the larger, two figures still agree: at all, when one may be the
other rounded or converted, and when the text says ``about``."""
_ENOUGH = 1.5
"""The overlap of surroundings that makes two figures those of one thing."""
_ALIKE = 0.5
"""The likeness of sentences that tell of the same thing."""
_LEFT = 0.1
"""How much more it takes where the sentences agree on another figure."""
_ALONE = 0.5
"""What it adds that neither sentence has another figure of the kind, counts and shares aside."""
_BESIDE = 0.5
"""What the same word right before both figures adds, as in ``an altitude of``; after them, 1."""
_AGO = 4.0
"""How long ago something happened is told of what the whole sentence tells, so the overlap of two
such lengths is the likeness of their sentences, times this."""
_TOTAL = 10
"""What parts make up at least; smaller numbers add up by accident."""
_FARTHEST = 1000
"""How many times one figure is larger than another of the same thing, at most."""


def compare(one: str, other: str) -> Comparison:
    """Compares the figures of two sentences about one event.

    Args:
        one: a sentence of one article.
        other: a sentence of another article of the same story.
    """
    mine, theirs = quantities(one), quantities(other)
    likeness = _likeness(one, other)
    lone = Counter(
        each.dimension for each in (*mine, *theirs) if each.dimension not in ("count", "percent")
    )
    pairs = [
        (_overlap(here, there, likeness) + _ALONE * (lone[here.dimension] == 2), i, j)
        for i, here in enumerate(mine)
        for j, there in enumerate(theirs)
        if here.dimension == there.dimension
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    agreed: Comparison | None = None
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in pairs:
        if i not in used[0] and j not in used[1] and _same(mine[i], theirs[j]):
            used[0].add(i)
            used[1].add(j)
            agreed = agreed or Comparison(Verdict.AGREE, mine[i].span, theirs[j].span)
    for pieces, whole in _parts(mine, theirs):
        used[0].update(pieces)
        found = Comparison(Verdict.AGREE, mine[pieces[0]].span, theirs[whole].span)
        agreed = agreed or found
    for pieces, whole in _parts(theirs, mine):
        used[1].update(pieces)
        found = Comparison(Verdict.AGREE, mine[whole].span, theirs[pieces[0]].span)
        agreed = agreed or found
    need = _ENOUGH + _LEFT * (agreed is not None)
    for overlap, i, j in pairs:
        free = i not in used[0] and j not in used[1] and overlap >= need
        if free and _comparable(mine[i], theirs[j], likeness):
            return Comparison(Verdict.CONFLICT, mine[i].span, theirs[j].span)
    return agreed or Comparison(Verdict.OTHER)


def _parts(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[tuple[tuple[int, int], int]]:
    """The figures of one sentence that two by two make up a total which the other gives.

    ``20 were taken to one hospital and 31 to another`` and ``a total of 51 were taken`` agree, and
    so do the parts of a sum that both give.
    """
    totals = [
        (each.dimension, each.value, k)
        for k, each in enumerate(theirs)
        if "total" in each.before or any(each.value == one.value for one in ours)
    ]
    for i, one in enumerate(ours):
        for j, other in enumerate(ours[i + 1 :], i + 1):
            whole = one.value + other.value
            for dimension, total, k in totals:
                alike = one.dimension == other.dimension == dimension
                if alike and whole == total >= _TOTAL:
                    yield (i, j), k


def _comparable(one: Quantity, other: Quantity, likeness: float) -> bool:
    """Whether two figures that differ are near enough to be of one thing.

    The same digits with another scale (``3 million``, ``3 billion``) are too: one is a slip. A
    ``170-gram bar`` and a ``400-gram bar`` are two bars, unless their sentences are much alike.
    """
    if (one.names or other.names) and likeness < _ALIKE:
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    if large <= _FARTHEST * small:
        return True
    return small > 0 and f"{small:e}"[:4] == f"{large:e}"[:4]


def _overlap(one: Quantity, other: Quantity, likeness: float) -> float:
    """How much two figures seem to be of one thing, by the words around them."""
    if one.dimension == "ago":
        return _AGO * likeness
    beside = _first_alike(one.before[::-1], other.before[::-1])
    heads = _first_alike(one.after, other.after) + _BESIDE * beside
    shared = len({*one.after} & {*other.after}) + 0.7 * len({*one.before} & {*other.before})
    return shared + heads


def _first_alike(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    return bool(mine and theirs and mine[0] == theirs[0])


def _same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures agree, each with the conversion that stands beside it."""
    if not _close(one, other):
        return False
    for mine, theirs in ((one, other), (other, one)):
        if mine.converted is not None and _apart(mine.converted, theirs.value) > _LOOSELY:
            return False
    return True


def _close(one: Quantity, other: Quantity) -> bool:
    """Whether two values are one: exactly, rounded (``145.5`` is no ``143``), or roughly."""
    apart = _apart(one.value, other.value)
    if one.loose or other.loose:
        return apart <= _LOOSELY
    if apart <= _EXACTLY or one.unit != other.unit:
        return apart <= _ROUNDED
    step = max(_step(one.written), _step(other.written))
    return apart <= _ROUNDED and abs(one.written - other.written) <= step / 2


def _step(value: float) -> float:
    """What the last digit that is not 0 counts: 100 in 1,300 and 0.1 in 2.5."""
    digits, _, power = f"{abs(value):.6e}".partition("e")
    places = len(digits.rstrip("0").partition(".")[2])
    return float(10.0 ** (int(power) - places))


def _apart(one: float, other: float) -> float:
    return abs(one - other) / max(abs(one), abs(other), 1e-9)


def _likeness(one: str, other: str) -> float:
    """How alike two sentences are, by the cosine of their terms."""
    mine, theirs = Counter(terms(one)), Counter(terms(other))
    shared = sum(count * theirs[term] for term, count in mine.items())
    return shared / (math.sqrt(_square(mine.values()) * _square(theirs.values())) or 1.0)


def _square(counts: Iterable[int]) -> int:
    return sum(count * count for count in counts)
