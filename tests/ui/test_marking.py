from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Span
from briefing.ui.marking import Layer, runs

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda p: Span(p[0], p[0] + p[1]))
)


def test_layers_lie_over_each_other() -> None:
    below = Layer([(Span(0, 10), "entity")])
    above = Layer([(Span(5, 15), "hit")])
    assert runs(0, 20, [below, above], ("quiet",)) == [
        (0, 5, ("quiet", "entity")),
        (5, 10, ("quiet", "entity", "hit")),
        (10, 15, ("quiet", "hit")),
        (15, 20, ("quiet",)),
    ]


def test_of_two_that_overlap_in_a_layer_the_longer_is_kept() -> None:
    layer = Layer([(Span(3, 5), "short"), (Span(3, 9), "long"), (Span(8, 12), "late")])
    assert list(layer.within(0, 20)) == [(3, 9, "long")]


@given(SPANS, st.integers(0, 40), st.integers(0, 40))
def test_runs_cover_the_line_once(spans: list[Span], start: int, length: int) -> None:
    end = start + length
    found = runs(start, end, [Layer((span, "fact") for span in spans)])
    here = start
    for first, last, _ in found:
        assert first == here
        assert first < last
        here = last
    assert here == end
