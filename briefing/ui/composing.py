"""Which widget is seen in which columns of a row, and what is written when something changes.

Textual cuts the line of every widget, hidden ones too, at each column where any widget begins or
ends, and looks at all of that for every frame: half of what a key costs. Here it is worked out
once for an arrangement which parts of a row are seen of which widget; a frame asks for the lines
of these alone, and most are written as they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from textual.widget import Widget


class Box(NamedTuple):
    """Where a widget may be seen."""

    widget: Widget
    seen: Region
    """The part of it within what holds it, in cells of the screen."""
    region: Region
    """All of it, in cells of the screen."""


class Piece(NamedTuple):
    """A part of a row in which one widget is seen."""

    start: int
    end: int
    """Half-open columns of the screen."""
    box: int
    """The index of its box."""


class Written(NamedTuple):
    """Cells to write."""

    x: int
    y: int
    strip: Strip


class PiecesUpdate(CompositorUpdate):
    """What a frame writes: pieces of rows, each at its place.

    Args:
        pieces: from top to bottom.
    """

    def __init__(self, pieces: Sequence[Written]) -> None:
        self.pieces = pieces

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The rows one below the other: for a picture of the whole screen."""
        row = 0
        for _, y, strip in self.pieces:
            if y != row:
                row = y
                yield Segment.line()
            yield from strip

    def render_segments(self, console: Console) -> str:
        """The bytes of the frame, as characters."""
        return "".join(
            [f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self.pieces]
        )


class FlatCompositor(Compositor):
    """Textual's compositor with an arrangement that is flattened once, and drawn from there."""

    def __init__(self) -> None:
        super().__init__()
        self._flat_of: object = None
        """What the boxes were made of: Textual makes it anew when anything is arranged."""
        self._boxes: list[Box] = []
        self._edges: list[int] = []
        """Rows at which a box begins or ends: between them all rows are divided alike."""
        self._bands: dict[int, list[Piece]] = {}

    def _flatten(self) -> None:
        """Take over a new arrangement."""
        visible = self.visible_widgets
        if self._flat_of is visible:
            return
        self._flat_of = visible
        self._boxes = [
            Box(widget, clip.intersection(region), region)
            for widget, (region, clip) in visible.items()
        ]
        rows = {row for box in self._boxes for row in (box.seen.y, box.seen.bottom)}
        self._edges = sorted(rows)
        self._bands = {}

    def _pieces(self, y: int) -> list[Piece]:
        """How a row is divided, from left to right."""
        band = bisect_right(self._edges, y)
        pieces = self._bands.get(band)
        if pieces is None:
            pieces = self._bands[band] = self._divide(y)
        return pieces

    def _divide(self, y: int) -> list[Piece]:
        """Give every column of a row to the uppermost widget there."""
        free, pieces = [(0, self.size.width)], []
        for number, (_, seen, _) in enumerate(self._boxes):  # the uppermost come first
            if not seen.y <= y < seen.bottom:
                continue
            left = []
            for start, end in free:
                first, last = max(start, seen.x), min(end, seen.right)
                if first >= last:
                    left.append((start, end))
                    continue
                pieces.append(Piece(first, last, number))
                left += [span for span in ((start, first), (last, end)) if span[0] < span[1]]
            free = left
            if not free:
                break
        return sorted(pieces)

    def _written(self, spans: Iterable[tuple[int, int, int]]) -> list[Written]:
        """What is to be written into some cells: rows, and half-open columns of each."""
        self._flatten()
        wanted: list[tuple[int, int, int, int]] = []
        rows: dict[int, list[int]] = {}
        for y, x1, x2 in spans:
            for start, end, number in self._pieces(y):
                if start < x2 and x1 < end:
                    wanted.append((y, start, min(end, x2), number))
                    rows.setdefault(number, []).append(y)
        drawn = {number: self._drawn(number, ys[0], ys[-1] + 1) for number, ys in rows.items()}
        found = []
        for y, start, end, number in wanted:
            strips, left = drawn[number], self._boxes[number].seen.x
            if (at := y - rows[number][0]) >= len(strips):
                continue  # a widget that has no line there, as Textual takes it
            strip = strips[at]
            if start != left or end != left + strip.cell_length:
                strip = strip.crop(start - left, end - left)
            found.append(Written(start, y, strip))
        return found

    def _drawn(self, number: int, top: int, bottom: int) -> list[Strip]:
        """A widget's lines in half-open rows of the screen."""
        widget, seen, region = self._boxes[number]
        crop = Region(seen.x - region.x, top - region.y, seen.width, bottom - top)
        return widget.render_lines(crop)

    def render_partial_update(self) -> PiecesUpdate | None:  # type: ignore[override]
        """What has changed; ``None`` for nothing."""
        regions = list(self._dirty_regions)
        self._dirty_regions.clear()
        screen = self.size.region
        inside = [part for region in regions if (part := region.intersection(screen))]
        spans = list(self._regions_to_spans(inside))
        return PiecesUpdate(self._written(spans)) if spans else None

    def render_full_update(self, simplify: bool = False) -> RenderableType:  # type: ignore[override]
        """Everything; simplified when it is for a picture."""
        if simplify:
            return super().render_full_update(simplify=True)
        self._dirty_regions.clear()
        width, height = self.size
        return PiecesUpdate(self._written((y, 0, width) for y in range(height)))
