"""From an article to its briefing, and the order in which the summary pane tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model.annotations import Answer, Briefing, Question, Quote, Section, SummarySentence
from briefing.model.article import Article
from briefing.model.columns import Marks, Spans, spans_of

ENGINE = "briefing-5"
"""Name and version of the engine; another one reads an article anew."""

_WORD = re.compile(r"\w+")
_ORDER = (Question.WHAT, Question.WHO, Question.WHEN, Question.WHERE, Question.HOW_MUCH)


def engine_of(wanted: str = "auto") -> str:
    """What a briefing read with this engine carries as its engine: names and versions of all of it.

    Raises:
        SettingsError: when there is no such engine, or it is not installed.
    """
    from briefing.reading.engine_name import engine_name

    return f"{ENGINE}+{engine_name(wanted)}"


def brief(article: Article, engine: str = "auto") -> Briefing:
    """Reads an article: everything that can be said about it in its own words.

    The same article gives the same briefing, always; nothing is fetched and nothing made up. What
    is measured on English is left out of an article in another language, where it would be guesses:
    names, the summary, and who did what.

    Args:
        article: with its structure, as :func:`briefing.reading.structure.structured` gives it.
        engine: what finds the names (see :data:`briefing.reading.engine_name.NAMES`).

    Raises:
        SettingsError: when there is no such engine, or it is not installed.
    """
    from briefing.reading.entities import entities as names
    from briefing.reading.facts import key_facts
    from briefing.reading.language import language as written_in
    from briefing.reading.lead import answers
    from briefing.reading.quotes import article_said, speakers
    from briefing.reading.related import related_links
    from briefing.reading.sections import sections
    from briefing.reading.sentences import article_sentences
    from briefing.reading.summary import summarise, summary_length

    language = written_in(article.text) or article.language
    english = language in ("", "en")
    sentences = article_sentences(article)
    entities = names(article, engine) if english else ()
    if english:
        said = article_said(article, *speakers(entities), sentences)
        quotes = tuple(Quote(each.span, each.named) for each in said)
        facts = key_facts(article, sentences, entities, said)
    else:
        from briefing.reading.abroad import facts_abroad, quotes_abroad

        quotes = quotes_abroad(article)
        facts = facts_abroad(article, sentences, quotes)
    return Briefing(
        digest=article.digest,
        engine=engine_of(engine),
        sections=sections(article),
        sentences=Spans.of(sentences),
        entities=tuple(replace(one, mentions=Spans.of(one.mentions)) for one in entities),
        facts=facts,
        quotes=quotes,
        answers=answers(article, sentences, entities, facts) if english else (),
        summary=summarise(article, sentences, summary_length(article)) if english else (),
        related=related_links(article),
        language=language,
        mentions=Marks.among(entity.mentions for entity in entities),
    )


def brief_lines(article: Article, briefing: Briefing) -> tuple[Answer | SummarySentence, ...]:
    """The lines of the summary pane in their order: what happened, who, when, where, how much.

    Then the summary. What a line above has said already is not said again.
    """
    told: list[str] = []
    lines: list[Answer | SummarySentence] = []
    answers = sorted(briefing.answers, key=lambda answer: _ORDER.index(answer.question))
    every: list[Answer | SummarySentence] = [*answers, *briefing.summary]
    for line in every:
        words = _plain(article.of(line.span))
        if not any(words in before for before in told):
            lines.append(line)
            told.append(words)
    return tuple(lines)


def coverage(
    sections: Sequence[Section], summary: Sequence[SummarySentence]
) -> tuple[Section, ...]:
    """The sections that a summary draws from, in text order."""
    spans = spans_of(sections)
    places = ((at, line.span) for line in summary for at in spans.within(line.span))
    return tuple(sections[at] for at in sorted({at for at, s in places if spans[at].covers(s)}))


def _plain(text: str) -> str:
    """The words of a text with a space around each, without case and punctuation."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
