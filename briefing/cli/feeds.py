"""``briefing feed``: what is followed, without a screen."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.cli.guard import FAILED, each
from briefing.cli.library import desk_of_reader
from briefing.cli.progress import progress
from briefing.cli.streams import complain, one_line, say
from briefing.cli.wording import plural
from briefing.model.feed import FullText

if TYPE_CHECKING:
    from briefing.model.feed import Feed, Report


def add(addresses: Sequence[str], full_text: str) -> int:
    """Follows feeds, and takes in what they carry."""
    mode = FullText(full_text)
    with desk_of_reader() as desk, progress(len(addresses), "feeds") as bar:

        def follow(address: str) -> None:
            report, new, others = desk.subscriptions.add(address, mode, bar.note)
            if new:
                _tell(report)
            else:
                say([f"{one_line(report.feed.name)}: is followed already."])
                if report.feed.full_text is not mode and mode is not FullText.AUTO:
                    desk.subscriptions.change(report.feed, mode)
            if others:
                say([f"The page names {plural(len(others), 'other feed')}:", *others])
            bar.step()

        return each(addresses, follow)


def update(names: Sequence[str]) -> int:
    """Fetches what is new, from all feeds or the ones named."""
    failed = 0
    with desk_of_reader() as desk:
        found: list[Feed] = []
        code = each(names, lambda name: found.append(desk.subscriptions.find(name)))
        feeds = found if names else None
        count = len(found if names else desk.subscriptions.all())
        if not count:
            if not names:
                complain("no feed is followed; `briefing feed add ADDRESS` begins.")
            return code
        new = changed = 0
        with progress(count, "feeds") as bar:
            for report in desk.subscriptions.update(feeds, bar.note):
                _tell(report, quiet=not names)
                new, changed = new + report.new, changed + report.changed
                failed += bool(report.failure)
                bar.step()
    parts = [f"{new} new", f"{changed} changed" * bool(changed), f"{failed} failed" * bool(failed)]
    say([f"{plural(count, 'feed')}: {', '.join(filter(None, parts))}."])
    return FAILED if failed else code


def remove(names: Sequence[str]) -> int:
    """Follows feeds no longer."""
    with desk_of_reader() as desk:

        def drop(name: str) -> None:
            feed = desk.subscriptions.find(name)
            desk.subscriptions.remove(feed)
            say([f"{one_line(feed.name)}: is not followed any more; its articles stay."])

        return each(names, drop)


def take_over(locations: Sequence[str]) -> int:
    """Follows the feeds of lists (OPML)."""
    counts: Counter[str] = Counter()
    with desk_of_reader() as desk:

        def follow(location: str) -> None:
            for _, new, failure in desk.subscriptions.follow_list(location):
                if failure:
                    complain(failure)
                counts["failed" if failure else "added" if new else "known before"] += 1

        code = each(locations, follow)
    parts = [f"{counts[what]} {what}" for what in ("added", "known before", "failed")]
    say([f"{', '.join(part for part in parts if part[0] != '0') or 'no feeds'}."])
    if counts["added"]:
        complain("`briefing feed update` fetches their articles.")
    return FAILED if counts["failed"] else code


def print_list() -> int:
    """Prints the feeds as a list in OPML."""
    with desk_of_reader() as desk:
        text, bare = desk.subscriptions.as_list()
    say([text])
    for address in bare:
        complain(f"{address}: its name and password are not in the list.")
    return 0


def print_feeds(*, json: bool = False) -> int:
    """Prints one line for every feed."""
    with desk_of_reader() as desk:
        feeds = desk.subscriptions.all()
    if json:
        from briefing.cli.data import line

        say(line(_data(feed)) for feed in feeds)
    elif feeds:
        say(map(_aligned if sys.stdout.isatty() else _parted, feeds))
    else:
        complain("no feed is followed; `briefing feed add ADDRESS` begins.")
    return 0


def _tell(report: Report, *, quiet: bool = False) -> None:
    """What came from one feed; when asked to be quiet, only if something did."""
    if report.failure:
        complain(report.failure)
        return
    for remark in report.remarks:
        complain(remark)
    parts = [f"{report.new} new"] if report.new or not quiet else []
    parts += [f"{report.changed} changed"] if report.changed else []
    if parts:
        say([f"{one_line(report.feed.name)}: {', '.join(parts)}."])


def _data(feed: Feed) -> dict[str, object]:
    return {
        "title": feed.title,
        "url": feed.address,
        "site": feed.site,
        "full_text": feed.full_text.value,
        "articles": feed.articles,
        "added": feed.added,
        "checked": feed.checked,
        "failure": feed.failure,
        "wait": feed.wait,
        "gone": feed.gone,
    }


def _aligned(feed: Feed) -> str:
    """A line for a reader's eye."""
    state = "gone" if feed.gone else f"failed: {feed.failure}" if feed.failure else ""
    mode = "" if feed.full_text is FullText.AUTO else f"full text {feed.full_text.value}"
    about = one_line("  ".join(filter(None, (feed.address, mode, state))))
    return f"{feed.checked[:10]:<10} {feed.articles:>6}  {one_line(feed.name)[:30]:<30}  {about}"


def _parted(feed: Feed) -> str:
    """A line for other programs: columns parted by tabs."""
    state = "gone" if feed.gone else "failed" if feed.failure else ""
    cells = (
        feed.title, feed.address, feed.site, feed.full_text.value, str(feed.articles),
        feed.checked, state,
    )  # fmt: skip
    return "\t".join(map(one_line, cells))
