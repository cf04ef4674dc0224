"""How much a figure, a date or a quote is worth knowing, from 0 to about 1.5, and why.

The scales are made to be compared: a figure of the lead is worth about 1, a day that is known
about 0.7, a bare year 0.2. What is worth nothing (``one of``, ``a week``) is no key fact.
"""

from __future__ import annotations

import math

from briefing.model.annotations import FactKind
from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.attribution import Said
from briefing.reading.dates import DateMention, Granularity
from briefing.reading.figure_rank import Ranked, same
from briefing.reading.measures import COUNTABLE
from briefing.reading.tables import words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact that may be kept."""

    span: Span
    kind: FactKind
    sentence: Span
    score: float
    identity: tuple[str, ...]
    """What two mentions of one fact have in common."""
    why: tuple[str, ...]
    value: str = ""
    speaker: Span | None = None


_LEAD = 2
"""Sentences that make the lead."""
_KINDS = {
    FactKind.MONEY: (0.3, "an amount of money"),
    FactKind.PERCENT: (0.25, "a share"),
    FactKind.MEASURE: (0.05, "a measure"),
    FactKind.COUNT: (0.0, "a count"),
    FactKind.NUMBER: (-0.1, "tells one of many"),
}
_LARGE = 1e5
_GRAVE = words(
    "killed dead died die deaths wounded injured missing arrested charged sentenced record jobs"
)


def _lead(number: int) -> float:
    """What a place in the text is worth: 0.4 in the first sentence, less further down."""
    return 0.4 / math.sqrt(1 + number)


def figure_worth(text: str, rank: Ranked, number: int, sentence: Span) -> Candidate | None:
    """Weighs a figure.

    Args:
        text: the article.
        rank: the figure, with its place among the figures.
        number: the number of its sentence, from 0.
        sentence: that sentence.
    """
    figure = rank.figure
    written = figure.span.of(text)
    worded = not any(letter.isdigit() for letter in written)
    after = text[figure.span.end : figure.span.end + 40].lower().split()[:3]
    counted = any(word.strip(".,;:") in COUNTABLE | _GRAVE for word in after)
    small = figure.value is not None and figure.value < 13
    if figure.kind is FactKind.COUNT and worded and small and not counted:
        return None
    if figure.kind is FactKind.COUNT and figure.value is not None and figure.value <= 1:
        return None
    bonus, reason = _KINDS[figure.kind]
    if figure.unit == "years old":
        bonus, reason = -0.4, "an age"
    elif figure.unit == "score":
        bonus, reason = 0.3, "a score"
    score = 0.75 * math.exp(min(0.5, rank.score) / 2) * 0.8 + _lead(number) + bonus
    why = [reason]
    if figure.value is not None and figure.value >= _LARGE:
        score += 0.15
    if worded and small and not counted:
        score -= 0.15
    if counted and not _GRAVE.isdisjoint(word.strip(".,;:") for word in after):
        score += 0.15
    if number < _LEAD:
        why.append("stands in the lead")
    why += [each for each in rank.why if not each.startswith("figure")]
    identity = ("figure", *same(text, figure))
    return Candidate(figure.span, figure.kind, sentence, score, identity, tuple(why))


_GRANULARITIES = {
    Granularity.DAY: 0.5,
    Granularity.TIME: 0.1,
    Granularity.MONTH: 0.35,
    Granularity.QUARTER: 0.3,
    Granularity.SEASON: 0.1,
    Granularity.WEEK: 0.15,
    Granularity.YEAR: 0.15,
    Granularity.DECADE: 0.15,
    Granularity.CENTURY: 0.05,
    Granularity.DURATION: 0.2,
}


def date_worth(text: str, mention: DateMention, number: int, sentence: Span) -> Candidate | None:
    """Weighs a date or a length of time; those that say next to nothing are left out."""
    written = mention.span.of(text)
    size = mention.granularity
    numbered = any(letter.isdigit() for letter in written)
    first = written.split()[0].lower()
    if size is not Granularity.DAY and not mention.value:
        return None
    if size is Granularity.DURATION and first in ("a", "an", "one", "half"):
        return None
    if size is Granularity.TIME and not mention.resolved:
        return None
    score = _GRANULARITIES[size] + 0.5 * _lead(number)
    why = ["a length of time" if size is Granularity.DURATION else f"a {size.value}"]
    if size is Granularity.DAY:
        if mention.resolved:
            score += 0.1
            why = ["a day that is known"]
        score += 0.2 * numbered - 0.2 * (not mention.value)
    if number < _LEAD:
        why.append("stands in the lead")
    key = mention.value or written.lower()
    if size is Granularity.DAY and "/" not in key and mention.resolved:
        key = key[: len("2020-07-12")]  # Tuesday and Tuesday night are one day
    return Candidate(
        mention.span, FactKind.DATE, sentence, score, ("date", key), tuple(why), mention.value
    )


_SHORTEST = 4
"""Words of a quote worth listing."""
_GOOD_LENGTH = 14
_UNNAMED = words("it they we you i one")


def quote_worth(
    text: str, quote: Said, number: int, sentence: Span, *, central: bool
) -> Candidate | None:
    """Weighs a direct quote: who says it, where, and whether it is neither scrap nor speech.

    Args:
        text: the article.
        quote: the quote.
        number: the number of the sentence it begins in, from 0.
        sentence: the sentence or sentences it stands in.
        central: whether its speaker is one of those the article is about.
    """
    length = len(quote.span.of(text).split())
    if length < _SHORTEST or (quote.named is None and not quote.whole):
        return None
    score = 0.25 + _lead(number)
    why = ["a whole sentence" if quote.whole else "a telling phrase"]
    score += 0.2 * quote.whole + 0.1 * min(1.0, length / _GOOD_LENGTH)
    score -= 0.002 * max(0, length - 3 * _GOOD_LENGTH)
    if quote.named is not None:
        named = quote.named.of(text)[:1].isupper() and " " in quote.named.of(text)
        score += 0.1 + 0.1 * named
        why.append("its speaker is named" if named else "its speaker is known")
    if central:
        score += 0.15
        why.append("said by a main figure")
    if number < _LEAD:
        why.append("stands in the lead")
    identity = ("quote", " ".join(quote.span.of(text).lower().split()))
    return Candidate(
        quote.span, FactKind.QUOTE, sentence, score, identity, tuple(why), "", _speaker(text, quote)
    )


def _speaker(text: str, quote: Said) -> Span | None:
    """Who is quoted; ``it`` and ``they`` tell a reader nothing."""
    unnamed = quote.named is not None and quote.named.of(text).lower() in _UNNAMED
    return None if unnamed else quote.named
