"""The keys that move in a list, the same on every screen that is one."""

from __future__ import annotations

from typing import Protocol

LIST_MOVES = (
    "down", "up", "half_down", "half_up", "page_down", "page_up", "top", "bottom", "choose",
)  # fmt: skip
"""The commands of the registry that work in every list."""


class Movable(Protocol):
    """A list with a cursor."""

    def move(self, count: int) -> None:
        """Move the cursor by so many rows."""

    def page(self, pages: float) -> None:
        """Move it by so many pages."""

    def to_end(self, *, end: bool) -> None:
        """Move it to the last row, or to the first."""


class ListKeys:
    """What the keys of the group "Move" do on a screen whose ``list`` they move in."""

    list: Movable

    def moved(self) -> None:
        """The reader has moved the cursor."""

    def action_down(self) -> None:
        """To the next row."""
        self.list.move(1)
        self.moved()

    def action_up(self) -> None:
        """To the former row."""
        self.list.move(-1)
        self.moved()

    def action_half_down(self) -> None:
        """Down half a page."""
        self.list.page(0.5)
        self.moved()

    def action_half_up(self) -> None:
        """Up half a page."""
        self.list.page(-0.5)
        self.moved()

    def action_page_down(self) -> None:
        """Down a page."""
        self.list.page(1)
        self.moved()

    def action_page_up(self) -> None:
        """Up a page."""
        self.list.page(-1)
        self.moved()

    def action_top(self) -> None:
        """To the first row."""
        self.list.to_end(end=False)
        self.moved()

    def action_bottom(self) -> None:
        """To the last row."""
        self.list.to_end(end=True)
        self.moved()
