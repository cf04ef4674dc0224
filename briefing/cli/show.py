"""``briefing show``: one article and its briefing, in the form asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing.cli.streams import flush, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.cli.page import Line
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article


def show(location: str, form: str) -> None:
    """Prints what a file, an address or standard input holds.

    Args:
        location: ``"-"`` for standard input.
        form: ``page``, ``plain``, ``brief``, ``json`` or ``raw``.

    Raises:
        UnreadableError: when there is no article to be had there.
    """
    if form == "raw":
        as_raw(location)
        return
    from briefing.desk.in_passing import contents
    from briefing.model.collection import Kind

    found = contents(location)
    if found.kind is Kind.ARTICLE:
        (article,) = found.articles
        _printed(article, form)
        return
    from briefing.cli import collected

    if form in ("page", "json"):
        (collected.as_page if form == "page" else collected.as_json)(found)
        return
    for article in found.articles:
        _printed(article, form)


def _printed(article: Article, form: str) -> None:
    """Prints an article; what it opens with before it is read, for whom that is enough."""
    from briefing.desk.in_passing import brief

    if form in _OPENING:
        _OPENING[form](article)
        flush()
    _ARTICLE[form](article, brief(article))


def open_page(article: Article) -> None:
    """Prints the title of a page and what stands under it."""
    from briefing.cli.article_page import head

    _set(head(article))


def open_plain(article: Article) -> None:
    """Prints the title of linear text and what is known of it."""
    from briefing.cli.linear import about

    say(about(article))


def as_raw(location: str) -> None:
    """Prints the characters of a document, markup and all, as they were decoded."""
    from briefing.desk.in_passing import loaded
    from briefing.sources import words_of

    say(words_of(loaded(location)).rstrip("\n").split("\n"))


def as_page(article: Article, briefing: Briefing) -> None:
    """Prints the rest of a page, which :func:`open_page` began."""
    from briefing.cli.briefing_page import lines

    _set(lines(article, briefing))


def _set(page: Iterator[Line]) -> None:
    """Prints lines set for the terminal; in a pipe, the same words a paragraph a line."""
    from briefing.cli.page import piped

    if sys.stdout.isatty():
        from briefing.cli.typeset import typeset

        typeset(page)
    else:
        say(map(piped, page))


def as_plain(article: Article, briefing: Briefing) -> None:
    """Prints the rest of linear text, in which everything is said in words, for a screen reader."""
    from briefing.cli.linear import linear

    say(linear(article, briefing))


def as_brief(article: Article, briefing: Briefing) -> None:
    """Prints the words of the summary pane, and nothing else."""
    from briefing.reading.brief import brief_lines

    say(" ".join(line.span.of(article.text).split()) for line in brief_lines(article, briefing))


def as_json(article: Article, briefing: Briefing) -> None:
    """Prints everything that is known, as one JSON object on one line."""
    from briefing.cli.data import data, line

    say([line(data(article, briefing))])


_OPENING = {"page": open_page, "plain": open_plain}
_ARTICLE = {"page": as_page, "plain": as_plain, "brief": as_brief, "json": as_json}
