"""Putting words into Markdown so that they read as themselves, and taking them out again.

A quote is an article's text, in which ``*`` is an asterisk and ``1.`` a figure. What CommonMark
(and Obsidian, where many notes live) would take for markup gets a backslash; as little as
possible does, since the file is read as plain text too. Taking out is CommonMark's own rule, so
a quote that somebody typed is understood as well.
"""

from __future__ import annotations

import re

# What may be escaped by a backslash: ASCII punctuation, no more.
_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_INLINE = (
    rf"\\(?={_PUNCTUATION}|$)"  # a backslash that would be taken for an escape, or a break
    r"|[`*]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word an underscore is only that
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|~(?=~)|=(?==)|%(?=%)"  # struck out; highlight and comment in Obsidian
    r"|\[(?=[\[^])"  # wiki links and footnotes
)
_LINK = r"\[(?=[^\]]{0,999}\][(\[:])"
# What would open a block at the beginning of a line; the sign to escape is the group.
_BLOCK = (
    r"[ ]{0,3}(?:"
    r"(\#)\#{0,5}(?:\s|$)"
    r"|(>)"
    r"|([-+])(?:\s|$)"
    r"|\d{1,9}([.)])(?:\s|$)"
    r"|(~)~~"
    r"|([=:|-])[-=:|\s]*$"  # underlines of headings, rules, and the second line of a table
    r"|(\^)b-"  # what is a note's id on a line of its own
    r")"
)
_TAKEN_OUT = rf"\\({_PUNCTUATION})|(&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]\w{{1,31}});)"


def escaped(text: str) -> str:
    """One line of text as Markdown that reads as that line.

    A line that is indented like code gets a character reference for its first blank.
    """
    signs = {match.start() for match in re.finditer(_INLINE, text)}
    if "](" in text or "][" in text or "]:" in text:
        signs.update(match.start() for match in re.finditer(_LINK, text))
    opening = re.match(_BLOCK, text)
    if opening:
        signs.add(opening.start(opening.lastindex or 0))
    line = "".join("\\" + char if i in signs else char for i, char in enumerate(text))
    if re.match(r" {4}| {0,3}\t", line):
        line = f"&#{ord(line[0])};{line[1:]}"
    return line


def unescaped(line: str) -> str:
    """The text that :func:`escaped` was given."""
    return re.sub(_TAKEN_OUT, lambda match: match[1] or _referred(match[2]), line)


def _referred(reference: str) -> str:
    """The character that a reference such as ``&amp;`` stands for, or the reference itself."""
    import html
    from html.entities import html5

    known = reference[1] == "#" or reference[1:] in html5
    return html.unescape(reference) if known else reference


def quoted(text: str) -> list[str]:
    """The lines of a blockquote that holds a text."""
    return [f"> {escaped(line)}" if line else ">" for line in text.split("\n")]


def unquoted(lines: list[str]) -> str:
    """The text within the lines of a blockquote."""
    return "\n".join(
        unescaped(re.sub(r"^ {0,3}> ?", "", line, count=1).rstrip("\r")) for line in lines
    )


# In a comment Markdown is the reader's to use, and stays as it is. Only lines that would end
# the comment get a backslash, those that have one get one more, and so all come back.
_ENDING = r"^( {0,3}\\*)(?=#{1,6}(?:[ \t]|$)|<!-- briefing:|\^b-)"
_ENDED = r"^( {0,3}\\*)\\(?=#{1,6}(?:[ \t]|$)|<!-- briefing:|\^b-)"


def commented(comment: str) -> list[str]:
    """The lines of a comment, in which nothing ends it before its time."""
    return [re.sub(_ENDING, r"\1\\", line) for line in comment.split("\n")] if comment else []


def uncommented(lines: list[str]) -> str:
    """The comment within the lines below a note."""
    return "\n".join(re.sub(_ENDED, r"\1", line.rstrip("\r")) for line in lines).strip()
