"""Key facts: the figures, dates and direct quotes of an article that are worth knowing.

Each is found by its own module; here they are weighed against one another, told once however
often the article gives them, and cut to a number that can be read at a glance. Only sentences
are looked at: titles, headings, tables, code and furniture have no facts of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.annotations import Entity, KeyFact
from briefing.model.article import Article, Span
from briefing.reading.attribution import Said
from briefing.reading.dates import dates
from briefing.reading.fact_worth import Candidate, date_worth, figure_worth, quote_worth
from briefing.reading.figure_rank import rankable, ranked
from briefing.reading.quotes import article_said, speakers
from briefing.reading.standing import beside_story
from briefing.reading.taken import Taken

_FEWEST, _MOST = 6, 13
_WORDS_A_FACT = 70
"""An article has room for one more figure or date for every so many words."""
_MOST_QUOTES = 5
_WORDS_A_QUOTE = 150
_STAMPED = re.compile(r"\(@\w{1,30}\)\s*\Z")
_STAMP = 40
"""Characters in which a handle stands before the day of its post, which is no day of the story."""
_BARE = 4
"""Characters beside a day that are no sentence."""
_CROWDED = 0.85
"""What the third and each further fact of a sentence is worth of its own worth."""


def key_facts(
    article: Article,
    sentences: Sequence[Span],
    entities: Sequence[Entity] = (),
    quotes: Sequence[Said] | None = None,
) -> tuple[KeyFact, ...]:
    """The facts of an article worth knowing, most important first.

    Args:
        article: the article.
        sentences: the sentences of its prose, in order.
        entities: what it names, where that is known; helps with speakers.
        quotes: its direct quotes, where they are known already.

    Returns:
        Figures and dates, six and one more for every 70 words, 13 at most, and a few quotes.
    """
    if not sentences:
        return ()
    words = sum(sentence.of(article.text).count(" ") + 1 for sentence in sentences)
    room = min(_MOST, _FEWEST + words // _WORDS_A_FACT)
    told = min(_MOST_QUOTES, 1 + words // _WORDS_A_QUOTE)
    if quotes is None:
        quotes = article_said(article, *speakers(entities), sentences)
    numbers = _once(_numbers(article, sentences))
    sayings = _once(_sayings(article, sentences, entities, quotes))
    chosen = [*_spread(numbers)[:room], *_spread(sayings)[:told]]
    chosen.sort(key=lambda fact: (-fact.score, fact.span))
    return tuple(chosen)


def _numbers(article: Article, sentences: Sequence[Span]) -> Iterator[Candidate]:
    """The figures and dates of an article, each weighed."""
    text = article.text
    sentences = [each for each in sentences if not beside_story(each.of(text))] or sentences
    starts = [sentence.start for sentence in sentences]
    mentions = dates(text, article.published)
    within = [
        mention
        for mention in mentions
        if _sentence(sentences, starts, mention.span)
        and not _STAMPED.search(text, max(0, mention.span.start - _STAMP), mention.span.start)
    ]
    amounts = rankable(text, [mention.span for mention in mentions])
    prose = [figure for figure in amounts if _sentence(sentences, starts, figure.span)]
    for rank in ranked(text, prose, article.title):
        number = _sentence(sentences, starts, rank.figure.span) or 1
        if found := figure_worth(text, rank, number - 1, sentences[number - 1]):
            yield found
    for mention in within:
        number = _sentence(sentences, starts, mention.span) or 1
        if article.dateline is not None and article.dateline.overlaps(mention.span):
            continue
        if len(sentences[number - 1]) - len(mention.span) < _BARE:
            continue  # a line that is nothing but a day says nothing of it
        if found := date_worth(text, mention, number - 1, sentences[number - 1]):
            yield found


def _sayings(
    article: Article,
    sentences: Sequence[Span],
    entities: Sequence[Entity],
    quotes: Sequence[Said],
) -> Iterator[Candidate]:
    """The direct quotes of an article, each weighed."""
    main = Taken(mention for entity in entities[:3] for mention in entity.mentions)
    starts = [sentence.start for sentence in sentences]
    for quote in quotes:
        number = bisect_right(starts, quote.span.start)
        if not number:
            continue
        last = sentences[max(number, bisect_left(starts, quote.span.end)) - 1]
        opening = sentences[number - 1]
        whole = Span(opening.start, max(opening.end, last.end))
        central = quote.named is not None and main.overlaps(quote.named)
        if found := quote_worth(article.text, quote, number - 1, whole, central=central):
            yield found


def _sentence(sentences: Sequence[Span], starts: Sequence[int], span: Span) -> int:
    """The number of the sentence a span stands in, from 1; 0 where it stands in none."""
    number = bisect_right(starts, span.start)
    return number if number and sentences[number - 1].covers(span) else 0


def _once(candidates: Iterable[Candidate]) -> list[KeyFact]:
    """Each fact once, at its best mention, with its other mentions."""
    groups: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(candidate.identity, []).append(candidate)
    facts = []
    for group in groups.values():
        best = max(group, key=lambda candidate: (candidate.score, -candidate.span.start))
        others = sorted(each.span for each in group if each is not best)
        why = best.why
        if others and not any(reason.startswith("given") for reason in why):
            why = (*why, f"given {len(others) + 1} times")
        facts.append(
            KeyFact(
                best.span,
                best.kind,
                best.sentence,
                best.value,
                best.speaker,
                round(best.score + 0.1 * min(3, len(others)), 4),
                tuple(others),
                why,
            )
        )
    return facts


def _spread(facts: list[KeyFact]) -> list[KeyFact]:
    """The facts in their order, with those of a crowded sentence further down."""
    taken: dict[int, int] = {}
    weighed = []
    for fact in sorted(facts, key=lambda fact: (-fact.score, fact.span)):
        crowd = taken.get(fact.sentence.start, 0)
        taken[fact.sentence.start] = crowd + 1
        weighed.append((fact.score * _CROWDED ** max(0, crowd - 1), fact))
    weighed.sort(key=lambda pair: (-pair[0], pair[1].span))
    return [fact for _, fact in weighed]
