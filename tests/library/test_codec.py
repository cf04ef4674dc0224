from __future__ import annotations

import dataclasses
import json
import pickle
import typing
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.codec import LONG, VERSION, CodecError, decode, encode
from briefing.model.annotations import (
    Briefing,
    Entity,
    EntityKind,
    Quote,
)
from briefing.model.article import Article, Block, Link, LinkKind, Origin, Span, Style
from briefing.model.columns import Marks, Spans
from briefing.model.notes import Anchor
from tests.articles import article
from tests.cli.sample import ARTICLE, BRIEFING

spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: Span(*sorted(pair)))
st.register_type_strategy(Span, spans)


def tuples(kind: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Tuples, for the fields that are sequences."""
    return st.lists(st.from_type(typing.get_args(kind)[0]), max_size=3).map(tuple)


st.register_type_strategy(Sequence, tuples)
st.register_type_strategy(Marks, st.lists(st.tuples(spans)).map(Marks.among))


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


def test_a_text_has_no_columns() -> None:
    with pytest.raises(CodecError):
        decode(Briefing, f'[{VERSION}, ["d", "e", [], {{"spans": [0, 1]}}]]')


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


LONGER = LONG + 7


def long_briefing() -> tuple[Article, Briefing]:
    """An article and a briefing with more of everything than is written as lists."""
    made = article("\n".join(["A headline"] + ["The council voted to keep it open."] * LONGER))
    spans = tuple(block.span for block in made.blocks)
    links = tuple(Link(span, LinkKind.URL, f"https://e.example/{span.start}") for span in spans)
    entities = (
        Entity(spans[0], EntityKind.PLACE, spans, None, 1.5, ("named often",)),
        *(Entity(span, EntityKind.PERSON, (span,)) for span in spans),
    )
    briefing = Briefing(
        made.digest,
        "e-1",
        sentences=spans,
        entities=entities,
        quotes=tuple(Quote(span, spans[0] if span.start % 2 else None) for span in spans),
        mentions=Marks.among(entity.mentions for entity in entities),
    )
    return replace(made, links=links), briefing


def test_long_sequences_come_back_as_columns() -> None:
    made, briefing = long_briefing()
    for value in (made, briefing):
        stored = encode(value)
        assert isinstance(stored, bytes)
        again = decode(type(value), stored)
        assert again == value
        assert encode(again) == stored
        assert pickle.loads(pickle.dumps(again)) == value
    again = decode(Briefing, encode(briefing))
    assert isinstance(again.sentences, Spans)
    assert isinstance(again.entities[0].mentions, Spans)
    assert again.named == briefing.named == replace(briefing, mentions=Marks()).named


def test_values_of_a_column_are_made_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, _ = long_briefing()
    stored = encode(made)
    count = 0

    def counted(self: Block, *values: Any) -> None:
        nonlocal count
        count += 1
        init(self, *values)

    init = Block.__init__
    monkeypatch.setattr(Block, "__init__", counted)
    again = decode(Article, stored)
    assert count == 0
    assert again.blocks[-1].kind is made.blocks[-1].kind
    assert count == 1


def test_columns_that_were_damaged_are_refused() -> None:
    stored = encode(long_briefing()[0])
    assert isinstance(stored, bytes)
    for at in (0, 9, 14, 40, len(stored) // 2, len(stored) - 1):
        with pytest.raises(CodecError):
            decode(Article, stored[:at] + bytes([stored[at] ^ 1]) + stored[at + 1 :])
    for end in (0, 5, 20, len(stored) - 1):
        with pytest.raises(CodecError):
            decode(Article, stored[:end])


@given(st.lists(spans, min_size=LONG, max_size=LONG + 5))
def test_any_spans_come_back(value: list[Span]) -> None:
    briefing = Briefing("d", "e", sentences=tuple(value))
    assert decode(Briefing, encode(briefing)) == briefing
