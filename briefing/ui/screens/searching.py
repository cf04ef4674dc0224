"""The search of the library from the reader: going to a place that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ui.screens.finding import FindingActions
from briefing.ui.screens.following import FollowingActions

if TYPE_CHECKING:
    from briefing.ui.found import Asked, Target


class SearchingActions(FollowingActions, FindingActions, part=True):
    r"""What ``\`` does."""

    def action_search(self) -> None:
        """Search the library."""
        self._search(self.front.asked)

    async def search_library(self, words: str) -> None:
        """Look for words in the library."""
        from briefing.ui.found import Asked

        self._search(Asked(words))

    def _search(self, asked: Asked) -> None:
        """Lay the search over the reader now: what is typed next is for its line."""
        from briefing.ui.found import Target
        from briefing.ui.screens.search import SearchPage

        page = SearchPage(self.desk, self.palette, self.keys, asked)

        def chosen(target: object) -> None:
            self.front.asked = page.asked
            if isinstance(target, Target):
                self.queue = tuple(dict.fromkeys(found.digest for found in page.found))
                self.run_worker(
                    self.go_to_found(target, page.line.value), exclusive=True, group="library"
                )

        self.app.push_screen(page, chosen)

    async def go_to_found(self, target: Target, line: str) -> None:
        """Open the article at the hit, with the hits shown as ``/`` shows them."""
        before = self.here
        if target.digest != self.article.digest:
            await self.travel(target.digest)
        if target.digest != self.article.digest or target.span is None:
            return
        if before.digest == target.digest:
            self.trail = self.trail.jumped(before)
        self.read_here()
        self.show_hits(line, target.hits, target.span)
