"""The article pane: a page that can be exchanged for another, selected in, and clicked."""

from __future__ import annotations

from textual import events
from textual.message import Message

from briefing.model.article import Article, Span
from briefing.ui.page import Page
from briefing.ui.painter import GUTTER, Painter
from briefing.ui.palette import Palette
from briefing.ui.selecting import Selector
from briefing.ui.viewport import Viewport
from briefing.ui.widgets.page_view import PageView
from briefing.ui.wrap import character_at


class ArticleView(PageView):
    """Shows an article, and what of it the reader has selected."""

    DEFAULT_CSS = "ArticleView { width: 1fr; height: 1fr; }"

    class Clicked(Message):
        """A character was clicked."""

        def __init__(self, offset: int, chain: int) -> None:
            self.offset = offset
            self.chain = chain
            super().__init__()

    class Selected(Message):
        """Words were selected with the mouse."""

    def __init__(self, article: Article, palette: Palette, place: int = 0) -> None:
        super().__init__(article, palette, place, id="article")
        self.selector = Selector(article)
        self.selection: Span | None = None
        self._pressed: int | None = None
        self._dragged = False

    # What is shown --------------------------------------------------------------------------

    def show(self, article: Article, place: int = 0, top: int | None = None) -> None:
        """Show another article, or the same one anew.

        Args:
            article: what to show.
            place: the character the reader is at.
            top: the first character in view; by default the place is brought into view.
        """
        self._take(article, Viewport(article, self._columns[1], self.size.height, place))
        if top is not None:
            self.view.scroll(self.view.page.row_of(top))
        self.view.reveal(third=True)
        self.forget()
        self.changed()

    def _take(self, article: Article, view: Viewport) -> None:
        self.article, self.view = article, view
        self.painter = Painter(article, self.painter.palette)
        self._light = []
        self.selector = Selector(article)
        self.selection = None
        self.sign({})
        self._settle_soon()

    def set(self, article: Article) -> Page:
        """Set an article for :meth:`exchange`; may be called in a thread."""
        page = Page(article, self._columns[1])
        page.row_of(self.view.first)
        return page

    def exchange(self, article: Article, page: Page, *, alike: bool) -> None:
        """Show an article that goes on where the one shown ends; the view stays as it is.

        Args:
            article: has the same words as the one shown up to the end of what is in view.
            page: this article, set.
            alike: whether it also looks the same there. Then what was drawn stays, too, unless
                something was laid over it.
        """
        before, bar, selection = self.view, self._bar_rows(self.view.top), self.selection
        kept = alike and not self.painter.laid_over
        view = Viewport(article, self._columns[1], self.size.height, before.place, page)
        view.fine = before.fine
        self._take(article, view)
        blank = before.page.row_of(before.first) - before.top
        view.scroll(view.page.row_of(before.first) - blank)
        if kept and all(view.line(y) == before.line(y) for y in range(view.height)):
            self._drawn = (view.page, view.top, view.row)
            self._refresh_bar(bar)
        else:
            self.forget()
        self.changed()
        if selection is not None:
            self.select(selection)

    def select(self, span: Span | None) -> None:
        """Select words, or nothing."""
        self.selection = span
        if span is not None:
            self.view.fine = False
            self.view.include(span)
        self.annotate(select=[(span, "select")] if span else [])

    # The mouse ------------------------------------------------------------------------------

    def _offset_at(self, x: int, y: int) -> int | None:
        """The character under a cell of the widget."""
        line = self.view.line(y)
        if line is None or line.blank:
            return None
        left = self._columns[0] + GUTTER + line.indent
        words = self.article.cut(line.start, line.end)
        return line.start + character_at(words, 0, len(words), x - left)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three lines on."""
        event.stop()
        self.view.wheel(3)
        self.changed()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three lines back."""
        event.stop()
        self.view.wheel(-3)
        self.changed()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a selection, or jump by the scroll bar."""
        if event.x >= self.size.width - 1:
            rows = self.view.page.height * event.y // max(self.size.height, 1)
            self.view.wheel(rows - self.view.top)
            self.changed()
            return
        self._pressed = self._offset_at(event.x, event.y)
        self._dragged = False
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extend the selection."""
        if self._pressed is None:
            return
        offset = self._offset_at(event.x, min(max(event.y, 0), self.size.height - 1))
        if offset is None or (offset == self._pressed and not self._dragged):
            return
        self._dragged = True
        start, end = sorted((self._pressed, offset))
        self.select(Span(start, min(end + 1, self.article.length)))

    def on_mouse_up(self) -> None:
        """End the selection."""
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self._dragged:
            self.post_message(self.Selected())

    def on_click(self, event: events.Click) -> None:
        """Put the place where the reader clicked."""
        if self._dragged:
            return
        offset = self._offset_at(event.x, event.y)
        if offset is not None and offset < self.article.length:
            self.view.place = offset
            self.view.fine = False
            self.changed()
            self.post_message(self.Clicked(offset, event.chain))
