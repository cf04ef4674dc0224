"""The page: which characters of an article stand on which line, at a given measure.

An article of a million words opens as fast as one of a thousand: the text is divided into
chunks of about eight thousand characters, and a chunk is broken into lines when one of them
is asked for. The heights of the others are estimated, and made exact in small slices while
nothing else happens (:meth:`Page.settle`). Every place is a character offset, so that a line
number which moves under an estimate never loses the reader's place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from briefing.model.article import FURNITURE, Article, Block, BlockKind
from briefing.model.columns import spans_of
from briefing.model.records import dataclass
from briefing.ui.wrap import wrap

CHUNK = 8_000
"""Characters in a chunk, about: a few screens of text, broken into lines in a millisecond."""

RECENT = 32
"""Chunks whose lines are kept; of the others only the height is, which takes no room."""

SETTLED = 64
"""Chunks that are made exact though nobody looks at them. Of a longer page the estimates are good
enough for the scroll bar, whose rows stand for more than they are wrong by; what comes into view
becomes exact in any case."""

FILL = 0.93
"""The part of a line that words fill on average when set ragged right; for estimates."""

LITERAL = frozenset({BlockKind.CODE, BlockKind.TABLE})
"""Blocks whose newlines end a line."""


class Line(NamedTuple):
    """A line of the page."""

    start: int
    end: int
    """Half-open characters of the article's text; empty for a blank line."""
    block: int
    """The index of its block; for a blank line, of the block below it."""
    indent: int
    """Columns left free before the text."""
    first: bool
    """Whether it begins its block."""
    blank: bool = False


class Piece(NamedTuple):
    """A block, or a stretch of an overlong one."""

    block: int
    start: int
    end: int
    gap: int
    """Blank lines above it."""


class Stretch(NamedTuple):
    """Some blocks, or a part of an overlong one, that are broken into lines together."""

    first: int
    last: int
    """The indexes of its blocks, half-open."""
    start: int
    end: int
    """Their characters, half-open."""


@dataclass(slots=True)
class Chunk:
    """A stretch and how high it is."""

    stretch: Stretch
    height: int
    """In lines; estimated until it was once broken."""
    exact: bool = False


def gap_between(above: Block | None, below: Block) -> int:
    """How many blank lines stand between two blocks."""
    if above is None:
        return 0
    if below.kind is BlockKind.HEADING:
        return 1 if above.kind in (BlockKind.TITLE, BlockKind.HEADING) else 2
    tight = below.kind is above.kind and (below.kind is BlockKind.ITEM or (below.kind in FURNITURE))
    return 0 if tight else 1


def indent_of(block: Block) -> int:
    """How many columns a block is set in from the margin."""
    if block.kind is BlockKind.ITEM:
        return 2 * max(block.level - 1, 0) + len(block.marker) + 1
    if block.kind is BlockKind.QUOTE:
        return 3 * max(block.level, 1)
    return 2 if block.kind is BlockKind.CODE else 0


class Page:
    """An article set at a measure.

    Args:
        article: what is set.
        measure: columns of a line of text.
    """

    def __init__(
        self, article: Article, measure: int, stretches: list[Stretch] | None = None
    ) -> None:
        self.article = article
        self.measure = max(measure, 1)
        self._stretches = _stretches(article) if stretches is None else stretches
        self._chunks = [Chunk(stretch, self._estimate(stretch)) for stretch in self._stretches]
        self._starts = [stretch.start for stretch in self._stretches]
        self._tops: list[int] = []
        self._recent: dict[int, list[Line]] = {}
        self._unsettled = 0
        self._sum()

    def at(self, measure: int) -> Page:
        """The same article at another measure; how it is divided stays."""
        return Page(self.article, measure, self._stretches)

    def _sum(self) -> None:
        self._tops = list(accumulate((chunk.height for chunk in self._chunks), initial=0))

    @property
    def height(self) -> int:
        """Lines of the whole page; of up to :data:`SETTLED` chunks it is exact once :meth:`settle`
        has nothing left to do, of more it is an estimate.
        """
        return self._tops[-1]

    def _estimate(self, stretch: Stretch) -> int:
        characters, blocks = stretch.end - stretch.start, stretch.last - stretch.first
        # Of every block the last line is half full, and a blank one stands above.
        return max(int(characters / (FILL * self.measure) + 1.5 * blocks), 1)

    def _lines(self, index: int) -> list[Line]:
        """The lines of a chunk, broken now if they have not been."""
        lines = self._recent.get(index)
        if lines is None:
            chunk = self._chunks[index]
            lines = [line for piece in self._pieces(chunk.stretch) for line in self._break(piece)]
            if len(self._recent) >= RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[index] = lines
            self._know(chunk, len(lines))
        return lines

    def _know(self, chunk: Chunk, height: int) -> None:
        """Take the exact height of a chunk."""
        chunk.exact = True
        if height != chunk.height:
            chunk.height = height
            self._sum()

    def _pieces(self, stretch: Stretch) -> Iterator[Piece]:
        """The blocks of a stretch, or the part of one."""
        blocks = self.article.blocks
        above = blocks[stretch.first - 1] if stretch.first else None
        for index in range(stretch.first, stretch.last):
            block = blocks[index]
            start, end = max(block.span.start, stretch.start), min(block.span.end, stretch.end)
            gap = gap_between(above, block) if start == block.span.start else 0
            yield Piece(index, start, end, gap)
            above = block

    def _break(self, piece: Piece) -> list[Line]:
        """The lines of one piece, the blank ones above it included."""
        block = self.article.blocks[piece.block]
        indent, ranges = self._ranges(piece)
        begins = piece.start == block.span.start
        blank = Line(piece.start, piece.start, piece.block, 0, False, True)
        lines = [blank] * piece.gap
        lines += [
            Line(start, end, piece.block, indent, begins and number == 0)
            for number, (start, end) in enumerate(ranges)
        ]
        return lines

    def _ranges(self, piece: Piece) -> tuple[int, list[tuple[int, int]]]:
        """How far a piece is set in, and the characters of its lines."""
        block = self.article.blocks[piece.block]
        text = self.article.cut(piece.start, piece.end)
        indent = min(indent_of(block), self.measure // 2)
        width = self.measure - indent
        ranges: list[tuple[int, int]] = []
        if block.kind in LITERAL:
            here = piece.start
            for row in text.split("\n"):
                ranges += _literal(here, here + len(row), width)
                here += len(row) + 1
        else:
            at = piece.start
            ranges = [(at + start, at + end) for start, end in wrap(text, 0, len(text), width)]
        return indent, ranges or [(piece.start, piece.start)]

    def line(self, row: int) -> Line | None:
        """The line in a row, from 0; ``None`` below the page's end."""
        return self.lines(row, 1)[0]

    def lines(self, row: int, count: int) -> list[Line | None]:
        """The lines in so many rows from one on; ``None`` for those below the page's end."""
        found: list[Line | None] = []
        while len(found) < count and 0 <= row + len(found) < self.height:
            here = row + len(found)
            index = bisect_right(self._tops, here) - 1
            lines = self._lines(index)  # of its exact height only now: the row may be another's
            within = here - self._tops[index]
            found += lines[within : within + count - len(found)]
        return found + [None] * (count - len(found))

    def row_of(self, offset: int) -> int:
        """The row of the line that holds a character, or the one nearest before it."""
        if not self._chunks:
            return 0
        index = max(bisect_right(self._starts, offset) - 1, 0)
        lines = self._lines(index)
        within = bisect_right(lines, offset, key=lambda line: line.start) - 1
        while within > 0 and lines[within].blank:
            within -= 1
        while lines[max(within, 0)].blank and within + 1 < len(lines):
            within += 1
        return self._tops[index] + max(within, 0)

    def settle(self, most: int = 1) -> bool:
        """Break up to ``most`` more chunks into lines.

        Returns:
            Whether there is more to do. Rows may have moved: keep places as offsets.
        """
        end = min(len(self._chunks), SETTLED)
        while most > 0 and self._unsettled < end:
            chunk = self._chunks[self._unsettled]
            if not chunk.exact:
                pieces = self._pieces(chunk.stretch)
                self._know(chunk, sum(p.gap + len(self._ranges(p)[1]) for p in pieces))
                most -= 1
            self._unsettled += 1
        return self._unsettled < end


def _literal(start: int, end: int, width: int) -> list[tuple[int, int]]:
    """A line of code or of a table, continued on the next when it is too long."""
    if end - start <= width:
        return [(start, end)]
    return [(here, min(here + width, end)) for here in range(start, end, width)]


def _stretches(article: Article) -> list[Stretch]:
    """An article's blocks in stretches; an overlong block is divided at a space."""
    starts, ends = (spans := spans_of(article.blocks)).starts, spans.ends
    found: list[Stretch] = []
    first, here = 0, starts[0] if starts else 0
    while first < len(starts):
        if ends[first] - here > 2 * CHUNK:
            half = here + CHUNK // 2
            space = article.cut(half, here + CHUNK).rfind(" ")
            stop = half + space + 1 if space >= 0 else here + CHUNK
            found.append(Stretch(first, first + 1, here, stop))
            here = stop
            continue
        last = max(bisect_left(starts, here + CHUNK), first + 1)
        if last > first + 1 and ends[last - 1] - starts[last - 1] > 2 * CHUNK:
            last -= 1  # it is divided on its own
        found.append(Stretch(first, last, here, ends[last - 1]))
        first, here = last, starts[last] if last < len(starts) else 0
    return found
