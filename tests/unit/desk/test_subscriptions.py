"""Following feeds: what comes, what is asked, and what a server may do to us."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.desk import Desk
from briefing.desk.full_text import fuller
from briefing.desk.subscriptions import whole
from briefing.model.collection import Entry
from briefing.model.errors import BriefingError, UnreadableError
from briefing.model.feed import FullText, Report
from briefing.settings import Settings
from tests.articles import article
from tests.feeds import article_page, feed, item, rss
from tests.site import Answer, Site, page


@pytest.fixture
def desk() -> Iterator[Desk]:
    found = Desk.open(Settings.load())
    yield found
    found.close()


def update(desk: Desk) -> list[Report]:
    return list(desk.subscriptions.update())


def texts(desk: Desk) -> list[str]:
    """The articles of the library, the oldest arrival first."""
    return [desk.peek(item.digest).article.text for item in reversed(desk.articles())]


def test_a_feed_is_followed_and_its_articles_come(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 4))
    report, new, others = desk.subscriptions.add(f"{site.address}/feed")
    assert new
    assert (report.new, report.changed, report.failure, others) == (3, 0, "", ())
    assert (report.feed.title, report.feed.articles) == ("The oakham Herald", 3)
    newest = desk.articles()[0]
    assert newest.title == "Bridge 3 of oakham stays open"
    assert newest.source == "The oakham Herald"
    assert newest.published == "2024-01-03"
    assert newest.location == f"{site.address}/oakham/3"
    assert site.paths() == ["/feed"]  # the feed has all of its words


def test_a_feed_is_followed_once(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(f"{site.address}/feed")
    _, new, _ = desk.subscriptions.add(f"{site.address}/feed")
    assert not new
    assert len(desk.subscriptions.all()) == 1


def test_a_page_names_its_feeds(desk: Desk, site: Site) -> None:
    site.answers["/"] = page(
        b"<html><head><base href='/in/'><link rel='stylesheet' href='x'>"
        b"<link rel=alternate type='application/json' href='/wp-json/posts/1'>"
        b"<LINK REL='alternate home' TYPE='application/rss+xml; charset=x' HREF='feed'>"
        b"<link rel=alternate type='application/rss+xml' href='file:///etc/passwd'>"
        b"<link rel=alternate type='application/atom+xml' href='/comments'>"
    )
    site.answers["/in/feed"] = feed(site, "oakham", range(1, 2))
    report, new, others = desk.subscriptions.add(site.address)
    assert new
    assert report.feed.url == f"{site.address}/in/feed"
    assert others == (f"{site.address}/comments",)


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        (page(), "is no feed, and names none"),
        (page(b"<rss><channel></channel></rss>"), "looks like a feed"),
        ((404, {}, b""), "404"),
    ],
)
def test_what_is_no_feed_is_not_followed(
    desk: Desk, site: Site, answer: Answer, cause: str
) -> None:
    site.answers["/"] = answer
    with pytest.raises(UnreadableError, match=cause):
        desk.subscriptions.add(f"{site.address}/")
    assert desk.subscriptions.all() == ()


def test_only_what_is_new_comes_with_an_update(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 4))
    desk.subscriptions.add(f"{site.address}/feed")
    assert [(r.new, r.changed) for r in update(desk)] == [(0, 0)]
    site.answers["/feed"] = feed(site, "oakham", range(3, 6))
    assert [(r.new, r.changed) for r in update(desk)] == [(2, 0)]
    assert desk.subscriptions.all()[0].articles == 5


def test_a_corrected_article_is_a_new_version(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(f"{site.address}/feed")
    body = feed(site, "oakham", range(1, 2))[2].replace(b"Tuesday", b"Wednesday")
    site.answers["/feed"] = page(body, "text/xml")
    assert [(r.new, r.changed) for r in update(desk)] == [(0, 1)]


def test_what_has_not_changed_is_not_sent_again(desk: Desk, site: Site) -> None:
    status, headers, body = feed(site, "oakham", range(1, 3))

    def answer(asked: dict[str, str]) -> Answer:
        if asked.get("if-none-match") == '"7"' and asked.get("if-modified-since") == "then":
            return 304, {}, b""
        return status, {**headers, "ETag": '"7"', "Last-Modified": "then"}, body

    site.answers["/feed"] = answer
    desk.subscriptions.add(f"{site.address}/feed")
    assert [(r.new, r.failure) for r in update(desk)] == [(0, "")]
    assert site.asked[-1][1]["if-none-match"] == '"7"'


def test_one_bad_feed_does_not_stop_the_others(desk: Desk, site: Site) -> None:
    for name in ("a", "b", "c"):
        site.answers[f"/{name}"] = feed(site, name, range(1, 2))
        desk.subscriptions.add(f"{site.address}/{name}")
        site.answers[f"/{name}"] = feed(site, name, range(1, 3))
    site.answers["/b"] = (500, {}, b"")
    reports = {report.feed.title[4]: report for report in update(desk)}
    assert (reports["a"].new, reports["c"].new) == (1, 1)
    assert reports["b"].failure == (
        f"{site.address}/b: the server answers 500 (internal server error)."
    )
    assert reports["b"].feed.failure
    site.answers["/b"] = feed(site, "b", range(1, 3))
    assert not any(report.failure or report.feed.failure for report in update(desk))


def test_a_feed_that_moved_for_good_is_asked_there(desk: Desk, site: Site) -> None:
    site.answers["/old"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(f"{site.address}/old")
    site.answers |= {
        "/old": (301, {"Location": "/new"}, b""),
        "/new": feed(site, "oakham", range(1, 3)),
    }
    assert update(desk)[0].feed.url == f"{site.address}/new"
    site.asked.clear()
    update(desk)
    assert site.paths() == ["/new"]


def test_a_feed_that_is_gone_is_not_asked_any_more(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(f"{site.address}/feed")
    site.answers["/feed"] = (410, {}, b"")
    assert "410 (gone)" in update(desk)[0].failure
    site.asked.clear()
    assert "is gone" in update(desk)[0].remarks[0]
    assert not site.asked
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    (report,) = desk.subscriptions.update(desk.subscriptions.all())  # the reader insists
    assert not report.feed.gone


@pytest.mark.parametrize("until", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_server_that_wants_to_be_left_alone_is(desk: Desk, site: Site, until: str) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(f"{site.address}/feed")
    site.answers["/feed"] = (429, {"Retry-After": until}, b"")
    assert "429" in update(desk)[0].failure
    site.asked.clear()
    assert "asks not to be asked before 2" in update(desk)[0].remarks[0]
    assert not site.asked


def test_a_feed_that_became_a_page_is_told(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(f"{site.address}/feed")
    site.answers["/feed"] = page()
    assert "is a page, not a feed" in update(desk)[0].failure


def test_removing_a_feed_leaves_its_articles(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 3))
    desk.subscriptions.add(f"{site.address}/feed")
    desk.subscriptions.remove(desk.subscriptions.find("the OAKHAM herald"))
    assert desk.subscriptions.all() == ()
    assert len(desk.articles()) == 2
    with pytest.raises(BriefingError, match="is no feed that you follow"):
        desk.subscriptions.find("the oakham herald")


def test_a_password_is_kept_and_never_shown(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    desk.subscriptions.add(site.address.replace("//", "//me:secret@") + "/feed")
    (found,) = desk.subscriptions.all()
    assert "secret" in found.url
    assert found.address == f"{site.address}/feed"
    assert desk.subscriptions.find(f"{site.address}/feed") == found
    site.answers["/feed"] = (500, {}, b"")
    assert "secret" not in update(desk)[0].failure


def test_leaving_an_update_early_is_safe(desk: Desk, site: Site) -> None:
    for name in ("a", "b"):
        site.answers[f"/{name}"] = feed(site, name, range(1, 2))
        desk.subscriptions.add(f"{site.address}/{name}")
    for _ in desk.subscriptions.update():
        break
    assert len(update(desk)) == 2


# --- The full text


TEASER = "<p>The council of oakham voted on Tuesday to keep ...</p>"


def test_the_page_is_fetched_where_a_feed_has_the_beginning_only(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 3), TEASER)
    site.answers |= {f"/oakham/{n}": article_page("oakham", n) for n in (1, 2)}
    report, _, _ = desk.subscriptions.add(f"{site.address}/feed")
    assert (report.new, report.remarks) == (2, ())
    assert all("Speaker 5" in text and "Home" not in text for text in texts(desk))
    newest = desk.articles()[0]
    assert (newest.source, newest.published) == ("The oakham Herald", "2024-01-02")
    assert newest.location == f"{site.address}/oakham/2"
    site.asked.clear()
    update(desk)
    assert site.paths() == ["/feed"]


@pytest.mark.parametrize(
    ("mode", "body", "asked"),
    [
        (FullText.NEVER, TEASER, False),
        (FullText.ALWAYS, None, True),
        (FullText.AUTO, None, False),
        (FullText.AUTO, "", True),
    ],
)
def test_the_full_text_is_a_setting_of_the_feed(
    desk: Desk, site: Site, mode: FullText, body: str | None, asked: bool
) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2), body)
    site.answers["/oakham/1"] = article_page("oakham", 1)
    desk.subscriptions.add(f"{site.address}/feed", mode)
    assert ("/oakham/1" in site.paths()) is asked


def test_a_page_that_cannot_be_had_leaves_the_teaser_and_is_tried_again(
    desk: Desk, site: Site
) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2), TEASER)
    report, _, _ = desk.subscriptions.add(f"{site.address}/feed")
    assert report.remarks == (f"{site.address}/oakham/1: the server answers 404 (not found).",)
    assert len(texts(desk)) == 1
    site.answers["/oakham/1"] = article_page("oakham", 1)
    assert [(r.new, r.changed, r.remarks) for r in update(desk)] == [(0, 1, ())]
    assert any("Speaker 5" in text for text in texts(desk))


def test_a_page_is_not_tried_for_ever(desk: Desk, site: Site) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2), TEASER)
    desk.subscriptions.add(f"{site.address}/feed")
    for _ in range(5):
        update(desk)
    assert site.paths().count("/oakham/1") == 4


def test_a_public_feed_does_not_lead_into_this_network(
    desk: Desk, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2), TEASER)
    monkeypatch.setattr("briefing.sources.web.connection.is_public", lambda ip: True)
    report, _, _ = desk.subscriptions.add(f"{site.address}/feed")
    assert "leads into a private network" in report.remarks[0]
    assert site.paths() == ["/feed"]


STORY = "The council voted on Tuesday to keep the bridge. " * 12


@pytest.mark.parametrize(
    ("title", "teaser", "page_title", "text", "fit"),
    [
        ("Bridge stays", "Bridge stays\n\nThe council", "Bridge stays", STORY, True),
        ("Bridge stays", "Bridge stays\n\nThe council", "Bridge stays open | Herald", STORY, True),
        ("Bridge stays", f"Bridge stays\n\n{STORY[:90]}", "News", STORY, True),
        ("Bridge stays", f"Bridge stays\n\n{STORY[:90]}", "Cookies", "We value you. " * 50, False),
        ("Bridge stays", STORY + STORY, "Bridge stays", STORY, False),
        ("", "", "Anything", STORY, True),
        ("", "", "Anything", "Subscribe now.", False),
    ],
)
def test_a_page_has_to_be_the_articles(
    title: str, teaser: str, page_title: str, text: str, fit: bool
) -> None:
    entry = Entry("1", article(teaser) if teaser else None, title, link="https://a.example/1")
    assert (fuller(entry, article(f"{page_title}\n\n{text}")) is not None) is fit


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("herald.example/feed", "https://herald.example/feed"),
        (" http://herald.example ", "http://herald.example"),
        ("feed://herald.example/rss", "https://herald.example/rss"),
        ("feed:https://herald.example/rss", "https://herald.example/rss"),
    ],
)
def test_addresses_as_readers_write_them(written: str, meant: str) -> None:
    assert whole(written) == meant


def test_entries_without_a_date_or_a_link_come_too(desk: Desk, site: Site) -> None:
    items = "<item><title>One</title><description>Words of one.</description></item>"
    site.answers["/feed"] = page(rss("x", items + item(site.address, "x", 1)), "text/xml")
    report, _, _ = desk.subscriptions.add(f"{site.address}/feed")
    assert report.new == 2
    assert update(desk)[0].new == 0
