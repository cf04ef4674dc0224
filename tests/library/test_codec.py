from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.codec import VERSION, CodecError, decode, encode
from briefing.model.annotations import Briefing
from briefing.model.article import Article, Block, Link, Origin, Span, Style
from briefing.model.notes import Anchor
from tests.articles import article
from tests.cli.sample import ARTICLE, BRIEFING

spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: Span(*sorted(pair)))
st.register_type_strategy(Span, spans)


def test_spans_are_pairs_and_defaults_cost_nothing() -> None:
    assert json.loads(encode(Span(3, 9))) == [VERSION, [3, 9]]
    assert json.loads(encode(Briefing("d", "e"))) == [VERSION, ["d", "e"]]


def test_an_article_and_its_briefing_come_back() -> None:
    assert decode(Article, encode(ARTICLE)) == ARTICLE
    assert decode(Briefing, encode(BRIEFING)) == BRIEFING


@given(st.builds(Article))
def test_any_article_comes_back(value: Article) -> None:
    assert decode(Article, encode(value)) == value


@given(st.builds(Briefing))
def test_any_briefing_comes_back(value: Briefing) -> None:
    again = decode(Briefing, encode(value))
    assert repr(again) == repr(value)  # by their looks: not-a-number is not equal to itself


@given(st.builds(Anchor))
def test_any_anchor_comes_back(value: Anchor) -> None:
    assert decode(Anchor, encode(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[1]",
        f"[{VERSION + 1}, [3, 9]]",
        f"[{VERSION}, [9, 3]]",
        f"[{VERSION}, [3, 9, 4]]",
        f"[{VERSION}, [3]]",
        f'[{VERSION}, ["3", 9]]',
        f"[{VERSION}, [true, 9]]",
        f'[{VERSION}, {{"start": 3}}]',
        "[" * 100_000,
    ],
)
def test_what_is_not_a_stored_span_is_refused(text: str) -> None:
    with pytest.raises(CodecError):
        decode(Span, text)


def test_a_value_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(CodecError):
        decode(Block, f'[{VERSION}, [[0, 1], "poem"]]')
    with pytest.raises(TypeError):
        encode({1, 2})


STORED = {
    Span: "start end",
    Block: "span kind level marker",
    Style: "span kind",
    Link: "span kind url",
    Origin: "location media encoding",
    Article: "text blocks origin digest title title_span source authors published dateline "
    "language links styles",
    Anchor: "quote prefix suffix position digest",
}
"""The fields of what cannot be made anew, in the order they are stored in."""


@pytest.mark.parametrize("kind", STORED)
def test_fields_are_only_ever_added_at_the_end_and_with_a_default(kind: type) -> None:
    fields = dataclasses.fields(kind)
    known = STORED[kind].split()
    assert [field.name for field in fields][: len(known)] == known, (
        "what readers have stored would be read wrongly: see briefing.library.codec"
    )
    added = fields[len(known) :]
    assert all(field.default is not dataclasses.MISSING for field in added)


def test_a_briefing_is_about_as_long_as_its_article() -> None:
    text = "\n".join(["A headline"] + ["The council voted on Tuesday to keep it open."] * 100)
    made = article(text)
    sentences = tuple(block.span for block in made.blocks)
    briefing = Briefing(made.digest, "e-1", sentences=sentences)
    assert len(encode(briefing)) < len(text)


def test_a_file_name_that_is_not_unicode_is_kept() -> None:
    value = Origin("/news/\udcff.txt")
    text = encode(value)
    assert text.isascii()
    assert decode(Origin, text) == value
