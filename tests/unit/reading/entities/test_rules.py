from __future__ import annotations

import pytest

from briefing.model.article import Span
from briefing.reading.entities import rules


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ann Lee spoke.", [("PER", "Ann Lee")]),
        ("He met Ann Lee in France.", [("PER", "Ann Lee"), ("LOC", "France")]),
        ("The Bank of Oakham fell.", [("ORG", "Bank of Oakham")]),
        ("Shares of Acme Corp fell.", [("ORG", "Acme Corp")]),
        ("The Ruritanian army left.", [("NORP", "Ruritanian")]),
        ("Yesterday it rained.", []),
        ("Rain fell.", []),
        ("the BBC said", [("ORG", "BBC")]),
        ("in the U.S. on Monday", [("LOC", "U.S.")]),
        ("", []),
    ],
)
def test_rules(text: str, expected: list[tuple[str, str]]) -> None:
    found = rules.read(text, [Span(0, len(text))])
    assert [(one.label, text[one.start : one.end].rstrip(".")) for one in found] == [
        (label, name.rstrip(".")) for label, name in expected
    ]
