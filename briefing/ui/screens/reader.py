"""The reader: an article, what was found in it, and the reader's notes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from textual import events, on
from textual.app import ComposeResult

from briefing.ui.note_rows import AllNotesState
from briefing.ui.palette import Palette
from briefing.ui.screens.all_noting import AllNotesActions
from briefing.ui.screens.lettering import LetteringActions
from briefing.ui.screens.presenting import PresentingActions
from briefing.ui.screens.searching import SearchingActions
from briefing.ui.widgets.article_view import ArticleView
from briefing.ui.widgets.drawn import Ground


class ReaderScreen(SearchingActions, AllNotesActions, PresentingActions, LetteringActions):
    """One article on the screen, with its panes."""

    AUTO_FOCUS = "#article"

    def compose(self) -> ComposeResult:
        """The lines above and below, and between them the article among its panes."""
        left, right = self.columns
        # Textual does so when it hears of the size, and would draw everything again for it.
        for size, steps in (
            (self.app.size.width, self.app.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.app.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(max(step for step in steps or () if step[0] <= size)[1], update=False)
        yield self.top_line
        yield Ground(left, self.view, right, id="body")
        yield self.bottom_line

    async def on_mount(self) -> None:
        """Bind the panes to what is presented, and begin with the first article."""
        self.hits = []
        self.all_notes = AllNotesState()
        self.drafts = ThreadPoolExecutor(1, "drafts")
        for pane in self.panes.values():
            pane.data_bind(ReaderScreen.edition)
        self.view.placed = self._tell_place
        self.fit_panes()
        self.view.focus()
        self.show_hints()
        await self._present(self.first)
        await self.find_other_drafts()
        self.look_out()

    def on_unmount(self) -> None:
        """Let the last draft be stored."""
        self.drafts.shutdown()

    @on(ArticleView.Selected)
    def _selected(self) -> None:
        self.view.focus()
        self.show_hints()

    def on_key(self, _: events.Key) -> None:
        """A key that did nothing puts the message away, unless it was told why."""
        self.show_hints(keep=self._refused)
        self._refused = False

    def on_descendant_focus(self) -> None:
        """Show the keys of what has them."""
        self.show_hints(keep=True)

    # The application ------------------------------------------------------------------------

    def action_highlights(self) -> None:
        """Show the highlights or put them away."""
        self.highlights = not self.highlights
        if self.edition is not None:
            self._annotate(self.edition)
        self.say("Highlights on." if self.highlights else "Highlights off.")

    def action_text_only(self) -> None:
        """Hide everything but the text, or show it again."""
        self.text_only = not self.text_only
        self.top_line.display = self.bottom_line.display = not self.text_only
        self.fit_panes()
        self.view.focus()

    def action_help(self) -> None:
        """Show the keys."""
        from briefing.ui.screens.help import ARTICLE_HELP, Help

        self.app.push_screen(Help(self.pane.HELP if self.pane else ARTICLE_HELP, self.keys))

    def action_palette(self) -> None:
        """Show every command."""
        self.app.action_command_palette()

    async def action_theme(self) -> None:
        """The next theme."""
        await self.app.run_action("app.theme")

    def recolour(self, palette: Palette) -> None:
        """Draw with other colours."""
        self.palette = palette
        self.top_line.palette = self.bottom_line.palette = palette
        self.view.recolour(palette)
        for pane in self.panes.values():
            pane.palette = palette
            pane.refresh()
        self.top_line.refresh()
        self.bottom_line.refresh()

    def unwind(self) -> bool:
        """Leave a selection, a pane, hits, a chosen name, the text alone: the innermost one."""
        if self.view.selection is not None:
            self.view.select(None)
        elif self.pane is not None:
            self.open_pane(None)
        elif self.hits:
            self.clear_hits()
        elif self.edition and self.edition.chosen is not None:
            self.present(chosen=None)
            self.view.annotate(current=[])
        elif self.text_only:
            self.action_text_only()
        elif self.view.painter.layers["current"].starts and not self.from_notes:
            self.view.annotate(current=[])
        else:
            return False
        return True

    async def leave(self) -> None:
        """Back to the former article, or quit when there is none."""
        trail, here = self.trail, self.here
        while trail.behind:
            trail, place = trail.back(here)
            if place is not None and place.digest != self.article.digest:
                self.trail = trail
                await self.travel(place.digest, place)
                return
        await self.action_quit()

    async def action_quit(self) -> None:
        """Quit."""
        await self.app.action_quit()
