"""HTML to blocks without a tree: for pages too deep for libxml2, and for HTML in Markdown.

It keeps every word that a browser would show and the plain structure: headings, paragraphs,
items, quotes, code, emphasis, links. It does not tell an article from the page around it.
"""

from __future__ import annotations

from collections import Counter

from briefing.model.article import BlockKind
from briefing.sources.assemble import Assembler
from briefing.sources.html_scan import STYLES, Token, attribute, tokens
from briefing.sources.runs import BREAK, Run

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre "
    "section summary table tbody td tfoot th thead title tr ul".split()
)
_DEEPEST = 6


class PlainPage:
    """Adds the words of HTML to an article.

    Attributes:
        title: the words of the ``title`` element.
    """

    def __init__(self, assembler: Assembler, quotes: int = 0) -> None:
        self.title = ""
        self._assembler = assembler
        self._runs: list[Run] = []
        self._open: Counter[str] = Counter()
        self._open["blockquote"] = quotes
        self._lists: list[int] = []
        self._url = ""
        self._marker = ""

    def read(self, text: str) -> None:
        """Reads HTML and adds its blocks."""
        for token in tokens(text):
            if token.opens:
                self._opened(token)
            elif token.closes:
                self._closed(token.closes)
            else:
                self._words(token.text)
        self._flush()

    def _words(self, text: str) -> None:
        if self._open["title"]:
            self.title += text
            return
        styles = frozenset(style for name, style in STYLES.items() if self._open[name])
        self._runs.append(Run(text, styles, self._url))

    def _opened(self, token: Token) -> None:
        name = token.opens
        if name in _BLOCKS:
            self._flush()
        if name == "br":
            self._runs.append(BREAK)
        elif name == "hr":
            self._assembler.add(BlockKind.RULE, ())
        elif name == "a":
            self._url = attribute(token.text, "href")
        elif name in ("ul", "ol"):
            self._lists.append(0 if name == "ol" else -1)
        elif name == "li":
            self._marker = self._next_marker()
        else:
            self._open[name] += 1

    def _closed(self, name: str) -> None:
        if name in _BLOCKS:
            self._flush()
        if name == "a":
            self._url = ""
        elif name in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
            self._marker = ""
        elif name == "li":
            self._marker = ""
        elif self._open[name]:
            self._open[name] -= 1

    def _next_marker(self) -> str:
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            return f"{self._lists[-1]}."
        return "•"

    def _flush(self) -> None:
        """Ends a block."""
        runs, self._runs = self._runs, []
        heading = next((n for n in range(1, 7) if self._open[f"h{n}"]), 0)
        if heading:
            self._assembler.add(BlockKind.HEADING, runs, level=heading)
        elif self._open["pre"]:
            self._assembler.add(BlockKind.CODE, runs)
        elif self._marker:
            level = min(max(len(self._lists), 1), _DEEPEST)
            if self._assembler.add(BlockKind.ITEM, runs, level=level, marker=self._marker):
                self._marker = " " * len(self._marker)
        elif self._open["blockquote"]:
            level = min(self._open["blockquote"], _DEEPEST)
            self._assembler.add(BlockKind.QUOTE, runs, level=level)
        else:
            self._assembler.add(BlockKind.PARAGRAPH, runs)
