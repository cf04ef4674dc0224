"""Notes as Markdown: the one format in which they are written, and in which they are read.

A note is a block between two comment lines, and the reader's comment below it::

    <!-- briefing:start b-593294b4 chars=212-268 hash=0c1d2e3f -->
    > The move wiped out a staggering $1.1 trillion from their market value.

    ^b-593294b4

    [section 1, paragraph 2](../seeds/000_3d2a595b7dac2009.txt)
    <!-- briefing:end -->

    My comment, mine to edit.

``hash`` is of the block and its comment as they were written: where they hash to something
else, somebody edited them. It is in the file, not in the library, so that it goes wherever the
file goes and outlives a lost library. The comment ends at the next note, at a heading, or at
the end of the file. A blockquote with ``^b-...`` below it, typed by hand, is a note as well.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from briefing.model.article import Article, Span
from briefing.model.notes import Note
from briefing.notes.places import described, is_address, link
from briefing.notes.quoting import commented, escaped, quoted, uncommented, unquoted

END = "<!-- briefing:end -->"
HIGHLIGHTS = "## Highlights"
_START = r"<!-- briefing:start (b-[0-9A-Za-z]{1,32})((?: [a-z]{1,12}=[^\s>]{1,64}){0,9}) -->\s*$"
_ID = r"\^(b-[0-9A-Za-z]{1,32})\s*$"
_QUOTE = r" {0,3}>"
_HEADING = r" {0,3}#{1,6}(?:\s|$)"
_SHA = r"""^sha256:[ \t]*["']?([0-9a-f]{64})\b"""


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

    @property
    def returns(self) -> bool:
        """Whether lines end in a carriage return and a newline here."""
        return sum(line.endswith("\r") for line in self.lines) * 2 > len(self.lines) - 1


def page(text: str) -> Page:
    """Takes a notes file apart; what is not a note is kept as lines."""
    lines = text.split("\n")
    front = _front_matter_end(lines)
    match = re.search(_SHA, "\n".join(lines[:front]), re.MULTILINE)
    blocks: list[Block] = []
    line = front
    while line < len(lines):
        found = _block_at(lines, line)
        if found is None:
            line = _after_quote(lines, line)
        else:
            blocks.append(found)
            line = max(found.last, line + 1)
    return Page(tuple(lines), tuple(blocks), match[1] if match else "")


def written(note: Note, article: Article, target: str) -> list[str]:
    """The lines of a note.

    Args:
        note: resolved against the article.
        article: what it is a note on.
        target: the link to the article; empty for none.
    """
    place = described(article, note.span)
    body = [
        *quoted(note.anchor.quote),
        "",
        f"^{note.id}",
        "",
        f"[{place}]({target})" if target else place,
    ]
    comment = commented(note.comment)
    start, end = note.anchor.position.start, note.anchor.position.end
    marker = f"<!-- briefing:start {note.id} chars={start}-{end} hash={_hash(body, comment)} -->"
    return [marker, *body, END, *(["", *comment] if comment else [])]


def whole(article: Article, notes: tuple[Note, ...], folder: Path, created: str) -> str:
    """A notes file that holds these notes and nothing else.

    Args:
        article: what the notes are on.
        notes: resolved against the article, in the order they are to stand.
        folder: the folder of the file, from which links lead.
        created: the day, ISO 8601.
    """
    location = article.origin.location
    title = " ".join(article.title.split()) or "Untitled"
    facts = {
        "title": title,
        "source": article.source,
        "url" if is_address(location) else "file": location if location != "-" else "",
        "sha256": article.digest,
    }
    lines = [
        "---",
        *(f"{name}: {_scalar(value)}" for name, value in facts.items() if value),
        f"created: {created}",
        "tags: [briefing]",
        "---",
        f"# {escaped(title)}",
        "",
        HIGHLIGHTS,
    ]
    target = link(article, folder)
    for number, note in enumerate(notes):
        lines += [""] * (number > 0) + written(note, article, target)
    return "\n".join(lines) + "\n"


def is_heading(line: str) -> bool:
    """Whether a line is a heading, which ends the comment above it."""
    return re.match(_HEADING, line) is not None


def _scalar(value: str) -> str:
    """A text in YAML's double quotes, which hold anything."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(_printable(char) for char in plain) + '"'


def _printable(char: str) -> str:
    code = ord(char)
    if char.isprintable() and char != "\ufeff":
        return char
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not Unicode
        return f"\\x{code - 0xDC00:02X}"
    return f"\\x{code:02X}" if code < 0x100 else f"\\U{code:08X}"


def _front_matter_end(lines: list[str]) -> int:
    """The line after the front matter; 0 when there is none."""
    if lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1
    return 0


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
        edited=torn or facts.get("hash") != _hash(body, comment),
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


def _hash(body: list[str], comment: list[str]) -> str:
    """Eight digits that tell whether a block or its comment was edited.

    Blanks at the ends of lines and around the comment do not count: editors trim them.
    """
    below = "\n".join(line.rstrip() for line in comment).strip()
    text = "\n".join(line.rstrip() for line in body) + "\0" + below
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]
