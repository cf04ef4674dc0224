"""What a glance tells of a document, and that the reading says the same."""

from __future__ import annotations

import pytest

from briefing.proof.glance import glance
from briefing.reading.structure import structured
from briefing.resources import seeds
from briefing.sources import RawSource, article

MARKDOWN = """# Ferry strike ends

The crews went back to work on Monday,
three days after the walkout.

## What was agreed

- Two more crews.
- A rise of 4 per cent.

> We are content, said the union.

The ferries run again.
"""

TEXT = """Ferry strike ends

The crews went back to work on Monday, three days after the walkout that had stopped every line.

“We are content,” the union said. The ferries will run again from Tuesday on, it added.
"""

WRAPPED = """Ferry strike ends

The crews went back to work on Monday, three days after the
walkout that had stopped every line between the islands and
the mainland.

The ferries will run again from Tuesday on, the union said,
and the rise of 4 per cent holds for all.
"""


def known(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(kind, words) for kind, words, _ in glance(data, name, whole=True)]


@pytest.mark.parametrize(
    ("name", "text"), [("a.md", MARKDOWN), ("a.txt", TEXT), ("a.txt", WRAPPED)]
)
def test_a_glance_and_the_reading_agree(name: str, text: str) -> None:
    read = structured(article(RawSource(text.encode(), name)))
    blocks = [(b.kind.value, " ".join(b.span.of(read.text).split())) for b in read.blocks]
    assert known(text.encode(), name) == blocks


def test_a_glance_at_the_seed_has_its_words_in_order() -> None:
    path = next(seeds().iterdir())
    text = path.read_text()
    words = [words for _, words in known(path.read_bytes(), str(path))]
    assert words == [line.strip() for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    "strange",
    [
        "[a link](https://example.com)", "**bold**", "`code`", "| a | b |", "<b>tag</b>",
        "1. one",
        "    code", "---", "* item", "a \x1b[31mred", "one\x07bell", "two\u202eturned",
        "日本の新聞",
        "a&amp;b", "Title\n=====", "tab\there", "soft\u00adhyphen", "https://example.com", "+ item",
    ],
)  # fmt: skip
def test_a_glance_stops_at_what_it_does_not_know(strange: str) -> None:
    text = f"# Title\n\nFirst words.\n\n{strange}\n\nLast words.\n"
    assert known(text.encode(), "a.md") == [("title", "Title"), ("paragraph", "First words.")]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<p>words"), ("a", b"# Title\n"), ("a.txt", b"<!doctype html><p>words"),
        ("a.txt", "Größe".encode("latin-1")), ("a.txt", "words".encode("utf-16")),
        ("a.md", b"---\ntitle: words\n---\n"), ("a.txt", b"\x7fELF\x00"), ("a.txt", b""),
    ],
)  # fmt: skip
def test_nothing_is_shown_of_what_needs_a_parser(name: str, data: bytes) -> None:
    assert not known(data, name)


def test_the_end_of_a_part_is_left_out() -> None:
    data = b"# Title\n\nWhole.\n\nThis one is cut in the mid"
    blocks = glance(data, "a.md", whole=False)
    assert [words for _, words, _ in blocks] == ["Title", "Whole."]
