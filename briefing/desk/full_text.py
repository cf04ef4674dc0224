"""Putting the page of an entry in the place of its teaser, where it is that article's page."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.article import Article
from briefing.model.collection import Entry

_SAME_TITLE = 0.5
"""The part of a title's words that the page's title must have."""
_SAME_WORDS = 0.3
"""The part of a teaser's word triples that the page must have when the titles differ."""
_FEWEST = 50
"""Words of a page that stands for an entry without any."""


def fuller(entry: Entry, page: Article) -> Article | None:
    """The article of a page as an entry's, or ``None`` when the entry has more of it.

    A page may be anything: a request for consent, a wall, another article. So it has to have
    more words, and the entry's title or words.

    Args:
        entry: as the feed gave it.
        page: what was read at its link.
    """
    teaser = entry.article
    words = len(page.text.split())
    if teaser is None:
        alike = words >= _FEWEST
    else:
        alike = words > len(teaser.text.split()) and _alike(entry.title, teaser.text, page)
    if not alike:
        return None
    if teaser is None:
        place = replace(page.origin, location=entry.link)
        published = page.published or (entry.published or entry.updated)[:10]
        return replace(page, origin=place, published=published)
    return replace(
        page,
        origin=replace(page.origin, location=teaser.origin.location),
        source=teaser.source or page.source,
        authors=page.authors or teaser.authors,
        published=teaser.published or page.published,
        language=page.language or teaser.language,
    )


def _alike(title: str, text: str, page: Article) -> bool:
    """Whether a page is about what an entry is about."""
    mine, theirs = _words(title), _words(page.title)
    if mine and len(mine & theirs) >= _SAME_TITLE * len(mine):
        return True
    triples = _triples(text.removeprefix(title))
    return bool(triples) and len(triples & _triples(page.text)) >= _SAME_WORDS * len(triples)


def _words(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, word)) for word in text.casefold().split()} - {""}


def _triples(text: str) -> set[tuple[str, ...]]:
    words = ["".join(filter(str.isalnum, word)) for word in text.casefold().split()]
    return set(zip(words, words[1:], words[2:], strict=False))
