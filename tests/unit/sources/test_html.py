"""Saved pages: the story without the page, its form kept, and nothing lost to bad markup."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.article import Article, Media, Origin, StyleKind
from briefing.sources import html, html_clean
from briefing.sources.assemble import Assembler
from briefing.sources.html_blocks import scanned
from briefing.sources.html_scan import tokens
from tests.unit.sources.outline import addresses, assert_whole, looks, outline, read

PAGE = Path(__file__).parents[2] / "data" / "sources" / "page.html"
WORDS = (
    "The council of Oakham voted on Tuesday to keep the old swing bridge open until the new "
    "crossing is ready, although engineers had warned that its western pier needs repair. "
)


def page(body: str, head: str = "") -> Article:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", "/page.html")


def test_a_page() -> None:
    found = read(PAGE.read_bytes(), str(PAGE))
    shown = outline(found)
    assert [line.split()[0] for line in shown] == [
        "title",
        "paragraph",
        "heading2",
        "paragraph",
        "quote1",
        "item1",
        "item1",
        "table",
        "paragraph",
        "code",
        "paragraph",
    ]
    assert shown[0] == "title 'Bridge stays open'"
    assert shown[5].startswith("item1 1. 'The pier")
    assert shown[7] == r"table 'Year  Cost\n2024  $2 million\n2025  $3 million'"
    assert shown[9] == r"code 'tide  height\n06:12    4.1'"
    assert found.authors == ("Jane Porter",)
    assert found.published == "2024-05-07"
    assert found.source == "The Oakham Gazette"
    assert found.language == "en"
    assert ("emphasis", "western") in looks(found)
    assert ("strong", "nobody") in looks(found)
    assert addresses(found) == [
        ("although engineers had warned", "https://gazette.example/warning")
    ]


@pytest.mark.parametrize(
    "words", ["track(", "color: red", "hidden by its author", "Most read", "Sport", "Copyright"]
)
def test_what_is_no_story_is_left_out(words: str) -> None:
    assert words not in read(PAGE.read_bytes(), str(PAGE)).text


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Bridge stays open - Gazette</title>", f"<h1>Bridge stays open</h1><p>{WORDS}", 1),
        ("<title>Bridge stays open</title>", f"<p>{WORDS}", 1),
        ("", f"<h1>Bridge stays open</h1><p>{WORDS}", 1),
        ("", f"<p>Harbour</p><h1>Bridge stays open</h1><p>{WORDS}", 1),
        ("", f"<p>{WORDS}", 0),
    ],
)
def test_the_title_stands_once(head: str, body: str, title: int) -> None:
    found = page(f"<article>{body}</p></article>", head)
    assert found.title == ("Bridge stays open" if title else "")
    assert found.text.count("Bridge stays open") == title


@pytest.mark.parametrize(
    "reference",
    ["&#27;", "&#x1b;", "&#x9b;", "&#0;", "&#xfffe;", "&#55296;", "&#99999999999;", "\x1b"],
)
def test_control_references_lose_no_words(reference: str) -> None:
    found = page(
        f"<article><h1>Bridge</h1><p>{WORDS} Before{reference}after. {WORDS}</p></article>"
    )
    assert "Before" in found.text
    assert "after. The council" in found.text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a &amp; b", "a & b"),
        ("&lt;b&gt;", "<b>"),
        ("&#60;b&#62;", "<b>"),
        ("&#150;&#147;&#x92;", "–“’"),
        ("&apos;&hellip;&nbsp;&check;", "'…\xa0✓"),
        ("caf&eacute; cafe&#769;", "café café"),
        ("&nonesuch; &", "&nonesuch; &"),
        ("so&shy;ft&ZeroWidthSpace;ly", "softly"),
    ],
)
def test_references(written: str, shown: str) -> None:
    assert f"words {shown} words" in page(f"<p>{WORDS}</p><p>words {written} words</p>").text


def test_an_encoding_declaration_does_no_harm() -> None:
    text = f'<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>{WORDS}é</p></body></html>'
    assert read(text, "/page.html").text.endswith("é")


@pytest.mark.parametrize("depth", [10, 240, 300, 3000, 30_000])
def test_depth_loses_nothing(depth: int) -> None:
    found = page(
        f"<h1>Bridge</h1><p>{WORDS}</p>"
        + "<div>" * depth
        + f"<p>DEEP {WORDS}</p>"
        + "</div>" * depth
        + f"<p>AFTER {WORDS}</p>"
    )
    assert "DEEP" in found.text
    assert "AFTER" in found.text


def test_hidden_words_stay_hidden_unless_they_are_the_page() -> None:
    hidden = (
        '<div style="color: red; visibility:hidden"><p>Not to be seen at all, this one.</p></div>'
    )
    assert "Not to be" not in page(f"<article><p>{WORDS}</p>{hidden}<p>{WORDS}</p></article>").text
    assert "council" in page(f'<div style="display:none"><p>{WORDS * 5}</p></div>').text


def test_a_layout_table_is_paragraphs() -> None:
    found = page(f"<table><tr><td><p>{WORDS * 3}</p><p>{WORDS}</p></td><td>Menu</td></tr></table>")
    assert "table" not in {block.kind for block in found.blocks}


def test_a_repeated_paragraph_is_kept() -> None:
    assert page(f"<article><p>{WORDS}</p><p>{WORDS}</p></article>").text.count("council") == 2


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<p>one<p>two", ["paragraph 'one'", "paragraph 'two'"]),
        ("<h2>one</h2>two", ["heading2 'one'", "paragraph 'two'"]),
        (
            "<ul><li>a<ul><li>b</ul><p>c</ul>d",
            ["item1 • 'a'", "item2 • 'b'", "item1   'c'", "paragraph 'd'"],
        ),
        ("<ol><li>a</li><li>b</li></ol>", ["item1 1. 'a'", "item1 2. 'b'"]),
        (
            "one<br>two<hr>three",
            ["paragraph 'one'", "paragraph 'two'", "rule ''", "paragraph 'three'"],
        ),
        ("<q>one</q>", ["paragraph '“one”'"]),
        ("1 < 2 <b>and</b> 3 > 2", ["paragraph '1 < 2 and 3 > 2'"]),
        ("a<!-- b --><script>c</script><style>d</style>e", ["paragraph 'ae'"]),
        ("a<!-- b > c", ["paragraph 'a c'"]),
        ('<a title="x > y">z</a>', ["paragraph 'z'"]),
        ("<td>loose</td> cell</li></ul></table>", ["paragraph 'loose'", "paragraph 'cell'"]),
        ("<b", ["paragraph '<b'"]),
        ("<pre>a\n  b</pre>", [r"code 'a\n  b'"]),
    ],
)
def test_reading_without_a_tree(text: str, blocks: list[str]) -> None:
    assembler = Assembler()
    for kind, runs, level, marker in scanned(text).drafts:
        assembler.add(kind, runs, level=level, marker=marker)
    assert outline(assembler.article(Origin("-"))) == blocks


@pytest.mark.parametrize(
    ("start", "unit", "times", "end"),
    [
        ("<p ", "a1=1 ", 20_000, ">words of the story"),
        ("", "<p><b><i>x", 20_000, ""),
        ("", "<", 200_000, ""),
        ("", "<a ", 200_000, ""),
        ("", '<a "', 200_000, ""),
        ("", "<!--", 200_000, "words"),
        ("words", "<script>", 100_000, ""),
        ("", "&", 300_000, ""),
        ("&#", "9", 100_000, ";words"),
        ("", " ", 1_000_000, "words"),
        ("<table>", "<tr><td>1", 30_000, ""),
        ("<p>", "1", 500_000, ""),
    ],
)
def test_nothing_takes_long(start: str, unit: str, times: int, end: str) -> None:
    began = time.process_time()
    read(f"<html>{start}{unit * times}{end}", "/page.html")
    assert time.process_time() - began < 20


NAMES = (
    "p /p div /div h1 /h1 ul /ul li /li ol table /table tr td th /td b /b a /a br pre /pre "  # noqa: SIM905
    "blockquote /blockquote a!href='x !-- -- script /script title /title ? !x".split()
)
TAGS = st.sampled_from(NAMES)
PIECES = st.lists(
    TAGS.map(lambda tag: f"<{tag}>")
    | st.text(alphabet="ab &;#<>\"'=/\u0301\x1b\n", max_size=12)
    | st.sampled_from(["&#27;", "&amp;", "&nbsp;", "&#xd800;", WORDS]),
    max_size=25,
).map("".join)


@settings(deadline=None)
@given(PIECES)
def test_every_page_is_whole(text: str) -> None:
    assert_whole(html.parse(f"<p>{text}</p>", Origin("-", Media.HTML)))


@given(PIECES)
def test_the_scanner_comes_to_an_end(text: str) -> None:
    assert sum(len(token.text) for token in tokens(text)) <= len(text) * 2


@given(st.text(max_size=200))
def test_cleaning_never_fails(text: str) -> None:
    cleaned = html_clean.cleaned(text)
    html_clean.tree(cleaned)
    assert "\x1b" not in cleaned


def test_a_look_lasts_until_the_last_of_its_elements_ends() -> None:
    (draft,) = scanned("<p>a <b>b <b>c</b> <strong>d</strong> e</b> f <s>g</s>").drafts
    bold = "".join(run.text for run in draft.runs if StyleKind.STRONG in run.styles)
    struck = [run.text for run in draft.runs if StyleKind.STRIKE in run.styles]
    assert (bold, struck) == ("b c d e", ["g"])
