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
_LENGTHS = frozenset({"DE", "CE", "G"})
_MEASURING = words(
    "for in within over after about than nearly almost least of every roughly around"
)
"""What stands before ``a year`` where it is a length, unlike in ``twice a year``."""


def period(count: float, kind: str) -> str:
    """A length in ISO 8601, such as ``P3Y``; nothing for weekends and generations."""
    if kind in ("WE", "G"):
        return ""
    times, letter = _TIMES.get(kind, (1, kind[0]))
    return f"P{'T' if kind in ('S', 'M', 'H') else ''}{count * times:g}{letter}"


def span(scene: Scene, found: Written) -> Reading | None:
    """``three years``, ``three-day``, ``the past two weeks``; ages are left to the figures."""
    lexed, parts = scene.lexed, found.groups
    if "old" in (
        lexed.word(found.last),
        lexed.word(found.last + 1) * (lexed.code(found.last) == "-"),
    ):
        return None
    between = lexed.word(parts["unit"] - 1)
    if lexed.codes[parts["unit"] - 1] == "x" and between not in _BETWEEN:
        return None
    many = lexed.codes[parts["many"] : parts["unit"]].strip("-xc")
    if many == "a" and not _is_length(scene, found):
        return None
    simple = many in ("d", "n", "w", "y", "a", "h", "ha", "h-a") and found.last == parts["unit"] + 1
    count = _count(scene, found) if simple else None
    kind = unit_kind(scene.word(found, "unit"))
    return Reading("" if count is None else period(count, kind), Granularity.DURATION)


def _count(scene: Scene, found: Written) -> float | None:
    many = scene.lexed.items[found.groups["many"]]
    return {"a": 1.0, "an": 1.0, "half": 0.5}.get(many.low, many.value)


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
