"""The first pages of a long file, to be read while the rest is being parsed."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing.desk.opened import Opened
from briefing.model.article import Article, Span
from briefing.model.columns import spans_of

if TYPE_CHECKING:
    from briefing.sources import RawSource

HEAD = 48 * 1024
"""Bytes that are parsed at once: thirty screens."""

_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".txt", ".text")
"""Files that read from their beginning as they read whole."""


def head_of(location: str) -> RawSource | None:
    """The first pages of a long text or Markdown file, up to the end of a paragraph.

    ``None`` for any other file, and where that end cannot be told for sure.
    """
    from briefing.sources import RawSource

    path = os.path.abspath(location)
    if not path.lower().endswith(_ENDINGS):
        return None
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return None
        with open(path, "rb") as file:
            data = file.read(HEAD).replace(b"\r\n", b"\n")
        data = data[: data.rfind(b"\n\n") + 1]
        data.decode()
    except (OSError, ValueError):
        return None
    return RawSource(data, path) if data else None


def beginning(raw: RawSource) -> Opened | None:
    """An article of the first pages, of which the rest is to come; ``None`` when it is no article.

    Raises:
        UnreadableError: when it cannot be read.
    """
    from briefing.reading.structure import arranged
    from briefing.sources import contents

    articles = arranged(contents(raw)).articles
    if len(articles) != 1:
        return None
    article = replace(articles[0], digest=f"beginning of {articles[0].digest}")
    return Opened(article, 0, None, True, rest=raw.location)


def look_alike(one: Article, other: Article, view: Span) -> bool:
    """Whether two articles say and look the same in a range of characters."""

    def parts(article: Article) -> list[object]:
        listed: tuple[Sequence[Any], ...] = (article.blocks, article.links, article.styles)
        return [(at, values[at]) for values in listed for at in spans_of(values).within(view)]

    return one.of(view) == other.of(view) and parts(one) == parts(other)
