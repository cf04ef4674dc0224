"""Feeds: RSS, Atom and JSON Feed to the articles they carry."""

from __future__ import annotations

import re

from briefing.model.collection import Collection

_BEFORE = re.compile(
    r"\s{1,2000}|<\?.{0,2000}?\?>|<!--.*?-->|<!DOCTYPE[^>\[]{0,500}(?:\[.{0,20000}?\]\s{0,20})?>",
    re.DOTALL | re.IGNORECASE,
)
"""What may stand before a document's first element."""
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_RSS_1 = re.compile(r"purl\.org/rss|netscape\.com/rdf", re.IGNORECASE)
_JSON = re.compile(r"\s*\{")
_VERSION = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\b', re.IGNORECASE)
_SNIFFED = 20_000


def is_feed(text: str) -> bool:
    """Whether a document is a feed, judged from how it begins: servers call them anything."""
    return _is_json(text) or _is_xml(text)


def read(text: str, location: str) -> Collection:
    """Reads a feed.

    Args:
        text: the document.
        location: where it came from; links in it are relative to that.

    Raises:
        UnreadableError: when it is no feed after all.
    """
    if _is_json(text):
        from briefing.sources.feeds import json_feed

        return json_feed.read(text, location)
    from briefing.sources.feeds import xml

    return xml.read(text, location)


def _is_json(text: str) -> bool:
    return bool(_JSON.match(text) and _VERSION.search(text, 0, _SNIFFED))


def is_list(text: str) -> bool:
    """Whether a document is a list of feeds (OPML)."""
    return text[_root(text) :][:5].lower() == "<opml"


def _root(text: str) -> int:
    """Where a document's first element begins, if it has one."""
    at = 1 if text.startswith("\ufeff") else 0
    while before := _BEFORE.match(text, at):
        at = before.end()
    return at


def _is_xml(text: str) -> bool:
    at = _root(text)
    root = _ROOT.match(text, at)
    if root is None:
        return False
    return root.group(1).lower() != "rdf" or bool(_RSS_1.search(text, at, at + _SNIFFED))
