"""A saved page to an article: the story without the page around it.

trafilatura finds the story; its tree is walked into blocks, with headings, lists, quotes,
tables, looks and links. A page that is too deep or too large for a tree, or in which no story
is found, is read word by word instead: more than the story, but nothing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model.article import Article, BlockKind, Origin
from briefing.sources import html_clean
from briefing.sources.assemble import Assembler, phrase
from briefing.sources.html_blocks import Builder, Draft, scanned
from briefing.sources.html_index import listed
from briefing.sources.html_known import Known, known_of
from briefing.sources.html_scan import UNSHOWN
from briefing.sources.html_story import chosen, letters
from briefing.sources.runs import Run

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_LARGEST = 5 << 20
"""Characters; a larger page is read without a tree."""

_DEEPEST = 250
"""Levels; libxml2 loses words beyond 256 or 2048 of them, and trafilatura takes long before."""

_MOST_ELEMENTS = 40_000
"""A page of more elements is data; trafilatura would take many seconds over it."""

_OPENING = 4
"""Blocks among which the title may stand: a section's name or a label often comes first."""

_FEWEST = 25
"""Letters; a story found by trafilatura that is shorter is no story."""

_NAMES = {
    "list": "ul",
    "item": "li",
    "quote": "blockquote",
    "row": "tr",
    "ref": "a",
    "lb": "br",
    "code": "code",
}
"""trafilatura's names for HTML's elements."""

_LOOKS = {"#b": "b", "#i": "i", "#u": "u", "#t": "tt", "#sub": "sub", "#sup": "sup"}


def parse(text: str, origin: Origin) -> Article:
    """Reads a page as an article."""
    text = html_clean.cleaned(text)
    root = html_clean.tree(text) if len(text) <= _LARGEST else None
    drafts: list[Draft] = []
    known = Known()
    if root is not None and _manageable(root):
        html_clean.whole_links(root, origin.location)
        known = known_of(root)
        html_clean.without_hidden(root)
        drafts = _story(root)
    if sum(len(draft.words) for draft in drafts) < _FEWEST:
        builder = scanned(text)
        drafts = builder.drafts
        known = known if known.title else known._replace(title=phrase(builder.title))
    return assembled(drafts, known, origin)


def fragment(text: str, base: str) -> list[Draft]:
    """The blocks of a part of a page that is the story alone; all its words stay.

    Args:
        text: HTML.
        base: the address that its links are relative to, or a path.
    """
    text = html_clean.cleaned(text)
    root = html_clean.tree(text) if len(text) <= _LARGEST else None
    if root is None or not _manageable(root):
        return scanned(text).drafts
    html_clean.whole_links(root, base)
    html_clean.without_hidden(root)
    return _blocks(root)


def _manageable(root: HtmlElement) -> bool:
    """Whether a tree is of a size that trafilatura gets through quickly and without loss."""
    return html_clean.depth(root) < _DEEPEST and sum(1 for _ in root.iter()) <= _MOST_ELEMENTS


def _story(root: HtmlElement) -> list[Draft]:
    """The blocks of the story in a page; none when trafilatura finds no story."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            root,
            include_comments=False,
            include_tables=True,
            include_formatting=True,
            include_links=True,
        )
    except Exception:
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    page = _blocks(root)
    story = chosen(page, _walked(body))
    return listed(page, story) or story


def _blocks(root: HtmlElement) -> list[Draft]:
    """All blocks of a page."""
    from lxml import etree

    builder = Builder()
    tables = {table for table in root.iter("table") if html_clean.is_data(table)}
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if name == "table" and element not in tables:
            name = "div"
        step = name in UNSHOWN
        if event == "start":
            hidden += step
            if not hidden:
                builder.open(name, element.get("href", "") if name == "a" else "")
                builder.words(element.text or "")
        else:
            hidden -= step
            if not hidden:
                if name != "br":
                    builder.close(name)
                builder.words(element.tail or "")
    return builder.end()


def _walked(body: _Element) -> list[Draft]:
    """The blocks of trafilatura's tree."""
    from lxml import etree

    builder = Builder()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        name = _name(element)
        if event == "start":
            builder.open(name, element.get("target", ""))
            builder.words(element.text or "")
        else:
            if name != "br":
                builder.close(name)
            builder.words(element.tail or "" if element is not body else "")
    return builder.end()


def _name(element: _Element) -> str:
    """The HTML name of an element of trafilatura's tree."""
    tag = element.tag if isinstance(element.tag, str) else ""
    look = element.get("rend", "")
    if tag == "head":
        return look if look in ("h1", "h2", "h3", "h4", "h5", "h6") else "h2"
    if tag == "hi":
        return _LOOKS.get(look, "span")
    if tag == "cell":
        return "th" if element.get("role") == "head" else "td"
    if tag == "list" and look == "ol":
        return "ol"
    if tag == "code" and "\n" in (element.text or ""):
        return "pre"
    return _NAMES.get(tag, tag)


def assembled(
    drafts: list[Draft], known: Known, origin: Origin, *, headline: bool = True
) -> Article:
    """The article, which opens with its title, found in the text or put there.

    Args:
        drafts: its blocks.
        known: what is known about it.
        origin: where it came from.
        headline: whether a heading over the story overrules the title that is known.
    """
    assembler = Assembler()
    title = _title_at(drafts, known.title, headline or not known.title)
    if title is None and known.title:
        assembler.add(BlockKind.TITLE, [Run(known.title)])
    for at, (kind, runs, level, marker) in enumerate(drafts):
        if at == title:
            assembler.add(BlockKind.TITLE, runs)
        else:
            assembler.add(kind, runs, level=level, marker=marker)
    return assembler.article(
        origin,
        source=known.source,
        authors=known.authors,
        published=known.published,
        language=known.language,
    )


def _title_at(drafts: list[Draft], title: str, headline: bool) -> int | None:
    """Which of the opening blocks is the title: the one that reads like it, or, if a headline
    will do, the only heading of the first level, which the page itself sets over the story.
    """
    for at, draft in enumerate(drafts[:_OPENING]):
        if _same(draft.words, title):
            return at
    if not headline:
        return None
    headlines = [
        at
        for at, draft in enumerate(drafts)
        if draft.kind is BlockKind.HEADING and draft.level == 1
    ]
    return headlines[0] if len(headlines) == 1 and headlines[0] < _OPENING else None


def _same(words: str, title: str) -> bool:
    """Whether a block is the title, letter for letter; marks and spaces do not count."""
    return bool(title) and letters(words) == letters(title)
