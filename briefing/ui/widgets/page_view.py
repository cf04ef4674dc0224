"""A page of text: one widget that draws only the lines in view, highlighted, and a scroll bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import ClassVar

from textual.geometry import Region

from briefing.model.article import Article, Span
from briefing.ui.marking import Layer
from briefing.ui.page import Line
from briefing.ui.painter import Painter
from briefing.ui.palette import Palette
from briefing.ui.selecting import word_of
from briefing.ui.slices import Slices
from briefing.ui.widgets.page_rows import PageRows

FEW = 12
"""Highlights that are looked for line by line when they change; beyond, all is drawn anew."""

LIGHT = ("current", "flash", "select", "word")
"""Layers that change from key to key: a row is kept by what of them lies over it."""

REST = 0.02
"""Seconds from one slice of setting the page to the next: it only makes the scroll bar exact."""

STILL = 1.0
"""Seconds without a key before it begins, or goes on: everything else comes first."""

SOON = 0.02
"""Seconds after a page was turned until the next one is drawn beforehand: a key that is held down
comes again after thirty milliseconds."""

HALT = 0.004
"""Seconds from one slice of that to the next."""


class PageView(PageRows, can_focus=True):
    """Shows the page of an article and the reader's place in it."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, article: Article, palette: Palette, place: int, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(article, palette, place, id=id)
        self.placed: Callable[[], None] = lambda: None
        """Called when the place or the part in view has changed. A message would come a frame
        later, and the lines around the article would be drawn after it."""
        self._drawn = (self.view.page, -1, -1)
        """The page, its first row in view and the row of the place when last drawn."""
        self._settling = Slices(self, self._settle, REST)
        self._drawing = Slices(self, self._draw_more, HALT)
        self._beforehand: Iterator[None] = iter(())
        """Draws the page that is likely to be turned to next, a row at a time."""

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

    def letter(self, letters: Mapping[int, str]) -> None:
        """Lay letters over the characters at these offsets; none puts them away."""
        self.painter.letters = letters
        self.forget()
        self.refresh()

    def changed(self) -> None:
        """Draw anew after the view has moved, and tell so."""
        self._drawing.cancel()
        if self._settling.pending:
            self._settling.begin(STILL)
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

    def turn(self, pages: float) -> None:
        """Move on by pages, or back; two rows of a page stay in view."""
        rows = int(pages * max(self.size.height - 2, 1))
        self.view.turn(rows)
        self.changed()
        self._beforehand = self.draw_beforehand(rows)
        self._drawing.begin(SOON)

    def _draw_more(self) -> bool:
        """Draw one more row beforehand, if there is one."""
        return next(self._beforehand, self) is None

    def on_resize(self) -> None:
        """Set the page at the new width, with the same words on top."""
        self.view.resize(self._columns[1], self.size.height)
        self._settle_soon()
        self.changed()

    def watch_measure(self) -> None:
        """Set the page at another measure."""
        self.on_resize()

    def _settle_soon(self) -> None:
        self._settling.begin(STILL)

    def _settle(self) -> bool:
        """Make some more of the page exact, then let keys through."""
        bar = self._bar_rows(self.view.top)
        more, changed = self.view.settle()
        if changed:
            self._refresh_bar(bar)
        return more
