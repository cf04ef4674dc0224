"""Where a passage stands, in words and as a link that a Markdown reader can follow."""

from __future__ import annotations

import os
import re
from pathlib import Path

from briefing.model.article import FURNITURE, Article, BlockKind, Span
from briefing.model.records import dataclass

_ENDS = 5
"""Words at each end of a long quote that a link names."""


def described(article: Article, span: Span | None) -> str:
    """A passage's place in words, such as ``section 1, paragraph 2``.

    Sections are counted by their headings; what stands before the first heading is section 1.
    """
    if span is None:
        return "the article"
    section, paragraph, prose = 1, 0, False
    for block in article.blocks:
        if block.kind is BlockKind.HEADING and prose:
            section, paragraph, prose = section + 1, 0, False
        counts = block.kind not in FURNITURE | {BlockKind.TITLE, BlockKind.HEADING, BlockKind.RULE}
        if counts:
            paragraph, prose = paragraph + 1, True
        if span.start < block.span.end:
            if counts:
                return f"section {section}, paragraph {paragraph}"
            if block.kind is BlockKind.TITLE:
                return "title"
            if block.kind is BlockKind.HEADING:
                return f"section {section}, heading"
            return f"section {section}"
    return "the article"


def is_address(location: str) -> bool:
    """Whether an article's location is an address on the web rather than a file."""
    return location.startswith(("http://", "https://"))


def link(article: Article, folder: Path) -> str:
    """What leads from a notes file in ``folder`` to the article; empty for standard input.

    A file is given relative to the folder, so that both can move together; an address as it is.
    """
    location = article.origin.location
    if location == "-":
        return ""
    if is_address(location):
        return _destination(location)
    try:
        path = os.path.relpath(location, folder).replace(os.sep, "/")
    except ValueError:  # on Windows, another drive
        path = Path(location).as_uri()
    return _destination(path.replace("%", "%25").replace("?", "%3F").replace("#", "%23"))


@dataclass(frozen=True, slots=True)
class Way:
    """How notes lead to their article."""

    target: str
    """An address or a relative path; empty for an article from standard input."""
    page: str = ""
    """The article's name in an Obsidian link; empty for an ordinary one."""

    def to(self, place: str, quote: str) -> str:
        """Markdown that leads to a passage.

        Args:
            place: where it is, in words.
            quote: its words.
        """
        if self.page:
            return f"[[{self.page}|{place}]]"
        return f"[{place}]({to_words(self.target, quote)})" if self.target else place


def way(article: Article, folder: Path, *, wikilinks: bool = False) -> Way:
    """How notes in a folder lead to their article.

    Args:
        article: what they are on.
        folder: where the notes file is.
        wikilinks: whether a file is named as Obsidian does, ``[[bridge]]``, which finds it
            wherever it is in the vault. An address has no such name, nor has a file with a sign
            in it that means something between the brackets.
    """
    target = link(article, folder)
    name = article.origin.location.replace(os.sep, "/").rpartition("/")[2].removesuffix(".md")
    usable = target and not is_address(target) and not re.search(r"[\[\]|#^:\ud800-\udfff]", name)
    return Way(target, name if wikilinks and usable else "")


def to_words(target: str, quote: str) -> str:
    """A web link that leads to the words themselves, by a text fragment that browsers follow.

    See https://wicg.github.io/scroll-to-text-fragment/. Of a long quote the first and the last
    words are named. Links to files stay as they are.
    """
    blocks = [block.split() for block in re.split(r"\n\s*\n", quote) if block.strip()]
    if not is_address(target) or not blocks:
        return target
    if len(blocks) == 1 and len(blocks[0]) <= 2 * _ENDS:
        named = _fragment(blocks[0])
    else:  # words of two blocks are never found as one text
        named = f"{_fragment(blocks[0][:_ENDS])},{_fragment(blocks[-1][-_ENDS:])}"
    begun = "&" if ":~:" in target else ":~:" if "#" in target else "#:~:"
    return f"{target}{begun}text={named}"


def _fragment(words: list[str]) -> str:
    """Words in a text fragment, where a dash, a comma and an ampersand have a meaning."""
    from urllib.parse import quote

    return quote(" ".join(words), safe="").replace("-", "%2D")


def _destination(target: str) -> str:
    """A link's target without anything that would end it early."""
    return "".join(_safe(char) for char in target)


def _safe(char: str) -> str:
    plain = char.isalnum() or char in "-._~/:?#@!$&'*+,;=%"
    if plain and not "\ud800" <= char <= "\udfff":
        return char
    return "".join(f"%{byte:02X}" for byte in os.fsencode(char))
