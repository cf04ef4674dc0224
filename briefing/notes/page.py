"""A notes file taken apart: its notes, and the lines around them that are the reader's own.

The format is described in ``markdown``, which writes it.
"""

from __future__ import annotations

import hashlib
import re

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.notes import front_matter
from briefing.notes.quoting import uncommented, unquoted

END = "<!-- briefing:end -->"
"""The line that ends a note."""
HIGHLIGHTS = "## Highlights"
"""The heading that notes stand below in a new file."""
_START = r"<!-- briefing:start (b-[0-9A-Za-z]{1,32})((?: [a-z]{1,12}=[^\s>]{1,64}){0,9}) -->\s*$"
_ID = r"\^(b-[0-9A-Za-z]{1,32})\s*$"
_QUOTE = r" {0,3}>"
_HEADING = r" {0,3}#{1,6}(?:\s|$)"


@dataclass(frozen=True, slots=True)
class Block:
    """A note as it stands in a file."""

    id: str
    quote: str
    comment: str
    position: Span | None
    """Where it says the passage stood in the article's text; ``None`` when it does not say."""
    edited: bool
    """Whether it is not as it was written, or was not written by briefing at all."""
    torn: bool
    """Whether it begins and does not end: the file was cut off, or its markers were."""
    first: int
    """Its first line, counted from 0."""
    below: int
    """The line where its comment may begin."""
    last: int
    """The line after its last, its comment included and blank lines after that not."""


@dataclass(frozen=True, slots=True)
class Page:
    """A notes file, taken apart; ``lines`` joined by newlines are the file again."""

    lines: tuple[str, ...]
    """Without their newlines, but with the carriage returns that may stand before them."""
    blocks: tuple[Block, ...]
    digest: str
    """The article's digest according to the front matter; empty when it does not say."""
    location: str
    """The article's file or address according to the front matter; empty likewise."""

    @property
    def returns(self) -> bool:
        """Whether lines end in a carriage return and a newline here."""
        return sum(line.endswith("\r") for line in self.lines) * 2 > len(self.lines) - 1


def page(text: str) -> Page:
    """Takes a notes file apart; what is not a note is kept as lines."""
    lines = text.split("\n")
    front = front_matter.end(lines)
    facts = front_matter.read(lines[:front])
    blocks: list[Block] = []
    line = front
    while line < len(lines):
        found = _block_at(lines, line)
        if found is None:
            line = _after_quote(lines, line)
        else:
            blocks.append(found)
            line = max(found.last, line + 1)
    digest = facts.get("sha256", "").lower()
    digest = digest if re.fullmatch(r"[0-9a-f]{64}", digest) else ""
    location = facts.get("file") or facts.get("url") or ""
    return Page(tuple(lines), tuple(blocks), digest, location)


def is_heading(line: str) -> bool:
    """Whether a line is a heading, which ends the comment above it."""
    return re.match(_HEADING, line) is not None


def _block_at(lines: list[str], first: int) -> Block | None:
    """The note that begins on this line, if one does."""
    if start := re.match(_START, lines[first]):
        return _marked(lines, first, start)
    if re.match(_QUOTE, lines[first]):
        return _typed(lines, first)
    return None


def _marked(lines: list[str], first: int, start: re.Match[str]) -> Block:
    end = first + 1
    while end < len(lines) and not re.match(_START, lines[end]) and lines[end].rstrip() != END:
        end += 1
    torn = end == len(lines) or lines[end].rstrip() != END
    body = lines[first + 1 : end]
    below = end if torn else end + 1
    last = below if torn else _comment_end(lines, below)
    facts = dict(fact.split("=", 1) for fact in start[2].split())
    comment = [] if torn else lines[below:last]
    return Block(
        id=start[1],
        quote=unquoted(body[: _quote_end(body, 0)]),
        comment=uncommented(comment),
        position=_span(facts.get("chars", "")),
        edited=torn or facts.get("hash") != checksum(body, comment),
        torn=torn,
        first=first,
        below=below,
        last=last,
    )


def _typed(lines: list[str], first: int) -> Block | None:
    """A blockquote with a note's id below it."""
    end = _quote_end(lines, first)
    line = end
    while line < len(lines) and not lines[line].strip():
        line += 1
    match = re.match(_ID, lines[line]) if line < len(lines) else None
    if match is None:
        return None
    below = line + 1
    last = _comment_end(lines, below)
    return Block(
        id=match[1],
        quote=unquoted(lines[first:end]),
        comment=uncommented(lines[below:last]),
        position=None,
        edited=True,
        torn=False,
        first=first,
        below=below,
        last=last,
    )


def _quote_end(lines: list[str], line: int) -> int:
    while line < len(lines) and re.match(_QUOTE, lines[line]):
        line += 1
    return line


def _after_quote(lines: list[str], line: int) -> int:
    """The next line where a note can begin: a blockquote without an id is passed over whole."""
    return max(_quote_end(lines, line), line + 1)


def _comment_end(lines: list[str], below: int) -> int:
    """The line after the last of the comment that begins below a block."""
    line = last = below
    while line < len(lines):
        if is_heading(lines[line]) or re.match(_START, lines[line]):
            break
        if re.match(_QUOTE, lines[line]) and _begins_typed(lines, line):
            break
        after = _after_quote(lines, line)
        if lines[line].strip():
            last = after
        line = after
    return last


def _begins_typed(lines: list[str], first: int) -> bool:
    line = _quote_end(lines, first)
    while line < len(lines) and not lines[line].strip():
        line += 1
    return line < len(lines) and re.match(_ID, lines[line]) is not None


def _span(chars: str) -> Span | None:
    match = re.fullmatch(r"(\d{1,12})-(\d{1,12})", chars)
    if match is None or int(match[1]) > int(match[2]):
        return None
    return Span(int(match[1]), int(match[2]))


def checksum(body: list[str], comment: list[str]) -> str:
    """Eight digits that tell whether a block or its comment was edited.

    Blanks at the ends of lines and around the comment do not count: editors trim them.
    """
    below = "\n".join(line.rstrip() for line in comment).strip()
    text = "\n".join(line.rstrip() for line in body) + "\0" + below
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]
