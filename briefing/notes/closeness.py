"""Where a passage stands whose words were changed: between its old surroundings, or nearby words.

The comparison is by words, not characters, and bounded: an index of the article's words gives
the few places worth a closer look, and only those are aligned.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from functools import lru_cache

from briefing.model.article import Span
from briefing.model.notes import Anchor

ENOUGH = 0.55
"""The part of the quote's letters that must stand in words that are still there, in order."""
TELLING = 8
"""Characters on either side without which surroundings could be anybody's."""
_LONGEST = 120
"""Words of a quote that are aligned whole; of a longer one, the two ends are."""
_END = 40
"""Words in such an end."""
_COMMON = 400
"""A word with more places than this does not tell where to look."""
_LOOKED_AT = 5
"""Places that are aligned."""
_CONTEXTS = 200
"""Places of the surroundings that are tried."""

# Scripts that are written without spaces give one word a character.
_WORD = r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+"


def between(anchor: Anchor, text: str) -> Span | None:
    """What stands between the passage's old surroundings now, when both are still there.

    A short passage may have been exchanged whole ("Tuesday", "Wednesday"); of a longer one
    some words must be left, or else another sentence has taken its place.
    """
    if min(len(anchor.prefix.strip()), len(anchor.suffix.strip())) < TELLING:
        return None
    limit = 2 * len(anchor.quote) + 60
    best: Span | None = None
    start, tries = text.find(anchor.prefix), 0
    while start >= 0 and tries < _CONTEXTS:
        begin = start + len(anchor.prefix)
        end = text.find(anchor.suffix, begin, begin + limit + len(anchor.suffix))
        passage = text[begin:end]
        if end >= 0 and passage.strip() and _kin(anchor.quote, passage):
            span = Span(begin + len(passage) - len(passage.lstrip()), begin + len(passage.rstrip()))
            if best is None or _distance(span, anchor) < _distance(best, anchor):
                best = span
        start, tries = text.find(anchor.prefix, start + 1), tries + 1
    return best


def close(anchor: Anchor, text: str) -> Span | None:
    """The passage whose words are closest to the quote's, if any is close enough."""
    quote = words(anchor.quote)
    if len(quote) < 3:
        return None  # one or two words stand anywhere
    index = _indexed(text)
    if len(quote) <= _LONGEST:
        found = _aligned(quote, anchor, index)
        return _with_signs(found, anchor.quote, text) if found else None
    head = _aligned(quote[:_END], anchor, index)
    tail = _aligned(quote[-_END:], anchor, index)
    if head is None or tail is None or not head.start < tail.end:
        return None
    whole = _with_signs(Span(head.start, tail.end), anchor.quote, text)
    return whole if len(anchor.quote) / 2 <= len(whole) <= len(anchor.quote) * 2 else None


def _with_signs(span: Span, quote: str, text: str) -> Span:
    """Takes in the signs at the ends, such as a full stop, that the quote has there too."""
    start, end = span.start, span.end
    signs = re.search(r"[^\w\s]*$", quote[-8:])
    while signs and end < len(text) and text[end] in signs[0]:
        end += 1
    signs = re.match(r"[^\w\s]*", quote[:8])
    while signs and start and text[start - 1] in signs[0]:
        start -= 1
    return Span(start, end)


def _distance(span: Span, anchor: Anchor) -> int:
    return abs(span.start - anchor.position.start)


def _kin(quote: str, passage: str) -> bool:
    before, after = Counter(words(quote)), Counter(words(passage))
    if before.total() < 6:
        return True
    return (before & after).total() >= 0.3 * before.total()


def words(text: str) -> list[str]:
    """The words of a text, without case; in scripts without spaces, its characters."""
    return re.findall(_WORD, text.casefold())


class _Index:
    """An article's words, where each begins and ends, and the places of each."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for match in re.finditer(_WORD, text):
            word = match.group().casefold()
            self.places[word].append(len(self.words))
            self.words.append(word)
            self.spans.append(match.span())


@lru_cache(maxsize=1)
def _indexed(text: str) -> _Index:
    # The notes of one article are looked for one after the other in the same text.
    return _Index(text)


def _aligned(quote: list[str], anchor: Anchor, index: _Index) -> Span | None:
    """The best alignment of the quote's words with the article's, if it is good enough."""
    letters = sum(map(len, quote))
    best, best_score = None, 0.0
    for start in _candidates(quote, index):
        low = max(0, start - len(quote) // 2 - 2)
        window = index.words[low : start + len(quote) + len(quote) // 2 + 2]
        matcher = SequenceMatcher(None, quote, window, autojunk=False)
        runs = [run for run in matcher.get_matching_blocks() if run.size]
        kept = sum(len(word) for run in runs for word in quote[run.a : run.a + run.size])
        if not runs or kept < ENOUGH * letters:
            continue
        first, last = runs[0], runs[-1]
        begin = _stretched(index, low + first.b, -1, first.a, anchor.prefix)
        missing = len(quote) - last.a - last.size
        end = _stretched(index, low + last.b + last.size - 1, 1, missing, anchor.suffix)
        # Words squeezed in between make a match worse; so does distance, but only just.
        score = 2 * kept / (letters + sum(map(len, index.words[begin : end + 1])))
        span = Span(index.spans[begin][0], index.spans[end][1])
        score -= min(_distance(span, anchor), 10**6) / 10**8
        if score > max(best_score, ENOUGH):
            best, best_score = span, score
    return best


def _candidates(quote: list[str], index: _Index) -> list[int]:
    """Where in the article the quote may begin: the places most of its words vote for."""
    votes: Counter[int] = Counter()
    slack = max(1, len(quote) // 4)
    telling = [(i, word) for i, word in enumerate(quote) if len(index.places[word]) <= _COMMON]
    for i, word in telling:
        for place in index.places[word]:
            votes[max(0, place - i) // slack] += len(word)
    # A beginning may fall on either side of a bucket's edge: neighbours vote together.
    pairs = {bucket: count + votes[bucket + 1] for bucket, count in votes.items()}
    ranked = sorted(pairs, key=lambda bucket: (-pairs[bucket], bucket))
    return [bucket * slack for bucket in ranked[:_LOOKED_AT]]


def _stretched(index: _Index, word: int, step: int, missing: int, context: str) -> int:
    """Takes in changed words at an end of the passage, up to the word that stood beside it."""
    neighbours = words(context)
    if not missing or not neighbours:
        return word
    neighbour = neighbours[-1 if step < 0 else 0]
    for more in range(1, 2 * missing + 2):
        beyond = word + step * more
        if not 0 <= beyond < len(index.words):
            break
        if index.words[beyond] == neighbour:
            return beyond - step
    return word
