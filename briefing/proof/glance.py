"""The first blocks of a document, as far as a glance can tell them for sure.

This is no parser: it knows the plainest forms of text and Markdown and stops at the first thing
that it does not know, so that nothing is shown which the reading would take back.
"""

from __future__ import annotations

from briefing.proof.lines import even

TYPE_CHECKING = False  # typing costs more than the proof
if TYPE_CHECKING:
    from collections.abc import Iterator

Block = tuple[str, str, int]
"""A block's kind (``title``, ``heading``, ``paragraph``, ``quote``, ``item``), its words on one
line, and its depth."""

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_TEXT = (".txt", ".text")
_INLINE = frozenset("*_`[]<>\\&|~^$!")
"""What may be Markdown within a line."""

_WIDEST_WRAPPED = 132
_LONGEST_TITLE = 200
_HEADING_WORDS = 12
_ENDINGS = tuple(".!?:;,…\"'”’»)]")


def glance(data: bytes, name: str, *, whole: bool) -> list[Block]:
    """The blocks a document begins with.

    Args:
        data: its first bytes.
        name: its path, of which the ending tells the kind of document.
        whole: whether the bytes are all there are.

    Returns:
        Blocks whose words are the article's own and take one column a character; none when a
        glance cannot tell, as of HTML.
    """
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    markdown = ending in _MARKDOWN
    if not markdown and ending not in _TEXT:
        return []
    if not whole:
        data = data[: data.rfind(b"\n") + 1]
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return []
    groups = _groups(text)
    if not whole and groups and not text.endswith("\n\n"):
        groups.pop()  # its end is not known
    found = _markdown(groups) if markdown else _plain(groups)
    blocks: list[Block] = []
    for kind, words, level in found:
        if not even(words) or (not markdown and words.lstrip().startswith("<")):
            break
        blocks.append((kind, words, level))
    return blocks


def _groups(text: str) -> list[list[str]]:
    """The lines between blank lines."""
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return groups if groups[-1] else groups[:-1]


def _plain(groups: list[list[str]]) -> Iterator[Block]:
    """Plain text: a line is a paragraph, or a stretch of lines where these were wrapped."""
    wrapped = [_wrapped(group) for group in groups if len(group) > 1]
    joined = bool(wrapped) and all(wrapped)
    if any(wrapped) and not joined:
        groups = groups[:1] if len(groups[0]) == 1 else []
    first = True
    for group in groups:
        for line in [" ".join(map(str.strip, group))] if joined else group:
            words = line.strip()
            if not any(map(str.isalnum, words)) or (
                not words[0].isalnum() and words[0] not in "\"'“‘"
            ):
                return  # an ornament, or a list
            yield _kind(words, first=first), words, 0
            first = False


def _wrapped(group: list[str]) -> bool:
    """Whether a machine broke these lines: they are about as long as each other, but the last."""
    reaches = [len(line.rstrip()) for line in group[:-1]]
    return max(reaches) <= _WIDEST_WRAPPED and min(reaches) >= 0.6 * max(reaches)


def _kind(words: str, *, first: bool) -> str:
    """What a line of plain text most likely is."""
    short = len(words) <= _LONGEST_TITLE and not words.endswith(_ENDINGS)
    if first:
        return "title" if short else "paragraph"
    heading = short and ":" not in words and len(words.split()) <= _HEADING_WORDS
    return "heading" if heading else "paragraph"


def _markdown(groups: list[list[str]]) -> Iterator[Block]:
    """Markdown: headings, paragraphs, quotes and lists without a mark within their lines."""
    titled = False
    for group in groups:
        signs = {_sign(line) for line in group}
        sign = signs.pop()
        words = [line[len(sign) + 1 if sign else 0 :] for line in group]
        if signs or any(map(_unsure, words)):
            return
        if sign.startswith("#"):
            if len(group) > 1:
                return
            kind = "heading" if titled else "title"
            titled = True
            yield kind, words[0].strip(), len(sign)
        elif sign == "-":
            for line in words:
                yield "item", line.strip(), 1
        else:
            yield "quote" if sign else "paragraph", " ".join(map(str.strip, words)), 1


def _sign(line: str) -> str:
    """What a line begins with that makes it a heading, an item or a quotation."""
    sign = line.partition(" ")[0]
    return sign if sign in ("-", ">") or (sign and not sign.strip("#") and len(sign) <= 6) else ""


def _unsure(words: str) -> bool:
    """Whether a line's words may be more than words."""
    return (
        words[:1] in " \t#-+=>:"
        or words[:1].isdigit()
        or words.endswith(("  ", "#"))
        or "://" in words
        or not _INLINE.isdisjoint(words)
    )
