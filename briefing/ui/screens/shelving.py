"""The library from the reader: other articles, their marks, files and addresses."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.desk import Listing
from briefing.model.columns import spans_of
from briefing.model.errors import BriefingError
from briefing.ui.fetching import beside
from briefing.ui.screens.following import FollowingActions

if TYPE_CHECKING:
    from briefing.ui.found import Target


class LibraryActions(FollowingActions, part=True):
    """What the keys for articles do."""

    listed: str = ""
    """The digest of the article last taken from the front page, or reached from there by J, K."""

    @abstractmethod
    def unwind(self) -> bool:
        """Leave the innermost of what is open in the reader; false when nothing is."""

    @abstractmethod
    async def leave(self) -> None:
        """Back to the former article, or quit when there is none."""

    @abstractmethod
    async def go_to_found(self, target: Target, line: str) -> None:
        """Open an article at what a search has found in it."""

    @abstractmethod
    def show_all_notes(self, *, front: bool = False, uppermost: bool = False) -> None:
        """Show the notes on every article, above the reader or the front page."""

    async def action_library(self) -> None:
        """Show the front page."""
        self.show_front()

    def show_front(self, words: str = "", *, uppermost: bool = False) -> None:
        """Show the front page, and read what is chosen there.

        Args:
            words: what to narrow it to.
            uppermost: whether leaving it leads nowhere: it was begun with, or returned to.
        """
        coming = self._from_front(words, uppermost)
        self.run_worker(coming, exclusive=True, group="library", exit_on_error=False)

    async def _from_front(self, words: str, uppermost: bool) -> None:
        from briefing.ui.screens.front_page import FrontPage

        digest = self.article.digest
        self.front.followed(digest, listed=digest == self.listed)
        page = FrontPage(self.desk, self.palette, self.keys, self.front, words, uppermost=uppermost)
        chosen = await self.app.push_screen_wait(page)
        if chosen is None:
            return
        if chosen.notes:
            self.show_all_notes(front=True, uppermost=uppermost)
            return
        if chosen.location:
            await self.open_location(chosen.location, "")
        else:
            self.queue = chosen.order
            if chosen.found is not None:
                await self.go_to_found(chosen.found, chosen.line)
            elif chosen.digest != self.article.digest:
                await self.travel(chosen.digest)
        self.listed = self.article.digest
        self.read_here()

    def _up(self) -> bool:
        """Go up to the front page, if the article on the screen was taken from there."""
        if self.listed != self.article.digest:
            return False
        self.show_front(uppermost=True)
        return True

    def action_escape(self) -> None:
        """Up one level: at last from the article to the front page it was taken from."""
        if not self.unwind():
            self._up()
        self.show_hints()

    async def action_leave(self) -> None:
        """Back to the front page or the former article, or quit when there is neither."""
        if not self._up():
            await self.leave()

    def action_group(self) -> None:
        """Grouping is the front page's."""
        self.say(f"This is for the front page: {self.key_of('library')} shows it.")

    action_mark_group = action_hide_read = action_group

    async def _neighbour(self, step: int) -> None:
        queue = self.queue or tuple(
            listing.digest for listing in await self.ask_desk(self.desk.articles)
        )
        at = queue.index(self.article.digest) if self.article.digest in queue else -step
        if 0 <= at + step < len(queue):
            listed = self.listed == self.article.digest
            await self.travel(queue[at + step])
            if listed:
                self.listed = self.article.digest
        else:
            self.say("This is the last article." if step > 0 else "This is the first article.")

    async def action_next_article(self) -> None:
        """To the next article."""
        await self._neighbour(1)

    async def action_previous_article(self) -> None:
        """To the former article."""
        await self._neighbour(-1)

    async def action_toggle_read(self) -> None:
        """Mark the article as read or unread."""
        listing = await self._listing()
        if listing is not None:
            await self.ask_desk(self.desk.mark_read, listing.digest, not listing.read)
            self.say("Unread." if listing.read else "Read.")

    async def action_star(self) -> None:
        """Star the article, or take the star away."""
        listing = await self._listing()
        if listing is not None:
            await self.ask_desk(self.desk.star, listing.digest, not listing.starred)
            self.say("The star is gone." if listing.starred else "Starred.")

    async def _listing(self) -> Listing | None:
        """The article's line in the library."""
        return await self.ask_desk(self.desk.listing, self.article.digest)

    async def action_reload(self) -> None:
        """Read the article's file, or fetch its page, again."""
        location = self.article.origin.location
        if location == "-":
            self.say("What came from standard input cannot be read again.")
            return
        await self.open_location(location, "Read again.", anew=True)

    async def action_fetch_feeds(self) -> None:
        """Fetch the feeds in the background."""
        await self.app.run_action("app.fetch_feeds")

    def action_open(self) -> None:
        """Ask for a file or an address and open it."""
        from briefing.ui.screens.prompt import Prompt

        def answered(location: str | None) -> None:
            if location and location.strip():
                opening = self.open_location(location.strip(), "")
                self.run_worker(opening, exclusive=True, group="open")

        self.app.push_screen(Prompt("open"), answered)

    async def open_location(self, location: str, message: str = "", *, anew: bool = False) -> None:
        """Open a file, an address, or a note of a notes file, and then say something."""
        if location.lower().startswith(("http://", "https://")):
            self.say(f"Fetching {location} ...")
        else:
            location = str(Path(location).expanduser())
        try:
            opened, digests = await beside(self.desk.read_all, location, anew=anew)
        except BriefingError as error:
            self.say(str(error))
            return
        if len(digests) > 1:
            self.queue = digests
            message = f"{len(digests)} articles; J and K go through them."
        asked = opened.span is not None or opened.remark
        if opened.article.digest == self.article.digest and not asked:
            self.say(message if len(digests) > 1 else "Nothing has changed.")
            return
        self.trail = self.trail.jumped(self.here)
        await self.show_article(opened)
        self.say(message or opened.remark)

    async def action_browse(self) -> None:
        """Offer to open the article's address, or the link in focus, in the browser."""
        row = self.pane.current if self.pane else None
        url = getattr(row.value, "url", "") if row else ""
        line, links = self._line_in_focus(), self.article.links
        url = url or next(
            (links[at].url for at in spans_of(links).within(line) if links[at].url), ""
        )
        url = url or self.article.origin.location
        if self.desk.may_open(url):
            self.run_worker(self.offer_address(self.article.title, url), group="browse")
        else:
            self.say("This article has no address on the web.")
