"""Dates and times in a text, each with its value as far as it can be known.

Spans and values follow TimeML (TIMEX3): prepositions stay outside, ``the third quarter`` and
``last week`` are whole, weeks are ``2020-W28``. Nothing is guessed: without a day of publication
``Tuesday`` has no value and ``July 12`` no year.

The work is shared out: ``rules`` says what shapes time expressions have, ``days``, ``periods``,
``spans`` and ``years`` read them, ``tense`` tells past from future, ``values`` does the sums.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.dates import days, holidays, periods, spans, years
from briefing.reading.dates.rules import Written, written
from briefing.reading.dates.scene import Granularity, Reading, Scene
from briefing.reading.dates.values import day
from briefing.reading.lexemes import Lexed, lexed
from briefing.reading.tables import words
from briefing.reading.taken import Taken

__all__ = ["DateMention", "Granularity", "dates"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that name a time: a day, a month, a year, or a length of time."""

    span: Span
    value: str
    """ISO 8601, whole or partial (``2020``, ``2020-07``, ``2020-W28``, ``2020-Q3``,
    ``--07-12`` for a day of no known year, ``P3Y`` for a length); empty when it is not known."""
    granularity: Granularity
    resolved: bool
    """Whether the value is a place in the calendar, with its year."""


READERS: dict[str, Callable[[Scene, Written], Reading | None]] = {
    "figures": days.figures,
    "month_day": days.month_day,
    "weekday": days.weekday_name,
    "near": days.near,
    "part_of_day": days.part_of_day,
    "clock": days.clock,
    "month": periods.month,
    "season": periods.season,
    "quarter": periods.quarter,
    "ago": periods.ago,
    "relative": periods.relative,
    "edge": periods.edge,
    "span": spans.span,
    "run": spans.run,
    "decade": years.decade,
    "century": years.century,
    "year": years.year,
}


def dates(text: str, published: str = "") -> tuple[DateMention, ...]:
    """Every date, time and length of time in a text.

    Args:
        text: the text.
        published: the day of publication, ISO 8601; without it nothing relative is resolved,
            and a day without a year only by the last whole date that the text gave before it.

    Returns:
        The mentions in text order, without overlaps.
    """
    words = lexed(text)
    scene = Scene(words, day(published))
    mentions = _joined(words, list(_read(words, scene)))
    feasts = list(_feasts(words, scene))
    if feasts:
        taken = Taken(feast.span for feast in feasts)
        mentions = [mention for mention in mentions if not taken.overlaps(mention.span)]
        mentions = sorted(mentions + feasts, key=lambda mention: mention.span)
    return tuple(mentions)


def _mention(words: Lexed, first: int, last: int, value: str, size: Granularity) -> DateMention:
    start, end = words.items[first].start, words.items[last - 1].end
    if words.codes[last - 1] == "." and words.codes[last - 2] == "M":
        end -= 1
    return DateMention(Span(start, end), value, size, value[:1].isdecimal())


def _read(words: Lexed, scene: Scene) -> Iterator[tuple[int, int, Reading]]:
    """The expressions that mean a time, the first and the last of their lexemes with them."""
    done = 0
    for found in written(words):
        if found.first < done:
            continue
        reading = READERS[found.rule](scene, found)
        if reading is None:
            continue
        first = found.first if reading.first is None else reading.first
        done = found.last if reading.last is None else reading.last
        yield first, done, reading


_FAR = 3
"""How many lexemes may stand between a time of day and its day."""


def _joined(words: Lexed, readings: list[tuple[int, int, Reading]]) -> list[DateMention]:
    """Joins a time of day to the day beside it: ``8:30 p.m. EST on Friday``."""
    mentions: list[DateMention] = []
    before: tuple[int, int, Reading] | None = None
    for first, last, reading in readings:
        size = reading.granularity
        pair = before and {size, before[2].granularity} == {Granularity.TIME, Granularity.DAY}
        if before and pair and _beside(words, before[1], first):
            clock, when = (reading, before[2]) if size is Granularity.TIME else (before[2], reading)
            if clock.value.startswith("T"):
                value = when.value[:10] + clock.value if when.value[:1].isdecimal() else clock.value
                mentions[-1] = _mention(words, before[0], last, value, Granularity.TIME)
                before = None
                continue
        mentions.append(_mention(words, first, last, reading.value, size))
        before = (first, last, reading)
    return mentions


def _beside(words: Lexed, end: int, start: int) -> bool:
    between = words.codes[end:start]
    return len(between) <= _FAR and not between.strip("p,Z")


_FREE = frozenset({"christmas", "easter", "halloween", "thanksgiving", "new year's"})
"""Feasts whose names also stand before other nouns, as in ``Christmas tree``."""
_STEERS = words("at on by before after since until till over this last next for and")


def _feasts(words: Lexed, scene: Scene) -> Iterator[DateMention]:
    for found in holidays.pattern().finditer(words.text):
        name = found.group(1)
        start = bisect_left(words.items, found.start(), key=lambda item: item.start)
        end = bisect_left(words.items, found.end(), key=lambda item: item.start)
        if name.lower().replace("’", "'") in _FREE:
            steered = words.word(start - 1) in _STEERS
            if not steered or words.code(end) in ("x", "X", "P", "S", "U", "-"):
                continue
        value = ""
        if found.group(2):
            value = holidays.date_of(name, int(found.group(2))).isoformat()
        elif scene.base is not None:
            here = holidays.date_of(name, scene.base.year)
            probe = Written("", start, end, {})
            year = scene.year_of(probe, here.month, here.day)
            value = holidays.date_of(name, year or scene.base.year).isoformat()
        span = Span(*found.span())
        yield DateMention(span, value, Granularity.DAY, bool(value))
