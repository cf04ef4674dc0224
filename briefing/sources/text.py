"""Plain text: its blocks are found, and its words stay where they are.

Files come in two manners. In *tight* text a line is a paragraph. In *wrapped* text (e-mail,
old agencies, Project Gutenberg) lines were broken at some column, and a paragraph is several
lines with a blank line after it. Which of the two it is shows in the line ends: a wrapped line
is as full as it can be, or stops in the middle of a sentence.

What is a heading, a byline or a promotion is for the reading to say; every line or paragraph
is handed on as one, except for list items, whose markers are taken out and kept beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.model.article import Article, Block, BlockKind, Link, LinkKind, Origin, Span
from briefing.sources.assemble import digest_of
from briefing.sources.sanitise import sanitise
from briefing.sources.urls import safe_url

_NARROWEST, _WIDEST = 30, 132
"""Columns within which people and programs wrap text."""

_MOST_BREAKS = 4000
"""Line ends looked at to tell wrapped text from tight; more do not change the answer."""

_WRAPPED_SHARE = 0.6
_FILLED = 0.7
"""Wrapped lines are filled to this part of the width on average; verse is not."""

_FULL = 0.85
"""A line is full when the next word would take it beyond this part of the width."""

_ENDINGS = tuple('.!?:;…。！？"”’»)]')
_BULLET = re.compile(r"[•‣◦▪▫●○■□–*+-]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})([.)])\s+(?=\S)")
_URL = re.compile(r"https?://[^\s<>\"“”«»]{1,2000}", re.IGNORECASE)
_AFTER_URL = ".,;:!?'’*_…"


class Line(NamedTuple):
    """A line that is not blank: where its words are, and what stands around them."""

    start: int
    end: int
    indent: int
    after_blank: bool
    marker: str = ""


def parse(text: str, origin: Origin) -> Article:
    """Reads plain text as an article; see the module's description."""
    text = sanitise(text)
    lines = list(_lines(text))
    text, lines = _with_markers_out(text, _marked(text, lines))
    return _article(text, lines, origin)


def verbatim(text: str, origin: Origin) -> Article:
    """An article whose text is exactly the one given, for callers who keep offsets into it.

    List markers stay in the text.

    Raises:
        ValueError: when the text would have to be changed to be shown.
    """
    if sanitise(text) != text:
        raise ValueError("the text is not sanitised")
    return _article(text, list(_lines(text)), origin)


def _article(text: str, lines: list[Line], origin: Origin) -> Article:
    paragraphs = _joined(text, lines) if _is_wrapped(text, lines) else ([line] for line in lines)
    return Article(
        text=text,
        blocks=tuple(_block(paragraph) for paragraph in paragraphs),
        origin=origin,
        digest=digest_of(text),
        links=tuple(links(text)),
    )


def links(text: str) -> Iterator[Link]:
    """The addresses that stand in a text, as links."""
    if "://" not in text:
        return
    for found in _URL.finditer(text):
        address = found.group().rstrip(_AFTER_URL)
        while address.endswith((")", "]")) and address.count(address[-1]) > address.count(
            "(" if address[-1] == ")" else "["
        ):
            address = address[:-1].rstrip(_AFTER_URL)
        url = safe_url(address)
        if url:
            yield Link(Span(found.start(), found.start() + len(address)), LinkKind.URL, url)


def _lines(text: str) -> Iterator[Line]:
    start, after_blank = 0, True
    for line in text.split("\n"):
        words = line.strip()
        if words:
            indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
            yield Line(start + indent, start + indent + len(words), indent, after_blank)
        after_blank = not words
        start += len(line) + 1


def _block(lines: Sequence[Line]) -> Block:
    first = lines[0]
    span = Span(first.start, lines[-1].end)
    if not first.marker:
        return Block(span, BlockKind.PARAGRAPH)
    return Block(span, BlockKind.ITEM, 1 + min(first.indent // 2, 5), first.marker)


# --- Lists


def _marked(text: str, lines: list[Line]) -> list[Line]:
    """The lines with their list markers noted."""
    numbers: dict[int, tuple[int, str]] = {}
    marked = list(lines)
    for at, line in enumerate(lines):
        opening = text[line.start]
        if opening.isdigit():
            number = _NUMBER.match(text, line.start, line.end)
            if number:
                numbers[at] = (int(number[1]), number[2])
        elif not opening.isalpha():
            bullet = _BULLET.match(text, line.start, line.end)
            if bullet:
                marked[at] = line._replace(marker=opening)
    for at in _consecutive(numbers):
        marked[at] = lines[at]._replace(marker="{}{}".format(*numbers[at]))
    return marked


def _consecutive(numbers: dict[int, tuple[int, str]]) -> Iterator[int]:
    """The lines whose number is followed or preceded by its neighbour: a lone ``12. July`` is
    no list.
    """
    places = list(numbers)
    kept: set[int] = set()
    for earlier, later in pairwise(places):
        (first, closing), (second, other) = numbers[earlier], numbers[later]
        if second == first + 1 and closing == other:
            kept.update((earlier, later))
    yield from sorted(kept)


def _with_markers_out(text: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """The text without its list markers, and the lines where they are then."""
    if not any(line.marker for line in lines):
        return text, lines
    kept: list[str] = []
    moved: list[Line] = []
    copied = gone = 0
    for line in lines:
        start = line.start
        if line.marker:
            kept.append(text[copied:start])
            copied = start + len(line.marker)
            while text[copied].isspace():
                copied += 1
            gone += copied - start
            start = copied
        moved.append(line._replace(start=start - gone, end=line.end - gone))
    kept.append(text[copied:])
    return "".join(kept), moved


# --- Wrapped text


def _breaks(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Neighbouring lines with no blank line between them."""
    for line, following in pairwise(lines):
        if not following.after_blank and not following.marker:
            yield line, following


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    """Whether most line ends that no blank line follows were made by wrapping."""
    pairs = list(_breaks(lines[:_MOST_BREAKS]))
    width = _width(pairs)
    if not _NARROWEST <= width <= _WIDEST or len(pairs) < 2:
        return False
    soft = sum(_full(text, *pair, width) or _mid_sentence(text, *pair) for pair in pairs)
    filled = sum(_reach(line) for line, _ in pairs) / (width * len(pairs))
    return soft >= _WRAPPED_SHARE * len(pairs) and filled >= _FILLED


def _width(pairs: Sequence[tuple[Line, Line]]) -> int:
    """The column at which lines were broken: nearly the longest, since addresses stick out."""
    reaches = sorted(_reach(line) for line, _ in pairs)
    return reaches[int(len(reaches) * 0.97)] if reaches else 0


def _reach(line: Line) -> int:
    return line.indent + line.end - line.start


def _full(text: str, line: Line, following: Line, width: float) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    word_end = text.find(" ", following.start, following.end)
    word = (word_end if word_end >= 0 else following.end) - following.start
    return _reach(line) + 1 + word > width


def _mid_sentence(text: str, line: Line, following: Line) -> bool:
    """Whether the line ends and the next begins as only lines within a sentence do."""
    return text[following.start].islower() and not text.endswith(_ENDINGS, line.start, line.end)


def _joined(text: str, lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph of a wrapped text."""
    lines = list(lines)
    width = _width(list(_breaks(lines))) * _FULL
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not _goes_on(text, paragraph, line, width):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(text: str, paragraph: list[Line], line: Line, width: float) -> bool:
    """Whether a line continues the paragraph before it."""
    last = paragraph[-1]
    if line.after_blank or line.marker or not (_worded(text, line) and _worded(text, last)):
        return False
    if line.indent >= last.indent + 2 and not paragraph[0].marker:
        return False  # the first line of a paragraph that is set off by its indent
    if (text[line.start] == ">") != (text[last.start] == ">"):
        return False
    return _full(text, last, line, width) or _mid_sentence(text, last, line)


def _worded(text: str, line: Line) -> bool:
    """Whether a line has a letter or digit: one without is an ornament."""
    return any(map(str.isalnum, text[line.start : line.end]))
