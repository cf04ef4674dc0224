"""The library from the reader: other articles, their marks, files and addresses."""

from __future__ import annotations

from pathlib import Path

from textual import work

from briefing.desk import Listing
from briefing.model.errors import BriefingError
from briefing.ui.screens.following import FollowingActions
from briefing.ui.screens.front_page import FrontPage
from briefing.ui.screens.prompt import Prompt


class LibraryActions(FollowingActions):
    """What the keys for articles do."""

    async def action_library(self) -> None:
        """Show the library."""
        self.run_worker(self.search_library(""), exclusive=True, group="library")

    async def search_library(self, words: str) -> None:
        """Show the library, narrowed to words."""
        listings = await self.ask_desk(self.desk.articles)
        page = FrontPage(self.desk, self.palette, self.keys, listings, words)
        chosen = await self.app.push_screen_wait(page)
        if chosen is not None:
            digest, self.queue = chosen
            await self.travel(digest)

    def action_group(self) -> None:
        """Grouping is the library's."""
        self.say("The library is grouped so: L shows it.")

    def action_search(self) -> None:
        """Search the library."""
        self.run_worker(self.search_library(""), exclusive=True, group="library")

    async def _neighbour(self, step: int) -> None:
        queue = self.queue or tuple(
            listing.digest for listing in await self.ask_desk(self.desk.articles)
        )
        at = queue.index(self.article.digest) if self.article.digest in queue else -step
        if 0 <= at + step < len(queue):
            await self.travel(queue[at + step])
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
        listings = await self.ask_desk(self.desk.articles)
        return next((item for item in listings if item.digest == self.article.digest), None)

    async def action_reload(self) -> None:
        """Read the article's file, or fetch its page, again."""
        location = self.article.origin.location
        if location == "-":
            self.say("What came from standard input cannot be read again.")
            return
        await self._open_file(location, "Read again.")

    def action_open(self) -> None:
        """Ask for a file or an address and open it."""
        self._ask_file()

    @work(exclusive=True, group="open")
    async def _ask_file(self) -> None:
        location = await self.app.push_screen_wait(Prompt("open"))
        if location and location.strip():
            await self._open_file(location.strip(), "")

    async def _open_file(self, location: str, message: str) -> None:
        if location.lower().startswith(("http://", "https://")):
            self.say(f"Fetching {location} ...")
        else:
            location = str(Path(location).expanduser())
        try:
            opened, digests = await self.ask_desk(self.desk.read_all, location)
        except BriefingError as error:
            self.say(str(error))
            return
        if len(digests) > 1:
            self.queue = digests
            message = f"{len(digests)} articles; J and K go through them."
        if opened.article.digest == self.article.digest:
            self.say(message if len(digests) > 1 else "Nothing has changed.")
            return
        self.trail = self.trail.jumped(self.here)
        await self.show_article(opened)
        self.say(message)

    async def action_browse(self) -> None:
        """Offer to open the article's address, or the link in focus, in the browser."""
        row = self.pane.current if self.pane else None
        url = getattr(row.value, "url", "") if row else ""
        line = self._line_in_focus()
        url = url or next(
            (k.url for k in self.article.links if k.url and k.span.overlaps(line)), ""
        )
        url = url or self.article.origin.location
        if self.desk.may_open(url):
            self.run_worker(self.offer_address(self.article.title, url), group="browse")
        else:
            self.say("This article has no address on the web.")
