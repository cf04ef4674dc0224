"""A pane beside the article: a quiet title and rows that lead to places in the text."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.ui.edition import Edition
from briefing.ui.listing import Rows, Window
from briefing.ui.palette import Palette
from briefing.ui.rows import Row, drawn
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
        self.rows = Rows(())
        self.cursor = -1
        """The index of the row under the cursor; -1 when no row can be chosen."""
        self.letters: dict[int, str] = {}
        """Letters laid over rows while the reader picks a target by letter."""
        self._window = Window(self.rows, 1, 1)

    # Rows -----------------------------------------------------------------------------------

    @abstractmethod
    def rows_of(self, edition: Edition) -> Sequence[Row]:
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

    def take(self, rows: Sequence[Row], *, same: bool) -> None:
        """Take other rows; when they are about the same, the cursor stays on its thing."""
        value = self.current.value if self.current else None
        taken = Rows.of(rows)
        if taken == self.rows:
            return
        self.rows = taken
        self.forget()
        self.cursor = taken.choice(0)
        before = self._window
        self._fit()
        if same and value is not None:
            found = taken.find(value)
            self.cursor = found if found >= 0 else self.cursor
            self._window.top = before.top
        if not self.size:  # not laid out yet: the rows are set in the width it will have
            self.refresh(layout=True)
            return
        most = self.app.size.height
        self._reveal()
        self.refresh(layout=self._window.height(most) != before.height(most))

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def shows_cursor(self) -> bool:
        """Whether the row under the cursor stands out."""
        return self.has_focus

    def _fit(self) -> None:
        """Look at the rows in the pane's own width and height."""
        self._window = Window(self.rows, self.size.width, self._room)

    def _fits(self) -> bool:
        size, window = self.size, self._window
        return (window.width, window.room) == (max(size.width, 1), _room_in(size.height))

    def on_resize(self) -> None:
        """Set the rows in the new size, unless they were drawn in it before it was told."""
        if not self._fits():
            self._resized()
            self.refresh()

    def _resized(self) -> None:
        top = self._window.top[0]
        self._fit()
        self._window.top = (top, 0)
        self._reveal()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows' height with the title's and a line of air below; no more than can be seen."""
        most = max(container.height, viewport.height)
        return Window(self.rows, width, most).height(most) + 2

    # Moving ---------------------------------------------------------------------------------

    @property
    def _room(self) -> int:
        """Lines of rows in view."""
        return _room_in(self.size.height)

    def _reveal(self) -> None:
        """Scroll so that the whole row under the cursor is in view."""
        self._window.reveal(self.cursor)

    def move(self, count: int) -> None:
        """Move the cursor by rows that can be chosen; without any, scroll."""
        if not self.rows.choices:
            self._window.scroll(count)
        else:
            self.cursor = self.rows.choice(self.rows.choices_to(self.cursor) - 1 + count)
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
        index = self.rows.find(value)
        if index >= 0:
            self.cursor = index
            self._reveal()
            self.refresh()

    def rows_in_view(self) -> list[int]:
        """The indexes of the rows in view that can be chosen."""
        seen = dict.fromkeys(line.row for line in self._window.seen)
        return [index for index in seen if self.rows[index].value is not None]

    # Drawing --------------------------------------------------------------------------------

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Put the cursor away."""
        self.refresh()

    def key(self, y: int) -> Hashable:
        """A line of a row, as long as the rows are these; all lines below them are alike."""
        if not self._fits():  # drawn before it has heard of its size
            self._resized()
        if y == 0:
            return None
        seen = self._window.seen
        if y > len(seen):
            return self.palette
        line = seen[y - 1]
        over = self.shows_cursor and line.row == self.cursor
        code = self.letters.get(line.row) if line.first else None
        return self.palette, line.row, line.start, over, code

    def render_line(self, y: int) -> Strip:
        """Draw the title, or a line of a row."""
        width = self.size.width
        style = self.palette.style
        if not self._fits():  # drawn before it has heard of its size
            self._resized()
        if y == 0:
            look = "pane-focus" if self.has_focus else "pane"
            segments = [
                Segment(f" {self.NUMBER} ".rjust(3), style("key" if self.has_focus else "quiet")),
                Segment(self.TITLE, style(look)),
            ]
            if self._window.overflows:
                tail = f"{self.rows.choices_to(self.cursor)}/{self.rows.choices} "
                gap = width - sum(len(s.text) for s in segments) - len(tail)
                if gap > 0:
                    segments += [Segment(" " * gap, style()), Segment(tail, style("quiet"))]
        else:
            seen = self._window.seen
            if y > len(seen):
                return Strip([Segment(" " * width, style())], width)
            line = seen[y - 1]
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
        self.wheel(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.wheel(-3)

    def wheel(self, lines: int) -> None:
        """Show so many lines further on, and leave the cursor where it is."""
        self._window.scroll(lines)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        seen = self._window.seen
        if 1 <= event.y <= len(seen):
            row = seen[event.y - 1].row
            if self.rows[row].value is not None:
                self.cursor = row
                self.refresh()
                self.choose()


def _room_in(height: int) -> int:
    """Lines of rows in view, below the title; in a tall pane a line of air follows them."""
    return max(height - (2 if height > 5 else 1), 1)
