"""The feeds that a page says it has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from briefing.sources.decode import decode
from briefing.sources.feeds import is_feed
from briefing.sources.html_scan import attribute, tokens
from briefing.sources.urls import is_address, safe_url

if TYPE_CHECKING:
    from briefing.sources import RawSource

_KINDS = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
)
_PERHAPS = "application/json"
"""What a JSON Feed was called at first, and what other things are called as well."""
_HEAD = 1 << 20
"""Characters of a page that are looked at."""


def feeds_in(raw: RawSource) -> list[str] | None:
    """The addresses of the feeds of a page that was fetched; ``None`` when it is a feed itself."""
    text = decode(raw.data, raw.charset).text
    return None if is_feed(text) else feeds_of(text, raw.location)


def feeds_of(page: str, location: str) -> list[str]:
    """The addresses of a page's feeds, in the page's order.

    Args:
        page: HTML.
        location: the page's address.
    """
    found: list[str] = []
    base = location
    for token in tokens(page[:_HEAD]):
        if token.opens == "base":
            base = _joined(location, attribute(token.text, "href")) or base
        elif token.opens == "link":
            relations = attribute(token.text, "rel").lower().split()
            kind = attribute(token.text, "type").partition(";")[0].strip().lower()
            url = _joined(base, attribute(token.text, "href"))
            fit = kind in _KINDS or (kind == _PERHAPS and "feed" in url)
            if "alternate" in relations and fit and url and url not in found:
                found.append(url)
    return found


def _joined(base: str, href: str) -> str:
    """A whole address of the web; empty when it is none."""
    try:
        url = safe_url(urljoin(base, href.strip()))
    except ValueError:
        return ""
    return url if href.strip() and is_address(url) else ""
