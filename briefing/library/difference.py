"""What changed between two versions of an article: the words that went, and those that came.

Sentences are compared first, so that a paragraph that was put in moves nothing else; in those
that differ, words. Both comparisons are ``difflib``'s: the longest run that both have, then the
same left and right of it (Ratcliff and Obershelp, 1988). Two sentences that have little in common
are shown whole, one gone and one new, rather than as a scatter of common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing.library.history import Change, Revision
from briefing.model.article import Span
from briefing.reading.sentences import sentences

_TOKEN = re.compile(r"\w+(?:[’'.,]\w+)*|[^\w\s]")
_AKIN = 0.4
"""The part of their words that two sentences share at least if one became the other."""
_MOST = 2_000
"""Words of a stretch that are compared one by one; a longer one is shown whole."""


def difference(old: str, new: str) -> tuple[Revision, ...]:
    """The passages that changed, in the order of the new text.

    White space does not count: a page that was only set anew has not changed.

    Args:
        old: the text of one version.
        new: the text of another.
    """
    before, after = _sentences(old), _sentences(new)
    matcher = SequenceMatcher(
        None, [_bare(s, old) for s in before], [_bare(s, new) for s in after], autojunk=False
    )
    found: list[Revision] = []
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            one, other = _stretch(before, i, j, old), _stretch(after, k, m, new)
            for gone, come in _paired(old, new, one, other, before[i:j], after[k:m]):
                changes = tuple(_changes(old, new, gone, come))
                if changes:
                    found.append(Revision(gone, come, changes))
    return tuple(found)


def _sentences(text: str) -> list[Span]:
    """The sentences of each paragraph: a heading is none of the paragraph below it."""
    found: list[Span] = []
    for block in re.finditer(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text):
        inside = sentences(block[0].replace("\n", " "))
        found += [Span(block.start() + s.start, block.start() + s.end) for s in inside]
    return found


def _bare(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())


def _stretch(spans: Sequence[Span], first: int, last: int, text: str) -> Span:
    """From one sentence to another; the place before the next one where there are none."""
    if first < last:
        return Span(spans[first].start, spans[last - 1].end)
    at = spans[first].start if first < len(spans) else len(text.rstrip())
    return Span(at, at)


def _paired(
    old: str,
    new: str,
    one: Span,
    other: Span,
    before: Sequence[Span],
    after: Sequence[Span],
) -> Iterator[tuple[Span, Span]]:
    """Sentences that became others, side by side, in the order of the text."""
    here, there = one.start, 0
    for come in after:
        bag = _bag(come.of(new))
        akin = [
            (_shared(_bag(gone.of(old)), bag), -number)
            for number, gone in enumerate(before)
            if number >= there
        ]
        share, number = max(akin, default=(0.0, 0))
        if share < _AKIN:
            yield Span(here, here), come
            continue
        for gone in before[there:-number]:
            yield gone, Span(come.start, come.start)
        yield before[-number], come
        there, here = -number + 1, before[-number].end
    for gone in before[there:]:
        yield gone, Span(other.end, other.end)


def _bag(sentence: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(sentence.casefold()))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)


def _changes(old: str, new: str, gone: Span, come: Span) -> Iterator[Change]:
    """The changes from one sentence to another, word by word."""
    before = [m.span() for m in _TOKEN.finditer(old, gone.start, gone.end)]
    after = [m.span() for m in _TOKEN.finditer(new, come.start, come.end)]
    if not before or not after or max(len(before), len(after)) > _MOST:
        if before or after:
            yield Change(gone, come)
        return
    matcher = SequenceMatcher(
        None, [old[a:b] for a, b in before], [new[a:b] for a, b in after], autojunk=False
    )
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal":
            yield Change(_run(before, i, j, gone), _run(after, k, m, come))


def _run(tokens: Sequence[tuple[int, int]], first: int, last: int, within: Span) -> Span:
    """From one word to another; the place after the former one where there are none."""
    if first < last:
        return Span(tokens[first][0], tokens[last - 1][1])
    at = tokens[first - 1][1] if first else within.start
    return Span(at, at)
