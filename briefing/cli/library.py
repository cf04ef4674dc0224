"""``briefing add`` and ``briefing library``: the desk, without a screen."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing.cli.guard import FAILED, fault
from briefing.cli.progress import progress
from briefing.cli.streams import complain, one_line, say
from briefing.ui.edition import name_of
from briefing.ui.wrap import fit, width_of

if TYPE_CHECKING:
    from briefing.desk import Desk, Listing

_NONE = "every article was read before"
_SOURCE = 20
"""Columns for the source in a list."""
_ROOM = 72
"""Columns from which there is room for the source and the words beside a title."""
_LEAST = 20
"""Columns that a title has in any case."""


def add(locations: Sequence[str]) -> int:
    """Puts articles into the library and says how many were new.

    Raises:
        KeyboardInterrupt: after saying what is in the library so far.
    """
    from briefing.desk.intake import Fate

    counts: Counter[str] = Counter()
    with desk_of_reader() as desk:
        sources = desk.intake.sources(locations)
        try:
            with progress(len(sources), "files") as bar:
                for added in desk.intake.add(sources, bar.note, fault):
                    if added.fate is Fate.FAILED:
                        complain(added.failure)
                    counts["added"] += added.new
                    counts["known before"] += added.known
                    counts["failed"] += added.fate is Fate.FAILED
                    counts["passed over, being no articles"] += added.fate is Fate.PASSED
                    bar.step()
        except KeyboardInterrupt:
            complain("stopped; what was added stays, and the same command goes on from here.")
            raise
    say([f"{_counted(counts)}."])
    return FAILED if counts["failed"] else 0


def _counted(counts: Counter[str], none: str = "there is nothing to add") -> str:
    parts = [f"{count} {what}" for what, count in counts.items() if count]
    return ", ".join(parts) or none


def print_articles(
    words: Sequence[str] = (),
    *,
    unread: bool = False,
    starred: bool = False,
    json: bool = False,
) -> int:
    """Prints one line for every article of the library in its newest version, the newest first.

    Args:
        words: what each must have in its title, source or place.
        unread: whether only unread ones are wanted.
        starred: whether only starred ones are.
        json: whether for programs.
    """
    wanted = " ".join(words).casefold().split()
    with desk_of_reader() as desk:
        every = desk.articles()
    articles = [
        one
        for one in every
        if not (unread and one.read)
        and not (starred and not one.starred)
        and all(w in f"{one.title} {one.source} {one.location}".casefold() for w in wanted)
    ]
    if json:
        from briefing.cli.data import line

        say(line(article._asdict()) for article in articles)
    elif articles:
        width = shutil.get_terminal_size().columns
        eyes = sys.stdout.isatty()
        say(_aligned(one, width) if eyes else _parted(one) for one in articles)
    elif every:
        complain(f"none of the {len(every)} articles here fits.")
    else:
        complain("the library is empty; `briefing add FILE...` puts articles there.")
    return 0


def refresh() -> int:
    """Reads every article that was not read, and brings the index and the events up to date.

    Raises:
        KeyboardInterrupt: after saying that what was done stays.
    """
    failed = 0
    with desk_of_reader() as desk:
        digests = desk.unread_by_engine()
        try:
            if desk.refresh_index():
                complain("the search index was made anew.")
            with progress(len(digests), "articles") as bar:
                for title, failure in desk.refresh_readings(digests):
                    bar.note(title)
                    if failure:
                        complain(failure)
                        failed += 1
                    else:
                        bar.step()
            with progress(None, "left to be compared") as bar:
                for left in desk.refresh_events():
                    bar.note(str(left))
        except KeyboardInterrupt:
            complain("stopped; what was read stays, and the same command goes on from here.")
            raise
    say([f"{_counted(Counter({'read': len(digests) - failed, 'failed': failed}), _NONE)}."])
    return FAILED if failed else 0


@contextmanager
def desk_of_reader() -> Iterator[Desk]:
    """The reader's desk; says what the reader should know about it, and closes it."""
    from briefing.desk import Desk
    from briefing.settings import Settings

    desk = Desk.open(Settings.load())
    try:
        for notice in desk.notices:
            complain(notice)
        yield desk
    finally:
        desk.close()


def _day(listing: Listing) -> str:
    return listing.published or listing.added[:10]


def _aligned(listing: Listing, width: int) -> str:
    """A line for a reader's eye.

    Args:
        listing: the article.
        width: columns there are. With few of them the title stands alone after the day.
    """
    sign = "*" if listing.starred else " " if listing.read else "•"
    source = fit(one_line(listing.source), _SOURCE)
    source += " " * (_SOURCE - width_of(source))
    about = f"{source}  {listing.words:>6}  " if width >= _ROOM else ""
    head = f"{_day(listing):<10} {sign} {about}"
    tail = f"  ({listing.versions} versions)" if listing.versions > 1 else ""
    title = one_line(name_of(listing.title, listing.location))
    return head + fit(title, max(width - len(head) - len(tail), _LEAST)) + tail


def _parted(listing: Listing) -> str:
    """A line for other programs: columns parted by tabs."""
    cells = (
        _day(listing),
        "read" if listing.read else "unread",
        "starred" if listing.starred else "",
        listing.source,
        str(listing.words),
        listing.title,
        listing.location,
        str(listing.versions),
    )
    return "\t".join(map(one_line, cells))
