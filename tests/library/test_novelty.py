"""What is new to a reader: words not read, and figures above all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.library.novelty import novelty

READ = (
    "A ferry with 312 passengers ran aground near Bergen on Tuesday.\n"
    "The captain was questioned by the coast guard. Rescuers took everybody ashore."
)


def test_what_was_read_is_not_new() -> None:
    assert novelty(READ, "A ferry with 312 passengers ran aground near Bergen on Tuesday.") == 0


def test_what_was_not_read_is_new() -> None:
    assert novelty(READ, "Parliament rejected the budget.") == 1


def test_the_same_words_of_one_sentence_are_less_new_than_scattered_ones() -> None:
    one = novelty(READ, "The ferry ran aground near Bergen.")
    scattered = novelty(READ, "The ferry captain took passengers ashore.")
    assert one < scattered < 0.5


def test_a_new_figure_is_news() -> None:
    assert novelty(READ, "The ferry had 298 passengers.") > novelty(
        READ, "The ferry had Norwegian passengers."
    )


def test_nothing_is_not_new() -> None:
    assert novelty(READ, "") == 0
    assert novelty("", "Parliament rejected the budget.") == 1


@given(st.text(), st.text())
def test_between_nothing_and_everything(read: str, sentence: str) -> None:
    assert 0 <= novelty(read, sentence) <= 1
