"""What kind of document a run of bytes is: by its declared type, its name, and its first words."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from briefing.model.article import Media

_BY_SUFFIX = {
    ".md": Media.MARKDOWN,
    ".markdown": Media.MARKDOWN,
    ".mdown": Media.MARKDOWN,
    ".mkd": Media.MARKDOWN,
    ".htm": Media.HTML,
    ".html": Media.HTML,
    ".xhtml": Media.HTML,
    ".txt": Media.TEXT,
    ".text": Media.TEXT,
}

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.I | re.S,
)
_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:[\w-]+:.*\n|[ \t]+.*\n|[ \t]*\n){1,100}?---[ \t]*(?:\n|$)"
)
_MARKDOWN_HEADING = re.compile(r"(?m)^#{1,6} \S")
_MARKDOWN_OTHER = re.compile(r"(?m)\]\(https?://|^```|^\[[^\]\n]+\]: ?https?://|\*\*\w[^*\n]*\*\*")

_SNIFFED = 4096


def kind(text: str, location: str = "", declared: Media | None = None) -> Media:
    """The kind of document, judged from the strongest hint there is.

    Args:
        text: the decoded document; only its beginning is looked at.
        location: the path or address it came from; its suffix is a strong hint.
        declared: what a server or the caller says it is, which ends the question.
    """
    if declared is not None:
        return declared
    by_name = _BY_SUFFIX.get(PurePosixPath(location).suffix.lower())
    beginning = text[:_SNIFFED].lstrip("\ufeff")
    if by_name in (Media.MARKDOWN, Media.HTML):
        return by_name
    if _HTML.match(beginning):
        return Media.HTML
    if by_name is not None:
        return by_name
    return Media.MARKDOWN if _looks_like_markdown(beginning) else Media.TEXT


def _looks_like_markdown(beginning: str) -> bool:
    """Whether text without a telling name is Markdown: two signs of it, or front matter."""
    if _FRONT_MATTER.match(beginning):
        return True
    return bool(_MARKDOWN_HEADING.search(beginning) and _MARKDOWN_OTHER.search(beginning))
