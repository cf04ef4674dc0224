"""What a page says about itself: title, authors, day, publication, language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefing.sources.assemble import phrase

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARTS = re.compile(r"\s+[|·•»«:—–-]+\s+|\s*\|\s*")
"""What stands between an article's title and the site's name."""

_LONGEST_TITLE = 300
_ALIKE = 0.5
"""The share of words that a headline has in common with the title its page declares."""

_NOBODY = frozenset(
    "admin administrator author auteur autor editor name redaktion staff username "  # noqa: SIM905
    "webmaster wordpressadmin".split()
)
"""What content management systems put where an author's name should be."""

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
    source = phrase(found.sitename or "")
    authors = (phrase(name) for name in (found.author or "").split(";"))
    return Known(
        title=_title(root, phrase(found.title or ""), source),
        authors=tuple(name for name in authors if name and name.casefold() not in _NOBODY),
        published=found.date if found.date and _DAY.fullmatch(found.date) else "",
        source=source,
        language=_language(root),
    )


def _title(root: HtmlElement, declared: str, source: str) -> str:
    """The headline over the story, if it is like the title declared, else that title.

    Declared titles are often written for search engines and end in the site's name.
    """
    element = root.find(".//title")
    page = phrase(element.text_content()) if element is not None else ""
    bare = [_without_site(title, source) for title in (declared, page) if title]
    headlines = [phrase(h1.text_content()) for h1 in root.iter("h1")]
    likeness, _, headline = max(
        (
            (max((_likeness(line, title) for title in bare), default=0.0), -at, line)
            for at, line in enumerate(headlines)
            if line and len(line) <= _LONGEST_TITLE
        ),
        default=(0.0, 0, ""),
    )
    return headline if likeness >= _ALIKE else (bare[0] if bare else headline)


def _without_site(title: str, source: str) -> str:
    """A title without the site's name before or after it."""
    separators = list(_PARTS.finditer(title))
    site = _letters(source)
    for mark in reversed(separators):
        if site and _letters(title[mark.end() :]) == site:
            return title[: mark.start()]
    for mark in separators:
        if site and _letters(title[: mark.start()]) == site:
            return title[mark.end() :]
    return title


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _likeness(one: str, other: str) -> float:
    """How many words two titles share: twice the common ones over all (Dice's coefficient)."""
    first, second = set(one.casefold().split()), set(other.casefold().split())
    return 2 * len(first & second) / max(1, len(first) + len(second))


def _language(root: HtmlElement) -> str:
    """The language the page declares for itself, ISO 639-1."""
    html = root if root.tag == "html" else root.find(".//html")
    declared = html.get("lang") if html is not None else None
    match = _LANGUAGE.match((declared or "").strip())
    return match.group(1).lower() if match else ""
