"""Finding a marked passage again, also in an article that was changed since.

An anchor keeps the passage, some words on either side, and its place: the TextQuoteSelector
and TextPositionSelector of the W3C Web Annotation model. They are asked in this order: the
exact words at their place, the exact words elsewhere (where several places have them, the one
whose surroundings and place fit best), what stands between the same surroundings, and words
that are close. Only exact words are ever called the same or moved: following "Tuesday" to
"Wednesday" in silence would be a defect, and so would be following it to another "Tuesday": a
word or two are theirs only beside what stood there. White space is not words: a text that was
wrapped anew has not changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from briefing.model.article import Article, Span
from briefing.model.notes import Anchor, Standing
from briefing.notes import closeness

CONTEXT = 30
"""Characters kept on either side, before they are cut on a whole word."""
SHORT = 25
"""A quote of fewer characters may stand anywhere by chance; its surroundings must agree."""
FEW = 2
"""So few words, at another place and in other surroundings, are another passage."""
_PLACES = 5_000
"""Places of a quote that are compared: words as common as "the" have more in a book."""


def anchor(article: Article, span: Span) -> Anchor:
    """The anchor of a passage.

    Args:
        article: the article as it is shown.
        span: the passage; white space at its ends is left out.

    Raises:
        ValueError: when there is nothing but white space in the passage.
    """
    text = article.text
    span = trimmed(text, span)
    return Anchor(
        quote=span.of(text),
        prefix=_prefix(text, span.start),
        suffix=_suffix(text, span.end),
        position=span,
        digest=article.digest,
    )


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its ends.

    Raises:
        ValueError: when nothing is left, or the span is not within the text.
    """
    quote = span.of(text)
    start = span.start + len(quote) - len(quote.lstrip())
    end = span.start + len(quote.rstrip())
    if end <= start or span.end > len(text):
        raise ValueError(f"no words in {span}")
    return Span(start, end)


def resolve(anchor: Anchor, article: Article) -> tuple[Standing, Span | None]:
    """Where an anchor's passage stands in an article now.

    Returns:
        How it stands and where; the place is ``None`` when it is gone.
    """
    place = anchor.position
    if anchor.digest == article.digest and article.of(place) == anchor.quote:
        return Standing.SAME, place
    text = article.text
    found = _exact(anchor, text)
    if found is not None and (len(anchor.quote) >= SHORT or _agreement(anchor, text, found) > 0.3):
        return _standing(found, place), found
    changed = closeness.between(anchor, text)
    if changed is None and found is not None:
        return _standing(found, place), found
    changed = changed or closeness.close(anchor, text)
    if changed is None:
        return Standing.GONE, None
    same = changed.of(text).split() == anchor.quote.split()
    return (_standing(changed, place) if same else Standing.CHANGED), changed


def _standing(found: Span, place: Span) -> Standing:
    return Standing.SAME if found.start == place.start else Standing.MOVED


def _exact(anchor: Anchor, text: str) -> Span | None:
    """The place of the exact words whose surroundings, and then place, fit best."""
    places = _literal(anchor.quote, text) or _rewrapped(anchor.quote, text)
    if len(closeness.words(anchor.quote)) <= FEW:
        places = [span for span in places if _at_home(anchor, text, span)]
    if len(places) <= 1:
        return places[0] if places else None
    return max(
        places,
        key=lambda span: (
            _agreement(anchor, text, span),
            -abs(span.start - anchor.position.start),
        ),
    )


def _literal(quote: str, text: str) -> list[Span]:
    places: list[Span] = []
    start = text.find(quote)
    while start >= 0 and len(places) < _PLACES:
        places.append(Span(start, start + len(quote)))
        start = text.find(quote, start + 1)
    return places


def _rewrapped(quote: str, text: str) -> list[Span]:
    """Places with the same words between other white space."""
    words = quote.split()
    if len(words) < 2:
        return []
    folded, starts, places = _folded(text)

    def original(offset: int) -> int:
        word = bisect_right(starts, offset) - 1
        return places[word] + offset - starts[word]

    # The last character is looked up, not the end: a blank after it is not of one length.
    return [
        Span(original(found.start), original(found.end - 1) + 1)
        for found in _literal(" ".join(words), folded)
    ]


@lru_cache(maxsize=1)
def _folded(text: str) -> tuple[str, list[int], list[int]]:
    """A text with single blanks, and where each of its words starts in it and in the original."""
    words, starts, places, length = [], [], [], 0
    for match in re.finditer(r"\S+", text):
        words.append(match.group())
        starts.append(length)
        places.append(match.start())
        length += match.end() - match.start() + 1
    return " ".join(words), starts, places


def _agreement(anchor: Anchor, text: str, span: Span) -> float:
    """How much of the passage's surroundings stands around a span: 0 to 1."""
    total = len(anchor.prefix) + len(anchor.suffix)
    if not total:
        return 1.0
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    return (_common(anchor.prefix[::-1], before[::-1]) + _common(anchor.suffix, after)) / total


def _at_home(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether words are at their old place, or most of one side of it still stands there."""
    if span.start == anchor.position.start or not (anchor.prefix or anchor.suffix):
        return True
    before = text[max(0, span.start - len(anchor.prefix)) : span.start]
    after = text[span.end : span.end + len(anchor.suffix)]
    sides = (
        (len(anchor.prefix), _common(anchor.prefix[::-1], before[::-1]), span.start == 0),
        (len(anchor.suffix), _common(anchor.suffix, after), span.end == len(text)),
    )
    return any(same * 2 >= whole if whole else edge for whole, same, edge in sides)


def _common(one: str, other: str) -> int:
    """The length of the beginning that two texts share, taking any white space for equal."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b and not (a.isspace() and b.isspace()):
            break
        length += 1
    return length


def _prefix(text: str, end: int) -> str:
    start = max(0, end - CONTEXT)
    before = text[start:end]
    if start and not text[start - 1].isspace():
        # The window begins within a word: leave that word out, unless it is all there is.
        space = next((i for i, char in enumerate(before) if char.isspace()), None)
        before = before if space is None else before[space:].lstrip() or before[space:]
    return before


def _suffix(text: str, start: int) -> str:
    end = min(len(text), start + CONTEXT)
    after = text[start:end]
    if end < len(text) and not text[end].isspace():
        space = next((i for i in range(len(after) - 1, -1, -1) if after[i].isspace()), None)
        after = after if space is None else after[:space].rstrip() or after[: space + 1]
    return after
