"""The reader's widgets, and how they stand on the screen: the article among its panes."""

from __future__ import annotations

from textual.widget import Widget

from briefing.model.article import Article
from briefing.ui.palette import Palette
from briefing.ui.stage import Stage
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


class ReaderFrame(Stage[None], Ground, part=True):
    """The widgets of one reader, arranged for the size of the terminal.

    Args:
        article: the article to begin with.
        place: the character the reader is at.
        palette: the looks of meanings.
        measure: the most columns of a line of text.
    """

    _ruled = False
    """Whether the rules were asked for again, as Textual does when the screen is first shown."""
    _stands = False
    """Whether anything was drawn."""
    leaving = False
    """Whether the reader is on the way out, and nothing is drawn any more."""

    def __init__(self, article: Article, place: int, palette: Palette, measure: int) -> None:
        super().__init__()
        self.palette = palette
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
        self.view = ArticleView(article, palette, place)
        self.view.set_reactive(ArticleView.measure, measure)
        self.top_line = TopLine(palette)
        self.bottom_line = BottomLine(palette)

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
    def pane(self) -> ListPane | None:
        """The pane in focus; ``None`` when it is the article."""
        return self.focused if isinstance(self.focused, ListPane) else None

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

    def read_here(self) -> None:
        """Give the keys to the article; in a narrow terminal the open pane makes room for it."""
        if not self.view.display:
            self.open_pane(None)
        self.set_focus(self.view)


def _show(widget: Widget, shown: bool) -> None:
    """Show a widget or not; Textual would lay out everything again for what is so already."""
    if widget.display != shown:
        widget.display = shown
