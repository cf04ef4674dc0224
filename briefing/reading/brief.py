"""From an article to its briefing, and the order in which the summary pane tells it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from briefing.model.annotations import Answer, Briefing, Question, SummarySentence
from briefing.model.article import Article

ENGINE = "briefing-1"
"""Name and version of the engine; another one reads an article anew."""

_ORDER = (Question.WHAT, Question.WHO, Question.WHEN, Question.WHERE, Question.HOW_MUCH)


def brief(article: Article) -> Briefing:
    """Reads an article: everything that can be said about it in its own words.

    The same article gives the same briefing, always; nothing is fetched and nothing made up.
    """
    from briefing.reading.summary import summarise, summary_length

    sentences = _part("sentences", "article_sentences", article) or ()
    entities = _part("entities", "entities", article) or ()
    facts = _part("facts", "key_facts", article, sentences, entities) or ()
    return Briefing(
        digest=article.digest,
        engine=ENGINE,
        sections=_part("sections", "sections", article) or (),
        sentences=sentences,
        entities=entities,
        facts=facts,
        quotes=_part("quotes", "quotes", article.text) or (),
        answers=_part("lead", "answers", article, sentences, entities, facts) or (),
        summary=summarise(article, sentences, summary_length(article)),
        related=_part("related", "related", article) or (),
        language=_part("language", "language", article.text) or "",
    )


def brief_lines(article: Article, briefing: Briefing) -> tuple[Answer | SummarySentence, ...]:
    """The lines of the summary pane in their order: what happened, who, when, where, how much.

    Then the summary. What a line above has said already is not said again.
    """
    answers = sorted(briefing.answers, key=lambda answer: _ORDER.index(answer.question))
    return (*answers, *briefing.summary)


def _part(module: str, name: str, *arguments: object) -> Any:
    try:
        function: Callable[..., Any] = getattr(import_module(f"briefing.reading.{module}"), name)
    except (ImportError, AttributeError):
        return None
    return function(*arguments)
