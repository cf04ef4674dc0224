"""When the lead event happened."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from briefing.model.article import Span
from briefing.reading.dates import DateMention, Granularity
from briefing.reading.lead_ahead import comes, promises
from briefing.reading.lead_scene import Candidate, Passage, Scene
from briefing.reading.quote_marks import quotations
from briefing.reading.sentences import PROSE
from briefing.reading.taken import Taken

_TOLD: dict[Granularity, float] = {
    Granularity.DAY: 0.0,
    Granularity.TIME: 0.0,
    Granularity.WEEK: -0.8,
    Granularity.MONTH: -0.8,
    Granularity.YEAR: -1.2,
}
"""The sizes of time that say when something happened, and what the coarser ones lose."""
_CLOCK = re.compile(
    r"(?:\b(?:at|just after|just before|shortly after|shortly before|around|about)\s+){1,2}$", re.I
)
_DAY_NAMED = re.compile(r"[a-z]{3,}day|\b[A-Z]|\b(?:morning|afternoon|evening|night)\b")
_HOUR = re.compile(r"\d\s?[ap]\.?m|\d[.:]\d\d|^(?:noon|midnight|midday)", re.I)
_OR_HOUR = re.compile(r"\s(?:or|and|to)\s\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?", re.I)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_BOUND = re.compile(
    r"\b(?:since|until|till|by|before|ahead of|in time for|prior to|up to)\s(?:the\s)?$", re.I
)
"""What leads to a time up to which, or from which on, something goes on."""
_BORN = re.compile(r"\b(?:[Bb]orn|married|graduated)\b[^.;:\n]*$")
_BORN_ROOM = 50
_UNTIL = re.compile(
    r"(?:\b(?:not|never|nobody|none|nothing|un[a-z]{3,})|n['’]t)\b[^.;:\n]{0,30}"
    r"\b(?:until|till)\s(?:the\s)?$"
)
"""``Unknown until Saturday`` and ``not until Saturday`` say that it came on Saturday."""
_UNTIL_ROOM = 60
_ROOM = 16
"""Characters in which it stands before the time."""
_COARSE = 3
"""Passages in which a week, month or year may be the answer; later ones tell of the past."""
_COMING = -1.0
"""What a time to come loses in a story of what has been, ..."""
_TELLING = 0.3
"""... and what its passage must say of that story for it to be told at all."""
_LEAST = -1.2
"""What a time must score to be told at all, unless it is a whole day near publication."""
_NEAR = 7
"""Days from publication within which news happens."""


def when(scene: Scene, dates: Iterable[DateMention]) -> list[Candidate]:
    """Times that may be the lead event's, the likeliest first, each with what speaks for it.

    Days and times of day alone: a year or a length of time says little of when something
    happened. A time of day goes with the day beside it.
    """
    dates = list(dates)
    quoted = _quoted(scene)
    found: dict[str, Candidate] = {}
    counts = Counter(date.value[:10] for date in dates)
    anchor = scene.article.published or _anchor(counts)
    done = not _promised(scene, dates)
    for date in dates:
        passage = scene.passage(date.span)
        words = date.span.of(scene.article.text)
        if passage is None or date.granularity not in _TOLD or words == "TODAY":
            continue
        coarse = _TOLD[date.granularity] < 0
        if coarse and (passage.order > _COARSE or passage.beside):
            continue
        score, reasons = _judged(scene, date, passage, anchor)
        if _BORN.search(
            scene.article.text,
            max(passage.span.start, date.span.start - _BORN_ROOM),
            date.span.start,
        ):
            continue
        if done and comes(scene.article.text, date.span, passage.span):
            if passage.order > 1 and passage.bearing < _TELLING:
                continue
            score += _COMING
        if quoted.overlaps(date.span):
            score -= 1.0  # what “tomorrow” and “Friday” are to whoever says so
        score += 0.35 * math.log(counts[date.value[:10]])
        span = _with_clock(scene.article.text, date.span, passage.span)
        key = date.value[:10] or span.of(scene.article.text).casefold()
        known = found.get(key)
        if score < _LEAST and not (_YEAR.search(words) and _near(anchor, date.value)):
            continue
        if known is None or score > known.score:
            found[key] = Candidate(span, score, reasons)
    ranked = sorted(found.values(), key=lambda each: (-each.score, each.span))
    inner = [each for each in ranked if not _bounds(scene, each.span)]
    return inner or ranked


def _promised(scene: Scene, dates: Iterable[DateMention]) -> bool:
    """Whether the story is about something to come: its title says so, or the days of its lead."""
    text, opening = scene.article.text, scene.title or scene.told
    if opening is None or promises(opening.of(text)):
        return True
    lead = scene.lead or opening
    ways = [comes(text, each.span, lead) for each in dates if lead.covers(each.span)]
    return bool(ways) and all(ways)


def _bounds(scene: Scene, span: Span) -> bool:
    """Whether a time only says up to when, or since when, something goes on."""
    text = scene.article.text
    bound = _BOUND.search(text, max(0, span.start - _ROOM), span.start)
    return bool(bound) and not _UNTIL.search(text, max(0, span.start - _UNTIL_ROOM), span.start)


def _quoted(scene: Scene) -> Taken:
    """What is quoted in the passages of the lead."""
    end = max((passage.span.end for passage in scene.passages), default=0)
    blocks = scene.article.blocks
    prose = [block.span for block in blocks if block.kind in PROSE and block.span.start < end]
    return Taken(each.inner for each in quotations(scene.article.text[:end], prose))


def _anchor(counts: Counter[str]) -> str:
    """The whole day an article names most often, the latest of them: about when it was written."""
    days = [(count, value) for value, count in counts.items() if _WHOLE.fullmatch(value)]
    return max(days, default=(0, ""))[1]


def _judged(
    scene: Scene, date: DateMention, passage: Passage, anchor: str
) -> tuple[float, tuple[str, ...]]:
    words = date.span.of(scene.article.text)
    score = _TOLD[date.granularity] + 2.0 * passage.bearing - 0.08 * passage.order
    reasons = ["stands with the main event"] if passage.bearing > 0.3 else []
    if passage.order <= 2:
        reasons.append("stands in the lead")
    if passage.beside:
        score -= 0.5
    if date.granularity is Granularity.TIME:
        score += 0.25 if _DAY_NAMED.search(words) else -0.4
    if _YEAR.search(words):
        score -= 0.3  # the day of the news seldom has its year with it
    if re.search(r"\b(?:now|today|currently|tonight)\b", words, re.I):
        score -= 0.2
    if re.match(r"['’]s\b", scene.article.text[date.span.end : date.span.end + 2]):
        score -= 0.5  # "Tuesday's election" is what the event came after
    if re.search(r"\btomorrow\b", words, re.I):
        score -= 0.6
    if _distance(anchor, date.value) is not None:
        near = _near(anchor, date.value)
        score += 0.3 if near else -0.6
        reasons += ["is near the day of publication"] if near else []
    return score, tuple(reasons)


def _near(published: str, value: str) -> bool:
    distance = _distance(published, value)
    return distance is not None and -_NEAR <= distance <= 1


def _distance(published: str, value: str) -> int | None:
    """Days from publication to a day; negative before it."""
    from datetime import date

    try:
        return (date.fromisoformat(value[:10]) - date.fromisoformat(published[:10])).days
    except ValueError:
        return None


def _with_clock(text: str, span: Span, within: Span) -> Span:
    """The span with ``at around`` before a time of day, and ``or 6.15am`` after it."""
    if not _HOUR.search(span.of(text)):
        return span
    before = _CLOCK.search(text, max(within.start, span.start - 40), span.start)
    after = _OR_HOUR.match(text, span.end, within.end)
    return Span(before.start() if before else span.start, after.end() if after else span.end)
