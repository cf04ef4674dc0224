"""Readers of days and times of day: ``July 12``, ``Tuesday night``, ``today``, ``8:30 p.m.``."""

from __future__ import annotations

import datetime

from briefing.reading.dates.rules import Written
from briefing.reading.dates.scene import (
    AFTER,
    BEFORE,
    ELSEWHERE,
    Granularity,
    Reading,
    Scene,
    nth,
)
from briefing.reading.dates.values import is_day, iso_day, shifted, weekday
from briefing.reading.tables import words
from briefing.reading.vocabulary import MONTHS, PARTS_OF_DAY, WEEKDAYS


def figures(scene: Scene, found: Written) -> Reading | None:
    """``2020-07-12``, ``12/31/2020``, ``31.12.2020``; ``3/4/2020`` where its order is clear."""
    written = scene.word(found, "date")
    mark = next(mark for mark in written if not mark.isdecimal())
    one, two, three = (int(part) for part in written.split(mark))
    if written[:4].isdecimal():
        return _whole(scene, one, two, three)
    year = three if three > 99 else three + (1900 if three > 50 else 2000)
    if mark == "." or one > 12 or two > 12:
        scene.day_first = mark == "." or one > 12
    day_first = scene.day_first
    if day_first is None and one != two:
        if scene.base is None or year != scene.base.year:
            return Reading(f"{year:04d}", Granularity.YEAR) if year else None
        gaps = [abs(datetime.date(year, *order) - scene.base) for order in ((one, two), (two, one))]
        day_first = gaps[1] < gaps[0]
    return _whole(scene, year, *((two, one) if day_first else (one, two)))


def _whole(scene: Scene, year: int, month: int, number: int) -> Reading | None:
    if year < 1 or not is_day(month, number, year):
        return None
    scene.anchor = datetime.date(year, month, number)
    return Reading(iso_day(year, month, number), Granularity.DAY)


def month_day(scene: Scene, found: Written) -> Reading | None:
    """``July 12``, ``Tuesday, July 12th, 2020``, ``12 July``, ``July 12-15``."""
    lexed, parts = scene.lexed, found.groups
    month = MONTHS[scene.word(found, "month").rstrip(".")]
    day_first = parts["day"] < parts["month"]
    worded = not scene.word(found, "day")[0].isdigit()
    if worded and (not day_first or lexed.code(parts["day"] + 1) != "f"):
        return None
    number, until, last = nth(scene.word(found, "day")), nth(scene.word(found, "until")), None
    if until and not _is_range(scene, found, number, until):
        if day_first:
            return None
        until, last = 0, parts["day"] + 1
    year: int | None = None
    if "year" in parts and last is None:
        year = int(scene.word(found, "year"))
        if not is_day(month, number, year):
            return None
        scene.anchor = datetime.date(year, month, number)
    elif is_day(month, number):
        year = 2001 if _of_the_attacks(scene, found) else scene.year_of(found, month, number)
    else:
        return None
    value = iso_day(year, month, number)
    if until and is_day(month, until):
        value += "/" + iso_day(year, month, until)
    return Reading(value, Granularity.DAY, last=last)


_ATTACKS = words("attack attacks terror terrorist terrorists hijackers hijackings victims")


def _of_the_attacks(scene: Scene, found: Written) -> bool:
    """``the Sept. 11 attacks``: the day alone is the name of what happened in 2001."""
    lexed = scene.lexed
    if not (scene.word(found, "month").startswith("sep") and scene.word(found, "day") == "11"):
        return False
    beside = (lexed.word(found.last), lexed.word(found.last + 1), lexed.word(found.first - 1))
    of = lexed.word(found.first - 1) in ("of", "on") and lexed.word(found.first - 2)
    return any(word in _ATTACKS for word in (*beside, of))


_JOINTS = frozenset({"to", "and", "through", "until", "till", "-", "–", "—"})


def _is_range(scene: Scene, found: Written, number: int, until: int) -> bool:
    """Whether ``12 to 15`` beside a month are two days, and not a day and a figure."""
    if scene.word(found, "to") not in _JOINTS or until <= number:
        return False
    if found.groups["month"] > found.groups["day"] or "year" in found.groups:
        return True
    after = scene.lexed.code(found.last)
    return not after or after not in "xX%U-:$#"


_NOT_THE_DAY = words(
    "times telegraph mail mirror express post herald observer star sun night league best people"
    " world live lunch"
)
_NAMED_DAYS = words("black good super bloody ash palm holy maundy cyber shrove fat")
_RELATIONS = BEFORE | AFTER | {"this", "early", "late"}


def weekday_name(scene: Scene, found: Written) -> Reading | None:
    """``Tuesday``, ``last Friday``, ``Wednesday night``, but no ``Sunday Times``."""
    lexed, parts = scene.lexed, found.groups
    if lexed.code(found.last) == "X" and lexed.word(found.last) in _NOT_THE_DAY:
        return None
    before = lexed.word(found.first - 1)
    if before in _NAMED_DAYS and lexed.code(found.first - 1) == "X":
        return None
    relation = scene.word(found, "relation")
    first = None if relation in _RELATIONS | ELSEWHERE else parts["weekday"]
    if scene.base is None or relation in ELSEWHERE or before in ("a", "every", "each", "one"):
        return Reading("", Granularity.DAY, first)
    if relation in AFTER or relation in BEFORE:
        direction = "next" if relation in AFTER else "last"
    else:
        way = scene.leaning(found)
        direction = "next" if way > 0 or (way == 0 and relation == "this") else ""
    index = WEEKDAYS[scene.word(found, "weekday").rstrip(".")]
    if before in ("from", "on") and lexed.word(found.first - 2) in ("week", "weeks"):
        if lexed.word(found.first - 3) not in ("a", "one"):
            return Reading("", Granularity.DAY, first)
        later = weekday(scene.base, index, "next") + datetime.timedelta(days=7)
        return Reading(later.isoformat(), Granularity.DAY, first)  # ``a week from Monday``
    value = weekday(scene.base, index, direction).isoformat()
    return Reading(value + _part(scene, found), Granularity.DAY, first)


def _part(scene: Scene, found: Written) -> str:
    part = PARTS_OF_DAY.get(scene.word(found, "part"))
    return f"T{part}" if part else ""


_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def near(scene: Scene, found: Written) -> Reading | None:
    """``yesterday``, ``tomorrow night``, ``the day before yesterday``."""
    word = scene.word(found, "day")
    if word not in _NEAR or (word == "today" and scene.lexed.word(found.first - 1) == "usa"):
        return None
    days, part = _NEAR[word], "TNI" if word == "tonight" else _part(scene, found)
    if "side" in found.groups:
        side = scene.word(found, "side")
        if side not in ("before", "after"):
            return None
        days += -1 if side == "before" else 1
    return _days_off(scene, days, part)


def part_of_day(scene: Scene, found: Written) -> Reading | None:
    """``this morning``, ``last night``."""
    relation, part = scene.word(found, "relation"), scene.word(found, "part")
    if relation == "this" or (relation == "last" and part in ("night", "evening")):
        return _days_off(scene, -1 if relation == "last" else 0, _part(scene, found))
    return None


def _days_off(scene: Scene, days: int, part: str) -> Reading:
    value = shifted(scene.base, "D", days) if scene.base is not None else ""
    return Reading(value + part if value else "", Granularity.DAY)


def clock(scene: Scene, found: Written) -> Reading | None:
    """``8:30 p.m. EST``, ``1500 GMT``."""
    written = scene.word(found, "clock")
    digits = written.rstrip(". apm").replace(".", ":")
    hours, _, minutes = digits.partition(":")
    if not minutes and len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    if not (hours.isdecimal() and (minutes or "0").isdecimal()):
        return None
    hour, minute = int(hours), int(minutes or 0)
    if "m" in written:
        hour = hour % 12 + (12 if "p" in written else 0)
    if hour > 24 or minute > 59:
        return None
    return Reading(f"T{hour:02d}:{minute:02d}", Granularity.TIME)
