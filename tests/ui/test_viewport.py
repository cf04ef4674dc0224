from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.article import Span
from briefing.ui.viewport import Viewport
from tests.ui.articles import prose

MOVES = ("move", "turn", "wheel", "words")


def long_view(place: int = 0) -> Viewport:
    return Viewport(prose(*(f"{number} " + "word " * 60 for number in range(40))), 50, 20, place)


def test_it_begins_on_the_first_line() -> None:
    view = Viewport(prose("One.", "Two."), 50, 20)
    assert view.place == 0
    assert view.progress == 1.0


def test_a_line_down_skips_the_blank_one() -> None:
    view = Viewport(prose("One.", "Two."), 50, 20)
    view.move(1)
    assert view.article.text[view.place :].startswith("Two.")
    view.move(-1)
    assert view.place == 0


def test_the_page_follows_when_the_place_leaves_the_middle() -> None:
    view = long_view()
    for _ in range(30):
        view.move(1)
    assert view.top > 0
    assert view.top < view.row < view.top + view.height


def test_turning_back_and_forth_returns() -> None:
    view = long_view()
    view.turn(18)
    view.turn(-18)
    assert view.top == 0


def test_the_end_is_reached_and_held() -> None:
    view = long_view()
    view.to_end(end=True)
    assert view.progress == 1.0
    last = view.line(view.height - 1)
    assert last is not None
    assert last.end == len(view.article.text.rstrip())


def test_another_width_keeps_the_words_on_top() -> None:
    view = long_view()
    view.turn(100)
    first = view.first
    view.resize(31, 12)
    line = view.line(0)
    assert line is not None
    assert line.start <= first < line.end + 2
    view.resize(50, 20)
    assert abs(view.first - first) < 60


def test_making_the_page_exact_moves_nothing() -> None:
    view = long_view()
    view.go(len(view.article.text) // 2)
    first = view.first
    while view.settle()[0]:
        pass
    line = view.line(0)
    assert line is not None
    assert line.start == first == view.first


@settings(max_examples=60)
@given(
    st.integers(1, 90),
    st.integers(1, 50),
    st.lists(st.tuples(st.sampled_from(MOVES), st.integers(-60, 60)), max_size=30),
)
def test_the_place_is_always_in_the_text_and_in_view(
    measure: int, height: int, moves: list[tuple[str, int]]
) -> None:
    made = prose(*(f"{number} " + "word " * 40 for number in range(12)))
    view = Viewport(made, measure, height)
    for name, count in moves:
        getattr(view, name)(count)
        assert 0 <= view.place < len(made.text)
        assert view.top <= view.row < view.top + max(view.height, 1)
        assert 0 <= view.top <= max(view.page.height - 1, 0)


def test_a_span_is_brought_into_view() -> None:
    view = long_view()
    middle = len(view.article.text) // 2
    view.include(Span(middle, middle + 200))
    assert view.in_view.covers(Span(middle, middle + 200))


def test_a_jump_to_the_end_of_a_long_article_sets_what_is_there_in_lines() -> None:
    view = Viewport(prose(*("word " * 200 for _ in range(2000))), 70, 40)
    view.resize(70, 40)
    for end in (True, False, True):
        view.to_end(end=end)
    view.resize(50, 30)
    view.go(len(view.article.text) // 2)
    exact = sum(chunk.exact for chunk in view.page._chunks)
    assert exact <= 6 < len(view.page._chunks) // 10


@given(
    st.integers(0, 4), st.integers(-200, 200), st.sampled_from([20, 60, 120]), st.integers(3, 60)
)
@settings(max_examples=60)
def test_what_will_be_in_view_is_known_and_moves_nothing(
    fifth: int, rows: int, measure: int, height: int
) -> None:
    article = prose(*(f"{number} " + "word " * 60 for number in range(60)))
    view = Viewport(article, measure, height, article.length * fifth // 5)
    view.reveal(third=True)
    shown, place = [line and line.start for line in view.lines], view.place
    top, lines = view.ahead(rows)
    assert ([line and line.start for line in view.lines], view.place) == (shown, place)
    view.scroll(view.top + rows)
    assert (view.top, view.lines) == (top, lines)
