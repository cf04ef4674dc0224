"""Days that news names by their feast: ``Christmas Day``, ``Thanksgiving``, ``Good Friday``."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache

from briefing.reading.dates.values import easter, nth_weekday

_FIXED = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "may day": (5, 1),
}
_MOVING: dict[str, Callable[[int], datetime.date]] = {
    "thanksgiving day": lambda year: nth_weekday(year, 11, 3, 4),
    "thanksgiving": lambda year: nth_weekday(year, 11, 3, 4),
    "black friday": lambda year: nth_weekday(year, 11, 3, 4) + datetime.timedelta(1),
    "memorial day": lambda year: nth_weekday(year, 5, 0, -1),
    "labor day": lambda year: nth_weekday(year, 9, 0, 1),
    "martin luther king day": lambda year: nth_weekday(year, 1, 0, 3),
    "columbus day": lambda year: nth_weekday(year, 10, 0, 2),
    "ash wednesday": lambda year: easter(year) - datetime.timedelta(46),
    "palm sunday": lambda year: easter(year) - datetime.timedelta(7),
    "good friday": lambda year: easter(year) - datetime.timedelta(2),
    "easter sunday": easter,
    "easter monday": lambda year: easter(year) + datetime.timedelta(1),
    "easter": easter,
}


def date_of(name: str, year: int) -> datetime.date:
    """The day of a feast in a year.

    Args:
        name: as written; capitals and the kind of apostrophe do not matter.
        year: from 1583 on for the feasts that move with Easter.
    """
    plain = " ".join(name.lower().replace("’", "'").split())
    fixed = _FIXED.get(plain)
    return datetime.date(year, *fixed) if fixed else _MOVING[plain](year)


@cache
def pattern() -> re.Pattern[str]:
    """What finds a feast's name, longest name first, with the year that may follow it."""
    names = sorted({*_FIXED, *_MOVING}, key=len, reverse=True)
    words = (
        re.escape(_capitals(name)).replace("'", "['’]").replace(r"\ ", r"\s") for name in names
    )
    return re.compile(rf"\b({'|'.join(words)})(?:,?\s((?:19|20)\d\d))?\b(?!\s(?:Island|Carol)\b)")


def _capitals(name: str) -> str:
    return " ".join(word if word == "of" else word[:1].upper() + word[1:] for word in name.split())
