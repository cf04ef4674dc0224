r"""The one sanitiser: whatever strangers wrote becomes text that cannot act on a terminal.

It works character by character on text that has been decoded for the last time, so that no
nesting or splitting of sequences gets by it: an escape sequence loses the characters that
make a terminal listen and stays as harmless letters. Running it twice changes nothing.

What happens to each character:

======================================= ==========================================
newlines of every kind, VT, FF, NEL,    ``\n``
LS and PS
tab                                     four spaces
other control characters (C0, DEL, C1)  removed
BOM, zero width space, word joiner,     removed: they show nothing, and words that
soft hyphen, invisible operators        look alike should be alike
bidirectional overrides, embeddings and U+FFFD, so that the reader sees that
isolates, tags, annotation marks,       something was there
noncharacters, lone surrogates
LRM, RLM, ALM, ZWJ, ZWNJ                kept: Arabic, Persian and emoji need them
combining marks                         at most eight in a row
a combining mark that opens a line      set on a dotted circle
======================================= ==========================================
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

MARK = "\ufffd"
"""What stands where something unfit to show was."""

MOST_MARKS = 8
"""Combining marks kept in a row: Vietnamese needs two, Biblical Hebrew four."""

_TAB = " " * 4
_DOTTED_CIRCLE = "\u25cc"

_LINE_ENDS = "\v\f\r\x85\u2028\u2029"
_UNSEEN = "\xad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
_JOINERS = "\u061c\u200c\u200d\u200e\u200f"

_PLAIN = bytes((0x0A, *range(0x20, 0x7F)))
"""ASCII that needs no looking at."""

# A flag such as Scotland's is a black flag followed by tags that spell the region.
_FLAG_TAGS = re.compile("(?<=\U0001f3f4)[\U000e0030-\U000e007a]{2,8}\U000e007f")
# Neither a letter nor a digit nor a space nor ASCII: every combining mark is one of these, and
# ordinary text has no long runs of them, so the exact question is asked of few characters.
_PERHAPS_FLOOD = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")
_PERHAPS_BARE = re.compile(r"(?m)^(?=[^\w\s\x00-\x7f\u2010-\u2027])(.)")


def sanitise(text: str) -> str:
    """The text as it may be shown: see the table above. NFC, and stable when repeated."""
    odd = _odd_characters(text)
    if not odd:
        return text
    if not odd.isdisjoint(_unfit()):
        text = harmless(text)
        odd = _odd_characters(text)
    if any(map(stacks, odd)):
        return _settled(text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
        if any(map(stacks, _odd_characters(text))):
            return _settled(text)
    return text


def _odd_characters(text: str) -> set[str]:
    """The characters in use that are not plain ASCII. Nearly all text has few of them, so that
    what need not be done is known from a glance at bytes, without a look at every character.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return set(rest.decode("utf-8", "surrogatepass"))


def harmless(text: str) -> str:
    """The text without what must not be shown, character by character, not yet in normal form."""
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if "\U0001f3f4" in text:
        text = _FLAG_TAGS.sub("", text)
    return text.translate(_table())


@cache
def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in (*range(0x20), *range(0x7F, 0xA0)):
        table[code] = None
    table.update(dict.fromkeys(map(ord, _UNSEEN)))
    table.update(dict.fromkeys(map(ord, _LINE_ENDS), "\n"))
    del table[ord("\n")]
    table[ord("\t")] = _TAB
    unfit = (
        *range(0x202A, 0x202F),
        *range(0x2065, 0x2070),
        *range(0xD800, 0xE000),
        *range(0xFDD0, 0xFDF0),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
        *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
    )
    table.update(dict.fromkeys(unfit, MARK))
    return table


@cache
def _unfit() -> frozenset[str]:
    return frozenset(map(chr, _table()))


def _settled(text: str) -> str:
    """Normal form, with floods of combining marks cut before and after: composing sorts marks
    by insertion, which takes quadratic time on a long run, and may lengthen a short one.
    """
    text = _PERHAPS_FLOOD.sub(_capped, text)
    if not unicodedata.is_normalized("NFC", text):
        text = _PERHAPS_FLOOD.sub(_capped, unicodedata.normalize("NFC", text))
    return _PERHAPS_BARE.sub(_based, text)


def _capped(run: re.Match[str]) -> str:
    kept: list[str] = []
    row = 0
    for character in run.group():
        row = row + 1 if stacks(character) else 0
        if row <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _based(first: re.Match[str]) -> str:
    character = first.group()
    return _DOTTED_CIRCLE + character if is_mark(character) else character


def is_mark(character: str) -> bool:
    """Whether it is a combining mark, drawn on the character before it."""
    return unicodedata.category(character)[0] == "M"


def stacks(character: str) -> bool:
    """Whether it takes no room of its own beside the character before it."""
    return character in _JOINERS or is_mark(character)
