"""RSS and Atom, well-formed or not, by feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from time import struct_time
from typing import TYPE_CHECKING, Any

from briefing.model.collection import Collection, Kind
from briefing.model.errors import UnreadableError
from briefing.sources.assemble import phrase
from briefing.sources.entries import Told, entry, lines_of
from briefing.sources.html_blocks import scanned
from briefing.sources.urls import is_address

if TYPE_CHECKING:
    from feedparser import FeedParserDict

_DECLARED = re.compile(r"(\A\s*<\?xml[^>]{0,200}?)\s+encoding\s*=\s*[\"'][^\"'>]{0,60}[\"']")
_UNFIT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
"""Characters that XML does not have, and that one slip of a newsroom's system lets through."""
_NAMESPACE = re.compile(r"\bxmlns(?::[\w.-]{1,40})?=(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}')")
"""What names a namespace; one with a blank in it ends the library's parser."""
_PLAIN = "text/plain"
_WHOLE = ("yandex_full-text", "turbo_content")
"""feedparser's names for ``yandex:full-text`` and ``turbo:content``."""


def read(text: str, location: str) -> Collection:
    """Reads RSS or Atom; see :func:`briefing.sources.feeds.read`."""
    import feedparser

    # The text is decoded already, by better means; bytes keep the library from taking a short
    # one for the name of a file.
    text = _NAMESPACE.sub(_without_blanks, text.translate(_UNFIT))
    data = _DECLARED.sub(r"\1", text, count=1).encode("utf-8", "replace")
    headers = {"content-type": "application/xml; charset=utf-8"}
    if is_address(location):
        headers["content-location"] = location
    try:
        found = feedparser.parse(
            io.BytesIO(data),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, LookupError, AttributeError, AssertionError) as error:
        raise UnreadableError(location, "looks like a feed, but it cannot be read") from error
    feed = found.feed
    title = _line(feed)
    if not found.entries and not title and not feed.get("link"):
        raise UnreadableError(location, "looks like a feed, but nothing in it can be read")
    language = str(feed.get("language") or "")
    return Collection(
        kind=Kind.FEED,
        location=location,
        entries=tuple(entry(_told(one, title, language), location) for one in found.entries),
        title=title,
        link=phrase(str(feed.get("link") or "")),
        about=_about(feed),
    )


def _without_blanks(declared: re.Match[str]) -> str:
    """A namespace's declaration as it was meant."""
    return "".join(declared.group().split())


def _told(one: FeedParserDict, source: str, language: str) -> Told:
    """What feedparser found of one entry."""
    content = _longest(one.get("content") or ()) or _aside(one)
    summary = one.get("summary_detail") or {}
    detail = content or summary
    origin = one.get("source") or {}
    return Told(
        key=str(one.get("id") or ""),
        title=_line(one),
        link=str(one.get("link") or ""),
        authors=tuple(dict.fromkeys(_authors(one))),
        source=phrase(str(origin.get("title") or "")) or source,
        published=_moment(one.get("published_parsed") or one.get("created_parsed")),
        updated=_moment(dict.get(one, "updated_parsed")),
        body=str(detail.get("value") or ""),
        markup=detail.get("type") != _PLAIN,
        base=str(detail.get("base") or ""),
        language=str(detail.get("language") or language),
        summary=content is None,
        ahead=str(summary.get("value") or "") if content else "",
        ahead_markup=summary.get("type") != _PLAIN,
        subjects=tuple(_subjects(one)),
    )


def _about(feed: FeedParserDict) -> str:
    """What a feed says of itself."""
    detail = feed.get("subtitle_detail") or {}
    return lines_of(str(feed.get("subtitle") or ""), detail.get("type") != _PLAIN)


def _aside(one: FeedParserDict) -> dict[str, Any] | None:
    """The whole text where a feed for a news aggregator keeps it, outside the standards."""
    found = next((value for name in _WHOLE if (value := one.get(name))), None)
    return {"value": found} if isinstance(found, str) else None


def _subjects(one: FeedParserDict) -> Iterator[str]:
    """What an entry is filed under, in the words meant to be read."""
    for tag in one.get("tags") or ():
        yield str(tag.get("label") or tag.get("term") or "")


def _longest(contents: Any) -> dict[str, Any] | None:
    """The fullest of an entry's contents that is text."""
    fit = [one for one in contents if str(one.get("type") or "").startswith(("text/", "applicat"))]
    return max(fit, key=lambda one: len(one.get("value") or ""), default=None)


def _authors(one: FeedParserDict) -> Iterator[str]:
    """The names of an entry's authors, without their addresses."""
    for author in one.get("authors") or ():
        name = phrase(str(author.get("name") or ""))
        if name and "@" not in name:
            yield name


def _line(one: FeedParserDict) -> str:
    """A title as one line of words, whatever it was written in."""
    value = str(one.get("title") or "")
    if (one.get("title_detail") or {}).get("type") == _PLAIN:
        return phrase(value)
    return " ".join(draft.words for draft in scanned(value).drafts)


def _moment(parsed: struct_time | None) -> str:
    """A moment that feedparser understood, in UTC."""
    if not parsed or not 1 <= parsed.tm_year <= 9999:
        return ""
    day = f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
    return f"{day}T{parsed.tm_hour:02}:{parsed.tm_min:02}:{parsed.tm_sec:02}Z"
