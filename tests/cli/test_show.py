"""The forms of ``briefing show``, on values made by hand."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from typing import Any

import pytest

from briefing.cli import show
from briefing.model.annotations import Briefing
from briefing.model.article import Article, Block, BlockKind, Link, LinkKind, Origin, Span
from tests.cli.sample import ARTICLE, BRIEFING, EMPTY, TEXT

Form = Callable[[Article, Briefing], None]


def page(article: Article, briefing: Briefing) -> None:
    show.open_page(article)
    show.as_page(article, briefing)


def plain(article: Article, briefing: Briefing) -> None:
    show.open_plain(article)
    show.as_plain(article, briefing)


FORMS: tuple[Form, ...] = (page, plain, show.as_brief, show.as_json)


class Terminal(io.StringIO):
    """Standard output as a terminal would be."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal of 60 columns, to be put in the place of standard output."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")
    return Terminal()


def words(text: str) -> str:
    return " ".join(text.split())


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a place, however deep."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_json_gives_every_span_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    show.as_json(ARTICLE, BRIEFING)
    shown = json.loads(capsys.readouterr().out)
    found = list(spans(shown))
    assert len(found) > 40
    assert all(one["text"] == TEXT[one["start"] : one["end"]] for one in found)
    assert shown["text"] == TEXT
    assert shown["title"] == ARTICLE.title
    assert shown["facts"][0]["why"] == ["stands in the lead"]
    assert shown["facts"][2]["value"] == "2031-05"
    assert shown["entities"][0]["kind"] == "person"
    assert shown["entities"][0]["role"]["text"] == "Mayor"


def test_json_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show.as_json(ARTICLE, BRIEFING)
    show.as_json(ARTICLE, EMPTY)
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_json_escapes_what_a_terminal_would_act_on(capsys: pytest.CaptureFixture[str]) -> None:
    odd = "a\u009b31mb\u202ec\x1b[0m\u2028\x7f\ud800"
    show.as_json(replace(ARTICLE, source=odd), EMPTY)
    out = capsys.readouterr().out
    assert out.rstrip("\n").isprintable() or out.isascii()
    assert not set(odd) - set("31mabc[0m") & set(out)
    assert json.loads(out)["source"] == odd


def test_brief_is_words_only_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    show.as_brief(ARTICLE, BRIEFING)
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line in words(TEXT) for line in lines)


@pytest.mark.parametrize("form", [page, plain])
def test_all_of_the_article_is_there(form: Form, capsys: pytest.CaptureFixture[str]) -> None:
    form(ARTICLE, BRIEFING)
    out = words(capsys.readouterr().out)
    for block in ARTICLE.blocks:
        if block.kind is not BlockKind.RULE:
            assert words(block.span.of(TEXT)) in out


@pytest.mark.parametrize("form", [page, plain])
def test_a_pipe_gets_a_paragraph_a_line(form: Form, capsys: pytest.CaptureFixture[str]) -> None:
    form(ARTICLE, BRIEFING)
    out = capsys.readouterr().out
    assert "keep the swing bridge open" in out
    assert "\x1b" not in out


def test_the_page_tells_which_sections_the_summary_draws_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page(ARTICLE, BRIEFING)
    assert "from Harbour bridge [bold]stays[/bold] open" in capsys.readouterr().out
    page(ARTICLE, replace(BRIEFING, sections=BRIEFING.sections[:1]))
    assert "from Harbour bridge" not in capsys.readouterr().out


def test_plain_says_everything_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    plain(ARTICLE, BRIEFING)
    lines = capsys.readouterr().out.splitlines()
    for line in (
        "Source: Oakham Post",
        "By: Jo Reed",
        "Published: 2030-10-01",
        "Key facts: 4 facts.",
        "People: 1 name.",
        "1. Ann Lee, Mayor, named 2 times",
        "Related articles: 1 title.",
        "4. Quote by Ann Lee, in the sentence: “It is our door to the sea,” said Mayor Ann Lee.",
        "Sections: 2 sections.",
        "Heading: What comes next",
        "List item: one",
        "Code:",
        "A break in the text.",
        "End of the article.",
    ):
        assert line in lines
    assert not any(sign in line for line in lines for sign in "•→×·")


def test_plain_says_where_links_lead(capsys: pytest.CaptureFixture[str]) -> None:
    text = "See our tide tables, and https://oakham.example/ too."
    links = (
        Link(Span(8, 19), LinkKind.URL, "https://t\u0456des.example/"),
        Link(Span(25, 48), LinkKind.URL, "https://oakham.example/"),
    )
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    article = Article(text, (block,), Origin("a.html"), "d", links=links)
    plain(article, replace(EMPTY, digest="d"))
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("Links: 2 links.")
    assert lines[at + 1 : at + 3] == [
        "1. tide tables, at https://xn--tdes-l9d.example/",
        "2. https://oakham.example/",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found_is_said_in_words(form: Form, capsys: pytest.CaptureFixture[str]) -> None:
    form(ARTICLE, EMPTY)
    out = capsys.readouterr().out
    if form is page:
        assert "No figures, dates or quotes were found." in out
    if form is plain:
        assert "Key facts: none found." in out
    if form is show.as_brief:
        assert out == ""


@pytest.mark.parametrize("form", [page, plain])
def test_what_was_not_looked_for_is_not_said_to_be_missing(
    form: Form, capsys: pytest.CaptureFixture[str]
) -> None:
    form(ARTICLE, replace(EMPTY, language="de"))
    out = capsys.readouterr().out
    assert out.count("in English only; this article is in another language (de).") == 2
    assert "No names" not in out


def test_a_terminal_gets_looks_and_filled_lines(terminal: Terminal) -> None:
    with redirect_stdout(terminal):
        page(ARTICLE, BRIEFING)
    out = terminal.getvalue()
    assert "\x1b[1m£4.5 million\x1b[0m" in out
    bare = "".join(part.partition("m")[2] for part in f"m{out}".split("\x1b["))
    assert max(map(len, bare.splitlines())) <= 60
    assert "[bold]stays[/bold]" in bare


def test_without_colour_there_is_none(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    with redirect_stdout(terminal):
        page(ARTICLE, BRIEFING)
    out = terminal.getvalue()
    assert not any(f"\x1b[{look}3{n}m" in out for n in range(8) for look in ("", "4;"))


@pytest.mark.parametrize("columns", ["0", "-5", "wide", "1", "8", "400"])
def test_any_width_will_do(
    columns: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    with redirect_stdout(terminal):
        page(ARTICLE, BRIEFING)
    assert "Oakham" in terminal.getvalue()


@pytest.mark.parametrize(
    "text",
    [
        "[Reuters] The port [/] closed [@click=app.quit]now[/]",
        ":smile: [link=https://e.example]x[/link] [[ ]] \\[",
        "\x1b]0;title\x07 \x1b[31mred \x9b2J gone \x90q\x9c",
        "up\x08\x08down\rover",
        "a\u202eb\u2066c\u2069 \ufff9x\ufffb",
        "漢字 👩‍👩‍👧 ﷽ e\u0301\u0301\u0301",
        "{0} %s $(touch x) `ls`",
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_words_are_shown_as_they_are_and_never_act(
    form: Form, text: str, terminal: Terminal
) -> None:
    whole = Span(0, len(text))
    article = Article(
        text, (Block(whole, BlockKind.PARAGRAPH),), Origin("x.txt"), "0", title=text, source=text
    )
    with redirect_stdout(terminal):
        form(article, Briefing("0", "by hand", sentences=(whole,)))
    out = terminal.getvalue()
    for control in "\x07\x08\x0d\x90\x9b\x9c\u202e\u2066\ufff9":
        assert control not in out
    escapes = {part.partition("m")[0] for part in out.split("\x1b")[1:]}
    assert all(set(escape) <= set("[0123456789;") for escape in escapes)
    if "[" in text and "\x1b" not in text and form is page:
        assert words(text) in words("".join(out.split("\x1b[1m")).replace("\x1b[0m", ""))


def test_a_long_article_is_set_in_its_own_time() -> None:
    """Many blocks under many findings: a page is made in one walk."""
    from briefing.cli.briefing_page import lines
    from briefing.model.annotations import Entity, EntityKind

    line = "Ann Lee went home.\n\n"
    count = 20_000
    starts = range(0, count * len(line), len(line))
    names = tuple(Span(start, start + 7) for start in starts)
    article = Article(
        line * count,
        tuple(Block(Span(start, start + 18), BlockKind.PARAGRAPH) for start in starts),
        Origin("x.txt"),
        "0",
    )
    briefing = Briefing("0", "by hand", entities=(Entity(names[0], EntityKind.PERSON, names),))
    started = os.times().user
    assert sum(1 for _ in lines(article, briefing)) > count
    assert os.times().user - started < 5
