"""OPML: lists of feeds, as other readers write them and as they can read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from briefing.model.errors import UnreadableError
from briefing.sources.assemble import phrase
from briefing.sources.decode import decode
from briefing.sources.sanitise import sanitise


class Outline(NamedTuple):
    """A feed in a list."""

    url: str
    title: str = ""
    site: str = ""


def read(data: bytes, location: str) -> list[Outline]:
    """The feeds of a list, in its order, from whatever folders they lie in.

    No entity is expanded and nothing outside is fetched; a list that breaks off is read as far as
    it goes.

    Raises:
        UnreadableError: when it is no list of feeds.
    """
    from lxml import etree

    text = sanitise(decode(data).text).lstrip()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(_undeclared(text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or not isinstance(root.tag, str) or root.tag.lower() != "opml":
        raise UnreadableError(location, "is not a list of feeds (OPML)")
    found: dict[str, Outline] = {}
    for element in root.iter("outline"):
        named = {str(name).lower(): phrase(value) for name, value in element.attrib.items()}
        url = named.get("xmlurl", "")
        if url:
            title = named.get("title") or named.get("text", "")
            found.setdefault(url, Outline(url, title, named.get("htmlurl", "")))
    return list(found.values())


def write(feeds: Iterable[Outline]) -> str:
    """A list of feeds in OPML 2.0."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "  <head><title>Feeds of briefing</title></head>",
        "  <body>",
    ]
    for feed in feeds:
        name = quoteattr(feed.title or feed.url)
        site = f" htmlUrl={quoteattr(feed.site)}" if feed.site else ""
        lines.append(
            f'    <outline type="rss" text={name} title={name} xmlUrl={quoteattr(feed.url)}{site}/>'
        )
    return "\n".join([*lines, "  </body>", "</opml>"])


def _undeclared(text: str) -> str:
    """A document without its XML declaration, whose encoding is not so any more."""
    if text.startswith("<?xml"):
        return text.partition("?>")[2].lstrip()
    return text
