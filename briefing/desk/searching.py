"""The use cases of searching: finding words in the library, and stopping when nobody waits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from briefing.library.database import Database

if TYPE_CHECKING:
    from briefing.library.passages import Found
    from briefing.library.search import Search


class SearchDesk:
    """The part of the reader's desk where the library is searched."""

    def __init__(self, database: Database) -> None:
        self._searched = database

    @cached_property
    def _search(self) -> Search:
        """The search, made when it is first asked for."""
        from briefing.library.search import Search

        return Search(self._searched)

    def search(
        self, line: str, most: int, *, best: bool = False, typing: bool = False
    ) -> tuple[Found, ...]:
        """The articles that a line of words and filters asks for, with every hit.

        Args:
            line: as typed; ``briefing.library.query`` says what it may hold. No line is an error.
            most: articles to give.
            best: the best fit first, rather than the newest arrival.
            typing: whether the last word may not be finished.

        Raises:
            StoppedError: when another search began meanwhile, or :meth:`stop_search` was called.
            LibraryError: when the library cannot be read.
        """
        from briefing.library.query import query
        from briefing.library.search_sql import BEST, NEWEST

        return self._search.find(query(line, typing=typing), most, BEST if best else NEWEST)

    def count_found(self, line: str, *, typing: bool = False) -> int:
        """How many articles a line asks for; raises like :meth:`search`."""
        from briefing.library.query import query

        return self._search.count(query(line, typing=typing))

    def close_search(self) -> None:
        """Ends searching for good."""
        if "_search" in self.__dict__:
            self._search.close()

    def stop_search(self) -> None:
        """Stops the search that is under way, because nobody waits for it any more."""
        if "_search" in self.__dict__:
            self._search.stop()
