"""Calendar arithmetic for dates as news writes them: values in ISO 8601, whole or partial.

Weeks are ISO weeks (``2020-W28``, ``2020-W28-WE`` for a weekend), quarters ``2020-Q3``, half
years ``2020-H1`` and seasons ``2020-SU``, as in TimeML's TIMEX3; durations ``P3Y``. A day of no
known year is ``--07-12``, a month of none ``--07``.
"""

from __future__ import annotations

import datetime

_LOOKING_BACK = 15
"""How many days off a day may be, on the side that nothing speaks for, without a penalty."""
_UNSAID = 120
_AGAINST = 400
"""Days added to the distance of a year that the words around a date say nothing of, or deny."""


_OLDEST, _LATEST = 1600, 9000


def day(text: str) -> datetime.date | None:
    """The day an ISO 8601 date or time begins with, or ``None``.

    Years that no news is from count as none, so that sums never leave the calendar.
    """
    try:
        date = datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None
    return date if _OLDEST <= date.year <= _LATEST else None


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_day(month: int, number: int, year: int = 2000) -> bool:
    """Whether a month has such a day (29 February counts where the year is not known)."""
    return 1 <= month <= 12 and 1 <= number <= month_length(year, month)


def iso_day(year: int | None, month: int, number: int) -> str:
    """``2020-07-12``, or ``--07-12`` where the year is not known."""
    return f"{_year(year)}-{month:02d}-{number:02d}"


def iso_month(year: int | None, month: int) -> str:
    """``2020-07``, or ``--07`` where the year is not known."""
    return f"{_year(year)}-{month:02d}"


def _year(year: int | None) -> str:
    return "-" if year is None else f"{year:04d}"


def likely_year(base: datetime.date, month: int, number: int | None, way: int) -> int:
    """The year that puts a day (or a month) nearest to the day of publication.

    News looks back unless it says otherwise: a day well ahead of publication counts as last
    year's, if no word beside it speaks of the future.

    Args:
        base: the day of publication.
        month: from 1.
        number: the day of the month, or ``None`` for the whole month.
        way: which way the words around it point, 1 ahead, -1 back, 0 neither.
    """

    def distance(year: int) -> int:
        there = datetime.date(year, month, min(number or 15, month_length(year, month)))
        gap = (there - base).days
        if gap > 1 and way < 0:
            return gap + _AGAINST
        if gap > _LOOKING_BACK and way == 0:
            return gap + _UNSAID
        if gap < -_LOOKING_BACK and way > 0:
            return -gap + 2 * _UNSAID
        return abs(gap)

    if number is None and month == base.month:
        return base.year
    return min((base.year, base.year - 1, base.year + 1), key=distance)


def weekday(base: datetime.date, index: int, relation: str) -> datetime.date:
    """The day a weekday names.

    Args:
        base: the day of publication.
        index: Monday is 0.
        relation: ``"next"`` for the one to come, ``"last"`` for one before publication's day,
            ``"this"`` for the one in publication's week or the next, and ``""`` for the latest,
            publication's own day included.
    """
    back = (base.weekday() - index) % 7
    if relation == "next":
        return base + datetime.timedelta(7 - back)
    if relation == "last" and back == 0:
        back = 7
    return base - datetime.timedelta(back)


def shifted(base: datetime.date, kind: str, count: int) -> str:
    """The value of the unit of time that lies ``count`` units from the one of ``base``.

    Args:
        base: the day of publication.
        kind: a kind of :data:`briefing.reading.vocabulary.UNITS`.
        count: negative for the past.

    Returns:
        ISO 8601 of that unit (``2020-07`` for months), or nothing for what has no such form or
        lies outside the calendar.
    """
    try:
        return _shifted(base, kind, count)
    except (OverflowError, ValueError):
        return ""


def _shifted(base: datetime.date, kind: str, count: int) -> str:
    if kind == "D":
        return (base + datetime.timedelta(count)).isoformat()
    if kind in ("W", "WE"):
        year, week, _ = (base + datetime.timedelta(7 * count)).isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if kind == "WE" else "")
    if kind == "MO":
        months = base.year * 12 + base.month - 1 + count
        return _inside(months // 12) and iso_month(months // 12, months % 12 + 1)
    if kind == "Q":
        quarters = base.year * 4 + (base.month - 1) // 3 + count
        return _inside(quarters // 4) and f"{quarters // 4}-Q{quarters % 4 + 1}"
    if kind == "Y":
        return _inside(base.year + count)
    if kind == "DE":
        return _inside(base.year + 10 * count)[:3]
    if kind == "CE":
        return _inside(base.year + 100 * count)[:2]
    return ""


def _inside(year: int) -> str:
    return f"{year:04d}" if 1 <= year <= 9999 else ""


def easter(year: int) -> datetime.date:
    """Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    correction = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - correction + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    full = (golden + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * full + 114, 31)
    return datetime.date(year, month, number + 1)


def nth_weekday(year: int, month: int, index: int, nth: int) -> datetime.date:
    """The ``nth`` weekday ``index`` of a month; ``nth`` -1 is the last."""
    if nth < 0:
        last = datetime.date(year, month, month_length(year, month))
        return last - datetime.timedelta((last.weekday() - index) % 7)
    first = datetime.date(year, month, 1)
    return first + datetime.timedelta((index - first.weekday()) % 7 + 7 * (nth - 1))
