"""Works are told from the places and firms they are called like by what stands beside them."""

from __future__ import annotations

import pytest

from briefing.model.annotations import EntityKind
from briefing.reading.entities.works import works
from tests.unit.reading.entities.helpers import mentions


def kinds(marked: str) -> list[EntityKind]:
    text, found = mentions(marked)
    return [mention.kind for mention in works(text, found)]


@pytest.mark.parametrize(
    "marked",
    [
        "Her novel {LOC Small Island} won. {LOC Small Island} told of four people.",
        "Ann Dally, the author of {LOC Small Island}, has died.",
        "A new production of {ORG Brighton Rock} opens on Friday.",
        "{LOC Cold Mountain Road}, the new film by Bo Lin, is out.",
        "Her third album, {ORG North Shore}, went to number one.",
        "The song “{LOC Port Ellery}” was a hit.",
        "The series “{LOC Hale Nights}” returns.",
        "{LOC Tin Street}, starring Bo Lin, is out.",
    ],
)
def test_a_work(marked: str) -> None:
    assert set(kinds(marked)) == {EntityKind.WORK}


@pytest.mark.parametrize(
    "marked",
    [
        "The film {ORG Varga} made was shown.",
        "Her novel {LOC Norrvik} was written in {LOC Norrvik}.",
        "In the series {LOC Hale} won twice.",
        "After the film, {ORG Varga} said it would go on.",
        "{LOC Norrvik}, the show in Hale was told, is small.",
        "A song of {LOC France}, the film {LOC France} has loved.",
        "The {ORG Hale Press}, the main book publishing arm, has shut.",
        "They won, with {ORG Hale}, a game back.",
        "The performance of {ORG Varga} was poor.",
        "{LOC Norrvik} is a town.",
    ],
)
def test_no_work(marked: str) -> None:
    assert EntityKind.WORK not in kinds(marked)
