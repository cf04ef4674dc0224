"""``briefing show``: one article and its briefing, in the form asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from briefing.cli.streams import say

if TYPE_CHECKING:
    from briefing.model.annotations import Briefing
    from briefing.model.article import Article


def read(location: str) -> tuple[Article, Briefing]:
    """Reads a file, or standard input for ``"-"``, and what it says, in this process.

    Raises:
        UnreadableError: when there is no article to be had there.
    """
    from briefing.cli.reading import article, brief

    found = article(location)
    return found, brief(found)


def as_page(article: Article, briefing: Briefing) -> None:
    """Prints a page set for the terminal; in a pipe, the same words a paragraph a line."""
    from briefing.cli.page import lines, piped

    page = lines(article, briefing)
    if sys.stdout.isatty():
        from briefing.cli.typeset import typeset

        typeset(page)
    else:
        say(map(piped, page))


def as_plain(article: Article, briefing: Briefing) -> None:
    """Prints linear text in which everything is said in words, for a screen reader."""
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
