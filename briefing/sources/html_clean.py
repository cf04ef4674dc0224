"""Making a page ready for libxml2 and trafilatura.

Both fail on what strangers write: one ``&#27;`` empties trafilatura's answer, a declared
encoding in a string makes lxml raise, unknown references stay as they are, and words that a
browser hides are taken for the article's.
"""

from __future__ import annotations

import html
import re
from contextlib import suppress
from html.entities import html5, name2codepoint
from typing import TYPE_CHECKING

from briefing.sources.html_scan import unescaped
from briefing.sources.sanitise import harmless, sanitise
from briefing.sources.urls import is_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,1000}>", re.IGNORECASE)
_LONG_BLANK = re.compile(r"\s{200,}")
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{4000,}>")
_MOST_ATTRIBUTES = 500
_NUMBER = re.compile(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);?")
_NAME = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")

_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_MOST_HIDDEN = 0.75
"""The part of a page's words that may be hidden for good."""


_IN_LAYOUT = ("table", "h1", "h2", "h3", "h4", "article", "section", "form", "blockquote", "nav")
_LONGEST_CELL = 400
"""Characters, white space included."""


def cleaned(text: str) -> str:
    """HTML without control characters, written or referred to, that lxml can take."""
    text = _DECLARATION.sub("", sanitise(text), count=1)
    text = _LONG_BLANK.sub("\n", text)
    text = _LONG_TAG.sub(_with_few_attributes, text)
    if "&" in text:
        text = _NAME.sub(_known_name, _NUMBER.sub(_fit_number, text))
    return text


def _with_few_attributes(tag: re.Match[str]) -> str:
    """A tag, without its attributes if there are thousands: libxml2 compares each with all."""
    return tag.group() if tag.group().count("=") <= _MOST_ATTRIBUTES else f"<{tag.group(1)}>"


def _fit_number(reference: re.Match[str]) -> str:
    """A numeric reference, unless it stands for what must not be shown or for a browser's idea
    of ``&#150;``, which is a dash.
    """
    character = unescaped(reference.group())
    if character in "<>&\"' \n":
        return reference.group()
    fit = harmless(character)
    return reference.group() if fit == character and not 127 < _code(reference) < 160 else fit


def _code(reference: re.Match[str]) -> int:
    digits = reference.group().strip("&#;")
    return int(digits[1:9], 16) if digits[0] in "xX" else int(digits[:9])


def _known_name(reference: re.Match[str]) -> str:
    """A named reference, resolved if libxml2, which knows HTML 4 only, would not."""
    name = reference.group(1)
    if name in name2codepoint or name + ";" not in html5:
        return reference.group()
    return html.escape(harmless(html5[name + ";"]))


def tree(text: str) -> HtmlElement | None:
    """The tree of a cleaned page, without what its author hid; ``None`` for an empty page."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None
    return root


def whole_links(root: HtmlElement, location: str) -> None:
    """Completes the links of a page that was fetched: it writes them as seen from its address."""
    if is_address(location):
        with suppress(ValueError):
            root.make_links_absolute(location, handle_failures="ignore")


def depth(root: HtmlElement) -> int:
    """How deep the tree is."""
    from lxml import etree

    level = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


def without_hidden(root: HtmlElement) -> None:
    """Takes out of a tree what the page itself says is not to be seen.

    A page that hides most of its own words shows them later by a script, and keeps them.
    """
    hidden = [element for element in root.iter() if _is_hidden(element)]
    if not hidden:
        return
    all_words = len(root.text_content())
    for element in hidden:
        words = len(element.text_content())
        if element.getparent() is not None and words < _MOST_HIDDEN * all_words:
            element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    if not element.attrib or element.tag in ("html", "body"):
        return False
    if "hidden" in element.attrib:
        return True
    style = element.get("style")
    return bool(style and _HIDING.search(style))


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data, not the layout of a page: no table or block within its cells
    and nothing long.
    """
    if next(table.iterdescendants(*_IN_LAYOUT), None) is not None:
        return False
    cells = list(table.iter("td", "th"))
    return len(cells) > 1 and all(len(cell.text_content()) <= _LONGEST_CELL for cell in cells)
