"""Related articles: the titles that an article names beside its story."""

from __future__ import annotations

import re

from briefing.model.annotations import RelatedLink
from briefing.model.article import Article, LinkKind, Span

_LABEL = re.compile(
    r"\s*(?:[>»›▶►→●•■▪★*|–—-]+\s*)?[^\W\d_][\w'’ ]{0,40}?"
    r"\s?(?:[:|»›→]|>{1,3}|\s[–—-]\s)\s*"
)
_BETWEEN = re.compile(r"\s*(?:[|•·;]|\n)\s*")


def related_titles(line: str) -> list[Span]:
    """The titles in a line of related articles, without its label; spans of ``line``.

    Args:
        line: such as ``Related articles: One title | Another title``.
    """
    label = _LABEL.match(line)
    here = label.end() if label else len(line) - len(line.lstrip())
    found: list[Span] = []
    for mark in [*_BETWEEN.finditer(line, here), None]:
        end = mark.start() if mark else len(line.rstrip())
        if end - here > 3 and len(line[here:end].split()) > 1:
            found.append(Span(here, end))
        here = mark.end() if mark else end
    return found


def related_links(article: Article) -> tuple[RelatedLink, ...]:
    """The related articles that an article names, in text order, the same title once."""
    found: dict[str, RelatedLink] = {}
    for link in article.links:
        if link.kind is LinkKind.RELATED:
            title = " ".join(link.span.of(article.text).split()).casefold()
            why = ("stands in a line of related articles",)
            found.setdefault(title, RelatedLink(link.span, link.url, why))
    return tuple(found.values())


related = related_links
