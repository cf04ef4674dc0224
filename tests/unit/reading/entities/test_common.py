"""Common words that begin a title, a sentence or a lead in capitals are no names."""

from __future__ import annotations

import pytest

from briefing.model.article import Span
from briefing.reading.entities.common import without_common
from briefing.reading.taken import Taken
from tests.unit.reading.entities.helpers import mentions


def names(marked: str) -> list[str]:
    text, found = mentions(marked)
    title = Taken([Span(0, text.find("\n"))] if "\n" in text else [])
    return [mention.of(text) for mention in without_common(text, found, title)]


@pytest.mark.parametrize(
    "marked",
    [
        "{LOC:0.8 Pier} to close\nThe ferry pier will close.",
        "Storm hits {LOC:0.8 Pier}\nThe ferry pier will close.",
        "{ORG:0.8 POLICE} have arrested a man. The police were called at three.",
        "A {MISC:0.7 FATHER}-of-four has died. The father was 43.",
        "{PER:0.7 Chief Executive} Quits\nThe chief executive led the firm.",
    ],
)
def test_a_word_that_is_written_small_too_is_no_name(marked: str) -> None:
    assert names(marked) == []


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ("{LOC:0.8 Reading} closes pool\nThe pool in {LOC:0.8 Reading} is old; reading is fun.", 2),
        ("{ORG:0.95 Shell} pays more\nThe shell of the house stood.", 1),
        ("He made films. {MISC:0.7 Airport} came first. It shows an airport.", 1),
        ("{ORG:0.8 Varga} pays more\nThe firm has paid before.", 1),
        ("{PER:0.8 Rose} wins\n{PER:0.9 Justin Rose} wore a rose.", 2),
        ("{ORG:0.8 WHO} warns\nThose who are ill should stay at home.", 1),
        ("He uses {ORG:0.8 Twitter} daily\nSee pic.twitter.com/abc for more.", 1),
    ],
)
def test_other_names_stay(marked: str, kept: int) -> None:
    assert len(names(marked)) == kept
