"""A plain reader of HTML: tags and words one after another, in time linear in their length.

It knows nothing of nesting, so no page is too deep for it, and nothing makes it look at the
same stretch again and again, as the standard library's parser does on some malformed pages.
It serves where libxml2 loses text, and for the HTML within Markdown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>\x00]{0,40})")
_ATTRIBUTE = re.compile(
    r"([^\s=/>\"']{1,100})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))"
)
_LONG_NUMBER = re.compile(r"&#(?:[xX]0*[0-9a-fA-F]{7,}|0*[0-9]{8,});?")

UNSHOWN = frozenset(
    "script style template svg math select textarea iframe object video audio canvas map".split()  # noqa: SIM905
)
"""Elements whose content is not the page's text."""

_MOST_QUOTED = 8
"""``>`` signs an attribute's value may hold."""


class Token(NamedTuple):
    """A tag or the words between two tags."""

    text: str
    """The words, with references resolved; for tags the attributes as written."""
    opens: str = ""
    """For an opening tag, its name in small letters."""
    closes: str = ""


def unescaped(text: str) -> str:
    """The text with its character references resolved; impossible ones become U+FFFD."""
    if "&" not in text:
        return text
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text))


def attribute(written: str, name: str) -> str:
    """The value of one attribute of a tag; empty when it is not there."""
    for found in _ATTRIBUTE.finditer(written):
        if found.group(1).lower() == name:
            return unescaped(next((v for v in found.group(2, 3, 4) if v is not None), ""))
    return ""


class _Finder:
    """Finds what comes next, and remembers when there is none left to be found."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}
        self._lower = ""

    def __call__(self, what: str, start: int) -> int:
        """The first place at or after ``start``; -1 when there is none."""
        known = self._next.get(what, 0)
        if known == -1 or known >= start > 0:
            return known
        self._next[what] = found = self._text.find(what, start)
        return found

    def closing(self, name: str, start: int) -> int:
        """Where the next closing tag of this name begins."""
        if not self._lower:
            # Some characters are longer in small letters; places must not move.
            self._lower = self._text.translate(_LOWER)
        known = self._next.get("</" + name, 0)
        if known == -1 or known >= start > 0:
            return known
        self._next["</" + name] = found = self._lower.find("</" + name, start)
        return found


_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


def tokens(text: str) -> Iterator[Token]:
    """The tags and words of HTML; comments, declarations, scripts and the like are left out."""
    find = _Finder(text)
    at = 0
    while at < len(text):
        sign = find("<", at)
        if sign != at:
            yield Token(unescaped(text[at:] if sign < 0 else text[at:sign]))
            if sign < 0:
                return
        tag = _TAG.match(text, sign)
        if tag is None:
            at = _after_markup(text, sign, find)
            if at == sign + 1:
                yield Token("<")
            continue
        end = _tag_end(text, tag.end(), find)
        if end < 0:
            yield Token(unescaped(text[sign:]))
            return
        name = tag.group(2).lower()
        at = end + 1
        if tag.group(1):
            yield Token("", closes=name)
        elif name in UNSHOWN:
            closing = find.closing(name, at)
            if closing >= 0:
                at = closing
            elif name in ("script", "style"):
                return
        else:
            yield Token(text[tag.end() : end], opens=name)


def _after_markup(text: str, sign: int, find: _Finder) -> int:
    """Where a comment or declaration ends; the next place when ``<`` is only a sign. One that
    never ends takes its own signs away, and no words.
    """
    if text.startswith("<!--", sign):
        end = find("-->", sign + 2)
        if end >= 0:
            return end + len("-->")
    for opening in ("<!--", "<!", "<?", "</"):
        if text.startswith(opening, sign):
            end = find(">", sign)
            return end + 1 if end >= 0 else sign + len(opening)
    return sign + 1


def _tag_end(text: str, start: int, find: _Finder) -> int:
    """The ``>`` that ends a tag: the first that is not within quotation marks."""
    end = first = find(">", start)
    for _ in range(_MOST_QUOTED):
        if end < 0:
            break
        if text.count('"', start, end) % 2 == 0:
            return end
        end = find(">", end + 1)
    return first
