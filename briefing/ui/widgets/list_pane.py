"""A pane beside the article: a quiet title and rows that lead to places in the text."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.ui.edition import Edition
from briefing.ui.palette import Palette
from briefing.ui.rows import Row, RowLine, drawn, set_rows
from briefing.ui.widgets.drawn import Drawn


class ListPane(Drawn, can_focus=True):
    """Rows in one widget; only those in view are drawn.

    A subclass says in :meth:`rows_of` what its rows are, and the screen hears of a choice by
    :class:`Chosen`.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    TITLE: ClassVar[str] = ""
    """What stands above the rows."""
    NUMBER: ClassVar[str] = ""
    """The key that leads here."""
    HELP: ClassVar[str] = ""
    """What the help screen says of this pane, in a sentence or two."""

    USES: ClassVar[tuple[str, ...]] = ("article", "briefing", "failure")
    """The fields of an edition that the rows are made from; others may change unheeded."""

    edition: reactive[Edition | None] = reactive(None, repaint=False)
    """What is presented; bound to the screen's."""

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, pane: ListPane, row: Row) -> None:
            self.pane = pane
            self.row = row
            super().__init__()

        @property
        def control(self) -> ListPane:
            """The pane it was chosen in."""
            return self.pane

    def __init__(self, palette: Palette, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.palette = palette
        self.rows: tuple[Row, ...] = ()
        self.cursor = -1
        """The index of the row under the cursor; -1 when no row can be chosen."""
        self.letters: dict[int, str] = {}
        """Letters laid over rows while the reader picks a target by letter."""
        self._fitted = Size(-1, -1)
        """The size the rows were set for."""
        self._lines: list[RowLine] = []
        self._first_lines: dict[int, int] = {}
        self._top = 0

    # Rows -----------------------------------------------------------------------------------

    @abstractmethod
    def rows_of(self, edition: Edition) -> tuple[Row, ...]:
        """The rows for what is presented."""

    def watch_edition(self, before: Edition | None, edition: Edition | None) -> None:
        """Take the rows of another edition, keeping the cursor on the same thing."""
        if edition is None:
            return
        if before is not None and all(
            getattr(before, name) is getattr(edition, name) for name in self.USES
        ):
            return
        same = before is not None and before.article.digest == edition.article.digest
        self.take(self.rows_of(edition), same=same)

    def take(self, rows: tuple[Row, ...], *, same: bool) -> None:
        """Take other rows; when they are about the same, the cursor stays on its thing."""
        value = self.current.value if self.current else None
        if rows == self.rows:
            return
        self.rows = rows
        able = [index for index, row in enumerate(rows) if row.value is not None]
        self.cursor = able[0] if able else -1
        if same and value is not None:
            self.cursor = next((i for i in able if rows[i].value == value), self.cursor)
        else:
            self._top = 0
        height = len(self._lines)
        self._set()
        self.refresh(layout=len(self._lines) != height)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def shows_cursor(self) -> bool:
        """Whether the row under the cursor stands out."""
        return self.has_focus

    def _set(self) -> None:
        self._fitted = self.size
        self._lines = set_rows(self.rows, max(self.size.width, 1))
        self._first_lines = {
            line.row: number for number, line in reversed(list(enumerate(self._lines)))
        }
        self._reveal()

    def on_resize(self) -> None:
        """Set the rows in the new size, unless they were drawn in it before it was told."""
        if self.size != self._fitted:
            self._set()
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows' height with the title's and a line of air below."""
        return len(set_rows(self.rows, width)) + 2

    # Moving ---------------------------------------------------------------------------------

    @property
    def _room(self) -> int:
        """Lines of rows in view, below the title; in a tall pane a line of air follows them."""
        return max(self.size.height - (2 if self.size.height > 5 else 1), 1)

    def _reveal(self) -> None:
        """Scroll so that the whole row under the cursor is in view."""
        if self.current is not None and self._lines:
            first = self._first_lines.get(self.cursor, 0)
            last = first
            while last + 1 < len(self._lines) and self._lines[last + 1].row == self.cursor:
                last += 1
            if not any(row.value is not None for row in self.rows[: self.cursor]):
                first = 0  # the headings above the first row that can be chosen
            self._top = min(max(self._top, last - self._room + 1), first)
        self._top = min(max(self._top, 0), max(len(self._lines) - self._room, 0))

    def move(self, count: int) -> None:
        """Move the cursor by rows that can be chosen; without any, scroll."""
        able = [index for index, row in enumerate(self.rows) if row.value is not None]
        if not able:
            self._top = min(max(self._top + count, 0), max(len(self._lines) - self._room, 0))
        else:
            at = able.index(self.cursor) if self.cursor in able else 0
            self.cursor = able[min(max(at + count, 0), len(able) - 1)]
            self._reveal()
        self.refresh()

    def page(self, pages: float) -> None:
        """Move the cursor by pages."""
        self.move(int(pages * self._room) or (1 if pages > 0 else -1))

    def to_end(self, *, end: bool) -> None:
        """Move the cursor to the last row, or the first."""
        self.move(len(self.rows) if end else -len(self.rows))

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self, self.current))

    def point(self, value: object) -> None:
        """Put the cursor on the row of a value, if there is one."""
        for index, row in enumerate(self.rows):
            if row.value is not None and row.value == value:
                self.cursor = index
                self._reveal()
                self.refresh()
                return

    def rows_in_view(self) -> list[int]:
        """The indexes of the rows in view that can be chosen."""
        lines = self._lines[self._top : self._top + self._room]
        return list(
            dict.fromkeys(line.row for line in lines if self.rows[line.row].value is not None)
        )

    # Drawing --------------------------------------------------------------------------------

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Put the cursor away."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the title, or a line of a row."""
        width = self.size.width
        style = self.palette.style
        if self.size != self._fitted:  # drawn before it has heard of its size
            self._set()
        if y == 0:
            look = "pane-focus" if self.has_focus else "pane"
            segments = [
                Segment(f" {self.NUMBER} ".rjust(3), style("key" if self.has_focus else "quiet")),
                Segment(self.TITLE, style(look)),
            ]
            if len(self._lines) > self._room:
                count = sum(row.value is not None for row in self.rows)
                at = sum(row.value is not None for row in self.rows[: self.cursor + 1])
                tail = f"{at}/{count} "
                gap = width - sum(len(s.text) for s in segments) - len(tail)
                if gap > 0:
                    segments += [Segment(" " * gap, style()), Segment(tail, style("quiet"))]
        else:
            index = self._top + y - 1
            if index >= len(self._lines) or y > self._room:
                return Strip([Segment(" " * width, style())], width)
            line = self._lines[index]
            over = ("row",) if self.shows_cursor and line.row == self.cursor else ()
            segments = [
                Segment(words, style(*looks, *over))
                for words, looks in drawn(self.rows[line.row], line, width)
                if words
            ]
            if line.first and (code := self.letters.get(line.row)):
                rest = Strip(segments).crop(len(code), width)
                segments = [Segment(code, style("letter")), *rest]
        return Strip(segments).crop_extend(0, width, style())

    # The mouse ------------------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self._top = min(self._top + 3, max(len(self._lines) - self._room, 0))
        self.refresh()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self._top = max(self._top - 3, 0)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        index = self._top + event.y - 1
        if event.y >= 1 and index < len(self._lines):
            row = self._lines[index].row
            if self.rows[row].value is not None:
                self.cursor = row
                self.refresh()
                self.choose()
