"""Selecting by the units of reading: word, sentence, paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.model.article import Article, Span
from briefing.model.columns import Spans, spans_of

WORD = re.compile(r"\S+")
NEAR = 4_096
"""Characters on either side that are looked at for a word: a longer one ends there."""

EDGE = "\"'“”‘’()[]{}.,;:!?…—–-"
"""Signs that stand at a word's edge without belonging to it."""


def word_at(text: str, offset: int) -> Span | None:
    """The word at a character, or the next one in its paragraph, without quotes and stops."""
    start = offset
    if offset < len(text) and not text[offset].isspace():
        while start > 0 and not text[start - 1].isspace():
            start -= 1
    found = WORD.search(text, start)
    if found is None:
        return None
    first, last = found.span()
    while first < last - 1 and text[first] in EDGE:
        first += 1
    while last > first + 1 and text[last - 1] in EDGE:
        last -= 1
    return Span(first, last)


def unit_at(units: Spans, offset: int) -> Span | None:
    """The unit that holds a character; units are in order and do not overlap."""
    index = bisect_right(units.starts, offset) - 1
    if index >= 0 and offset < units.ends[index]:
        return units[index]
    return None


def next_word(text: str, offset: int, count: int) -> int:
    """The beginning of the word ``count`` words after (or, negative, before) a character."""
    for _ in range(abs(count)):
        if count > 0:
            gap = re.compile(r"\s").search(text, offset)
            found = WORD.search(text, gap.end()) if gap else None
            if found is None:
                return offset
            offset = found.start()
        else:
            here = offset
            while here > 0 and text[here - 1].isspace():
                here -= 1
            while here > 0 and not text[here - 1].isspace():
                here -= 1
            offset = here
    return offset


def _near(article: Article, offset: int) -> tuple[str, int]:
    """The text around a character, and where it begins."""
    begin = max(offset - NEAR, 0)
    return article.cut(begin, offset + NEAR), begin


def word_of(article: Article, offset: int) -> Span | None:
    """As :func:`word_at`, with no more than the text around the character looked at."""
    text, begin = _near(article, offset)
    found = word_at(text, offset - begin)
    if found is None:
        return None
    return Span(begin + found.start, begin + found.end)


def words_on(article: Article, offset: int, count: int) -> int:
    """As :func:`next_word`, with no more than the text around the character looked at."""
    for _ in range(abs(count)):
        text, begin = _near(article, offset)
        offset = begin + next_word(text, offset - begin, 1 if count > 0 else -1)
    return offset


class Selector:
    """Grows and shrinks a selection in one article.

    Args:
        article: the article.
        sentences: its sentences, in order; paragraphs stand in where there are none.
    """

    def __init__(self, article: Article, sentences: Sequence[Span] = ()) -> None:
        self.article = article
        self.blocks = spans_of(article.blocks)
        self.sentences = Spans.of(sentences) if sentences else self.blocks

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence at a character; in a heading or a line of furniture, the whole line."""
        return unit_at(self.sentences, offset) or unit_at(self.blocks, offset)

    def grown(self, selection: Span | None, offset: int) -> Span | None:
        """The next larger unit: a word, its sentence, its paragraph, then the next paragraphs."""
        if selection is None:
            return word_of(self.article, offset)
        for units in (self.sentences, self.blocks):
            unit = unit_at(units, selection.start)
            if unit and unit.covers(selection) and unit != selection:
                return unit
        ends = self.blocks.ends
        following = bisect_right(self.blocks.starts, selection.end - 1)
        while following < len(ends) and ends[following] <= selection.end:
            following += 1  # such as a rule, which has no words
        if following < len(ends):
            return Span(selection.start, ends[following])
        return selection

    def by_words(self, selection: Span, count: int) -> Span:
        """The selection with its end moved by words; at least a word stays."""
        end = selection.end
        if count > 0:
            text, begin = _near(self.article, end)
            found = WORD.search(text, end - begin)
            if found is not None:
                end = begin + found.end()
        else:
            end = words_on(self.article, end, -1)
            text, begin = _near(self.article, end)
            while end > selection.start and text[end - begin - 1].isspace():
                end -= 1
        return Span(selection.start, end) if end > selection.start else selection

    def by_sentences(self, selection: Span, count: int) -> Span:
        """The selection with its end moved to the end of the next or the former sentence."""
        units = self.sentences
        if count > 0:
            index = bisect_right(units.ends, selection.end)
            end = units.ends[index] if index < len(units) else selection.end
        else:
            index = bisect_right(units.ends, selection.end - 1) - 1
            end = units.ends[index] if index >= 0 else selection.end
        return Span(selection.start, end) if end > selection.start else selection
