"""Where a long text turns to something else, and how an article shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Origin
from briefing.reading.parts import MOST_UNITS, parts
from briefing.reading.sections import sections
from briefing.reading.structure import structured
from briefing.sources.text import parse

SHIPS = (
    "The harbour master counted forty ships at anchor, their captains waiting for the tide.",
    "Sailors mended sails on the decks of the ships while the harbour slept under the rain.",
    "When the tide turned, the captains weighed anchor and the ships left the harbour in a line.",
    "Two ships came back with broken masts, and the sailors told the harbour master of the storm.",
    "The captains swore that no storm had broken so many masts since the harbour was built.",
)
BREAD = (
    "In the bakery the ovens were lit at three, and flour lay on every table and every sleeve.",
    "The baker kneaded the dough by hand, since the machine had ruined the bread on Sunday.",
    "Loaves of rye bread cooled on the tables, and the smell of the ovens filled the bakery.",
    "His apprentice weighed flour and yeast for the dough of the morning rolls and the loaves.",
    "By seven the loaves were sold, the ovens were cold, and the baker swept flour from the floor.",
)


def test_a_turn_from_ships_to_bread_is_found() -> None:
    assert parts([*SHIPS, *BREAD]) == [5]


def test_one_subject_is_one_part() -> None:
    assert parts(SHIPS) == []


def test_little_and_much_are_not_divided() -> None:
    assert parts([]) == parts(["One."]) == []
    assert parts(["Ship."] * (MOST_UNITS + 1)) == []


@given(st.lists(st.text(max_size=40), max_size=30))
def test_parts_start_within_the_text_in_order(units: list[str]) -> None:
    starts = parts(units)
    assert starts == sorted(set(starts))
    assert all(0 < start < len(units) for start in starts)


def paragraphs(units: tuple[str, ...], count: int) -> list[str]:
    """Paragraphs of three sentences."""
    turned = [[units[(k + j) % len(units)] for j in range(3)] for k in range(count)]
    return [" ".join(sentences) for sentences in turned]


def test_a_long_article_without_headings_is_shown_in_parts() -> None:
    text = "\n\n".join(["A town by the sea", *paragraphs(SHIPS, 13), *paragraphs(BREAD, 13)])
    found = sections(structured(parse(text, Origin("-"))))
    assert [section.part for section in found] == [False, True]
    assert found[1].span.of(text).startswith("In the bakery")
    assert found[1].heading is None


def test_a_short_article_is_shown_in_one_piece() -> None:
    text = "\n\n".join(["A town by the sea", *SHIPS, *BREAD])
    assert len(sections(structured(parse(text, Origin("-"))))) == 1
