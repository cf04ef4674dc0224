"""Putting an article together from runs of words, with spans that fit.

A parser says what comes next, a block of runs at a time; the assembler makes each run harmless
before it counts characters, joins the blocks into one text and notes where everything stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model.article import (
    Article,
    Block,
    BlockKind,
    Link,
    LinkKind,
    Origin,
    Span,
    Style,
)
from briefing.model.digests import digest_of
from briefing.sources.runs import Run, as_set, broken, collapsed, glued, stretches
from briefing.sources.sanitise import sanitise
from briefing.sources.urls import safe_url

_AS_SET = frozenset((BlockKind.CODE, BlockKind.TABLE))
"""Kinds whose spaces and line ends are kept."""

_ONE_LINE = frozenset((BlockKind.TITLE, BlockKind.HEADING))

_LANGUAGE = re.compile("[a-z]{2}")
"""The code of a language (ISO 639-1); documents declare all sorts of things."""


class Assembler:
    """Builds one article. Blocks are added in text order."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._styles: list[Style] = []
        self._links: list[Link] = []
        self._rule = False

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What was added so far."""
        return tuple(self._blocks)

    def add(
        self, kind: BlockKind, runs: Iterable[Run], *, level: int = 0, marker: str = ""
    ) -> bool:
        """Adds a block and says whether it had words; one without is left out.

        Args:
            kind: what it is. The spaces and line ends of code and tables are kept; in other
                blocks white space is one space, and :data:`BREAK` begins a new block of the same
                kind on the next line.
            runs: its words.
            level: as in :class:`Block`.
            marker: a list item's marker. One of spaces continues the item before it.
        """
        if kind is BlockKind.RULE:
            self._rule = bool(self._blocks)
            return False
        if kind in _AS_SET:
            return self._place(kind, as_set(runs), level, marker, tight=False)
        tight = kind is BlockKind.ITEM and self._ends_in_item()
        placed = False
        for line in [runs] if kind in _ONE_LINE else broken(runs):
            if self._place(kind, list(collapsed(line)), level, marker, tight=tight):
                marker, tight, placed = " " * len(marker), True, True
        return placed

    def article(
        self,
        origin: Origin,
        *,
        title: str = "",
        source: str = "",
        authors: Iterable[str] = (),
        published: str = "",
        language: str = "",
    ) -> Article:
        """The article, with what is known about it besides its text.

        The title block, if there is one, gives the title when none is named.
        """
        text = "".join(self._parts)
        span = next((b.span for b in self._blocks if b.kind is BlockKind.TITLE), None)
        return Article(
            text=text,
            blocks=self.blocks,
            origin=origin,
            digest=digest_of(text),
            title=span.of(text) if span else phrase(title),
            title_span=span,
            source=phrase(source),
            authors=tuple(dict.fromkeys(filter(None, map(phrase, authors)))),
            published=phrase(published),
            language=language if _LANGUAGE.fullmatch(language) else "",
            links=tuple(self._links),
            styles=tuple(self._styles),
        )

    def _ends_in_item(self) -> bool:
        return bool(self._blocks) and self._blocks[-1].kind is BlockKind.ITEM and not self._rule

    def _place(
        self, kind: BlockKind, runs: list[Run], level: int, marker: str, *, tight: bool
    ) -> bool:
        """Sanitises the runs of one block and puts them at the end; whether any were left."""
        runs = [run._replace(text=sanitise(run.text)) for run in glued(runs)]
        text = "".join(run.text for run in runs)
        words = text.rstrip() if kind in _AS_SET else text.strip()
        if not words.strip():
            return False
        skipped = text.find(words)
        words = sanitise(words)  # nothing changes here, unless joining made a new character
        start = self._begin(tight)
        self._append(words)
        self._blocks.append(Block(Span(start, self._length), kind, level, sanitise(marker)))
        for begin, end, style, link in stretches(runs):
            span = _within(words, begin - skipped, end - skipped, start)
            if span and style:
                self._styles.append(Style(span, style))
            elif span and (url := safe_url(link)):
                self._links.append(Link(span, LinkKind.URL, url))
        return True

    def _begin(self, tight: bool) -> int:
        """Puts what stands between blocks, with a rule if one was asked for; the next offset."""
        if self._blocks:
            self._append("\n" if tight else "\n\n")
        if self._rule:
            self._blocks.append(Block(Span(self._length, self._length), BlockKind.RULE))
            self._append("\n")
            self._rule = False
        return self._length

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _within(words: str, begin: int, end: int, start: int) -> Span | None:
    """A stretch of a block's words without the spaces at its ends; ``None`` when none is left."""
    begin, end = max(begin, 0), min(end, len(words))
    while begin < end and words[begin].isspace():
        begin += 1
    while begin < end and words[end - 1].isspace():
        end -= 1
    return Span(start + begin, start + end) if begin < end else None


def phrase(text: str) -> str:
    """A name or title as one line that may be shown."""
    return " ".join(sanitise(text).split())
