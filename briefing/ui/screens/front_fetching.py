"""What the articles of the front page say: fetched where the reader is, found out ahead of them."""

from __future__ import annotations

import asyncio
from abc import abstractmethod

from textual import work
from textual.message import Message

from briefing.model.errors import BriefingError
from briefing.ui.edition import Edition
from briefing.ui.front import Grouping, Wish
from briefing.ui.screens.front_marking import FrontMarking
from briefing.ui.widgets.front_list import AHEAD
from briefing.ui.widgets.panes import SummaryPane


class FrontFetching(FrontMarking, part=True):
    """The words of the articles in view, the summary of the one chosen, and what comes next."""

    beside: SummaryPane

    class Briefed(Message):
        """An article was read in the background."""

        def __init__(self, digest: str) -> None:
            self.digest = digest
            super().__init__()

    @property
    @abstractmethod
    def wish(self) -> Wish:
        """What the reader wants to see."""

    @abstractmethod
    def renew(self) -> object:
        """Take the library as it is now."""

    @abstractmethod
    def rearrange(self) -> None:
        """Put the list in order."""

    def on_front_list_pointed(self) -> None:
        """Fetch the first words of the articles in view, and the summary of the one chosen."""
        self.fetch()

    def on_front_fetching_briefed(self, event: Briefed) -> None:
        """Show what the background has found out of an article."""
        self.front.teasers.pop(event.digest, None)
        if event.digest:
            self.fetch()
        elif self.wish.grouping is Grouping.STORY:
            self.renew()
        else:
            self._take_events()

    @work(exclusive=True, group="events", exit_on_error=False)
    async def _take_events(self) -> None:
        """Take what was found to tell of one event: the page may be grouped by it next."""
        try:
            self.front.shelf.events = await asyncio.to_thread(self.desk.events)
        except BriefingError as error:
            self.say(str(error))
            return
        if self.wish.grouping is Grouping.STORY:
            self.rearrange()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def fetch(self) -> None:
        """Fetch the words in view, then the preview, then have what is near read ahead."""
        try:
            near = [item.digest for item in self.list.in_view()]
            missing = [digest for digest in near if digest not in self.front.teasers]
            if missing:
                self.front.teasers.update(await asyncio.to_thread(self.desk.teasers, missing))
                self.list.refresh()
            await asyncio.sleep(0.08)  # a reader who runs down the list is not kept waiting
            await self._preview()
            await asyncio.sleep(0.3)
            coming = [item.digest for item in self.list.in_view(AHEAD) if not item.read]
            wanted = list(dict.fromkeys([*self._chosen(), *near, *coming]))
            await asyncio.to_thread(self.desk.read_ahead, wanted, self._briefed)
            for digest in self.list.leads():
                self.front.tellers[digest] = ()  # asked for once, whatever comes of it
                self.front.tellers[digest] = await asyncio.to_thread(self.desk.tellers, digest)
                self.list.refresh()
        except BriefingError as error:
            self.say(str(error))

    def _chosen(self) -> tuple[str, ...]:
        return (self.list.current.digest,) if self.list.current else ()

    async def _preview(self) -> None:
        """Show what the article under the cursor says."""
        for digest in self._chosen() if self.beside.display else ():
            opened = await asyncio.to_thread(self.desk.peek, digest)
            self.beside.edition = Edition(opened.article, opened.briefing)

    def _briefed(self, digest: str) -> None:
        """Called in a thread of the background's."""
        if self.is_running:
            self.post_message(self.Briefed(digest))
