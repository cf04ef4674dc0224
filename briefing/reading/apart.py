"""Names that were taken for one, taken apart again when the reader says so."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from briefing.model.annotations import Briefing, Entity
from briefing.model.article import Span
from briefing.model.columns import Marks


def forms(text: str, entity: Entity) -> dict[str, list[Span]]:
    """The ways an entity is written, each with its mentions, in the order of the text."""
    found: dict[str, list[Span]] = {}
    for mention in entity.mentions:
        found.setdefault(" ".join(mention.of(text).split()), []).append(mention)
    return found


def taken_apart(text: str, briefing: Briefing, names: Collection[int]) -> Briefing:
    """A briefing with some entities taken apart: one for each way they are written.

    Args:
        text: the article's text.
        briefing: as it was read.
        names: where the names of the entities to take apart begin; others are let alone.
    """
    if not any(entity.name.start in names for entity in briefing.entities):
        return briefing
    found: list[Entity] = []
    for entity in briefing.entities:
        if entity.name.start in names:
            found += _parts(text, entity)
        else:
            found.append(entity)
    mentions = Marks.among(entity.mentions for entity in found)
    return replace(briefing, entities=tuple(found), mentions=mentions)


def _parts(text: str, entity: Entity) -> list[Entity]:
    total = max(len(entity.mentions), 1)
    return [
        Entity(
            name=entity.name if entity.name in mentions else mentions[0],
            kind=entity.kind,
            mentions=tuple(mentions),
            role=entity.role if entity.name in mentions else None,
            salience=entity.salience * len(mentions) / total,
            why=("taken apart by you", f"named {len(mentions)} times"),
        )
        for mentions in forms(text, entity).values()
    ]
