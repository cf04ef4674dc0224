"""The feeds in the library: what is followed, and what of it has come."""

from __future__ import annotations

from pathlib import Path

from briefing.library.database import Database
from briefing.library.feeds import Feeds, Seen
from briefing.model.feed import FullText

URL = "https://herald.example/feed"


def feeds() -> Feeds:
    return Feeds(Database(Path(":memory:")))


def test_a_feed_is_followed_once() -> None:
    library = feeds()
    feed, new = library.add(URL, "Herald", "https://herald.example/", FullText.NEVER)
    assert new
    assert (feed.title, feed.full_text, feed.checked, feed.gone) == (
        "Herald", FullText.NEVER, "", False,
    )  # fmt: skip
    assert library.add(URL, "Another") == (feed, False)
    assert library.all() == (feed,)
    assert library.find("https://other.example") is None


def test_feeds_are_in_the_order_of_their_titles() -> None:
    library = feeds()
    for title in ("b", "A", "c"):
        library.add(f"{URL}/{title}", title)
    assert [feed.title for feed in library.all()] == ["A", "b", "c"]


def test_entries_that_have_come_are_known() -> None:
    library = feeds()
    feed, _ = library.add(URL)
    library.note(feed, [Seen("1", "aa"), Seen("2", "bb", 1)])
    library.note(feed, [Seen("2", "cc", 2)])
    assert library.seen(feed) == {"1": Seen("1", "aa"), "2": Seen("2", "cc", 2)}
    assert library.all()[0].articles == 2
    library.remove(feed)
    assert library.seen(feed) == {}


def test_a_feed_that_was_removed_meanwhile_is_let_go() -> None:
    library = feeds()
    feed, _ = library.add(URL)
    library.remove(feed)
    library.note(feed, [Seen("1", "aa")])
    assert library.change(feed, failure="x") == feed
    assert library.all() == ()


def test_two_feeds_that_move_to_one_address_stay_two() -> None:
    library = feeds()
    one, _ = library.add(URL)
    library.add(f"{URL}/2")
    assert library.change(one, url=f"{URL}/2", title="T").url == URL
