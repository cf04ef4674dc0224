"""Readers of months, seasons and quarters, and of units counted from the day of publication."""

from __future__ import annotations

from briefing.reading.dates.rules import Written
from briefing.reading.dates.scene import (
    AFTER,
    BEFORE,
    ELSEWHERE,
    OF_UNIT,
    Granularity,
    Reading,
    Scene,
    nth,
    steps,
    unit_kind,
)
from briefing.reading.dates.spans import period
from briefing.reading.dates.values import iso_month, shifted
from briefing.reading.lexemes import Lexed
from briefing.reading.vocabulary import MONTHS, SEASONS

_OTHER_WORDS = frozenset({"may", "march", "april", "june", "august"})
"""Months that are other words or people's names as well."""


def month(scene: Scene, found: Written) -> Reading | None:
    """``July 2020``, ``in July``, ``last July``, ``mid-July``, ``July of last year``."""
    number = MONTHS[scene.word(found, "month").rstrip(".")]
    if "year" in found.groups:
        return Reading(iso_month(int(scene.word(found, "year")), number), Granularity.MONTH)
    if not _is_month(scene, found):
        return None
    relation = scene.word(found, "relation")
    if scene.base is None or relation not in BEFORE | AFTER | {"this"}:
        year = scene.year_of(found, number, None)
    elif found.groups["relation"] > found.groups["month"]:
        year = scene.base.year + steps(relation)
    elif relation in AFTER:
        year = scene.base.year + (number <= scene.base.month)
    else:
        year = scene.base.year - (relation != "this" and number >= scene.base.month)
    return Reading(iso_month(year, number), Granularity.MONTH)


def _is_month(scene: Scene, found: Written) -> bool:
    """Whether a name of a month that stands alone means the month."""
    lexed, at = scene.lexed, found.groups["month"]
    before, after = lexed.code(found.first - 1), lexed.code(found.last)
    if "relation" in found.groups or "mod" in found.groups or (before and before in "p>frm"):
        return True
    if lexed.codes[at] == "N":
        return False
    named = before == "X" or after == "X"
    sure = scene.word(found, "month") not in _OTHER_WORDS or _beside_month(lexed, found)
    return sure and not named


def _beside_month(lexed: Lexed, found: Written) -> bool:
    """Whether another month is joined to this one: ``April and May``."""
    before, after = lexed.code(found.first - 1), lexed.code(found.last)
    joined_before = bool(before) and before in "&+-,p>" and lexed.code(found.first - 2) == "M"
    return joined_before or (
        bool(after) and after in "&+-,p>" and lexed.code(found.last + 1) == "M"
    )


def season(scene: Scene, found: Written) -> Reading | None:
    """``last summer``, ``the spring of 1998``, ``in the fall``."""
    name = SEASONS[scene.word(found, "season")]
    if "year" in found.groups:
        return Reading(f"{scene.word(found, 'year')}-{name}", Granularity.SEASON)
    relation = scene.word(found, "relation")
    if not relation and scene.word(found, "season") in ("fall", "spring"):
        bare = found.last == found.first + 1
        if bare or scene.lexed.code(found.last) in ("x", "f", "p"):
            return None
    if not relation and scene.lexed.code(found.last) == "X":
        return None
    if scene.base is None or relation not in BEFORE | AFTER | {"this"}:
        return Reading("", Granularity.SEASON)
    return Reading(f"{scene.base.year + steps(relation)}-{name}", Granularity.SEASON)


def quarter(scene: Scene, found: Written) -> Reading | None:
    """``the third quarter``, ``Q3 2020``, ``the first half of 1998``."""
    part = _part_of_year(scene, found)
    if not part:
        return None
    if "year" in found.groups:
        return Reading(f"{scene.word(found, 'year')}-{part}", Granularity.QUARTER)
    if scene.base is None:
        return Reading("", Granularity.QUARTER)
    if "relation" in found.groups:
        year = scene.base.year + steps(scene.word(found, "relation"))
    else:
        to_come = int(part[1]) > (scene.base.month - 1) // 3 + 1
        year = scene.base.year - (to_come and scene.leaning(found) <= 0)
    return Reading(f"{year}-{part}", Granularity.QUARTER)


def _part_of_year(scene: Scene, found: Written) -> str:
    """``Q1`` to ``Q4``, ``H1``, ``H2``, or nothing."""
    if "sign" in found.groups:
        sign = scene.word(found, "sign") + scene.lexed.word(found.groups["sign"] + 1)
        return sign.upper() if sign in ("q1", "q2", "q3", "q4", "h1", "h2") else ""
    unit = scene.word(found, "unit")
    kind = scene.word(found, "kind")
    if kind and kind not in ("fiscal", "calendar", "financial"):
        return ""
    place = 4 if "last" in found.groups else nth(scene.word(found, "nth"))
    if unit == "half" and place in (1, 2):
        return f"H{place}" if {"year", "relation"} & found.groups.keys() else ""
    return f"Q{place}" if unit == "quarter" and 1 <= place <= 4 else ""


def ago(scene: Scene, found: Written) -> Reading | None:
    """``three days ago``, ``a year ago``, ``several weeks ago``."""
    kind = unit_kind(scene.word(found, "unit"))
    granularity = OF_UNIT[kind]
    many = scene.lexed.items[found.groups["many"]]
    count = 1.0 if many.low in ("a", "an") else many.value
    plain = (
        found.groups["unit"] - found.groups["many"] <= 2 and found.last - found.groups["unit"] == 2
    )
    if granularity is Granularity.TIME or scene.base is None:
        return Reading("", granularity)
    if not plain or count is None or count % 1 or scene.lexed.code(found.groups["many"] + 1) == "q":
        return Reading("", granularity)
    if scene.word(found, "unit").startswith("fortnight"):
        count *= 2
    return Reading(shifted(scene.base, kind, -int(min(count, 9999))), granularity)


def relative(scene: Scene, found: Written) -> Reading | None:
    """``last week``, ``this year``, ``next month``; ``the past year`` is a length of time."""
    relation, unit = scene.word(found, "relation"), scene.word(found, "unit")
    kind = unit_kind(unit)
    granularity = OF_UNIT[kind]
    if unit.endswith("s"):
        return Reading("", Granularity.DURATION) if relation in BEFORE | AFTER else None
    if granularity is Granularity.TIME:
        return None
    if kind == "D" and relation in BEFORE | AFTER:
        return _neighbouring(found, relation)
    if "the" in found.groups and relation in ("past", "last", "next", "coming"):
        return Reading(period(1, kind), Granularity.DURATION)
    if scene.base is None or relation in ELSEWHERE | {"past", "previous"}:
        return Reading("", granularity)
    return Reading(shifted(scene.base, kind, steps(relation)), granularity)


def _neighbouring(found: Written, relation: str) -> Reading | None:
    """``the next day``, which is another time's; ``the last day`` of something is no date."""
    known = "the" in found.groups and relation in ("next", "previous")
    return Reading("", Granularity.DAY) if known else None


def edge(scene: Scene, found: Written) -> Reading | None:
    """``the end of the year``, ``the beginning of 1998``."""
    if "year" in found.groups:
        return Reading(scene.word(found, "year"), Granularity.YEAR)
    kind = unit_kind(scene.word(found, "unit"))
    granularity = OF_UNIT[kind]
    relation = scene.word(found, "relation")
    if granularity is Granularity.TIME:
        return None
    if scene.base is None or relation in ELSEWHERE:
        return Reading("", granularity)
    return Reading(shifted(scene.base, kind, steps(relation)), granularity)
