"""JSON Feed (https://www.jsonfeed.org/), versions 1 and 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from briefing.model.collection import Collection, Kind
from briefing.model.errors import UnreadableError
from briefing.sources.assemble import phrase
from briefing.sources.entries import Told, entry, lines_of
from briefing.sources.urls import is_address


def read(text: str, location: str) -> Collection:
    """Reads a JSON Feed; see :func:`briefing.sources.feeds.read`."""
    try:
        feed = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(location, "looks like a JSON Feed, but is not JSON") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise UnreadableError(location, "looks like a JSON Feed, but has no list of items")
    title = phrase(_text(feed, "title"))
    base = location if is_address(location) else _text(feed, "home_page_url")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    return Collection(
        kind=Kind.FEED,
        location=location,
        entries=tuple(entry(_told(item, feed, title, base), location) for item in items),
        title=title,
        link=phrase(_text(feed, "home_page_url")),
        about=lines_of(_text(feed, "description"), markup=False),
    )


def _told(item: dict[str, Any], feed: dict[str, Any], source: str, base: str) -> Told:
    """What the feed says of one item."""
    body, markup, summary = _body(item)
    link = _text(item, "url") or _text(item, "external_url")
    return Told(
        key=_text(item, "id"),
        title=_text(item, "title"),
        link=_joined(base, link),
        authors=tuple(dict.fromkeys((*_authors(item),) or _authors(feed))),
        source=source,
        published=_moment(_text(item, "date_published")),
        updated=_moment(_text(item, "date_modified")),
        body=body,
        markup=markup,
        base=base,
        language=_text(item, "language") or _text(feed, "language"),
        summary=summary,
        ahead="" if summary else _text(item, "summary"),
        ahead_markup=False,
        subjects=tuple(_tags(item)),
    )


def _tags(item: dict[str, Any]) -> Iterator[str]:
    tags = item.get("tags")
    yield from (tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()


def _body(item: dict[str, Any]) -> tuple[str, bool, bool]:
    """The words of an item, whether they are HTML, and whether they are a summary only."""
    for name, markup in (("content_html", True), ("content_text", False), ("summary", False)):
        if words := _text(item, name):
            return words, markup, name == "summary"
    return "", False, True


def _authors(value: dict[str, Any]) -> Iterator[str]:
    """The names of authors: a list since version 1.1, one before."""
    listed = value.get("authors")
    for author in listed if isinstance(listed, list) else [value.get("author")]:
        if isinstance(author, dict) and (name := phrase(_text(author, "name"))):
            yield name


def _text(value: dict[str, Any], name: str) -> str:
    """A text, or a number where identities are numbers."""
    found = value.get(name)
    if isinstance(found, (int, float)) and not isinstance(found, bool):
        return str(found)
    return found if isinstance(found, str) else ""


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if link else ""
    except ValueError:
        return link


def _moment(written: str) -> str:
    """A moment as RFC 3339 writes it, in UTC."""
    try:
        moment = datetime.fromisoformat(written.strip())
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= 1000 else ""
