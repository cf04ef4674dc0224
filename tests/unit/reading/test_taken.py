"""What is spoken for: the quick answer is the plain one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Span
from briefing.reading.taken import Taken

SPANS = st.builds(lambda start, length: Span(start, start + length), *[st.integers(0, 30)] * 2)


@given(st.lists(SPANS), SPANS)
def test_it_answers_as_asking_each_would(spans: list[Span], asked: Span) -> None:
    assert Taken(spans).overlaps(asked) is any(span.overlaps(asked) for span in spans)


@given(st.lists(SPANS), st.integers(0, 60))
def test_it_has_the_characters_that_one_of_them_has(spans: list[Span], offset: int) -> None:
    assert (offset in Taken(spans)) is any(offset in span for span in spans)
