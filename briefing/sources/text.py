"""Plain text: its blocks are found, and its words stay where they are.

What is a heading, a byline or a promotion is for the reading to say; every line or paragraph
is handed on as one, except for list items, whose markers are taken out and kept beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model.article import Article, Block, BlockKind, Link, LinkKind, Origin, Span
from briefing.model.digests import digest_of
from briefing.sources.bullets import without_markers
from briefing.sources.sanitise import sanitise
from briefing.sources.urls import safe_url
from briefing.sources.wrapping import Line, lines_of, paragraphs

_URL = re.compile(r"https?://[^\s<>\"“”«»]{1,2000}", re.IGNORECASE)
_AFTER_URL = ".,;:!?'’*_…"


def parse(text: str, origin: Origin) -> Article:
    """Reads plain text as an article; see the module's description."""
    text = sanitise(text)
    text, lines = without_markers(text, list(lines_of(text)))
    return _article(text, lines, origin)


def verbatim(text: str, origin: Origin) -> Article:
    """An article whose text is exactly the one given, for callers who keep offsets into it.

    List markers stay in the text.

    Raises:
        ValueError: when the text would have to be changed to be shown.
    """
    if sanitise(text) != text:
        raise ValueError("the text is not sanitised")
    return _article(text, list(lines_of(text)), origin)


def _article(text: str, lines: list[Line], origin: Origin) -> Article:
    return Article(
        text=text,
        blocks=tuple(_block(paragraph) for paragraph in paragraphs(text, lines)),
        origin=origin,
        digest=digest_of(text),
        links=tuple(links(text)),
    )


def links(text: str) -> Iterator[Link]:
    """The addresses that stand in a text, as links."""
    if "://" not in text:
        return
    for found in _URL.finditer(text):
        address = _trimmed(found.group())
        url = safe_url(address)
        if url:
            yield Link(Span(found.start(), found.start() + len(address)), LinkKind.URL, url)


def _trimmed(address: str) -> str:
    """An address without what belongs to the sentence around it: a full stop, a bracket that
    was opened before it.
    """
    address = address.rstrip(_AFTER_URL)
    for opening, closing in ("()", "[]"):
        if address.endswith(closing):
            spare = address.count(closing) - address.count(opening)
            bare = address.rstrip(closing)
            address = address[: max(len(bare), len(address) - max(0, spare))].rstrip(_AFTER_URL)
    return address


def _block(lines: Sequence[Line]) -> Block:
    first = lines[0]
    span = Span(first.start, lines[-1].end)
    if not first.marker:
        return Block(span, BlockKind.PARAGRAPH)
    return Block(span, BlockKind.ITEM, 1 + min(first.indent // 2, 5), first.marker)
