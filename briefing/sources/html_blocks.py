"""From tags and words to blocks: what HTML elements mean for a reader.

Whoever reads a page, tree or not, tells the builder which elements open and close and which
words stand between; it keeps headings, paragraphs, items, quotes, code, tables, looks and
links, and takes everything else for the words it holds.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from briefing.model.article import BlockKind, StyleKind
from briefing.sources.html_scan import attribute, tokens
from briefing.sources.runs import BREAK, Run, collapsed
from briefing.sources.tables import Cell, lines

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre "
    "section summary table tbody td tfoot th thead title tr ul".split()
)
STYLES = {
    "b": StyleKind.STRONG,
    "strong": StyleKind.STRONG,
    "i": StyleKind.EMPHASIS,
    "em": StyleKind.EMPHASIS,
    "cite": StyleKind.EMPHASIS,
    "code": StyleKind.CODE,
    "kbd": StyleKind.CODE,
    "samp": StyleKind.CODE,
    "tt": StyleKind.CODE,
    "s": StyleKind.STRIKE,
    "del": StyleKind.STRIKE,
    "strike": StyleKind.STRIKE,
}
"""What inline elements look like."""

_DEEPEST = 6
"""Levels of lists and quotes that are told apart."""

_LONGEST_CELL = 200
"""Characters; with a longer cell a table is there for the layout, and its cells are paragraphs."""


class Draft(NamedTuple):
    """A block before it has a place in a text."""

    kind: BlockKind
    runs: list[Run]
    level: int = 0
    marker: str = ""

    @property
    def words(self) -> str:
        """Its words on one line."""
        return " ".join("".join(run.text for run in self.runs).split())


class Builder:
    """Collects the blocks of a page.

    Attributes:
        drafts: the blocks so far; complete after :meth:`end`.
        title: the words of the ``title`` element.
    """

    def __init__(self, quotes: int = 0) -> None:
        self.drafts: list[Draft] = []
        self.title = ""
        self._runs: list[Run] = []
        self._open: Counter[str] = Counter(blockquote=quotes)
        self._lists: list[int] = []
        self._markers: list[str] = []
        self._url = ""
        self._looks: frozenset[StyleKind] = frozenset()
        self._rows: list[list[list[Run]]] = []
        self._headed = False

    def words(self, text: str) -> None:
        """Words between tags, with references resolved."""
        if self._open["title"]:
            self.title += text
        elif text:
            self._runs.append(Run(text, self._looks, self._url))

    def open(self, name: str, url: str = "") -> None:
        """An element begins; ``url`` is where a link leads."""
        if name in _BLOCKS:
            self._flush()
        match name:
            case "br":
                self._runs.append(BREAK)
            case "q":
                self.words("“")
            case "hr":
                self.drafts.append(Draft(BlockKind.RULE, []))
            case "a":
                self._url = url
            case "ul" | "ol":
                self._lists.append(0 if name == "ol" else -1)
            case "li":
                self._markers.append(self._next_marker())
            case "tr" if self._open["table"]:
                self._rows.append([])
            case "td" | "th" if self._rows:
                self._rows[-1].append([])
                self._headed |= name == "th" and len(self._rows) == 1
                self._open["cell"] += 1
            case _:
                self._open[name] += 1
                if self._open[name] == 1:
                    self._look(name)

    def close(self, name: str) -> None:
        """An element ends. One that never began is passed over."""
        if name in _BLOCKS:
            self._flush()
        match name:
            case "a":
                self._url = ""
            case "q":
                self.words("”")
            case "ul" | "ol":
                if self._lists:
                    self._lists.pop()
                del self._markers[len(self._lists) :]
            case "li":
                del self._markers[max(len(self._lists) - 1, 0) :]
            case "td" | "th":
                self._open["cell"] = 0
            case _ if self._open[name]:
                self._open[name] -= 1
                if not self._open[name]:
                    self._look(name)
                if name == "table" and not self._open[name]:
                    self._end_table()

    def end(self) -> list[Draft]:
        """The page ends; its blocks."""
        self._flush()
        self._end_table()
        return self.drafts

    def _look(self, name: str) -> None:
        """Notes how words look from here on, if this element, which is the first of its name
        to open or the last to close, has a say in it.
        """
        if name in STYLES:
            self._looks = frozenset(look for each, look in STYLES.items() if self._open[each])

    def _next_marker(self) -> str:
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            return f"{self._lists[-1]}."
        return "•"

    def _flush(self) -> None:
        """Ends a block."""
        runs, self._runs = self._runs, []
        if not any(run.text.strip() for run in runs):
            return
        if self._open["cell"] and self._rows and self._rows[-1]:
            cell = self._rows[-1][-1]
            cell.extend((BREAK, *runs) if cell else runs)
            return
        heading = next((n for n in range(1, 7) if self._open[f"h{n}"]), 0)
        if heading:
            self.drafts.append(Draft(BlockKind.HEADING, runs, heading))
        elif self._open["pre"]:
            self.drafts.append(Draft(BlockKind.CODE, runs))
        elif self._open["figcaption"] or self._open["caption"]:
            self.drafts.append(Draft(BlockKind.CREDIT, runs))
        elif self._markers:
            marker = self._markers[-1]
            self._markers[-1] = " " * len(marker)
            level = min(max(len(self._lists), 1), _DEEPEST)
            self.drafts.append(Draft(BlockKind.ITEM, runs, level, marker))
        elif self._open["blockquote"]:
            level = min(self._open["blockquote"], _DEEPEST)
            self.drafts.append(Draft(BlockKind.QUOTE, runs, level))
        else:
            self.drafts.append(Draft(BlockKind.PARAGRAPH, runs))

    def _end_table(self) -> None:
        """Sets a table by columns, or its cells as paragraphs if it serves the layout."""
        rows, self._rows = [row for row in self._rows if any(row)], []
        headed, self._headed = self._headed, False
        cells = [cell for row in rows for cell in row]
        longest = max((sum(len(run.text) for run in cell) for cell in cells), default=0)
        if longest <= _LONGEST_CELL and max(map(len, rows), default=0) > 1:
            lined: list[list[Cell]] = [[list(collapsed(cell)) for cell in row] for row in rows]
            self.drafts.append(Draft(BlockKind.TABLE, list(lines(lined, headed))))
        else:
            self.drafts.extend(Draft(BlockKind.PARAGRAPH, cell) for cell in cells if cell)


def scanned(text: str, quotes: int = 0) -> Builder:
    """The blocks of HTML read without a tree: every word a browser would show.

    Args:
        text: HTML, whole or in part.
        quotes: how deep within quotes it stands.
    """
    builder = Builder(quotes)
    for token in tokens(text):
        if token.opens:
            builder.open(token.opens, attribute(token.text, "href") if token.opens == "a" else "")
        elif token.closes:
            builder.close(token.closes)
        else:
            builder.words(token.text)
    builder.end()
    return builder
