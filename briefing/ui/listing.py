"""Many rows, made when they are drawn, and the window through which they are seen.

A briefing of a million words has thousands of sections and names. A pane shows thirty of them, so
thirty rows are made and set in its width: nothing here goes through all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, overload

from briefing.model.columns import index_of
from briefing.ui.rows import Row, RowLine, set_row

_KEPT = 512
"""Rows whose lines are kept: many screens."""


class Part(NamedTuple):
    """Rows of one kind, or a heading above them."""

    values: Sequence[Any]
    """What the rows are about, in their order."""
    make: Callable[[int, Any], Row] | None
    """The row of a value, given its index; ``None`` when the values are rows already."""


class Rows(Sequence[Row]):
    """Rows in parts, each made when it is asked for.

    Args:
        parts: what they are made of. The rows of a part can all be chosen, unless it has rows
            already: those say so themselves.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = [part for part in parts if len(part.values)]
        self._begins = list(accumulate((len(part.values) for part in self._parts), initial=0))
        able = [_able(part) for part in self._parts]
        self._able_begins = list(accumulate(map(len, able), initial=0))
        self._able = able

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        """These rows."""
        return rows if isinstance(rows, Rows) else cls([Part(rows, None)])

    def __len__(self) -> int:
        return self._begins[-1]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = bisect_right(self._begins, index) - 1
        values, make = self._parts[number]
        at = index - self._begins[number]
        row: Row = make(at, values[at]) if make else values[at]
        return row

    def __eq__(self, other: object) -> bool:
        """Whether the rows were all made before, and are the same."""
        if not isinstance(other, Rows):
            return NotImplemented
        mine, others = self._parts, other._parts
        made = all(part.make is None for part in (*mine, *others))
        return made and [part.values for part in mine] == [part.values for part in others]

    __hash__ = None  # type: ignore[assignment]

    # What can be chosen ---------------------------------------------------------------------

    @property
    def choices(self) -> int:
        """How many rows can be chosen."""
        return self._able_begins[-1]

    def choice(self, number: int) -> int:
        """The index of the row that is so many choices from the first; -1 without any."""
        if not self.choices:
            return -1
        number = min(max(number, 0), self.choices - 1)
        at = bisect_right(self._able_begins, number) - 1
        return self._begins[at] + self._able[at][number - self._able_begins[at]]

    def choices_to(self, index: int) -> int:
        """How many choices there are up to a row, itself included."""
        if index < 0:
            return 0
        at = min(bisect_right(self._begins, index) - 1, len(self._parts) - 1)
        within = index - self._begins[at]
        return self._able_begins[at] + bisect_right(self._able[at], within)

    def find(self, value: object) -> int:
        """The index of the row that chooses a value; -1 for none."""
        for begin, part in zip(self._begins, self._parts, strict=False):
            if part.make is None:
                at = next((n for n, row in enumerate(part.values) if _chooses(row, value)), -1)
            else:
                at = index_of(part.values, value)
            if at >= 0:
                return begin + at
        return -1


def _able(part: Part) -> Sequence[int]:
    """The rows of a part that can be chosen."""
    if part.make is not None:
        return range(len(part.values))
    return [at for at, row in enumerate(part.values) if row.value is not None]


def _chooses(row: Row, value: object) -> bool:
    return row.value is not None and bool(row.value == value)


class Window:
    """Some lines of rows, of which only those in view are made.

    Args:
        rows: what is seen through it.
        width: columns of a line.
        room: lines in view.
    """

    def __init__(self, rows: Rows, width: int, room: int) -> None:
        self.rows = rows
        self.width = max(width, 1)
        self.room = max(room, 1)
        self.top = (0, 0)
        """The first line in view: its row, and which line of it that is."""
        self._set: dict[int, list[RowLine]] = {}
        self._seen: tuple[tuple[int, int], list[RowLine]] | None = None

    def lines_of(self, index: int) -> list[RowLine]:
        """The lines of a row, set now if they have not been."""
        lines = self._set.get(index)
        if lines is None:
            if len(self._set) >= _KEPT:
                self._set.clear()
            lines = self._set[index] = set_row(index, self.rows[index], self.width)
        return lines

    @property
    def seen(self) -> list[RowLine]:
        """The lines in view."""
        if self._seen is None or self._seen[0] != self.top:
            self._seen = (self.top, self._lines_from(*self.top, self.room))
        return self._seen[1]

    def _lines_from(self, index: int, within: int, most: int) -> list[RowLine]:
        found: list[RowLine] = []
        while index < len(self.rows) and len(found) < most + within:
            found += self.lines_of(index)
            index += 1
        return found[within : within + most]

    def height(self, most: int) -> int:
        """How many lines there are, counted no further than this."""
        return len(self._lines_from(0, 0, most))

    @property
    def overflows(self) -> bool:
        """Whether there are more lines than can be seen at a time."""
        return self.height(self.room + 1) > self.room

    # Moving ---------------------------------------------------------------------------------

    def scroll(self, lines: int) -> None:
        """Move the window by lines, as far as the ends allow."""
        self.top = self._moved(self.top, lines)
        self._hold()

    def _moved(self, place: tuple[int, int], lines: int) -> tuple[int, int]:
        index, within = place
        while lines > 0 and index < len(self.rows):
            left = len(self.lines_of(index)) - within
            if lines < left:
                return index, within + lines
            index, within, lines = index + 1, 0, lines - left
        while lines < 0:
            if -lines <= within:
                return index, within + lines
            if index <= 0:
                return 0, 0
            lines += within
            index -= 1
            within = len(self.lines_of(index))
        return index, within

    def _hold(self) -> None:
        """Keep the window filled: its last line is no further than the last there is."""
        if len(self._lines_from(*self.top, self.room)) < self.room:
            self.top = self._moved((len(self.rows), 0), -self.room)

    def reveal(self, index: int) -> None:
        """Bring a whole row into view, and with the first that can be chosen what is above it.

        Where that is more than there is room for, the row itself is what is seen.
        """
        if 0 <= index < len(self.rows):
            place = (index, 0)
            last = self._moved(place, len(self.lines_of(index)) - self.room)
            top = last if self.rows.choices_to(index) <= 1 else max(self.top, last)
            self.top = min(top, place)
        self._hold()
