"""Where a long text without headings turns to something else.

The words of a part are likelier under the part's own distribution than under that of a neighbour.
The division with the highest probability is found exactly, by dynamic programming, after Utiyama
and Isahara, *A Statistical Model for Domain-Independent Text Segmentation* (ACL 2001); each part
costs a price, so that few are made. Two things are our own: the price and the shortest part grow
from those for sentences to those for paragraphs with the length of the units, and a unit that
points back (``However``, ``She``) is a costly beginning.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.reading.standing import points_back
from briefing.reading.terms import terms

MOST_UNITS = 1500
"""A text of more units is a book, and is not divided."""
_LONGEST_PART = 80
"""Units."""

_SENTENCE, _PARAGRAPH = 26.0, 34.0
"""Mean words of a unit up to which it counts as a sentence, and from which as a paragraph."""
_PRICE = (1.0, 3.0)
"""Of a part, in units of the logarithm of the text's length: between sentences, paragraphs."""
_SHORTEST = (3, 4)
_POINTING_BACK = 0.3
"""What a beginning that points back costs beside, as a share of the price."""


def parts(units: Sequence[str]) -> list[int]:
    """The indexes of units at which new parts start; the first part starts at 0 and is not named.

    Args:
        units: the paragraphs, or the sentences, of a text.
    """
    if not 2 <= len(units) <= MOST_UNITS:
        return []
    length = sum(len(unit.split()) for unit in units) / len(units)
    share = min(1.0, max(0.0, (length - _SENTENCE) / (_PARAGRAPH - _SENTENCE)))
    bags = [terms(unit) for unit in units]
    total = sum(map(len, bags)) or 1
    price = (_PRICE[0] + share * (_PRICE[1] - _PRICE[0])) * math.log(total)
    beginnings = [
        price * (1 + _POINTING_BACK * share * points_back(unit)) if k else price
        for k, unit in enumerate(units)
    ]
    return _cheapest(bags, beginnings, _SHORTEST[share >= 0.5])


def _cheapest(
    bags: Sequence[Sequence[str]], beginnings: Sequence[float], shortest: int
) -> list[int]:
    """The starts of the cheapest division into parts of at least ``shortest`` units."""
    count = len(bags)
    vocabulary = len({word for bag in bags for word in bag}) or 1
    logarithms = [0.0, *(math.log(k) for k in range(1, sum(map(len, bags)) + 2))]
    cost = [0.0] + [math.inf] * count
    came_from = [0] * (count + 1)
    for start in range(count):
        if cost[start] == math.inf:
            continue
        seen: dict[str, int] = {}
        words, likelihood = 0, 0.0
        for end in range(start, min(count, start + _LONGEST_PART)):
            for word in bags[end]:
                # The sum over words of k log(k + 1), kept up as each count k grows by one.
                k = seen.get(word, 0)
                likelihood += (k + 1) * logarithms[k + 2] - k * logarithms[k + 1]
                seen[word] = k + 1
            words += len(bags[end])
            if end - start + 1 < shortest and (start or end + 1 < count):
                continue
            price = beginnings[start] + words * math.log(words + vocabulary) - likelihood
            if cost[start] + price < cost[end + 1]:
                cost[end + 1] = cost[start] + price
                came_from[end + 1] = start
    starts, end = [], count
    while end:
        end = came_from[end]
        if end:
            starts.append(end)
    return starts[::-1]
