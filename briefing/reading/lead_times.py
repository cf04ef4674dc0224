"""When the lead event happened."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model.article import Span
from briefing.reading.dates import DateMention, Granularity
from briefing.reading.lead_scene import Passage, Scene

_DAYS = frozenset({Granularity.DAY, Granularity.TIME})
_CLOCK = re.compile(
    r"(?:\b(?:at|just after|just before|shortly after|shortly before|around|about)\s+){1,2}$", re.I
)
_ON = re.compile(r"\s+(?:on\s+)?$")
_NEAR = 10
"""Days from publication within which news happens."""


def when(scene: Scene, dates: Iterable[DateMention]) -> list[tuple[Span, tuple[str, ...]]]:
    """Times that may be the lead event's, the likeliest first, each with what speaks for it.

    Days and times of day alone: a year or a length of time says little of when something
    happened. A time of day goes with the day beside it.
    """
    found: dict[str, tuple[float, Span, tuple[str, ...]]] = {}
    for date in dates:
        passage = scene.passage(date.span)
        if passage is None or date.granularity not in _DAYS:
            continue
        score, reasons = _judged(scene, date, passage)
        span = _with_clock(scene.article.text, date.span, passage.span)
        key = (date.value[:10] if date.resolved else "") or span.of(scene.article.text).casefold()
        known = found.get(key)
        if known is None or score > known[0]:
            found[key] = score, span, reasons
    ranked = sorted(found.values(), key=lambda each: (-each[0], each[1]))
    return [(span, reasons) for _, span, reasons in ranked]


def _judged(scene: Scene, date: DateMention, passage: Passage) -> tuple[float, tuple[str, ...]]:
    words = date.span.of(scene.article.text)
    score = 2.0 * passage.bearing - 0.12 * passage.order
    reasons = ["stands with the main event"] if passage.bearing > 0.3 else []
    if passage.order <= 2:
        reasons.append("stands in the lead")
    if passage.beside:
        score -= 0.5
    if date.granularity is Granularity.TIME and not re.search(r"[a-z]{3,}day|\b[A-Z]", words):
        score -= 0.4  # a clock without a day
    if re.search(r"\b(?:1[89]|20)\d\d\b", words):
        score -= 0.3  # the day of the news seldom has its year with it
    if re.search(r"\b(?:now|today|currently|tonight)\b", words, re.I):
        score -= 0.2
    distance = _distance(scene.article.published, date.value)
    if distance is not None:
        near = -_NEAR <= distance <= 1
        score += 0.3 if near else -0.6
        reasons += ["is near the day of publication"] if near else []
    return score, tuple(reasons)


def _distance(published: str, value: str) -> int | None:
    """Days from publication to a day; negative before it."""
    from datetime import date

    try:
        return (date.fromisoformat(value[:10]) - date.fromisoformat(published[:10])).days
    except ValueError:
        return None


def _with_clock(text: str, span: Span, within: Span) -> Span:
    """The span with ``at around`` before a time of day."""
    if not re.match(r"\d|noon|midnight|midday", text[span.start : span.end], re.I):
        return span
    before = _CLOCK.search(text, max(within.start, span.start - 40), span.start)
    if before and re.search(r"\d\s?[ap]\.?m|[.:]\d\d|noon|midnight", span.of(text), re.I):
        return Span(before.start(), span.end)
    return span
