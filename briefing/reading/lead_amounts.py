"""How much: the figure that tells of the lead event's size, with the word that says of what.

A toll, a sum, a share or a crowd says how large something is. ``Three victims`` who were named,
``two brothers`` who were held say only who took part; they are told where nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.annotations import Answer, FactKind, KeyFact, Question
from briefing.model.article import Span
from briefing.reading.lead_scene import Scene

_AMOUNTS = frozenset({FactKind.MONEY, FactKind.PERCENT, FactKind.COUNT})
_NEAR_LEAD = 6
"""Passages in which a figure belongs to the lead event."""
_SLIGHT = re.compile(
    r"(?:two|three|four|2|3|4) (?:\w+ )?(?:states|countries|nations|sides|parties|leaders"
    r"|governments|men|women|teams|companies|firms|brothers|sisters|capitals|allies|neighbours|rivals)",
    re.I,
)
"""How many take part: it tells who, and not how much."""
_COUNTED = re.compile(
    r"(?:-|\s)(?!(?!killed|injured|wounded|arrested|married|convicted|unnamed|armed)[a-z]+ed\b)"
    r"(?!(?:and|or|on|in|at|to|for|of|as|after|with|when|who|which|that|is|was|were|are|has"
    r"|had|have|will|from|by|than|since|before|this|last|while|but|said|if|into|would|could|first"
    r"|second|third|off|just|along|between|over|under|per|out|up|down|only|also|about|around|near"
    r"|against|through|across|during|until|among|within|without|years? old|year-old)\b)"
    r"(?:(?:other|more|new|additional|fewer|different)\s(?!than\b))?[a-z]{3,}\b(?!-)"
)
"""The noun after a figure, or what stands before it."""
_WHOLE = re.compile(
    r"(?:\s(?!(?:and|or|on|in|at|to|for|of|as|with|who|which|that|were|are|have|from|by|than)\b)"
    r"[A-Za-z][a-z-]+){0,2}\s(?!(?:is|was|has|as|his|this|its|says)\b)[a-z]{2,}(?<!s)s\b(?!-)"
)
"""The rest of a noun of more words, up to its plural: ``92 foreign film crews``."""
_MANY = re.compile(r"(?:[a-z]+s|people|men|women|children|dead|missing|police|staff|crew)\Z")
"""A noun that is whole."""
_AGE = re.compile(r"\b(?:years?|months?)[- ]old\b|\baged\b")
_FEW = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])\b", re.I
)
_GRAVE = re.compile(
    r"\b(?:kill|die|dead|death|fatal|wound|injur|hurt|missing|drown|lost|trapped|arrest|jail"
    r"|sentenc|year|day|week|month|goal|point|jobs|record|billion|million)",
    re.I,
)
"""What makes a small number a large one."""
_PART = re.compile(r"\b(?:including|among them|of whom|of them)\s(?:at least\s)?\Z", re.I)
"""What stands before a part of a number told already."""
_AROUND, _BEHIND = 28, 40
"""Characters before a figure, and after it, in which such a word stands."""


def how_much(view: Scene, facts: Sequence[KeyFact]) -> Iterator[Answer]:
    """The figure that tells of the size of the lead event, if there is one.

    Args:
        view: the lead.
        facts: the key facts, what matters most first.

    Returns:
        A figure that the title gives too, wherever the text gives it; else the weightiest of the
        lead; else a small number of people or things there.
    """
    text = view.article.text
    near = {passage.span for passage in view.passages[:_NEAR_LEAD]}
    found: dict[int, Answer] = {}
    for fact in facts:
        titled = "stands in the title" in fact.why
        if fact.kind not in _AMOUNTS or not (titled or fact.sentence in near):
            continue
        span = _with_noun(text, fact)
        if span is None or _AGE.search(span.of(text)) or _SLIGHT.fullmatch(span.of(text)):
            continue
        rank = 2 if _slight(text, fact, span) else 0 if titled else 1
        found.setdefault(rank, Answer(Question.HOW_MUCH, span, fact.sentence, fact.why))
    yield from [found[min(found)]] if found else ()


def _with_noun(text: str, fact: KeyFact) -> Span | None:
    """A figure with what it counts; ``None`` for a bare number, which says nothing."""
    end = fact.sentence.end
    after = _COUNTED.match(text, fact.span.end, end)
    if after is None:
        bare = fact.kind is FactKind.COUNT and "a score" not in fact.why
        return None if bare else fact.span
    span = Span(fact.span.start, after.end())
    if fact.kind is not FactKind.COUNT or _MANY.search(span.of(text)):
        return span
    rest = _WHOLE.match(text, after.end(), end)
    return Span(span.start, rest.end()) if rest else span


def _slight(text: str, fact: KeyFact, span: Span) -> bool:
    """Whether a figure is a small number of whom or what took part, or says little by itself."""
    start = fact.span.start
    before = text[max(fact.sentence.start, start - _AROUND) : start]
    if fact.kind is not FactKind.COUNT:
        return False
    if _PART.search(before) or len(span) == len(fact.span):
        return True  # a part of another, or a bare score
    after = text[start : min(fact.sentence.end, span.end + _BEHIND)]
    few = _FEW.fullmatch(fact.span.of(text))
    return bool(few) and not (_GRAVE.search(before) or _GRAVE.search(after))
