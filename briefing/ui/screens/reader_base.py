"""What every part of the reader's screen builds on: its widgets, its state, its messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from textual.reactive import reactive
from textual.timer import Timer

from briefing.desk import Desk, Opened
from briefing.model.article import Article, Span
from briefing.ui.binding import bind
from briefing.ui.commands import BY_NAME
from briefing.ui.edition import Edition
from briefing.ui.keymap import key_of
from briefing.ui.palette import Palette
from briefing.ui.screens.reader_frame import ReaderFrame
from briefing.ui.trail import Place, Trail

if TYPE_CHECKING:
    from briefing.ui.front import Front

IN_ARTICLE = (
    ("next_section", "section"),
    ("next_fact", "fact"),
    ("next_mention", "mention"),
    ("mark", "mark"),
    ("comment", "note"),
    ("save", "save"),
    ("next_pane", "panes"),
    ("help", "help"),
)
"""The keys that matter while reading, with what the bottom line calls them."""

IN_PANE = (
    ("choose", "go there"),
    ("why", "why"),
    ("comment", "note"),
    ("next_pane", "pane"),
    ("escape", "article"),
    ("help", "help"),
)

SELECTING = (
    ("extend", "more"),
    ("word_right", "word"),
    ("down", "sentence"),
    ("mark", "mark"),
    ("comment", "note"),
    ("copy", "copy"),
    ("escape", "cancel"),
    ("help", "help"),
)

P = ParamSpec("P")
T = TypeVar("T")


class ReaderBase(ReaderFrame, part=True):
    """The state of one reader and the few things that all of its actions need."""

    edition: reactive[Edition | None] = reactive(None, init=False, repaint=False)
    """The article as it is presented; the panes are bound to it."""

    def __init__(
        self,
        desk: Desk,
        opened: Opened,
        palette: Palette,
        keys: Mapping[str, tuple[str, ...]],
        queue: tuple[str, ...] = (),
        *,
        highlights: bool = True,
        animation: bool = True,
        measure: int = 72,
    ) -> None:
        super().__init__(opened.article, opened.position, palette, measure)
        self.desk = desk
        self.keys = keys
        # Before the widget in focus, so that keys act in the order they were typed, without a
        # round through the widgets.
        bind(self, keys, BY_NAME, priority=True)
        self.queue = queue
        """Digests of the articles to go through with J and K."""
        self.trail = Trail()
        self.highlights = highlights
        self.animation = animation
        self._flashing: Timer | None = None
        self.first = opened

    @cached_property
    def front(self) -> Front:
        """What the front page keeps from one visit to the next."""
        from briefing.ui.front import Front

        return Front()

    # Doing ----------------------------------------------------------------------------------

    async def ask_desk(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the desk beside the event loop: storing may wait for a disk."""
        return await asyncio.to_thread(call, *args, **kwargs)

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self.bottom_line.say(message)

    def present(self, **changes: object) -> None:
        """Present the same article with something changed."""
        if self.edition is not None:
            self.edition = replace(self.edition, **changes)  # type: ignore[arg-type]

    def jump(self, span: Span, *, look: str = "current", remember: bool = True) -> None:
        """Go to a span and mark it; the former place can be gone back to."""
        if remember:
            self.trail = self.trail.jumped(self.here)
        self.view.view.go(span.start)
        self.view.annotate(current=[(span, look)], flash=[(span, "flash")] * self.animation)
        if self._flashing is not None:
            self._flashing.stop()
        if self.animation:
            self._flashing = self.set_timer(0.5, self._calm)
        self.view.changed()

    def _calm(self) -> None:
        self._flashing = None
        self.view.annotate(flash=[])

    def show_hints(self, *, keep: bool = False) -> None:
        """Show the keys that matter now; ``keep`` leaves the last message beside them."""
        if not keep:
            self.bottom_line.say("")
        self.bottom_line.hint(
            tuple((self.key_of(name), hint) for name, hint in self._hints() if self.keys.get(name))
        )

    def _hints(self) -> tuple[tuple[str, str], ...]:
        if self.view.selection is not None and self.pane is None:
            return SELECTING
        if self.pane is not None:
            return IN_PANE
        news = self.edition is not None and self.edition.telling and self.edition.telling.new
        return (("next_new", "what is new"), *IN_ARTICLE) if news else IN_ARTICLE

    def key_of(self, name: str) -> str:
        """The key a command is on, as it is written for a reader."""
        return key_of(self.keys, name)

    # Knowing --------------------------------------------------------------------------------

    @property
    def article(self) -> Article:
        """The article on the screen."""
        return self.view.article

    @property
    def here(self) -> Place:
        """Where the reader is."""
        return Place(self.article.digest, self.view.view.place, self.view.view.first)

    @property
    def target(self) -> Span | None:
        """What a command is about: the selection, the pane's row, or the sentence at the place."""
        if self.pane is not None:
            return self.pane.current.span if self.pane.current else None
        if self.view.selection is not None:
            return self.view.selection
        current = self.view.painter.layers["current"]
        for start, end, _ in current.within(self.view.view.place, self.view.view.place + 1):
            if start == self.view.view.place:
                return Span(start, max(end, *current.ends))
        return self.view.selector.sentence_at(self.view.view.place)
