"""An article as it was read: one text, and spans that say what its parts are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters, ``[start, end)``, in an article's text.

    Raises:
        ValueError: when the range is negative or ends before it starts.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __le__(self, other: Span) -> bool:
        return (self.start, self.end) <= (other.start, other.end)

    def __gt__(self, other: Span) -> bool:
        return (self.start, self.end) > (other.start, other.end)

    def __ge__(self, other: Span) -> bool:
        return (self.start, self.end) >= (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is still a place, so a span is always true."""
        return True

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """The characters of ``text`` this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a block of an article is.

    The second group is furniture: lines that a newsroom's page puts around the prose. They
    are links and metadata, shown quietly and never summarised.
    """

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"

    RELATED = "related"
    SOURCE = "source"
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"
    PROMO = "promo"


FURNITURE = frozenset(
    {
        BlockKind.RELATED,
        BlockKind.SOURCE,
        BlockKind.BYLINE,
        BlockKind.DATE,
        BlockKind.CREDIT,
        BlockKind.PROMO,
    }
)
"""The kinds that are not prose, headings or anything else the author wrote as the story."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: a paragraph, a heading, a list item, a line of furniture.

    Blocks are in text order and do not overlap; what lies between two blocks is white space
    only. Within a block of flowing text a newline is an ordinary space (the source was wrapped
    by hand); within ``CODE`` and ``TABLE`` it ends a line.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    """Headings: 1 to 6. Items and quotes: the depth of nesting, from 1. Otherwise 0."""
    marker: str = ""
    """What stands before a list item, such as ``"•"`` or ``"3."``; drawn, not part of the text."""


class StyleKind(StrEnum):
    """An inline look that the author gave to some words."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class Style:
    """Words that the author set in bold, italics, code or struck out."""

    span: Span
    kind: StyleKind


class LinkKind(StrEnum):
    """What a link leads to."""

    URL = "url"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the text: words that lead to an address, or the title of a related article."""

    span: Span
    kind: LinkKind
    url: str = ""
    """The address, http, https or mailto; empty for a related title given without one."""


class Media(StrEnum):
    """The kind of document an article was read from."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's bytes came from and how they were read."""

    location: str
    """An absolute path, a URL, or ``"-"`` for standard input."""
    media: Media = Media.TEXT
    encoding: str = "utf-8"


class Pieces(Protocol):
    """A long text that is not held, but read where it is asked for."""

    def __len__(self) -> int: ...

    def cut(self, start: int, end: int) -> str:
        """The characters of a half-open range."""
        ...


@dataclass(frozen=True, slots=True)
class Article:
    """A news article: its text, the spans of its parts, and what is known about it.

    ``text`` is normalised once, when it is read (NFC, one kind of newline, no control
    characters), and never changes: every annotation is a :class:`Span` of it. The sequences are
    tuples, or, where they are long, :mod:`briefing.model.columns`.

    Of a long article from the library the text lies in pieces (:func:`in_pieces`). Who shows some
    of it asks :meth:`cut` or :meth:`of`; who asks for ``text`` gets all of it, every time anew.
    """

    text: str
    blocks: Sequence[Block]
    origin: Origin
    digest: str
    """SHA-256 of ``text`` in UTF-8, hexadecimal: the article's identity."""
    title: str = ""
    """As the article writes it; empty when it has none."""
    title_span: Span | None = None
    """Where the title stands in ``text``; a title known only from metadata is put there."""
    source: str = ""
    """The publication, such as ``"Business Insider"``; empty when the article does not say."""
    authors: tuple[str, ...] = ()
    published: str = ""
    """The day of publication, ISO 8601 (``2023-07-12``); empty when the article does not say."""
    dateline: Span | None = None
    """The place (and agency) that opens the first paragraph, such as ``LONDON (Reuters) –``."""
    language: str = ""
    """ISO 639-1, where the document declares it; empty otherwise."""
    links: Sequence[Link] = ()
    styles: Sequence[Style] = ()

    @property
    def length(self) -> int:
        """Characters of the text."""
        return len(_held(self))

    def cut(self, start: int, end: int) -> str:
        """The characters of a half-open range of the text."""
        held = _held(self)
        return held[start:end] if isinstance(held, str) else held.cut(start, end)

    def of(self, span: Span) -> str:
        """The characters a span of the text covers."""
        return self.cut(span.start, span.end)


_slot: Any = vars(Article)["text"]
"""What an article holds as its text: a string, or its pieces."""


def _held(article: Article) -> str | Pieces:
    held: str | Pieces = _slot.__get__(article)
    return held


def _whole(article: Article) -> str:
    held = _held(article)
    return held if isinstance(held, str) else held.cut(0, len(held))


if not TYPE_CHECKING:
    Article.text = property(_whole, _slot.__set__, doc="The text, whole.")


def in_pieces(article: Article, pieces: Pieces) -> Article:
    """An article with its text in pieces."""
    from dataclasses import replace

    return replace(article, text=pieces)  # type: ignore[arg-type]
