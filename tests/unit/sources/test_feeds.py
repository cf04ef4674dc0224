"""Feeds beside what they must become, and what strangers make of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing.model.article import BlockKind
from briefing.model.collection import Collection, Entry, Kind
from briefing.model.errors import UnreadableError
from briefing.sources import RawSource, article, contents
from briefing.sources.feeds import is_feed
from tests.unit.sources.outline import addresses, assert_whole, outline

DATA = Path(__file__).parents[2] / "data" / "sources" / "feeds"


def read(document: str | bytes, location: str = "/feeds/feed.xml", charset: str = "") -> Collection:
    """Reads a feed and checks what holds for every article of it."""
    data = document.encode() if isinstance(document, str) else document
    found = contents(RawSource(data, location, charset=charset))
    for one in found.articles:
        assert_whole(one)
    return found


def told(entry: Entry) -> dict[str, Any]:
    """An entry as the files of expectations write it."""
    said: dict[str, Any] = {
        "key": entry.key,
        "link": entry.link,
        "published": entry.published,
        "updated": entry.updated,
        "teaser": entry.teaser,
    }
    if entry.article is not None:
        said |= {
            "source": entry.article.source,
            "authors": list(entry.article.authors),
            "location": entry.article.origin.location,
            "day": entry.article.published,
            "blocks": outline(entry.article),
            "links": [list(pair) for pair in addresses(entry.article)],
        }
    return said


@pytest.mark.parametrize("name", ["harbour.rss", "harbour.atom", "harbour.json"])
def test_a_feed_beside_what_it_must_become(name: str) -> None:
    found = read((DATA / name).read_bytes(), f"/feeds/{name}")
    wanted = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    assert found.kind is Kind.FEED
    assert (found.title, found.link) == (wanted["title"], wanted["link"])
    assert [told(entry) for entry in found.entries] == [
        {"updated": "", **entry} for entry in wanted["entries"]
    ]


RSS = "<rss version='2.0'><channel><title>T</title>%s</channel></rss>"


@pytest.mark.parametrize(
    ("document", "feed"),
    [
        (RSS, True),
        ("\ufeff \n<?xml version='1.0'?>\n<!-- <html> -->\n" + RSS, True),
        ("<!DOCTYPE rss [<!ENTITY a 'b'>]>" + RSS, True),
        ("<?xml-stylesheet href='x'?><feed xmlns='http://www.w3.org/2005/Atom'/>", True),
        ("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'/>", True),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf='x'/>", True),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", False),
        ('{"title": "x", "version": "https://jsonfeed.org/version/1"}', True),
        ('{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1"}', True),
        ('{"version": "1.0"}', False),
        ("<!doctype html><html><p>&lt;rss>", False),
        ("<html><!-- <rss> -->", False),
        ("An <rss> in a story", False),
        ("", False),
    ],
)  # fmt: skip
def test_what_is_a_feed(document: str, feed: bool) -> None:
    assert is_feed(document) is feed


@pytest.mark.parametrize(
    ("document", "about", "subjects"),
    [
        (
            RSS % "<description>Ships &lt;b&gt;and&lt;/b&gt; tides</description><item>"
            "<category>Port</category><category> Port</category><category/>"
            "<category>Ferries\x1b[31m</category></item>",
            "Ships and tides",
            ("Port", "Ferries[31m"),
        ),
        (
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><subtitle type='html'>"
            "&lt;p&gt;Ships&lt;/p&gt;&lt;p&gt;Tides&lt;/p&gt;</subtitle>"
            "<entry><id>1</id><category term='c-7' label='Port'/></entry></feed>",
            "Ships\nTides",
            ("Port",),
        ),
        (
            '{"version": "https://jsonfeed.org/version/1", "description": "Ships <and> tides",'
            ' "items": [{"id": 1, "tags": ["Port", 7]}]}',
            "Ships <and> tides",
            ("Port",),
        ),
        (
            '{"version": "https://jsonfeed.org/version/1", "items": [{"id": 1, "tags": "Port"}]}',
            "",
            (),
        ),
        (RSS % "<item/>", "", ()),
    ],
)  # fmt: skip
def test_what_a_feed_says_of_itself_and_files_entries_under(
    document: str, about: str, subjects: tuple[str, ...]
) -> None:
    found = read(document)
    assert found.about == about
    assert [entry.subjects for entry in found.entries] == [subjects]


def test_the_whole_text_kept_for_an_aggregator_is_the_story() -> None:
    item = (
        "<item xmlns:yandex='http://news.yandex.ru'><description>The tide turned</description>"
        "<yandex:full-text>The tide turned on Monday, early. Ships left.</yandex:full-text></item>"
    )
    (entry,) = read(RSS % item).entries
    assert entry.article is not None
    assert "Ships left." in entry.article.text
    assert not entry.teaser


def test_one_entry_is_an_article() -> None:
    data = (RSS % "<item><title>One</title><description>Words.</description></item>").encode()
    assert article(RawSource(data, "/feed.xml")).title == "One"
    with pytest.raises(UnreadableError, match="is a feed with 2 articles"):
        article(RawSource((DATA / "harbour.atom").read_bytes(), "/feed.xml"))


def test_a_file_of_another_name_and_a_wrong_declaration() -> None:
    item = "<item><title>Größe</title><description>Straße.</description></item>"
    document = "<?xml version='1.0' encoding='utf-8'?>" + RSS % item
    assert read(document.encode("cp1252"), "/x.txt").entries[0].title == "Größe"
    assert read(document.encode("utf-16"), "/x.html").entries[0].title == "Größe"


@pytest.mark.parametrize(
    ("body", "teaser"),
    [
        ("<p>" + "The whole story is here. " * 60 + "</p>", False),
        ("<p>" + "The whole story is here. " * 60 + "</p><p>Continue reading →</p>", True),
        ("<p>" + "The whole story is here. " * 60 + " [&#8230;]</p>", True),
        ("<p>The whole story is not here.</p>", True),
    ],
)
def test_what_is_a_teaser(body: str, teaser: bool) -> None:
    item = (
        f"<item><link>http://a.example/1</link><description><![CDATA[{body}]]></description></item>"
    )
    assert read(RSS % item).entries[0].teaser is teaser


def test_without_an_address_there_is_nothing_more_to_fetch() -> None:
    item = "<item><title>A</title><description>Short.</description><link>javascript:x</link></item>"
    (entry,) = read(RSS % item).entries
    assert not entry.teaser
    assert entry.article is not None
    assert entry.article.origin.location == "/feeds/feed.xml#A"


@pytest.mark.parametrize(
    "document",
    [
        '{"version": "https://jsonfeed.org/version/1", "items": [',
        '{"version": "https://jsonfeed.org/version/1"}',
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 5000,
        "<rss><channel></channel></rss>",
    ],
)
def test_what_only_looks_like_a_feed_costs_a_sentence(document: str) -> None:
    with pytest.raises(UnreadableError, match="looks like a"):
        read(document)


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    bomb = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    document = (
        f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file://{secret}'>"
        f"<!ENTITY l0 'LAUGH'>{bomb}]>" + RSS % "<item><title>A &x; &l11;</title></item>"
    )
    assert "SECRET" not in str(read(document))
    assert str(read(document)).count("LAUGH") < 100


def test_no_byte_of_a_feed_acts_on_a_terminal() -> None:
    item = "<item><title>A\x1b[31mB&#27;[0m</title>"
    item += "<description>C\x07\x00 &amp;#x9b;31m</description></item>"
    text = str(read(RSS % item))
    assert not set(text) & set(map(chr, (*range(32), *range(127, 160))))


def test_a_long_feed_is_read_to_its_end() -> None:
    items = "".join(f"<item><title>{n}</title></item>" for n in range(300))
    assert len(read(RSS % items).entries) == 300


@pytest.mark.parametrize(
    ("summary", "content", "stands"),
    [
        ("Two towns are cut off.", "The bridge is shut.", True),
        ("The bridge is shut", "The bridge is shut. Two towns are cut off.", False),
        ("The bridge is shut. Two to [...]", "The bridge is shut. Two towns are cut off.", False),
        ("The bridge is shut.", "The bridge is shut.", False),
        ("The bridge is shut. Read more", "The <b>bridge</b> is shut.", False),
        ("…", "The bridge is shut.", False),
    ],
)
def test_a_summary_besides_the_content(summary: str, content: str, stands: bool) -> None:
    """It stands over the story, unless it is the story's own beginning."""
    rss = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>T</title><item><title>I</title><description>{summary}</description>"
        f"<content:encoded><![CDATA[<p>{content}</p>]]></content:encoded></item></channel></rss>"
    )
    item = {"id": "1", "title": "I", "summary": summary, "content_html": f"<p>{content}</p>"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item]}
    for document in (rss, json.dumps(feed)):
        (found,) = contents(RawSource(document.encode(), "a.feed")).articles
        paragraphs = [b.span.of(found.text) for b in found.blocks if b.kind is BlockKind.PARAGRAPH]
        body = content.replace("<b>", "").replace("</b>", "")
        assert paragraphs == ([summary, body] if stands else [body])


def test_a_language_that_is_none() -> None:
    for language, expected in (("en-GB", "en"), ("\x1b]0;t\x07", ""), ("1", ""), ("ÄÖ", "")):
        item = {
            "id": "1",
            "title": "I",
            "content_text": "The bridge is shut.",
            "language": language,
        }
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [item]}
        assert read(json.dumps(feed)).articles[0].language == expected


def test_the_title_that_counts_is_the_entrys_own() -> None:
    entry = "<entry><title>Right</title><m:group><m:title>Wrong</m:title></m:group></entry>"
    found = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:m='http://search.yahoo.com/mrss/'>"
        f"<title>T</title>{entry}</feed>"
    )
    assert found.entries[0].title == "Right"


@pytest.mark.parametrize("address", ["http://purl.org/dc/ elements/1.1/", "http://purl.org/dc/\n"])
def test_a_namespace_with_a_blank_in_it(address: str) -> None:
    feed = read(
        f'<rss version="2.0" xmlns:dc="{address}"><channel><title>T</title><item><title>I</title>'
        "<dc:creator>Ann Lee</dc:creator><description>The bridge is shut.</description></item>"
        "</channel></rss>"
    )
    assert [one.title for one in feed.articles] == ["I"]


def test_what_ends_the_library_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("too many values to unpack")

    monkeypatch.setattr("feedparser.parse", broken)
    with pytest.raises(UnreadableError, match="looks like a feed, but it cannot be read"):
        read('<rss version="2.0"><channel><title>T</title></channel></rss>')
