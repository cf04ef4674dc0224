"""Lists of feeds: what other readers write, and what none should be able to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.errors import NoTextError, UnreadableError
from briefing.sources import RawSource, contents
from briefing.sources.feeds.opml import Outline, read, write

LIST = """<?xml version="1.0" encoding="iso-8859-1"?>
<!-- made by another reader -->
<opml version="1.1"><head><title>News</title></head><body>
  <outline text="Papers"><outline type="rss" text="Größe &amp; Co" xmlUrl="https://a.example/rss"
    htmlUrl="https://a.example/"/>
    <outline title="B" text="b" xmlURL=" https://b.example/atom "/>
  </outline>
  <outline text="A again" xmlUrl="https://a.example/rss"/>
  <outline text="a folder alone"/>
  <outline xmlUrl="https://c.example/feed"/>
</body></opml>"""
FEEDS = [
    Outline("https://a.example/rss", "Größe & Co", "https://a.example/"),
    Outline("https://b.example/atom", "B"),
    Outline("https://c.example/feed"),
]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8-sig", "utf-16"])
def test_a_list(encoding: str) -> None:
    assert read(LIST.encode(encoding), "/feeds.opml") == FEEDS


def test_what_is_written_reads_the_same() -> None:
    odd = Outline("https://d.example/?a=1&b='\"<>", "<b>\"D\" & 'd'</b>", "https://d.example/")
    found = read(write([*FEEDS, odd]).encode(), "/feeds.opml")
    assert found == [*FEEDS[:2], FEEDS[2]._replace(title=FEEDS[2].url), odd]


def test_a_list_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    assert read(LIST[: LIST.index('  <outline text="A again')].encode(), "/x") == FEEDS[:2]


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"feeds", b"\0\0"])
def test_what_is_no_list(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="/x: is not a list of feeds"):
        read(data, "/x")


def test_nothing_is_expanded_and_nothing_outside_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    bomb = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    text = (
        f"<!DOCTYPE opml [<!ENTITY x SYSTEM 'file://{secret}'><!ENTITY l0 'LAUGH'>{bomb}]><opml>"
        "<body><outline text='&l11;' xmlUrl='https://a.example/&l11;'/>&x;"
        "<outline xmlUrl='https://b.example/'/></body></opml>"
    )
    try:
        found = str(read(text.encode(), "/x"))
    except UnreadableError:
        return
    assert "SECRET" not in found
    assert found.count("LAUGH") < 100


def test_a_list_is_no_article() -> None:
    with pytest.raises(NoTextError, match=r"is a list of feeds .* `briefing feed import`"):
        contents(RawSource(LIST.encode(), "/feeds.opml"))
