"""Plain text: tight and wrapped, lists and addresses."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Origin
from briefing.sources import text as plain
from tests.unit.sources.outline import addresses, assert_whole, outline, read

LEAD = (
    "The council of Oakham voted on Tuesday to keep the old swing bridge open until the new "
    "crossing is ready, although engineers had warned that its western pier needs repair."
)
SECOND = (
    "The mayor said that the cost would be shared between the town and the county, and that "
    "nobody would have to take the ferry before the spring."
)
WRAPPED = f"""\
Harbour bridge stays open
By Jane Porter

{textwrap.fill(LEAD, 64)}

{textwrap.fill(SECOND, 64)}

* * *

{textwrap.fill(LEAD + " " + SECOND, 64)}
"""


def test_tight_text_has_a_paragraph_on_each_line() -> None:
    found = read(f"Harbour bridge stays open\n{LEAD}\n{SECOND}\n\nSource: The Oakham Gazette")
    assert outline(found) == [
        "paragraph 'Harbour bridge stays open'",
        f"paragraph '{LEAD}'",
        f"paragraph '{SECOND}'",
        "paragraph 'Source: The Oakham Gazette'",
    ]


def test_the_text_stays_as_it_is() -> None:
    text = f"\n\n  {LEAD}\n\n\n\t{SECOND}\n"
    assert read(text).text == text.replace("\t", "    ")


def test_wrapped_text_has_paragraphs_of_many_lines() -> None:
    blocks = [" ".join(block.split("\\n")) for block in outline(read(WRAPPED))]
    assert blocks == [
        "paragraph 'Harbour bridge stays open'",
        "paragraph 'By Jane Porter'",
        f"paragraph '{LEAD}'",
        f"paragraph '{SECOND}'",
        "paragraph '* * *'",
        f"paragraph '{LEAD} {SECOND}'",
    ]


def test_paragraphs_set_off_by_indent() -> None:
    indented = "\n".join(
        textwrap.fill(part, 60, initial_indent="    ") for part in (LEAD, SECOND, LEAD)
    )
    assert len(read(indented).blocks) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Bread\nButter\nTen eggs\nA pound of flour\nSome salt\n",
        "Monday: rain in the north, dry elsewhere.\nTuesday: dry and warm.\nWednesday: fog.\n",
        "Bridge stays open\nFerry fares to rise from Monday\nCouncil elects a new mayor\n",
    ],
)
def test_short_lines_are_not_wrapped_text(text: str) -> None:
    assert len(read(text).blocks) == text.count("\n")


def test_lists() -> None:
    found = read(
        "What to bring:\n- a map\n  • a torch\n* bread\n1. Cross the bridge\n2. Turn left\n"
    )
    assert outline(found) == [
        "paragraph 'What to bring:'",
        "item1 - 'a map'",
        "item2 • 'a torch'",
        "item1 * 'bread'",
        "item1 1. 'Cross the bridge'",
        "item1 2. 'Turn left'",
    ]


@pytest.mark.parametrize(
    "line", ["12. Juli 2020 in Berlin", "-5 degrees", "3.5 million", "* * *", "-- "]
)
def test_what_is_no_list_item(line: str) -> None:
    assert outline(read(f"{LEAD}\n{line}\n{SECOND}"))[1] == f"paragraph {line.strip()!r}"


def test_verbatim_keeps_offsets() -> None:
    text = f"- {LEAD}\n- {SECOND}\n"
    found = plain.verbatim(text, Origin("-"))
    assert found.text == text
    assert_whole(found)
    with pytest.raises(ValueError, match="sanitised"):
        plain.verbatim("a\x1bb", Origin("-"))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("See https://news.example/a.", "https://news.example/a"),
        ("(see https://news.example/a)", "https://news.example/a"),
        ("https://news.example/a_(b), then", "https://news.example/a_(b)"),
        ("https://news.example/a_(b)), then", "https://news.example/a_(b)"),
        ("“https://news.example/a”", "https://news.example/a"),
        ("<https://news.example/?a=b&c=d>", "https://news.example/?a=b&c=d"),
    ],
)
def test_addresses(text: str, address: str) -> None:
    assert addresses(read(text)) == [(address, address)]


def test_no_link_to_what_may_not_be_opened() -> None:
    assert addresses(read("ftp://news.example http://user:pw@news.example javascript:x")) == []


def test_a_million_words_take_under_two_seconds() -> None:
    data = f"{LEAD}\n".encode() * (1_000_000 // len(LEAD.split()))
    began = time.process_time()
    assert read(data).text.startswith("The council")
    assert time.process_time() - began < 4  # with what the test itself checks


@given(st.text(alphabet=st.sampled_from("ab A.\n -*1.)>•\u0301\u200d\t\x1bh:/"), max_size=200))
def test_every_text_is_whole(text: str) -> None:
    assert_whole(plain.parse(text, Origin("-")))


@given(st.lists(st.text(alphabet="abc dE.,", min_size=1, max_size=90), max_size=12))
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = plain.parse(text, Origin("-"))
    assert " ".join(block.span.of(found.text) for block in found.blocks).split() == text.split()
