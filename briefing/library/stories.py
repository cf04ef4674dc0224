"""Stories: the articles of a library that tell of the same event.

Articles are joined into stories, and stories into larger ones, the likest first, for as long as
the articles of two stories are alike on the average (average-link agglomeration of the profiles
of :mod:`.similar`). Articles days apart count as less alike: the second crash of the year is
another story. The result does not depend on the order in which the articles were read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from heapq import heapify, heappop, heappush

from briefing.library.similar import Profile, likenesses
from briefing.reading import vectors

ALIKE = 0.145
"""How like the articles of two stories must be, on the average, to be one story."""

_FADING = 0.005
"""The share of their likeness that two articles lose for each day between them."""
_MOST_DAYS = 60
"""Days that count: pages often give a wrong date, so a strong likeness outweighs any distance."""
_LEAST = 0.02
"""A likeness below this is chance."""


def stories(profiles: Sequence[Profile], days: Sequence[str]) -> list[int]:
    """Which story each article belongs to.

    Args:
        profiles: of the articles.
        days: when each was published, ISO 8601; empty where that is not known.

    Returns:
        A number for each article: that of the first article of its story.
    """
    links = _links(profiles, [_day(day) for day in days])
    members = {number: [number] for number in range(len(profiles))}
    heap = [(-link, i, j, 2) for i, row in enumerate(links) for j, link in row.items() if i < j]
    heapify(heap)
    while heap and -heap[0][0] >= ALIKE:
        _, i, j, size = heappop(heap)
        if i not in members or j not in members or len(members[i]) + len(members[j]) != size:
            continue  # one of the two has grown or is gone since
        _join(links, members, i, j)
        for other, total in links[i].items():
            pair = len(members[i]) * len(members[other])
            first, second = sorted((i, other))
            together = len(members[i]) + len(members[other])
            heappush(heap, (-total / pair, first, second, together))
    found = [0] * len(profiles)
    for story in members.values():
        for number in story:
            found[number] = min(story)
    return found


def likeness(profiles: tuple[Profile, Profile], days: tuple[str, str]) -> float:
    """How like two articles are, with what the days between take from it."""
    one, other = map(_day, days)
    found = vectors.likeness(*profiles)
    return _faded(found, one, other) if found > _LEAST else 0.0


def _join(links: list[dict[int, float]], members: dict[int, list[int]], i: int, j: int) -> None:
    """Makes ``j`` a part of ``i``: its members, and the sums of its likenesses."""
    for other, total in links[j].items():
        links[other].pop(j)
        if other != i:
            links[i][other] = links[other][i] = links[i].get(other, 0.0) + total
    links[j] = {}
    members[i] += members.pop(j)


def _links(profiles: Sequence[Profile], days: Sequence[int | None]) -> list[dict[int, float]]:
    """The likenesses that count, with what the days between take from them."""
    found: list[dict[int, float]] = []
    for number, near in enumerate(likenesses(profiles)):
        row = {}
        for other, likeness in near.items():
            if likeness > _LEAST:
                row[other] = _faded(likeness, days[number], days[other])
        found.append(row)
    return found


def _faded(likeness: float, one: int | None, other: int | None) -> float:
    """A likeness with what the days between two articles take from it."""
    apart = 0 if one is None or other is None else abs(one - other)
    return likeness * math.exp(-_FADING * min(apart, _MOST_DAYS))


def _day(written: str) -> int | None:
    try:
        return date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None
