"""A screen that is drawn as soon as a key has been done, and only where something changed."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.screen import Screen

from briefing.ui.composing import FlatCompositor

T = TypeVar("T")


class Stage(Screen[T]):
    """A screen with our own compositor."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._compositor = FlatCompositor()
