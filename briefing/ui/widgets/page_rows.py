"""The rows of a page: lines of text with their highlights, signs beside them and a scroll bar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping

from rich.segment import Segment
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from briefing.model.article import Article
from briefing.ui.page import Line
from briefing.ui.painter import GUTTER, Painter
from briefing.ui.palette import Palette
from briefing.ui.viewport import Viewport
from briefing.ui.widgets.drawn import Drawn


class PageRows(Drawn):
    """Draws the rows of an article's page that are in view, or will be.

    The line that holds the place carries a sign in the gutter while the pane has the focus.
    """

    measure: reactive[int] = reactive(74, init=False)
    """The most columns a line of text may have."""

    def __init__(self, article: Article, palette: Palette, place: int, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.article = article
        self.view = Viewport(article, self.measure, 1, place)
        self.painter = Painter(article, palette)
        self.signs: Mapping[int, tuple[str, str]] = {}
        self._signed: list[int] = []
        self._set_in = (0, 1)
        """The columns that are being drawn in."""
        self._marked = (0, 0)
        """The rows of the scroll bar's mark that are being drawn."""
        self._lines: list[Line | None] = []
        """The lines that are being drawn."""
        self._light: list[tuple[str, int, int, str]] = []
        """What lies over the text in the light layers: layer, half-open characters, look."""

    def sign(self, signs: Mapping[int, tuple[str, str]]) -> None:
        """Put signs into the gutter, each with its look, beside the characters at these offsets."""
        self.signs = signs
        self._signed = sorted(signs)

    @property
    def _columns(self) -> tuple[int, int]:
        """Columns left free before the gutter, and columns of a line of text."""
        room = max(self.size.width - GUTTER - 2, 1)
        text = min(room, self.measure)
        return (room - text) // 2, text

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the widget."""
        self._set_in = self._columns
        if (self._set_in[1], self.size.height) != (self.view.page.measure, self.view.height):
            self.view.resize(self._set_in[1], self.size.height)  # not heard of its size yet
        self._marked = self._bar_rows(self.view.top)
        self._lines = self.view.lines
        return super().render_lines(crop)

    def key(self, y: int) -> Hashable:
        """What a row depends on."""
        return self._key(self._line(y), bar=self._has_bar(y))

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        return self._row(self._line(y), bar=self._has_bar(y))

    def draw_beforehand(self, rows: int) -> Iterator[None]:
        """Draw what will be in view when the window has moved by some rows, a row at a time.

        Only as the widget is now: what changes in the meantime is drawn when it is seen.
        """
        top, lines = self.view.ahead(rows)
        first, last = self._bar_rows(top)
        yield
        for y, line in enumerate(lines):
            bar = first <= y < last
            if not self.has(key := self._key(line, bar=bar)):
                self.keep(key, self._row(line, bar=bar)).render(self.app.console)
                yield

    # One row --------------------------------------------------------------------------------

    def _key(self, line: Line | None, *, bar: bool) -> Hashable:
        """A row shows a line of the text, a sign beside it, and a part of the scroll bar."""
        return line, self._sign(line), bar, self._set_in, self._laid_over(line)

    def _row(self, line: Line | None, *, bar: bool) -> Strip:
        width = self.size.width
        segments = self.painter.line(line, self._sign(line), self._set_in[0], width - 1)
        style = self.painter.palette.style
        mark = Segment("▐", style("rule")) if bar else Segment(" ", style())
        return Strip([*segments, mark], width)

    def _line(self, y: int) -> Line | None:
        """The line in a row, as the view was when this began to be drawn."""
        return self._lines[y] if y < len(self._lines) else None

    def _laid_over(self, line: Line | None) -> Hashable:
        """What of the light layers lies over a line."""
        if line is None or not self._light:
            return ()
        return tuple([m for m in self._light if m[1] < line.end and line.start < m[2]])

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

    # The scroll bar -------------------------------------------------------------------------

    def _has_bar(self, y: int) -> bool:
        """Whether the scroll bar's mark stands in a row."""
        return self._marked[0] <= y < self._marked[1]

    def _refresh_bar(self, before: tuple[int, int]) -> None:
        """Draw the scroll bar anew where its mark came or went; ``before`` are its former rows."""
        for y in {*range(*before)} ^ {*range(*self._bar_rows(self.view.top))}:
            self.refresh(Region(self.size.width - 1, y, 1, 1))

    def _bar_rows(self, top: int) -> tuple[int, int]:
        """The rows that the scroll bar's mark stands in, from the first to before the last.

        Args:
            top: the row of the page that is on top of the window.
        """
        height, total = self.size.height, max(self.view.page.height, 1)
        if total <= height:
            return 0, 0
        size = max(height * height // total, 1)
        start = round(top / max(total - height, 1) * (height - size))
        return start, start + size
