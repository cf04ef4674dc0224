from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article, Origin, Span
from briefing.model.notes import Note
from briefing.notes.anchors import anchor, resolve
from briefing.notes.markdown import whole, written
from briefing.notes.page import page
from briefing.notes.places import Way, described, link, to_words, way
from tests.articles import article, at

FOLDER = Path("/notes")


def note(
    words: str | Span, comment: str = "", name: str = "b-593294b4", of: Article | None = None
) -> Note:
    on = of or article()
    made = anchor(on, at(words, on.text) if isinstance(words, str) else words)
    standing, span = resolve(made, on)
    return Note(name, made, "2026-11-23T09:00:00+01:00", comment, standing, span)


def test_a_file_looks_as_designed() -> None:
    one = note("Repairs will cost $4.5 million", "Last year it was *three*.")
    assert (
        whole(article(), (one,), FOLDER, "2026-11-23")
        == f"""\
---
title: "Harbour bridge stays open"
source: "Oakham Post"
file: "/news/harbour.txt"
sha256: "{article().digest}"
created: 2026-11-23
tags: [briefing]
---
# Harbour bridge stays open

## Highlights
<!-- briefing:start b-593294b4 chars=96-126 hash=2e67a6b4 -->
> Repairs will cost $4.5 million

^b-593294b4

[section 1, paragraph 2](../news/harbour.txt)
<!-- briefing:end -->

Last year it was *three*.
"""
    )


def test_a_file_is_read_as_it_was_written() -> None:
    notes = (
        note("Repairs will cost $4.5 million", "One.\n\n## not a heading\nTwo.", "b-00000001"),
        note("Work begins in May.", "", "b-00000002"),
        note("open.\nRepairs", "<!-- briefing:end -->", "b-00000003"),
    )
    read = page(whole(article(), notes, FOLDER, "2026-11-23"))
    assert read.digest == article().digest
    assert [block.id for block in read.blocks] == ["b-00000001", "b-00000002", "b-00000003"]
    assert [block.quote for block in read.blocks] == [one.anchor.quote for one in notes]
    assert [block.comment for block in read.blocks] == [one.comment for one in notes]
    assert [block.position for block in read.blocks] == [one.anchor.position for one in notes]
    assert not any(block.edited or block.torn for block in read.blocks)


@pytest.mark.parametrize(
    "edit",
    [
        ("Repairs will", "The repairs will"),
        ("My comment.", "My comment!"),
        ("My comment.", "My comment.\n\nMore of it."),
        ("My comment.", ""),
        ("section 1", "part 1"),
        (" hash=", " hash=0"),
    ],
)
def test_an_edited_block_is_recognised(edit: tuple[str, str]) -> None:
    text = whole(article(), (note("Repairs will cost", "My comment."),), FOLDER, "2026-11-23")
    assert not page(text).blocks[0].edited
    assert page(text.replace(*edit)).blocks[0].edited


def test_an_editor_that_trims_lines_or_changes_their_ends_edits_nothing() -> None:
    one = note("Repairs will cost $4.5 million", "One  \n\n two\t")
    text = whole(article(), (one,), FOLDER, "2026-11-23")
    trimmed = "\n".join(line.rstrip() for line in text.split("\n"))
    assert not page(trimmed).blocks[0].edited
    returned = page(text.replace("\n", "\r\n"))
    assert not returned.blocks[0].edited
    assert returned.returns
    assert returned.blocks[0].quote == one.anchor.quote


def test_a_blockquote_typed_with_an_id_is_a_note() -> None:
    read = page(
        "# My page\n> Work begins\n> in May.\n\n^b-1234abcd\n\nGood.\n\n## Else\nNot this.\n"
    )
    (block,) = read.blocks
    assert (block.id, block.quote, block.comment) == ("b-1234abcd", "Work begins\nin May.", "Good.")
    assert block.edited


def test_a_blockquote_without_an_id_is_a_blockquote() -> None:
    assert page("> Work begins in May.\n\nGood.\n").blocks == ()


def test_a_file_that_was_cut_off_has_a_torn_block() -> None:
    text = whole(article(), (note("Repairs will cost", "x"),), FOLDER, "2026-11-23")
    read = page(text[: text.index("^b-")])
    assert [block.torn for block in read.blocks] == [True]


def test_places_are_told_in_words() -> None:
    told = {
        words: described(article(), at(words)) for words in ("Harbour", "Repairs", "What", "May")
    }
    assert told == {
        "Harbour": "title",
        "Repairs": "section 1, paragraph 2",
        "What": "section 2, heading",
        "May": "section 2, paragraph 1",
    }
    assert described(article(), None) == "the article"


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/notes/a.txt", "a.txt"),
        ("/news/a b(1)#?%.txt", "../news/a%20b%281%29%23%3F%25.txt"),
        ("/news/größe.txt", "../news/größe.txt"),
        ("/news/caf\udce9.txt", "../news/caf%E9.txt"),
        ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
        ("-", ""),
    ],
)
def test_links_lead_from_the_notes_to_the_article(location: str, target: str) -> None:
    assert link(replace(article(), origin=Origin(location)), FOLDER) == target


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("well-known, A&B", "well%2Dknown%2C%20A%26B"),
        ("a b c d e f g h i j k l", "a%20b%20c%20d%20e,h%20i%20j%20k%20l"),
        ("One two.\n\nThree four.", "One%20two.,Three%20four."),
        ("“größer”\nnow", "%E2%80%9Cgr%C3%B6%C3%9Fer%E2%80%9D%20now"),
    ],
)
def test_links_to_pages_lead_to_the_words(quote: str, named: str) -> None:
    assert to_words("https://a.example/b", quote) == f"https://a.example/b#:~:text={named}"
    assert to_words("https://a.example/b#c", quote) == f"https://a.example/b#c:~:text={named}"
    assert to_words("../a.txt", quote) == "../a.txt"


@pytest.mark.parametrize(
    ("location", "leads"),
    [
        ("/news/bridge.md", "[[bridge|title]]"),
        ("/news/bridge 1.txt", "[[bridge 1.txt|title]]"),
        ("/news/a|b.txt", "[title](../news/a%7Cb.txt)"),
        ("https://a.example/b", "[title](https://a.example/b#:~:text=open)"),
        ("-", "title"),
    ],
)
def test_links_may_be_obsidians(location: str, leads: str) -> None:
    on = replace(article(), origin=Origin(location))
    assert way(on, FOLDER, wikilinks=True).to("title", "open") == leads
    assert "[[" not in way(on, FOLDER).to("title", "open")


awkward = st.text(
    st.sampled_from("ab#>-*_`<!:^\\ \n\"'") | st.characters(codec="utf-8"), max_size=80
)


@given(awkward, awkward, awkward)
def test_front_matter_holds_any_title_source_and_path(title: str, source: str, path: str) -> None:
    on = replace(article(), title=title, source=source, origin=Origin("/" + path))
    yaml = pytest.importorskip("yaml")
    front = whole(on, (), FOLDER, "2026-11-23").split("\n---\n")[0]
    read = yaml.safe_load(front)
    assert read["title"] == (" ".join(title.split()) or "Untitled")
    assert read.get("source", "") == source
    assert read["file"] == "/" + path
    assert read["sha256"] == on.digest


clean = awkward.map(lambda text: "".join(c for c in text if c == "\n" or ord(c) >= 32))


@given(clean.filter(str.strip), clean, clean)
def test_any_quote_and_comment_come_back(quote: str, comment: str, other: str) -> None:
    on = article(quote)
    notes = (
        note(Span(0, len(quote)), comment.strip(), "b-00000001", on),
        note(Span(0, len(quote)), other.strip(), "b-00000002", on),
    )
    lines = [line for one in notes for line in (*written(one, on, Way("x.txt")), "")]
    read = page("\n".join(lines))
    assert [block.id for block in read.blocks] == ["b-00000001", "b-00000002"]
    assert [block.quote for block in read.blocks] == [quote.strip()] * 2
    assert [block.comment for block in read.blocks] == [comment.strip(), other.strip()]
    assert not any(block.edited for block in read.blocks)


@given(st.text(st.sampled_from("<!-- briefing:startend\n>^b-1#="), max_size=300))
def test_anything_can_be_read(text: str) -> None:
    read = page(text)
    assert "\n".join(read.lines) == text


def test_a_large_file_is_read_in_time() -> None:
    one = note("Repairs will cost", "x\n> y\n" * 50)
    text = "\n".join(line for _ in range(200) for line in written(one, article(), Way("x")))
    assert len(page(text).blocks) == 200
    page(">\n" * 50_000)
    page("<!-- briefing:start b-1 -->\n" * 5_000)
