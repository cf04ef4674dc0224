"""Where quotations begin and end: curly, straight and single marks, over several paragraphs.

A quotation that runs on is opened anew at the head of each paragraph and closed only in the
last; each paragraph's share is given by itself. Apostrophes, feet and inches are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.article import Span
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks."""

    inner: Span
    """The words, without the marks."""
    outer: Span
    """The words with the marks (as far as there are two)."""
    continues: bool = False
    """Whether it goes on with the quotation of the paragraph before."""


_DOUBLE = re.compile(r"[“”„\"«»]|``|''")
_SINGLE = re.compile(r"(?<![^\W_])[‘'](?=\S)|[’'](?!\w)")
_OPENERS = frozenset({"“", "„", "«", "``"})
_CLOSERS = frozenset({"”", "»"})
_BEFORE_OPENING = frozenset(" \t\n([{—–―-/:'’‘")
_LONGEST = 6000
"""Characters; a mark further off belongs to something else."""
_FEWEST = 3
"""Words that a quotation in single marks has at least."""


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Every quotation of a text, in order, without overlaps; what is quoted within is left out."""
    found: list[Quotation] = []
    running = False
    for paragraph in paragraphs:
        running = _double(text, paragraph.start, paragraph.end, running, found)
    single = list(_single(text))
    if sum(len(each.inner) for each in single) > sum(len(each.inner) for each in found):
        return single
    return found


def _double(text: str, start: int, end: int, running: bool, found: list[Quotation]) -> bool:
    """Adds the quotations of one paragraph; tells whether the last of them is left open."""
    opened: re.Match[str] | None = None
    continues = False
    for mark in _DOUBLE.finditer(text, start, end):
        if opened is None:
            if _opens(text, start, mark):
                opened = mark
                continues = running and not text[start : mark.start()].strip()
        elif _closes(text, end, mark):
            inner = Span(opened.end(), mark.start())
            if len(inner) and text[inner.start : inner.end].strip():
                found.append(Quotation(inner, Span(opened.start(), mark.end()), continues))
            opened, running = None, False
        elif mark.group() in ("“", "``"):
            opened = mark
    if opened is None:
        return False
    rest = text[opened.end() : end].rstrip()
    runs_on = _runs_on(text, end, opened.group())
    if len(rest) > 1 and (runs_on or not text[start : opened.start()].strip()):
        inner = Span(opened.end(), opened.end() + len(rest))
        found.append(Quotation(inner, Span(opened.start(), inner.end), continues))
    return runs_on


def _opens(text: str, start: int, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in _OPENERS:
        return True
    at, after = mark.start(), text[mark.end() : mark.end() + 1]
    fits = at == start or text[at - 1] in _BEFORE_OPENING
    if sign in _CLOSERS:  # a mark typed the wrong way round at the head of a paragraph
        return at == start and not after.isspace()
    return fits and bool(after) and not after.isspace()


def _closes(text: str, end: int, mark: re.Match[str]) -> bool:
    sign = mark.group()
    if sign in _OPENERS:
        return False
    if sign in _CLOSERS:
        return True
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return mark.end() >= end or not (before.isspace() and after.isalnum())


def _runs_on(text: str, end: int, sign: str) -> bool:
    """Whether the next paragraph opens with the same mark again."""
    ahead = text[end : end + 80].lstrip()
    return ahead.startswith(sign)


def _single(text: str) -> Iterator[Quotation]:
    """Quotations in single marks, as British papers set them: ``‘We will appeal,’ she said``."""
    opened: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text):
        opening = mark.group() in "‘'" and _free(text, mark.start())
        if opening and not (opened and mark.group() == "'" and text[opened.start()] == "‘"):
            opened = mark
            continue
        if opened is None or mark.start() == opened.start():
            continue
        inner = Span(opened.end(), mark.start())
        if len(inner) > _LONGEST or "\n\n" in text[inner.start : inner.end]:
            opened = None
            continue
        if text[mark.start() - 1] not in ".,!?…":
            continue
        if len(text[inner.start : inner.end].split()) >= _FEWEST:
            yield Quotation(inner, Span(opened.start(), mark.end()))
            opened = None


def _free(text: str, at: int) -> bool:
    """Whether a single mark stands free on its left, as an opening one does."""
    return at == 0 or text[at - 1] in _BEFORE_OPENING or text[at - 1] in '"“'
