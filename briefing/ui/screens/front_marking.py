"""Marking and choosing on the front page: read, unread, starred, one article or a group."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence

from briefing.model.errors import BriefingError
from briefing.model.records import dataclass
from briefing.ui.found import Target
from briefing.ui.front import Front
from briefing.ui.keymap import key_of
from briefing.ui.screens.list_page import ListPage
from briefing.ui.screens.prompt import Prompt
from briefing.ui.widgets.front_list import FrontList

_AT_ONCE = 500
"""Articles that are marked before other keys have their turn."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose to read on the front page."""

    digest: str = ""
    """The article's."""
    order: tuple[str, ...] = ()
    """The digests of all articles of the page, for going through them."""
    location: str = ""
    """A file or an address instead."""
    found: Target | None = None
    """The place in the article that a search has found, if it was found by one."""
    line: str = ""
    """What was searched for."""
    notes: bool = False
    """Whether all notes are asked for instead."""


class FrontMarking(ListPage[Choice | None], part=True):
    """What the keys for marks and files do on the front page."""

    front: Front
    list: FrontList

    @abstractmethod
    def tell(self) -> None:
        """Say above how much there is, and how much of it is unread."""

    async def _kept(self, call: Callable[..., None], *values: object) -> bool:
        """Have the desk keep something beside the event loop; false when it could not."""
        try:
            await asyncio.to_thread(call, *values)
        except BriefingError as error:
            self.say(str(error))
            return False
        return True

    def _change(
        self, digest: str, *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Take in what was kept of an article, also where the library was looked through anew."""
        self.list.change(digest, read=read, starred=starred)
        if self.front.shelf is not self.list.shelf:
            self.front.shelf.change(digest, read=read, starred=starred)

    async def _mark(self, digests: Sequence[str], read: bool) -> bool:
        if not await self._kept(self.desk.mark_all, digests, read):
            return False
        for number, digest in enumerate(digests):
            self._change(digest, read=read)
            if number % _AT_ONCE == _AT_ONCE - 1:
                await asyncio.sleep(0)
        self.list.refresh()
        self.tell()
        return True

    async def action_toggle_read(self) -> None:
        """Mark the article as read or unread."""
        item = self.list.current
        if item is not None and await self._mark((item.digest,), not item.read):
            self.front.marked.append(((item.digest,), not item.read))

    async def action_mark_group(self) -> None:
        """Mark all of the group as read."""
        digests = tuple(item.digest for item in self.list.group if not item.read)
        if not digests:
            self.say("All of this group is read.")
        elif await self._mark(digests, True):
            self.front.marked.append((digests, True))
            undo = key_of(self.keys, "undo")
            self.say(f"Marked as read: {len(digests)}. {undo} takes it back.")

    async def action_undo(self) -> None:
        """Take back what was marked last."""
        if not self.front.marked:
            self.say("Nothing was marked here that could be taken back.")
            return
        digests, read = self.front.marked[-1]
        if await self._mark(digests, not read):
            self.front.marked.pop()
            self.say(f"Marked as {'unread' if read else 'read'} again: {len(digests)}.")

    async def action_star(self) -> None:
        """Star the article, or take the star away."""
        item = self.list.current
        if item is not None and await self._kept(self.desk.star, item.digest, not item.starred):
            self._change(item.digest, starred=not item.starred)
            self.list.refresh()

    def action_open(self) -> None:
        """Ask for a file or an address and read it."""

        def answered(location: str | None) -> None:
            if location and location.strip():
                self.dismiss(Choice(location=location.strip()))

        self.app.push_screen(Prompt("open"), answered)
