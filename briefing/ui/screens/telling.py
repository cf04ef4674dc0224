"""An article among those on its event: what is new in it, and what others tell differently."""

from __future__ import annotations

from contextlib import suppress

from textual.worker import get_current_worker

from briefing.model.article import Article
from briefing.model.errors import BriefingError
from briefing.model.telling import Clash, Teller, Telling
from briefing.ui.screens.following import FollowingActions
from briefing.ui.widgets.list_pane import ListPane


class TellingActions(FollowingActions, part=True):
    """What the keys along new sentences do, and the rows of other tellers."""

    def hold_against_others(self, article: Article) -> None:
        """Hold an article against the others on its event; called in a thread of a worker."""
        worker = get_current_worker()
        with suppress(BriefingError):  # the article is there all the same
            telling = self.desk.telling(article)
            if not worker.is_cancelled and telling.others:
                self.app.call_from_thread(self._told, telling)

    def _told(self, telling: Telling) -> None:
        """Take what was found out, if it is still about the article on the screen."""
        if self.edition is not None and telling.digest == self.edition.article.digest:
            self.present(telling=telling)
            self.show_hints(keep=True)

    def _along_new(self, step: int) -> None:
        telling = self.edition.telling if self.edition else None
        if telling is None or not telling.known:
            self.say("No other article on this was read: nothing to tell what is new against.")
            return
        span = self._along(telling.new, step, "All of this was in what you have read.")
        if span is not None:
            self.say(f"New to you: {self.bottom_line.message}")

    def action_next_new(self) -> None:
        """To the next sentence that is new to the reader."""
        self._along_new(1)

    def action_previous_new(self) -> None:
        """To the former sentence that is new to the reader."""
        self._along_new(-1)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Open another article on the event, at the figure that differs if it is about one."""
        value = event.row.value
        if isinstance(value, (Teller, Clash)):
            self.run_worker(self._open_other(value), exclusive=True, group="follow")

    async def _open_other(self, value: Teller | Clash) -> None:
        await self.travel(value.digest)
        self.read_here()
        if isinstance(value, Clash) and self.article.digest == value.digest:
            self.jump(value.other, remember=False)
