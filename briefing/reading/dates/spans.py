"""Readers of lengths of time: ``three years``, ``a decade``, ``the fourth consecutive month``."""

from __future__ import annotations

from briefing.reading.dates.rules import Written
from briefing.reading.dates.scene import Granularity, Reading, Scene, nth, unit_kind
from briefing.reading.tables import words

_TIMES = {"Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
_BETWEEN = words(
    "full consecutive straight more whole solid additional working business fiscal calendar"
)
"""What may stand between the number and its unit."""
_LENGTHS = frozenset({"DE", "CE"})
_MEASURING = words(
    "for in within over after about than nearly almost least of every roughly around"
)
"""What stands before ``a year`` where it is a length, unlike in ``twice a year``."""


def period(count: float, kind: str) -> str:
    """A length in ISO 8601, such as ``P3Y``; nothing for weekends."""
    if kind == "WE":
        return ""
    times, letter = _TIMES.get(kind, (1, kind[0]))
    return f"P{'T' if kind in ('S', 'M', 'H') else ''}{count * times:g}{letter}"


def span(scene: Scene, found: Written) -> Reading | None:
    """``three years``, ``three-day``, ``the past two weeks``; ages are left to the figures."""
    lexed, parts = scene.lexed, found.groups
    if _is_age(scene, found):
        return None
    between = lexed.word(parts["unit"] - 1)
    if lexed.codes[parts["unit"] - 1] == "x" and between not in _BETWEEN:
        return None
    many, first = parts["many"], None
    if lexed.codes[many] == "a" and parts["unit"] == many + 1 and not _is_length(scene, found):
        return None
    nearest = parts.get("nearest", many)
    low, high = lexed.items[many].value, lexed.items[nearest].value
    if nearest != many and low is not None and high is not None and low >= high:
        many = first = nearest  # ``a fine of $50,000 or two years``
    count = _count(scene, found, many, nearest)
    kind = unit_kind(scene.word(found, "unit"))
    return Reading("" if count is None else period(count, kind), Granularity.DURATION, first)


def _is_age(scene: Scene, found: Written) -> bool:
    """``three-year-old``, ``three years old``, ``three years of age``."""
    lexed, last = scene.lexed, found.last
    if lexed.code(last) in ("-", "f"):
        return lexed.word(last + 1) in ("old", "olds", "age")
    return lexed.word(last) == "old"


def _count(scene: Scene, found: Written, many: int, nearest: int) -> float | None:
    """How many units, where one number says so: not in ``two or three years``."""
    lexed, unit = scene.lexed, found.groups["unit"]
    if many != nearest or found.last != unit + 1 or "q" in lexed.codes[many:unit]:
        return None
    if lexed.codes[many] == "h":
        return 0.5
    return 1.0 if lexed.codes[many] == "a" else lexed.items[many].value


def _is_length(scene: Scene, found: Written) -> bool:
    unit = scene.word(found, "unit")
    if unit_kind(unit) in _LENGTHS or "&" in scene.lexed.codes[found.first : found.last]:
        return True
    if unit.endswith("s"):
        return False
    after = scene.lexed.word(found.last)
    return after in ("later", "earlier") or scene.lexed.word(found.first - 1) in _MEASURING


def run(scene: Scene, found: Written) -> Reading | None:
    """``the fourth consecutive month``: how long something has gone on."""
    count = nth(scene.word(found, "nth"))
    kind = unit_kind(scene.word(found, "unit"))
    return Reading(period(count, kind), Granularity.DURATION) if count else None
