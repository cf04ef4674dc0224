"""What a time expression is read against, and what its reading gives."""

from __future__ import annotations

import datetime
from enum import StrEnum

from briefing.model.records import dataclass
from briefing.reading.dates.rules import Written
from briefing.reading.dates.tense import leaning
from briefing.reading.dates.values import is_day, likely_year
from briefing.reading.lexemes import Lexed
from briefing.reading.vocabulary import ORDINALS, UNITS


class Granularity(StrEnum):
    """How much time an expression spans, from the smallest."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    """A length of time rather than a place in it."""


OF_UNIT = {
    "S": Granularity.TIME,
    "M": Granularity.TIME,
    "H": Granularity.TIME,
    "D": Granularity.DAY,
    "W": Granularity.WEEK,
    "WE": Granularity.WEEK,
    "MO": Granularity.MONTH,
    "Q": Granularity.QUARTER,
    "Y": Granularity.YEAR,
    "DE": Granularity.DECADE,
    "CE": Granularity.CENTURY,
}
"""The granularity of ``last week``, by the kind of its unit."""

BEFORE = frozenset({"last", "previous", "past"})
AFTER = frozenset({"next", "coming", "upcoming"})
ELSEWHERE = frozenset({"that", "same", "following"})
"""Relations to another time of the text than publication."""


@dataclass(slots=True)
class Scene:
    """What is known when an expression is read."""

    lexed: Lexed
    base: datetime.date | None
    """The day of publication."""
    anchor: datetime.date | None = None
    """The last whole date the text gave."""
    day_first: bool | None = None
    """Whether 3/4/2020 is in April here; ``None`` as long as the text does not show it."""

    def leaning(self, found: Written, *, reported: bool = True) -> int:
        """Which way the words around an expression point: 1 ahead, -1 back, 0 neither."""
        return leaning(self.lexed, found.first, found.last, reported=reported)

    def word(self, found: Written, part: str) -> str:
        """A part of an expression in lower case, or nothing where it is not there."""
        index = found.groups.get(part)
        return "" if index is None else self.lexed.items[index].low

    def year_of(self, found: Written, month: int, number: int | None) -> int | None:
        """The year of a day (or, where ``number`` is ``None``, a month) written without one."""
        if self.base is not None:
            way = self.leaning(found, reported=False)
            year = likely_year(self.base, month, number, way)
        elif self.anchor is not None:
            year = self.anchor.year
        else:
            return None
        return year if number is None or is_day(month, number, year) else None


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of an expression, and where it begins and ends if not where the rule did."""

    value: str
    granularity: Granularity
    first: int | None = None
    last: int | None = None


def unit_kind(word: str) -> str:
    """The kind of a unit of time, singular or plural: a value of ``UNITS``."""
    if word == "centuries":
        return "CE"
    return UNITS.get(word) or UNITS.get(word.removesuffix("s"), "")


def nth(word: str) -> int:
    """The number of an ordinal in words or digits; 0 where it is none."""
    digits = word.rstrip("stndrh")
    return ORDINALS.get(word) or (int(digits) if digits.isdecimal() else 0)


def steps(relation: str) -> int:
    """How far ``last``, ``this`` and ``next`` are from now."""
    return -1 if relation in BEFORE else 1 if relation in AFTER else 0
