"""Markdown (CommonMark with tables, strikethrough and front matter) to an article.

markdown-it-py says what the document is made of; its tokens are walked once, in order, and
become blocks and runs. Markdown's signs go, its looks stay. HTML within Markdown gives its
words, never its tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefing.model.article import Article, BlockKind, Origin
from briefing.sources import front_matter
from briefing.sources.assemble import Assembler, phrase
from briefing.sources.html_blocks import scanned
from briefing.sources.markdown_words import runs_of
from briefing.sources.runs import Run, collapsed
from briefing.sources.sanitise import sanitise
from briefing.sources.tables import Cell, lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LARGEST = 8 << 20
"""Characters; a longer document is read as plain text, for a parser's time grows with it."""

_LONGEST_PARAGRAPH = 250_000
"""Characters; no author writes one, and some parse slowly."""

_NESTING = ((20, _LONGEST_PARAGRAPH), (100, 20_000))
"""Levels of nesting that are understood, each up to a length of paragraph: markdown-it drops what
is deeper, and on crafted input takes time in proportion to the depth it may go to.
"""

_DEEPEST_SHOWN = 6

_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def parse(text: str, origin: Origin) -> Article:
    """Reads Markdown as an article; what would not survive parsing is read as plain text."""
    text = sanitise(text)
    longest = _longest_paragraph(text) if len(text) <= _LARGEST else _LARGEST
    for depth, most in _NESTING:
        if longest <= most:
            read = _parser(depth).parse(text)
            if all(token.level < depth - 1 for token in read):
                return _Document(read).article(origin)
    from briefing.sources import text as plain

    return plain.parse(text, origin)


def _longest_paragraph(text: str) -> int:
    start = longest = 0
    for blank in _BLANK_LINE.finditer(text):
        longest = max(longest, blank.start() - start)
        start = blank.end()
    return max(longest, len(text) - start)


@cache
def _parser(depth: int) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": depth})
    parser.validateLink = _any_address  # type: ignore[method-assign]
    return parser.enable(["table", "strikethrough"]).use(front_matter_plugin)


def _any_address(url: str) -> bool:  # noqa: ARG001
    """Lets every link be one: addresses are judged in one place, when they are kept, and the
    words of a link that leads nowhere are read without it.
    """
    return True


class _Document:
    """One walk over the block tokens."""

    def __init__(self, read: Sequence[Token]) -> None:
        self._tokens = read
        self._assembler = Assembler()
        self._lists = 0
        self._markers: list[str] = []
        self._quotes = 0
        self._heading = 0
        self._rows: list[list[Cell]] = []
        self._headed = False

    def article(self, origin: Origin) -> Article:
        """Walks the tokens and gives the article."""
        first = self._tokens[0] if self._tokens else None
        matter = first.content if first and first.type == "front_matter" else ""
        known = front_matter.read(matter)
        if known.title and not self._opens_with(known.title):
            self._assembler.add(BlockKind.TITLE, [Run(known.title)])
        for token in self._tokens:
            self._take(token)
        return self._assembler.article(
            origin,
            source=known.source,
            authors=known.authors,
            published=known.published,
            language=known.language,
        )

    def _opens_with(self, title: str) -> bool:
        """Whether the first words are a heading of the first level that reads like the title."""
        opening = [token for token in self._tokens[:3] if token.type != "front_matter"][:2]
        if len(opening) < 2 or opening[0].tag != "h1":
            return False
        words = "".join(run.text for run in runs_of(opening[1].children or ()))
        return phrase(words).casefold() == phrase(title).casefold()

    def _take(self, token: Token) -> None:
        """Reads one block token."""
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "inline":
                self._inline(token)
            case "fence" | "code_block":
                self._assembler.add(BlockKind.CODE, [Run(token.content)])
            case "html_block":
                for kind, runs, level, marker in scanned(token.content, self._quotes).drafts:
                    self._assembler.add(kind, runs, level=level, marker=marker)
            case "hr":
                self._assembler.add(BlockKind.RULE, ())
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case _ if token.tag in ("table", "thead", "tr"):
                self._table(token)
            case _:
                self._list(token)

    # --- Lists

    def _list(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists += 1
            case "bullet_list_close" | "ordered_list_close":
                self._lists -= 1
            case "list_item_open":
                self._markers.append(f"{token.info}{token.markup}" if token.info else "•")
            case "list_item_close":
                self._markers.pop()

    # --- Tables

    def _table(self, token: Token) -> None:
        match token.type:
            case "table_open":
                self._rows, self._headed = [], False
            case "thead_open":
                self._headed = True
            case "tr_open":
                self._rows.append([])
            case "table_close":
                self._assembler.add(BlockKind.TABLE, lines(self._rows, self._headed))
                self._rows = []

    # --- Words

    def _inline(self, token: Token) -> None:
        """Adds the words of a heading, a paragraph, an item or a cell."""
        runs = list(runs_of(token.children or ()))
        if self._rows:
            self._rows[-1].append(list(collapsed(runs)))
        elif self._heading:
            self._headline(runs)
        elif self._markers:
            marker = self._markers[-1]
            level = min(self._lists, _DEEPEST_SHOWN)
            if self._assembler.add(BlockKind.ITEM, runs, level=level, marker=marker):
                self._markers[-1] = " " * len(marker)
        elif self._quotes:
            self._assembler.add(BlockKind.QUOTE, runs, level=min(self._quotes, _DEEPEST_SHOWN))
        else:
            self._assembler.add(BlockKind.PARAGRAPH, runs)

    def _headline(self, runs: list[Run]) -> None:
        """A heading; one of the first level that opens the document is the title."""
        if self._heading == 1 and not self._assembler.blocks:
            self._assembler.add(BlockKind.TITLE, runs)
        else:
            self._assembler.add(BlockKind.HEADING, runs, level=self._heading)
