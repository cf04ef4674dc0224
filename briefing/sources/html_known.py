"""What a page says about itself: title, authors, day, publication, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.sources.assemble import phrase

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_][\w-]{1,20})?\s*$")


class Known(NamedTuple):
    """The facts; empty where a page gives none."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    source: str = ""
    language: str = ""


def known_of(root: HtmlElement) -> Known:
    """Reads a page's metadata with trafilatura; nothing when that fails."""
    import logging

    from trafilatura.metadata import extract_metadata

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = extract_metadata(root)
    except Exception:
        return Known(language=_language(root))
    authors = (phrase(name) for name in (found.author or "").split(";"))
    return Known(
        title=phrase(found.title or ""),
        authors=tuple(filter(None, authors)),
        published=found.date if found.date and _DAY.fullmatch(found.date) else "",
        source=phrase(found.sitename or ""),
        language=_language(root),
    )


def _language(root: HtmlElement) -> str:
    """The language the page declares for itself, ISO 639-1."""
    html = root if root.tag == "html" else root.find(".//html")
    declared = html.get("lang") if html is not None else None
    match = _LANGUAGE.match((declared or "").strip())
    return match.group(1).lower() if match else ""
