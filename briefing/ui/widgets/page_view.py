"""A page of text: one widget that draws only the lines in view, highlighted, and a scroll bar."""

from __future__ import annotations

import sys
import time
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from briefing.model.article import Article, Span
from briefing.ui.marking import Layer
from briefing.ui.page import Line
from briefing.ui.painter import GUTTER, Painter
from briefing.ui.palette import Palette
from briefing.ui.selecting import word_of
from briefing.ui.viewport import Viewport
from briefing.ui.widgets.drawn import Drawn

FEW = 12
"""Highlights that are looked for line by line when they change; beyond, all is drawn anew."""

LIGHT = ("current", "flash", "select", "word")
"""Layers that change from key to key: a row is kept by what of them lies over it."""

SLICE = 0.001
"""Seconds of one slice of setting the page beyond what is in view."""

REST = 0.02
"""Seconds from one slice to the next: it only makes the scroll bar exact."""

STILL = 1.0
"""Seconds without a key before it begins, or goes on: everything else comes first."""


class PageView(Drawn, can_focus=True):
    """Shows the page of an article and the reader's place in it.

    The line that holds the place carries a sign in the gutter while the pane has the focus.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    measure: reactive[int] = reactive(74, init=False)
    """The most columns a line of text may have."""

    def __init__(self, article: Article, palette: Palette, place: int, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.article = article
        self.view = Viewport(article, self.measure, 1, place)
        self.painter = Painter(article, palette)
        self.signs: Mapping[int, tuple[str, str]] = {}
        self._signed: list[int] = []
        self.placed: Callable[[], None] = lambda: None
        """Called when the place or the part in view has changed. A message would come a frame
        later, and the lines around the article would be drawn after it."""
        self._drawn = (self.view.page, -1, -1)
        """The page, its first row in view and the row of the place when last drawn."""
        self._settling = False
        self._moved = 0.0
        """When the view last moved, in seconds of the monotonic clock."""
        self._set_in = (0, 1)
        """The columns that are being drawn in."""
        self._marked = (0, 0)
        """The rows of the scroll bar's mark that are being drawn."""
        self._lines: list[Line | None] = []
        """The lines that are being drawn."""
        self._light: list[tuple[str, int, int, str]] = []
        """What lies over the text in the light layers: layer, half-open characters, look."""

    # What lies over the text ----------------------------------------------------------------

    def recolour(self, palette: Palette) -> None:
        """Draw with other colours."""
        layers = self.painter.layers
        self.painter = Painter(self.article, palette)
        self.painter.layers.update(layers)
        self.forget()
        self.refresh()

    def annotate(self, **layers: Layer | Iterable[tuple[Span, str]]) -> None:
        """Replace layers of highlights, by their names in :data:`briefing.ui.painter.LAYERS`."""
        every = self.painter.layers
        touched: list[tuple[int, int]] = []
        heavy = False
        for name, spans in layers.items():
            before, after = every[name], spans if isinstance(spans, Layer) else Layer(spans)
            if after is before or not (after.starts or before.starts):
                continue
            for layer in (before, after):
                touched += islice(zip(layer.starts, layer.ends, strict=True), FEW + 1)
            every[name] = after
            heavy = heavy or name not in LIGHT
        if touched:
            self._light = [
                (name, *span) for name in LIGHT for span in every[name].within(0, sys.maxsize)
            ]
            self._redraw(touched, kept=not heavy)

    def _redraw(self, touched: Sequence[tuple[int, int]], *, kept: bool) -> None:
        """Draw anew what shows any of these ranges of characters.

        Args:
            touched: half-open ranges.
            kept: whether rows are kept by what changed, so that none need be let go.
        """
        if len(touched) > FEW:
            if not kept:
                self.forget()
            self.refresh()
            return

        first, last = min(touched)[0], max(end for _, end in touched)

        def shows(line: Line | None) -> bool:
            if line is None or line.end <= first or line.start >= last:
                return False
            return any(s < line.end and line.start < e for s, e in touched)

        if not kept:
            self.forget(lambda key: shows(key[0]))
        width = self.size.width
        seen = [Region(0, y, width, 1) for y, line in enumerate(self.view.lines) if shows(line)]
        if seen:
            self.refresh(*seen)

    def sign(self, signs: Mapping[int, tuple[str, str]]) -> None:
        """Put signs into the gutter, each with its look, beside the characters at these offsets."""
        self.signs = signs
        self._signed = sorted(signs)

    def letter(self, letters: Mapping[int, str]) -> None:
        """Lay letters over the characters at these offsets; none puts them away."""
        self.painter.letters = letters
        self.forget()
        self.refresh()

    def changed(self) -> None:
        """Draw anew after the view has moved, and tell so."""
        self._moved = time.monotonic()
        word = word_of(self.article, self.view.place) if self.view.fine else None
        self.annotate(word=[(word, "chosen")] if word else [])
        before, self._drawn = self._drawn, (self.view.page, self.view.top, self.view.row)
        if before[:2] == self._drawn[:2]:  # nothing has scrolled: two lines are enough
            rows = {before[2] - self.view.top, self._drawn[2] - self.view.top}
            self.refresh(*(Region(0, row, self.size.width, 1) for row in rows))
        else:
            self.refresh()
        self.placed()

    # The page -------------------------------------------------------------------------------

    @property
    def _columns(self) -> tuple[int, int]:
        """Columns left free before the gutter, and columns of a line of text."""
        room = max(self.size.width - GUTTER - 2, 1)
        text = min(room, self.measure)
        return (room - text) // 2, text

    def on_resize(self) -> None:
        """Set the page at the new width, with the same words on top."""
        self.view.resize(self._columns[1], self.size.height)
        self._settle_soon()
        self.changed()

    def watch_measure(self) -> None:
        """Set the page at another measure."""
        self.on_resize()

    def _settle_soon(self) -> None:
        if not self._settling:
            self._settling = True
            self.set_timer(STILL, self._settle)

    def _settle(self) -> None:
        """Make some more of the page exact, then let keys through."""
        wait = self._moved + STILL - time.monotonic()
        if wait > 0:
            self.set_timer(wait, self._settle)
            return
        bar = self._bar_rows()
        until = time.monotonic() + SLICE
        more, changed = True, False
        while more and time.monotonic() < until:
            more, moved = self.view.settle()
            changed = changed or moved
        if changed:
            self._refresh_bar(bar)
        self._settling = more
        if more:
            self.set_timer(REST, self._settle)

    # Drawing --------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget."""
        self._set_in = self._columns
        if (self._set_in[1], self.size.height) != (self.view.page.measure, self.view.height):
            self.view.resize(self._set_in[1], self.size.height)  # not heard of its size yet
        self._marked = self._bar_rows()
        self._lines = self.view.lines
        return super().render_lines(crop)

    def key(self, y: int) -> Hashable:
        """A row shows a line of the text, a sign beside it, and a part of the scroll bar."""
        line = self._line(y)
        bar = self._marked[0] <= y < self._marked[1]
        return line, self._sign(line), bar, self._set_in, self._laid_over(line)

    def _laid_over(self, line: Line | None) -> Hashable:
        """What of the light layers lies over a line."""
        if line is None or not self._light:
            return ()
        return tuple([m for m in self._light if m[1] < line.end and line.start < m[2]])

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        width = self.size.width
        line = self._line(y)
        segments = self.painter.line(line, self._sign(line), self._set_in[0], width - 1)
        return Strip([*segments, self._bar(y)], width)

    def _line(self, y: int) -> Line | None:
        """The line in a row, as the view was when this began to be drawn."""
        return self._lines[y] if y < len(self._lines) else None

    def _sign(self, line: Line | None) -> tuple[str, str]:
        """The sign in the gutter: the place, and a note in this line."""
        if line is None or line.blank:
            return "", "quiet"
        here = line.start <= self.view.place < max(line.end, line.start + 1)
        sign, look = "", "quiet"
        at = bisect_left(self._signed, line.end) - 1
        if at >= 0 and self._signed[at] >= line.start:
            sign, look = self.signs[self._signed[at]]
        if here and self.has_focus:
            return "›" + sign, "accent"
        return (" " + sign, look) if sign else ("", look)

    def _bar(self, y: int) -> Segment:
        """The scroll bar's cell in a row."""
        style = self.painter.palette.style
        first, last = self._marked
        return Segment("▐", style("rule")) if first <= y < last else Segment(" ", style())

    def _refresh_bar(self, before: tuple[int, int]) -> None:
        """Draw the scroll bar anew where its mark came or went; ``before`` are its former rows."""
        for y in {*range(*before)} ^ {*range(*self._bar_rows())}:
            self.refresh(Region(self.size.width - 1, y, 1, 1))

    def _bar_rows(self) -> tuple[int, int]:
        """The rows that the scroll bar's mark stands in, from the first to before the last."""
        height, total = self.size.height, max(self.view.page.height, 1)
        if total <= height:
            return 0, 0
        size = max(height * height // total, 1)
        start = round(self.view.top / max(total - height, 1) * (height - size))
        return start, start + size
