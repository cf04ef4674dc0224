from __future__ import annotations

import pytest

from briefing.model.article import Span
from briefing.ui.selecting import Selector, next_word, word_at
from tests.ui.articles import prose

ARTICLE = prose("The “port” reopened. Ships came in.", "Cranes moved.")
TEXT = ARTICLE.text
SENTENCES = (Span(0, 20), Span(21, 35), Span(37, 50))


def words(span: Span | None) -> str:
    return span.of(TEXT) if span else ""


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, "The"), (2, "The"), (3, "port"), (6, "port"), (12, "reopened")]
)
def test_a_word_leaves_its_quotes_and_stops(offset: int, expected: str) -> None:
    assert words(word_at(TEXT, offset)) == expected


def test_selecting_grows_by_the_units_of_reading() -> None:
    selector = Selector(ARTICLE, SENTENCES)
    selection = None
    grown = []
    for _ in range(5):
        selection = selector.grown(selection, 22)
        grown.append(words(selection))
    assert grown == [
        "Ships",
        "Ships came in.",
        "The “port” reopened. Ships came in.",
        TEXT[:50],
        TEXT[:50],
    ]


def test_the_end_moves_by_words_and_sentences() -> None:
    selector = Selector(ARTICLE, SENTENCES)
    start = Span(21, 26)
    assert words(selector.by_words(start, 1)) == "Ships came"
    assert words(selector.by_words(selector.by_words(start, 1), -1)) == "Ships"
    assert words(selector.by_words(start, -1)) == "Ships"
    assert words(selector.by_sentences(start, 1)) == "Ships came in."
    assert words(selector.by_sentences(Span(0, 35), -1)) == "The “port” reopened."


def test_words_are_walked_forth_and_back() -> None:
    there = next_word(TEXT, 0, 3)
    assert TEXT[there:].startswith("Ships")
    assert next_word(TEXT, there, -3) == 0
    assert next_word(TEXT, 0, -1) == 0
    assert next_word(TEXT, 44, 1) == 44
