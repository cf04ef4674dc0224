"""What the lead tells: who did what, when, where, and how much of it.

The answers are spans of the article. Each question has a reading of its own
(:mod:`.clauses`, :mod:`.lead_times`, :mod:`.lead_places`); here they are asked in turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from briefing.model.annotations import Answer, Entity, EntityKind, KeyFact, Question
from briefing.model.article import Article, Span
from briefing.reading.clauses import clause
from briefing.reading.lead_causes import how, why
from briefing.reading.lead_places import where
from briefing.reading.lead_scene import Scene, scene
from briefing.reading.lead_times import when

Ranked = list[tuple[Span, tuple[str, ...]]]
"""Answers to a question, the likeliest first, each with what speaks for it."""

_MOST_WORDS = 12
"""Words of a subject; a longer one is no answer to who."""
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP})
_NAMED = re.compile(r"[A-Z0-9]")


def answers(
    article: Article,
    sentences: Sequence[Span],
    entities: Sequence[Entity] = (),
    facts: Sequence[KeyFact] = (),
) -> tuple[Answer, ...]:
    """What the article says to the lead's questions, in the order of the summary pane.

    Args:
        article: the article.
        sentences: those of its prose, in text order.
        entities: what it names, what matters most first.
        facts: its key facts, what matters most first.

    Returns:
        At most one answer to what, who and how much, and two to when and where.
    """
    view = scene(article, sentences)
    asked = _asked(view, entities)
    found: list[Answer] = []
    opening = view.title or view.lead
    if opening:
        found.append(Answer(Question.WHAT, opening, opening, ("is the title",)))
    for question, most in ((Question.WHO, 1), (Question.WHEN, 2), (Question.WHERE, 2)):
        for span, reasons in asked[question.value][:most]:
            found.append(Answer(question, span, _home(view, sentences, span), reasons))
    return tuple(found)


def w1h(
    article: Article, sentences: Sequence[Span], entities: Sequence[Entity] = ()
) -> Mapping[str, Ranked]:
    """Every answer to who, what, when, where, why and how, the likeliest first."""
    view = scene(article, sentences)
    asked = _asked(view, entities)
    asked["what"] = _what(view)
    asked["why"] = why(view)
    asked["how"] = how(view) or asked["what"][:1]
    return asked


def _asked(view: Scene, entities: Sequence[Entity]) -> dict[str, Ranked]:
    from briefing.reading.dates import dates

    end = max((passage.span.end for passage in view.passages), default=0)
    text = view.article.text[:end]
    return {
        "who": _who(view, entities),
        "when": when(view, dates(text, view.article.published)),
        "where": where(view, entities),
    }


def _home(view: Scene, sentences: Sequence[Span], span: Span) -> Span:
    """The sentence (or title) an answer stands in."""
    passage = view.passage(span)
    if passage:
        return passage.span
    return next((sentence for sentence in sentences if sentence.covers(span)), span)


def _who(view: Scene, entities: Sequence[Entity]) -> Ranked:
    """Who acts, or is acted on: the subject of the title, of the lead, then who is named most."""
    text = view.article.text
    found: Ranked = []
    for opening, reason in ((view.title, "opens the title"), (view.lead, "opens the story")):
        parts = clause(text, opening) if opening else None
        if parts and len(parts.subject.of(text).split()) <= _MOST_WORDS:
            subject = parts.subject
            named = _in_full(text, subject, entities)
            if named or _NAMED.search(subject.of(text)):
                found.append((named or subject, (reason,)))
    for entity in entities:
        if entity.kind in _ACTORS:
            found.append((entity.name, entity.why))
            break
    return found


def _in_full(text: str, subject: Span, entities: Iterable[Entity]) -> Span | None:
    """The full name of whom a subject names, when it is nothing but a name."""
    for entity in entities:
        for mention in entity.mentions:
            if subject.covers(mention) and len(subject) - len(mention) <= 4:
                return entity.name
    return None


def _what(view: Scene) -> Ranked:
    """What happens: the predicate of the title, or the title itself, then that of the lead."""
    text = view.article.text
    found: Ranked = []
    if view.title:
        parts = clause(text, view.title)
        found.append((parts.predicate if parts else view.title, ("stands in the title",)))
    if view.lead:
        parts = clause(text, view.lead)
        found.append((parts.predicate if parts else view.lead, ("opens the story",)))
    return found
