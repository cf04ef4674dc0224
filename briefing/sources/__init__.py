"""Bytes to articles: what strangers wrote is fetched, decoded, made harmless and understood.

:func:`load` gets the bytes, :func:`contents` makes articles of them. Each kind of document
has a module of its own, which is imported when the first such document comes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.model.article import Article, Media, Origin
from briefing.model.collection import Collection, Entry, Kind
from briefing.model.errors import NoTextError, UnreadableError
from briefing.model.records import dataclass
from briefing.sources.urls import is_address

if TYPE_CHECKING:
    from briefing.model.limits import Limits
    from briefing.sources.decode import Decoded
    from briefing.sources.web import Answer

__all__ = [
    "RawSource",
    "article",
    "contents",
    "fetched",
    "is_address",
    "load",
    "single",
    "words_of",
]

STANDARD_INPUT = "-"

MOST_CHARACTERS = 8_000_000
"""The longest text that is read as an article; the longest novels have half of it. Reading takes
about a hundred bytes and two microseconds a character.
"""
MOST_PARAGRAPHS = 200_000
"""The most paragraphs, headings and list items of an article: six times the verses of the Bible."""


@dataclass(frozen=True, slots=True)
class RawSource:
    """A document as it was fetched, not yet understood."""

    data: bytes
    location: str
    """An absolute path, an address, or ``"-"``."""
    media: Media | None = None
    """What it was declared to be; ``None`` leaves it to be found out."""
    charset: str = ""
    """The encoding declared with it, such as by an HTTP header; may be wrong."""


def load(location: str, limits: Limits | None = None) -> RawSource:
    """Fetches a file, an http or https address, or standard input for ``"-"``.

    Args:
        location: what to fetch.
        limits: how long and how large the answer from an address may be.

    Raises:
        UnreadableError: with the reason, when it cannot be had.
    """
    from briefing.sources import fetch

    if location == STANDARD_INPUT:
        return RawSource(fetch.from_standard_input(), STANDARD_INPUT)
    if is_address(location):
        from briefing.sources import web

        return fetched(web.fetch(location, limits=limits))
    data = fetch.from_file(location)
    return RawSource(data, os.path.abspath(location))


def fetched(answer: Answer) -> RawSource:
    """What a server answered, as a document."""
    return RawSource(answer.data, answer.location, answer.media, answer.charset)


def article(raw: RawSource) -> Article:
    """Understands a document as one article.

    Raises:
        UnreadableError: when it is not text, there is nothing to read in it, or it holds several.
    """
    return single(contents(raw))


def single(found: Collection) -> Article:
    """The one article of what was found.

    Raises:
        UnreadableError: when it is a feed or a mailbox with several.
    """
    articles = found.articles
    if found.kind is Kind.ARTICLE or len(articles) == 1:
        return articles[0]
    raise UnreadableError(found.location, f"is a {found.kind.value} with {len(articles)} articles")


def contents(raw: RawSource) -> Collection:
    """Understands a document: one article, or all those of a feed or mailbox.

    Raises:
        UnreadableError: when it is not text, there is nothing to read in it, or so much that it is
            no article.
    """
    from briefing.sources.binary import is_mail
    from briefing.sources.feeds import is_feed, is_list
    from briefing.sources.media import kind

    if is_mail(raw.data, raw.location):
        from briefing.sources import mail

        return mail.read(raw.data, raw.location)
    text, encoding = _decoded(raw)
    if is_feed(text):
        from briefing.sources import feeds

        return feeds.read(text, raw.location)
    if is_list(text):
        raise NoTextError(
            raw.location, "is a list of feeds (OPML)", "`briefing feed import` follows them."
        )
    media = kind(text, raw.location, raw.media)
    found = _parsed(text, Origin(raw.location, media, encoding))
    if not found.text.strip():
        raise NoTextError(raw.location, "there are no words in it")
    if len(found.text) > MOST_CHARACTERS:
        raise _too_much(raw.location, f"{MOST_CHARACTERS:,} characters")
    if len(found.blocks) > MOST_PARAGRAPHS:
        raise _too_much(raw.location, f"{MOST_PARAGRAPHS:,} paragraphs")
    return Collection(Kind.ARTICLE, raw.location, (Entry(found.digest, found, found.title),))


def words_of(raw: RawSource) -> str:
    """The characters of a document, markup and all, made harmless and not understood.

    Raises:
        NoTextError: when it is not text.
    """
    from briefing.sources.sanitise import sanitise

    return sanitise(_decoded(raw).text)


def _decoded(raw: RawSource) -> Decoded:
    from briefing.sources.binary import what_is
    from briefing.sources.decode import decode

    found = decode(raw.data, raw.charset)
    if not found.encoding.startswith(("utf-16", "utf-32")):
        strange = what_is(raw.data)
        if strange:
            raise NoTextError(raw.location, f"is {strange}", "Save it as text or HTML first.")
    return found


def _too_much(location: str, limit: str) -> UnreadableError:
    """More than is read; what large files mostly are is a log, which has readers of its own."""
    return UnreadableError(
        location, f"has more than {limit}, the most that is read as one article", "Read a part."
    )


def _parsed(text: str, origin: Origin) -> Article:
    """Hands a text to the parser for its kind."""
    match origin.media:
        case Media.MARKDOWN:
            from briefing.sources import markdown

            return markdown.parse(text, origin)
        case Media.HTML:
            from briefing.sources import html

            return html.parse(text, origin)
        case _:
            from briefing.sources import text as plain

            return plain.parse(text, origin)
