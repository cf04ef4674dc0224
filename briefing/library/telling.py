"""Holding an article against the others that tell of the same event.

What is new in it for somebody who has read some of them is judged sentence by sentence by
:mod:`.novelty`; figures that differ are found by :mod:`.conflicts` among the sentences that tell of
the same thing. All of it is spans of the articles.

What this takes is imported where it is used: the screen's process names these functions to the one
that reads, and never calls them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefing.model.article import Article, Span
from briefing.model.records import dataclass
from briefing.model.telling import Clash, Teller, Telling

NEW = 0.4
"""The novelty from which on a sentence counts as new."""
_TERMS = 4
"""Terms of a sentence that can tell something new: ``Read on`` cannot."""
_ALIKE = 0.3
"""The likeness of two sentences from which on they may tell of the same thing."""
_CLASHES = 12
"""The most that are told of an article."""
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|half|twice)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    words: str
    terms: frozenset[str]


def tellers(article: Article, others: Sequence[tuple[Article, bool]]) -> tuple[Teller, ...]:
    """The other articles on an event, with how much they say that is new; see :func:`telling`."""
    known = _known(others) + article.text
    return tuple(
        Teller(
            other.digest,
            other.title,
            other.source,
            read,
            0 if read else len(_new(_sentences(other), known)),
        )
        for other, read in others
    )


def telling(article: Article, others: Sequence[tuple[Article, bool]]) -> Telling:
    """What an article says beyond and against others.

    Args:
        article: the one in question.
        others: the others on the event, each with whether it was read.
    """
    mine = _sentences(article)
    theirs = [(other, read, _sentences(other)) for other, read in others]
    known = _known(others)
    clashes = [
        clash for other, _, sentences in theirs for clash in _clashes(mine, other, sentences)
    ]
    clashes.sort(key=lambda clash: (clash.span, clash.digest))
    return Telling(
        article.digest,
        tellers(article, others),
        sum(read for _, read, _ in theirs),
        _new(mine, known) if known else (),
        tuple(clashes[:_CLASHES]),
    )


def _known(others: Sequence[tuple[Article, bool]]) -> str:
    return "".join(f"{other.text}\n" for other, read in others if read)


def _sentences(article: Article) -> list[_Sentence]:
    from briefing.reading.sentences import article_sentences
    from briefing.reading.terms import terms

    found = []
    for span in article_sentences(article):
        words = span.of(article.text)
        found.append(_Sentence(span, words, frozenset(terms(words))))
    return found


def _new(sentences: Sequence[_Sentence], known: str) -> tuple[Span, ...]:
    from briefing.library.novelty import novelty

    return tuple(
        each.span
        for each in sentences
        if len(each.terms) >= _TERMS and novelty(known, each.words) >= NEW
    )


def _clashes(mine: Sequence[_Sentence], other: Article, theirs: Sequence[_Sentence]) -> list[Clash]:
    """The figures that differ, each of this article once.

    Figures are compared in sentences that tell of the same thing: either is the likest to the
    other that its article has.
    """
    from briefing.library.conflicts import Verdict, compare

    ours = [each for each in mine if _FIGURE.search(each.words)]
    others = [each for each in theirs if _FIGURE.search(each.words)]
    found: list[Clash] = []
    for one in ours:
        two = _likest(one, others)
        if two is None or _likest(two, ours) is not one:
            continue
        result = compare(one.words, two.words)
        if result.verdict is Verdict.CONFLICT and result.one and result.other:
            there = _within(two.span, result.other)
            found.append(
                Clash(
                    _within(one.span, result.one),
                    one.span,
                    other.digest,
                    other.source or other.title,
                    there,
                    there.of(other.text),
                    two.words,
                )
            )
    return found


def _likest(one: _Sentence, others: Sequence[_Sentence]) -> _Sentence | None:
    """The sentence most like another, if any is like it at all."""
    ranked = [(_likeness(one.terms, each.terms), -each.span.start, each) for each in others]
    best = max(ranked, key=lambda rank: rank[:2], default=None)
    return best[2] if best is not None and best[0] >= _ALIKE else None


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The cosine of two sets of terms, their figures left out: those are what may differ."""
    mine, theirs = (frozenset(t for t in terms if t[0].isalpha()) for terms in (one, other))
    return len(mine & theirs) / math.sqrt(len(mine) * len(theirs) or 1)


def _within(sentence: Span, span: Span) -> Span:
    return Span(sentence.start + span.start, sentence.start + span.end)
