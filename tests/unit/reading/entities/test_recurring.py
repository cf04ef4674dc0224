from __future__ import annotations

import pytest

from briefing.model.article import Span
from briefing.reading.entities.recurring import found_again
from tests.unit.reading.entities.helpers import mentions


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{PER Ann Lee} came. Ann Lee left.", ["Ann Lee"]),
        ("{PER Ann Lee} came. Lee left.", ["Lee"]),
        ("{PER Ann Lee} came. Leeds left. Annabel Lee’s", ["Lee"]),
        ("{ORG Veltro} came. Veltro left.", []),
        ("{ORG Veltro} came. {ORG Veltro} rose. Veltro left.", ["Veltro"]),
        ("{ORG:0.6 Acme Steel} came. Acme Steel left.", []),
        (
            "{ORG Acme Steel} and {ORG Acme Steel Works} came. Acme Steel Works",
            ["Acme Steel Works"],
        ),
        ("{PER Ann Lee} came. {ORG Lee Steel} left.", []),
        ("{ORG us now} came. us now", []),
    ],
)
def test_found_again(marked: str, expected: list[str]) -> None:
    text, given = mentions(marked)
    again = found_again(text, given, [Span(0, len(text))])
    assert [mention.of(text) for mention in again] == expected


def test_only_where_it_is_looked_for() -> None:
    text, given = mentions("{PER Ann Lee}\nAnn\nLee\nAnn Lee")
    assert found_again(text, given, [Span(0, 7), Span(8, 11), Span(12, 15)]) != []
    lines = [Span(0, 7), Span(8, 11)]
    assert found_again(text, given, lines) == []
