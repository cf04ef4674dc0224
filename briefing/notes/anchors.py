"""Finding a marked passage again, also in an article that was changed since.

An anchor keeps the passage, some words on either side, and its place: the TextQuoteSelector
and TextPositionSelector of the W3C Web Annotation model. They are asked in this order: the
exact words at their place, the exact words elsewhere (where several places have them, the one
whose surroundings and place fit best), then words that are close. Only exact words are ever
called the same or moved: following "Tuesday" to "Wednesday" in silence would be a defect.
"""

from __future__ import annotations

from briefing.model.article import Article, Span
from briefing.model.notes import Anchor, Standing

CONTEXT = 30
"""Characters kept on either side, before they are cut on a whole word."""


def anchor(article: Article, span: Span) -> Anchor:
    """The anchor of a passage.

    Args:
        article: the article as it is shown.
        span: the passage; white space at its ends is left out.

    Raises:
        ValueError: when there is nothing but white space in the passage.
    """
    span = trimmed(article.text, span)
    return Anchor(
        quote=span.of(article.text),
        prefix=_prefix(article.text, span.start),
        suffix=_suffix(article.text, span.end),
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


def resolve(anchor: Anchor, article: Article) -> tuple[Standing, Span | None]:
    """Where an anchor's passage stands in an article now."""
    text, place = article.text, anchor.position
    if text.startswith(anchor.quote, place.start):
        return Standing.SAME, place
    found = text.find(anchor.quote)
    if found >= 0:
        return Standing.MOVED, Span(found, found + len(anchor.quote))
    return Standing.GONE, None
