"""Sparse vectors, in which texts are compared by the terms that they share."""

from __future__ import annotations

import math
from collections.abc import Mapping

Vector = dict[str, float]
"""Weights by term."""


def unit(vector: Vector) -> Vector:
    """The vector scaled to length 1; an empty one stays empty."""
    length = math.sqrt(sum([value * value for value in vector.values()]))
    return {term: value / length for term, value in vector.items()} if length else {}


def likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The cosine of two vectors of length 1: 0 for nothing in common, 1 for the same."""
    if len(one) > len(other):
        one, other = other, one
    return sum([value * other[term] for term, value in one.items() if term in other])
