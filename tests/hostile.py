"""Documents that mean harm: pieces that act on terminals, parsers and eyes, in every format read.

A document is made from a seeded source of chance, so that a number is enough to make it again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from random import Random

from briefing.cli.article_page import head
from briefing.cli.briefing_page import lines
from briefing.cli.data import data, line
from briefing.cli.linear import about, linear
from briefing.cli.streams import clean
from briefing.model.article import Article
from briefing.model.errors import UnreadableError
from briefing.reading.brief import brief
from briefing.reading.structure import structured
from briefing.sources import RawSource, contents
from briefing.sources.feeds import opml
from briefing.sources.urls import safe_url
from tests.unit.sources.outline import assert_whole

Writer = Callable[[Random], bytes]

ACTS = (
    "\x1b[31m", "\x1b]52;c;QUFB\x07", "\x1b]8;;javascript:x\x1b\\y\x1b]8;;\x1b\\", "\x1bP1$r\x1b\\",
    "\x9b31m", "\x9d0;t\x9c", "\x1b\x1b[[31m31m", "\x1b[\x0031m", "\x1bc", "\x07", "\x08\x08over",
    "\r", "\x0e", "\x7f", "\x85", "\u2028", "&#27;[31m", "&#x9b;31m", "&amp;#27;[2J", "&#155;m",
    "%1b[31m", "\\u001b[31m", "\\x1b[31m", "=1B[31m", "+ABs-[31m", "^[[31m",
)  # fmt: skip
"""What a terminal would listen to, raw, escaped, split and nested."""

DECEIVES = (
    "\u202egpj.exe", "\u2066in\u2069", "\u200b", "\ufeff", "\U000e0041\U000e0042", "\ufdd0",
    "\uffff", "\U0010ffff", "e" + "\u0301" * 60, "\u0300first", "\u200d\u200c\u200e",
    "\u0440\u0430yp\u0430l", "\uff1cscript\uff1e", "\U0001f3f4\U000e0067\U000e007f",
    "\u4e2d\u6587\u5b57", "\u0e01\u0e33",
    "\ud83d", "\U0001f468\u200d\U0001f469\u200d\U0001f466", "\x00",
)  # fmt: skip
"""What an eye would misread, or a column count."""

MARKUP = (
    "[red]x[/]", "[@click=app.quit]x[/]", "[/]", "[bold", "<b>", "</p>", "<script>x()</script>",
    "<!-- ", "-->", "<![CDATA[", "]]>", "<a href='javascript:x'>y</a>", "[y](javascript:x)",
    "![i](data:text/html,x)", "<a href=\"http://a@b.example\">z</a>", "[z](http://news.example/)",
    "http://news.example/?q=1", "mailto:a@b.example", "<http://[::1>", "&", "&lt;", "&nosuch;",
    "---", "***", "```", "~~~", "# ", "> ", "- ", "1. ", "| a | b |", "|---|---|", "\\",
    "$1.2 million", "\t", "{{x}}", "%s%n", "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>", "&y;", "From x",
)  # fmt: skip
"""What a parser would take for its own."""

WORDS = (
    "The", "council", "of", "Oakham", "voted", "on", "Tuesday", "to", "keep", "the", "bridge",
    "open,", "said", "Mayor", "Ann", "Lee.", "“It", "is", "ours,”", "$4.5", "million",
    "12%", "in", "2031.",
)  # fmt: skip

BYTES = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf0\x9f", b"\x80", b"\xfe\xff", b"\x1b$B", b"\x00")
"""Bytes that are no UTF-8, or another encoding's switches."""


def words(chance: Random, most: int = 30) -> str:
    """Some words, and among them what means harm."""
    parts = []
    for _ in range(chance.randint(1, most)):
        kind = chance.choice((WORDS, WORDS, WORDS, ACTS, DECEIVES, MARKUP))
        parts.append(chance.choice(kind) * chance.choice((1, 1, 1, 1, 1, 3, 40)))
        parts.append(chance.choice((" ", " ", " ", "", "\n", "\n\n")))
    return "".join(parts)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def plain(chance: Random) -> bytes:
    """A text, or Markdown."""
    return _encoded("\n\n".join(words(chance) for _ in range(chance.randint(1, 6))))


def with_front_matter(chance: Random) -> bytes:
    """Markdown with something like front matter before it."""
    names = ("title", "author", "source", "date", "tags", "nosuch")
    head = "\n".join(f"{chance.choice(names)}: {words(chance, 4)}" for _ in range(4))
    return _encoded(f"---\n{head}\n---\n\n# {words(chance, 5)}\n\n") + plain(chance)


def page(chance: Random) -> bytes:
    """HTML, more or less."""
    tags = ("p", "h1", "h2", "li", "div", "td", "pre", "blockquote", "span", "title", "template")
    parts = []
    for _ in range(chance.randint(1, 12)):
        tag = chance.choice(tags)
        link = f" href='{words(chance, 2)}' title=\"{words(chance, 2)}\"" * chance.randint(0, 1)
        parts.append(f"<{tag}{link}>{words(chance)}" + f"</{tag}>" * chance.randint(0, 2))
    return _encoded(f"<html><head><title>{words(chance, 5)}</title></head><body>{''.join(parts)}")


def feed(chance: Random) -> bytes:
    """RSS, Atom or RDF, more or less."""
    names = (
        "title",
        "link",
        "description",
        "summary",
        "content",
        "guid",
        "id",
        "author",
        "pubDate",
    )
    items = []
    for _ in range(chance.randint(1, 4)):
        inner = "".join(
            f"<{(name := chance.choice(names))}>{words(chance, 8)}</{name}>" for _ in range(5)
        )
        tag = chance.choice(("item", "entry"))
        items.append(f"<{tag}>{inner}</{tag}>")
    root = chance.choice(("rss version='2.0'", "feed xmlns='http://www.w3.org/2005/Atom'"))
    head = chance.choice(("", "<?xml version='1.0' encoding='utf-8'?>", "<?xml version='1.1'?>"))
    body = f"<channel><title>{words(chance, 4)}</title>{''.join(items)}"
    return _encoded(
        f"{head}<{root}>{body}" + f"</channel></{root.split()[0]}>" * chance.randint(0, 1)
    )


def json_feed(chance: Random) -> bytes:
    """A JSON feed, of types as they come."""
    names = ("id", "title", "content_html", "content_text", "summary", "url", "authors", "language")

    def value() -> object:
        return chance.choice((words(chance, 8), words(chance, 8), 7, None, [], {"name": "x"}, True))

    items = [{name: value() for name in names} for _ in range(chance.randint(1, 4))]
    whole = {"version": "https://jsonfeed.org/version/1.1", "title": value(), "items": items}
    return json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def letters(chance: Random) -> bytes:
    """A mailbox, more or less."""
    kinds = ("text/plain", "text/html", "multipart/mixed; boundary=x", "image/png", "text/plain; x")
    charsets = ("utf-8", "x", "utf-7")
    codings = ("8bit", "base64", "quoted-printable")
    found = [
        "From a@b.example Tue Jan 02 10:00:00 2024\n"
        f"From: {words(chance, 3)}\n"
        f"Subject: {words(chance, 4)}\n"
        f"Content-Type: {chance.choice(kinds)}; charset={chance.choice(charsets)}\n"
        f"Content-Transfer-Encoding: {chance.choice(codings)}\n"
        f"\n--x\n\n{words(chance)}\n--x--\n"
        for _ in range(chance.randint(1, 3))
    ]
    return _encoded("\n".join(found))


def feed_list(chance: Random) -> bytes:
    """OPML, more or less, in folders that may never close."""
    names = ("text", "title", "xmlUrl", "XMLURL", "htmlUrl", "type", "nosuch", "text")
    outlines = []
    for _ in range(chance.randint(1, 6)):
        held = {chance.choice(names): words(chance, 4) for _ in range(3)}
        if chance.random() < 0.7:
            held["xmlUrl"] = f"http://news.example/{words(chance, 2)}"
        quote = chance.choice(("'", '"'))
        inner = "".join(f" {name}={quote}{value}{quote}" for name, value in held.items())
        outlines.append(f"<outline{inner}{chance.choice(('/>', '>', '></outline>'))}")
    head = chance.choice(("", "<?xml version='1.0' encoding='utf-8'?>", "<?xml version='1.1'?>"))
    title = f"<head><title>{words(chance, 4)}</title></head>" * chance.randint(0, 1)
    end = "</body></opml>" * chance.randint(0, 1)
    return _encoded(f"{head}<opml version='2.0'>{title}<body>{''.join(outlines)}{end}")


WRITERS: dict[str, Writer] = {
    "story.txt": plain,
    "story.md": plain,
    "front.md": with_front_matter,
    "page.html": page,
    "feed.xml": feed,
    "feed.json": json_feed,
    "mail.mbox": letters,
    "feeds.opml": feed_list,
    "nameless": page,
}
"""What writes a document, by the name it is given."""


def document(chance: Random) -> tuple[str, bytes]:
    """A document and its name; now and then spoilt."""
    name = chance.choice(tuple(WRITERS))
    written = WRITERS[name](chance)
    return name, spoilt(written, chance) if chance.random() < 0.4 else written


def spoilt(written: bytes, chance: Random) -> bytes:
    """A document with bytes changed, left out, doubled and put in."""
    data = bytearray(written)
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(data))
        match chance.randint(0, 4):
            case 0:
                data[at : at + 1] = bytes((chance.randint(0, 255),))
            case 1:
                del data[at : at + chance.randint(1, 200)]
            case 2:
                data[at:at] = data[at : at + chance.randint(1, 400)] * chance.randint(1, 4)
            case 3:
                data[at:at] = chance.choice(BYTES)
            case _:
                data[at:at] = _encoded(chance.choice((*ACTS, *DECEIVES, *MARKUP)))
    return bytes(data)


def check(name: str, written: bytes) -> int:
    """Reads a document as the program does, and holds it to all that is promised.

    Returns:
        How many articles were in it.

    Raises:
        AssertionError: when something that acts was let through, or a span does not fit.
    """
    if name.endswith(".opml"):
        _check_list(written, name)
    try:
        found = contents(RawSource(written, f"/{name}")).articles
    except UnreadableError:
        return 0
    for article in found:
        _check(article)
    return len(found)


def _check_list(written: bytes, name: str) -> None:
    """A list of feeds is read or refused, acts on nothing, and is the same when written again."""
    try:
        found = opml.read(written, name)
    except UnreadableError:
        return
    for words in (word for feed in found for word in feed):
        assert clean(words) == words
        assert "\n" not in words
    again = opml.read(opml.write(found).encode(), name)
    assert again == [feed._replace(title=feed.title or feed.url) for feed in found]


def _check(article: Article) -> None:
    assert_whole(article)
    for words in (article.title, article.source, *article.authors, article.language):
        assert clean(words) == words
        assert "\n" not in words
    for link in article.links:
        assert link.url in ("", safe_url(link.url))
    whole = structured(article)
    briefing = brief(whole, "rules")
    _spans(briefing, len(whole.text))
    for line_ in (*head(whole), *lines(whole, briefing)):
        assert clean(line_.text) == line_.text
    for words in (*about(whole), *linear(whole, briefing)):
        assert clean(words) == words
    told = line(data(whole, briefing))
    assert clean(told) == told
    assert json.loads(told)["text"] == whole.text


def _spans(value: object, length: int) -> None:
    """Every span of a briefing lies within the text."""
    if isinstance(value, (tuple, list)):
        for one in value:
            _spans(one, length)
    elif is_dataclass(value) and not isinstance(value, (type, Enum)):
        if {"start", "end"} <= {field.name for field in fields(value)}:
            start, end = value.start, value.end  # type: ignore[attr-defined]
            assert 0 <= start <= end <= length
        for field in fields(value):
            _spans(getattr(value, field.name), length)
