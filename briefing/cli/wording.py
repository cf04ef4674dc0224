"""The few words of our own that stand around an article's in what is printed."""

from __future__ import annotations

from briefing.model.annotations import Briefing, EntityKind, FactKind, Question
from briefing.model.article import FURNITURE, Article
from briefing.model.extent import minutes, words

KINDS = {
    EntityKind.PERSON: "People",
    EntityKind.ORGANISATION: "Organisations",
    EntityKind.PLACE: "Places",
    EntityKind.GROUP: "Groups",
    EntityKind.EVENT: "Events",
    EntityKind.WORK: "Works",
}
FACTS = {
    FactKind.MONEY: "Money",
    FactKind.PERCENT: "Percent",
    FactKind.COUNT: "Count",
    FactKind.MEASURE: "Measure",
    FactKind.NUMBER: "Number",
    FactKind.DATE: "Date",
    FactKind.QUOTE: "Quote",
}
QUESTIONS = {
    Question.WHAT: "What",
    Question.WHO: "Who",
    Question.WHEN: "When",
    Question.WHERE: "Where",
    Question.HOW_MUCH: "How much",
}


def not_looked_for(briefing: Briefing) -> str:
    """Why names and a summary are missing, when they were not looked for; else empty."""
    if briefing.language in ("", "en"):
        return ""
    return f"Looked for in English only; this article is in another language ({briefing.language})."


def plural(number: int, one: str, many: str = "") -> str:
    """``1 name``, ``2 names``."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def word_count(article: Article) -> int:
    """The words of an article's own text, without the lines a page puts around it."""
    prose = (block.span.of(article.text) for block in article.blocks if block.kind not in FURNITURE)
    return sum(map(words, prose))


def length(article: Article) -> str:
    """How long an article is, in words and in minutes of reading."""
    count = word_count(article)
    return f"{plural(count, 'word')}, {plural(minutes(count), 'minute')}"
