"""What every part of the reader's screen builds on: its widgets, its state, its messages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from briefing.desk import Desk, Opened
from briefing.model.article import Article, Span
from briefing.ui.binding import bind
from briefing.ui.commands import BY_NAME
from briefing.ui.edition import Edition
from briefing.ui.keymap import key_of
from briefing.ui.palette import Palette
from briefing.ui.stage import Stage
from briefing.ui.trail import Place, Trail
from briefing.ui.widgets.article_view import ArticleView
from briefing.ui.widgets.drawn import Ground
from briefing.ui.widgets.lines import BottomLine, TopLine
from briefing.ui.widgets.list_pane import ListPane
from briefing.ui.widgets.panes import (
    EntitiesPane,
    FactsPane,
    NotesPane,
    OutlinePane,
    SummaryPane,
)
from briefing.ui.widgets.related_pane import RelatedPane

if TYPE_CHECKING:
    from briefing.ui.front import Front

PANES: dict[
    str, type[OutlinePane | EntitiesPane | SummaryPane | FactsPane | RelatedPane | NotesPane]
] = {
    "outline": OutlinePane,
    "entities": EntitiesPane,
    "summary": SummaryPane,
    "facts": FactsPane,
    "related": RelatedPane,
    "notes": NotesPane,
}
"""The panes by their names, in the order Tab goes through them."""

LEFT = ("outline", "entities")
"""The panes left of the article; the others stand right of it."""

WIDE = 100
"""Columns from which on all panes stand beside the article."""

NARROW = 60
"""Columns below which a pane takes the article's place."""

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


class ReaderBase(Stage[None], Ground):
    """The state of one reader and the few things that all of its actions need."""

    _ruled = False
    """Whether the rules were asked for again, as Textual does when the screen is first shown."""
    _stands = False
    """Whether anything was drawn."""
    leaving = False
    """Whether the reader is on the way out, and nothing is drawn any more."""

    edition: reactive[Edition | None] = reactive(None, init=False, repaint=False)
    """The article as it is presented; the panes are bound to it."""

    def __init_subclass__(cls, *, part: bool = False) -> None:
        """Let Textual look through the whole reader, and not through each of its parts as well."""
        if not part:
            super().__init_subclass__()

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
        super().__init__()
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
        self.palette = palette
        self._flashing: Timer | None = None
        self.text_only = False
        """Whether everything but the text is hidden."""
        self._open: ListPane | None = None
        self.panes: dict[str, ListPane] = {
            name: kind(palette, id=name) for name, kind in PANES.items()
        }
        self.columns = (
            Ground(*(self.panes[name] for name in LEFT), id="left"),
            Ground(*(self.panes[name] for name in PANES if name not in LEFT), id="right"),
        )
        self.view = ArticleView(opened.article, palette, opened.position)
        self.view.set_reactive(ArticleView.measure, measure)
        self.top_line = TopLine(palette)
        self.bottom_line = BottomLine(palette)
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
    def pane(self) -> ListPane | None:
        """The pane in focus; ``None`` when it is the article."""
        return self.focused if isinstance(self.focused, ListPane) else None

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

    def read_here(self) -> None:
        """Give the keys to the article; in a narrow terminal the open pane makes room for it."""
        if not self.view.display:
            self.open_pane(None)
        self.set_focus(self.view)

    # Drawing --------------------------------------------------------------------------------

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Do without Textual's tooltips and toasts: the bottom line says it all."""

    def update_node_styles(self, animate: bool = True) -> None:
        """Ask the rules again; not the first time, when the screen was just made by them."""
        if self._ruled:
            super().update_node_styles(animate)
        self._ruled = True

    def _compositor_refresh(self) -> None:
        """Wait with the first frame until all that was asked for at the start is in it.

        Textual would draw it when the screen is shown, and all of it twice again: for what was
        asked for before, and for the screen being shown.
        """
        if self._stands and not self.leaving:
            super()._compositor_refresh()

    def _on_timer_update(self) -> None:
        """Draw what was asked for since the last frame; at first everything, once."""
        if not self._stands:
            self._stands = self._layout_required = True
            self._repaint_required = False
        super()._on_timer_update()

    def draw(self) -> None:
        """Draw what a key has changed, unless nothing stands there yet."""
        if self._stands:
            super().draw()

    # Arranging ------------------------------------------------------------------------------

    @property
    def wide(self) -> bool:
        """Whether all panes stand beside the article."""
        return self.size.width >= WIDE

    def open_pane(self, pane: ListPane | None) -> None:
        """Bring a pane into view and give it the keys; ``None`` closes the one that is open.

        With room for one pane at a time it stands beside the article, and in a narrow
        terminal in its place.
        """
        self._open = pane
        if pane is not None:
            self.text_only = False
        self.fit_panes()
        self.set_focus(pane or self.view)  # now, for the next key may have been typed already

    def fit_panes(self) -> None:
        """Show what there is room for."""
        beside = self.size.width >= NARROW
        for pane in self.panes.values():
            _show(pane, not self.text_only and (self.wide or pane is self._open))
        for column in self.columns:
            _show(column, any(p.display for p in self.panes.values() if p in column.children))
        _show(self.view, beside or self._open is None or self.text_only)

    def on_resize(self) -> None:
        """Arrange for the new size; the pane that has the keys keeps its place."""
        if not self.wide and self._open is None and self.pane is not None:
            self._open = self.pane
        self.fit_panes()


def _show(widget: Widget, shown: bool) -> None:
    """Show a widget or not; Textual would lay out everything again for what is so already."""
    if widget.display != shown:
        widget.display = shown
