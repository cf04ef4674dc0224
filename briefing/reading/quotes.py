"""Direct quotes: words in quotation marks that somebody is said to have said.

Titles, nicknames and scare quotes are left out: a quotation counts when a speaker is found for
it, or when it is a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.model.annotations import Entity, EntityKind, Quote
from briefing.model.article import Article, Span
from briefing.reading.attribution import Attribution, Said
from briefing.reading.quote_marks import quotations
from briefing.reading.sentences import PROSE, article_sentences, sentences

_LINE = re.compile(r"[^\n]+")


def quotes(text: str, people: Sequence[Span] = (), firms: Sequence[Span] = ()) -> tuple[Quote, ...]:
    """The direct quotes of a text, with their speakers.

    Args:
        text: the text, one paragraph a line.
        people: mentions of people, where they are known.
        firms: mentions of organisations, where they are known.

    Returns:
        The quotes in text order; of one that runs over several paragraphs, the share of each.
    """
    return tuple(Quote(each.span, each.named) for each in said(text, people, firms))


def said(text: str, people: Sequence[Span] = (), firms: Sequence[Span] = ()) -> tuple[Said, ...]:
    """The direct quotes of a text, with their speakers as written and by name."""
    paragraphs = [Span(*line.span()) for line in _LINE.finditer(text)]
    return _said(text, paragraphs, lambda: sentences(text), people, firms)


def speakers(entities: Sequence[Entity]) -> tuple[list[Span], list[Span]]:
    """The mentions of those who can speak: people, and organisations."""
    people, firms = (
        [mention for each in entities if each.kind is kind for mention in each.mentions]
        for kind in (EntityKind.PERSON, EntityKind.ORGANISATION)
    )
    return people, firms


def article_said(
    article: Article,
    people: Sequence[Span] = (),
    firms: Sequence[Span] = (),
    known: Sequence[Span] | None = None,
) -> tuple[Said, ...]:
    """The direct quotes of an article's prose, with their speakers as written and by name.

    Args:
        article: the article.
        people: mentions of people, where they are known.
        firms: mentions of organisations, where they are known.
        known: the sentences of its prose, where they are known already.
    """
    paragraphs = [block.span for block in article.blocks if block.kind in PROSE]
    split = (lambda: article_sentences(article)) if known is None else (lambda: tuple(known))
    return _said(article.text, paragraphs, split, people, firms)


def _said(
    text: str,
    paragraphs: Sequence[Span],
    split: Callable[[], Sequence[Span]],
    people: Sequence[Span],
    firms: Sequence[Span],
) -> tuple[Said, ...]:
    marked = quotations(text, paragraphs)
    sentences = split() if marked else ()
    if not sentences:
        return ()
    return tuple(Attribution(text, marked, paragraphs, sentences, people, firms).all())
