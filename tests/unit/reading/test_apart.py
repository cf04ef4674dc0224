from __future__ import annotations

from briefing.model.annotations import Briefing, Entity, EntityKind
from briefing.model.article import Span
from briefing.reading.apart import taken_apart

TEXT = "Jack Ma met Ma Ying. Ma smiled."
MA = Entity(Span(0, 7), EntityKind.PERSON, (Span(0, 7), Span(21, 23)), role=None, salience=2.0)
YING = Entity(Span(12, 19), EntityKind.PERSON, (Span(12, 19),))
READ = Briefing("digest", "engine", entities=(MA, YING))


def test_each_way_of_writing_becomes_an_entity() -> None:
    found = taken_apart(TEXT, READ, {0}).entities
    assert [one.name.of(TEXT) for one in found] == ["Jack Ma", "Ma", "Ma Ying"]
    assert [len(one.mentions) for one in found] == [1, 1, 1]
    assert found[0].why[0] == "taken apart by you"
    assert found[2] is YING


def test_nothing_asked_is_nothing_changed() -> None:
    assert taken_apart(TEXT, READ, ()) is READ
    assert taken_apart(TEXT, READ, {5}) == READ
