from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from briefing.model.article import Span
from briefing.model.columns import Spans
from briefing.ui.listing import Part, Rows, Window
from briefing.ui.rows import Row, set_row

MANY = 50_000


class Counted:
    """Rows of many spans, and how many were made."""

    def __init__(self, count: int = MANY) -> None:
        self.made = 0
        spans = Spans.of(Span(n, n + 1) for n in range(count))
        self.rows = Rows([Part((Row("Heading"),), None), Part(spans, self._row)])

    def _row(self, index: int, span: Span) -> Row:
        self.made += 1
        return Row(f"row {index}", value=span)


def test_only_rows_in_view_are_made() -> None:
    counted = Counted()
    window = Window(counted.rows, 30, 20)
    assert counted.made == 0
    assert window.overflows
    window.reveal(counted.rows.choice(MANY - 1))
    assert [line.row for line in window.seen][-1] == MANY
    window.scroll(-MANY // 100)
    assert counted.rows.find(Span(777, 778)) == 778
    assert counted.made <= MANY // 100 + 3 * 20


def test_choices_pass_over_headings() -> None:
    rows = Rows([Part([Row("A"), Row("a", value=1), Row("B"), Row("b", value=2)], None)])
    assert [rows.choice(n) for n in (-5, 0, 1, 9)] == [1, 1, 3, 3]
    assert [rows.choices_to(n) for n in range(-1, 4)] == [0, 0, 1, 1, 2]
    assert rows.choices == 2
    assert rows.find(2) == 3
    assert rows.find(None) == -1
    assert Rows(()).choice(0) == -1
    assert Rows.of([Row("A")]) == Rows.of([Row("A")]) != Rows.of([Row("B")])


ROWS = st.lists(
    st.builds(
        Row,
        text=st.text("ab ", max_size=40),
        value=st.none() | st.integers(0, 3),
        most=st.integers(1, 4),
    ),
    max_size=30,
)
MOVES = st.lists(st.tuples(st.booleans(), st.integers(-40, 40)), max_size=12)


@example([Row("A"), Row("B")], 4, 1, [(False, 1)])
@example([Row("A"), Row("B"), Row("b", value=1)], 4, 2, [(False, 2)])
@given(ROWS, st.integers(4, 20), st.integers(1, 12), MOVES)
def test_a_window_shows_what_all_lines_together_show(
    made: list[Row], width: int, room: int, moves: list[tuple[bool, int]]
) -> None:
    rows = Rows.of(made)
    every = [line for at, row in enumerate(made) for line in set_row(at, row, width)]
    window = Window(rows, width, room)
    for scrolls, count in moves:
        if scrolls:
            window.scroll(count)
        else:
            window.reveal(count)
        seen = window.seen
        assert len(seen) == min(room, len(every))
        begin = every.index(seen[0]) if seen else 0
        assert seen == every[begin : begin + room]
        if not scrolls and 0 <= count < len(rows):
            lines = [line for line in every if line.row == count]
            assert set(lines[:room]) <= set(seen) or len(lines) > room
    assert window.overflows == (len(every) > room)
