"""What part of a page is in view, and where in it the reader is; no terminal needed."""

from __future__ import annotations

from briefing.model.article import Article, Span
from briefing.ui.page import Line, Page
from briefing.ui.selecting import words_on


class Viewport:
    """A window of some rows on an article's page, and the reader's place.

    The place is a character; so is what stands on the first row. Rows are only how these are
    shown at a measure, so another width or a page made exact never moves the reader.

    Args:
        article: what is read.
        measure: columns of a line of text.
        height: rows in view.
        place: the character the reader is at.
        page: the article as it was set before, if it was set at this measure.
    """

    def __init__(
        self,
        article: Article,
        measure: int,
        height: int,
        place: int = 0,
        page: Page | None = None,
    ) -> None:
        self.article = article
        self.height = max(height, 1)
        self.page = page if page and page.measure == max(measure, 1) else Page(article, measure)
        first = article.blocks[0].span.start if article.blocks else 0
        self.place = min(max(place, first), max(article.length - 1, 0))
        self.fine = False
        """Whether the place is a word rather than a line."""
        self.top = 0
        """The first row in view."""
        self.first = 0
        """The first character in view."""

    def resize(self, measure: int, height: int) -> None:
        """Give the window another size; the same words stay on top."""
        first = self.first
        if measure != self.page.measure:
            self.page = self.page.at(measure)
        self.height = max(height, 1)
        self.scroll(self.page.row_of(first) if first else 0)
        self.reveal(0)

    def settle(self) -> tuple[bool, bool]:
        """Make a part of the page exact, keeping the view where it is.

        Returns:
            Whether anything is left to do, and whether the page's height has changed.
        """
        before = self.page.height
        more = self.page.settle()
        changed = self.page.height != before
        if changed:
            self._hold()
        return more, changed

    def line(self, y: int) -> Line | None:
        """The line in a row of the window."""
        return self.page.line(self.top + y)

    @property
    def lines(self) -> list[Line | None]:
        """The lines in the window, from its top."""
        return self.page.lines(self.top, self.height)

    @property
    def row(self) -> int:
        """The row of the page that holds the place."""
        return self.page.row_of(self.place)

    @property
    def in_view(self) -> Span:
        """The characters in view."""
        last = self.page.line(min(self.top + self.height, self.page.height) - 1)
        end = last.end if last else self.article.length
        return Span(min(self.first, end), end)

    @property
    def progress(self) -> float:
        """How far the reader has come: 0 at the beginning, 1 when the end is in view."""
        beyond = self.page.height - self.height
        return min(self.top / beyond, 1.0) if beyond > 0 else 1.0

    # Moving the window ----------------------------------------------------------------------

    def scroll(self, row: int) -> bool:
        """Bring a row of the page to the top, as far as the page's end allows.

        Returns:
            Whether the window has moved.
        """
        row = self._uppermost(row)
        moved = row != self.top
        self.top = row
        line = self.page.line(row)
        self.first = line.start if line else 0
        return moved

    def ahead(self, rows: int) -> tuple[int, list[Line | None]]:
        """What will be in view once the window has moved by some rows.

        Returns:
            The row of the page that will be on top, and the lines from there.
        """
        height = self.page.height
        top = self._uppermost(self.top + rows)
        lines = self.page.lines(top, self.height)
        if self.page.height != height:
            self._hold()
            top = self._uppermost(self.top + rows)
            lines = self.page.lines(top, self.height)
        return top, lines

    def _uppermost(self, row: int) -> int:
        """The row that comes to the top when this one is to: the page's end allows no more."""
        for _ in range(2):  # the lines coming into view may only now become exact
            row = min(max(row, 0), max(self.page.height - self.height, 0))
            self.page.line(row)
            self.page.line(row + self.height)
        return min(row, max(self.page.height - self.height, 0))

    def _hold(self) -> None:
        """Keep the window where it is, though rows above may have become more or fewer."""
        line = self.page.line(self.top)
        if line is None or line.start != self.first:
            self.scroll(self.page.row_of(self.first))

    def reveal(self, margin: int = 2, *, third: bool = False) -> None:
        """Bring the place into view, with as little movement as needed.

        Args:
            margin: rows to keep above and below it.
            third: when the window must move, put the place on its upper third.
        """
        margin = min(margin, (self.height - 1) // 2)
        row = self.row
        if row < self.top + (margin if self.top else 0):
            self.scroll(row - (self.height // 3 if third else margin))
        elif row >= self.top + self.height - margin:
            self.scroll(row - (self.height // 3 if third else self.height - 1 - margin))

    def wheel(self, rows: int) -> bool:
        """Move the window; the place stays unless it would leave the view."""
        moved = self.scroll(self.top + rows)
        row = self.row
        if row < self.top:
            self.put(self.top)
        elif row >= self.top + self.height:
            self.put(self.top + self.height - 1, -1)
        self.reveal(0)
        return moved

    # Moving the place -----------------------------------------------------------------------

    def put(self, row: int, step: int = 1) -> None:
        """Put the place on a row of the page, past blank lines in the direction of ``step``."""
        row = min(max(row, 0), max(self.page.height - 1, 0))
        line = self.page.line(row)
        while line is not None and line.blank:
            row += 1 if step >= 0 else -1
            line = self.page.line(row)
        if line is not None:
            self.place = line.start
            self.fine = False

    def move(self, rows: int) -> None:
        """Move the place by lines; the window follows when it leaves the middle."""
        if self.page.height:
            self.put(self.row + rows, rows)
            self.reveal(max(self.height // 3, 1))

    def turn(self, rows: int) -> None:
        """Move the window by rows and the place with it; at the page's end, only the place."""
        within = self.row - self.top
        if self.scroll(self.top + rows):
            self.put(self.top + within, rows)
        elif rows:
            self.put(self.page.height - 1 if rows > 0 else 0, -rows)
        self.reveal(0)

    def words(self, count: int) -> None:
        """Move the place by words."""
        self.place = words_on(self.article, self.place, count)
        self.fine = True
        self.reveal()

    def to_end(self, *, end: bool) -> None:
        """Go to the last line, or the first."""
        self.scroll(self.page.height if end else 0)
        self.put(self.page.height - 1 if end else 0, -1 if end else 1)
        self.scroll(self.page.height if end else 0)

    def go(self, offset: int) -> None:
        """Go to a character; the window moves only when it is not comfortably in view."""
        self.place = min(max(offset, 0), max(self.article.length - 1, 0))
        self.fine = False
        self.reveal(third=True)

    def include(self, span: Span) -> None:
        """Bring a span into view, its end first when it is longer than the window."""
        first = self.page.row_of(span.start)
        last = self.page.row_of(max(span.end - 1, span.start))
        if last >= self.top + self.height - 1:
            self.scroll(last - self.height + 2)
        elif first < self.top:
            self.scroll(first - 1)
