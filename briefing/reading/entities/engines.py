"""The engines that find names, by the name a reader asks for in the settings.

:mod:`briefing.reading.engine_name` tells which one reads here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.engine_name import chosen, engine_name, pipeline
from briefing.reading.entities.mention import Found

_SPACY_LABELS = {
    "PERSON": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "FAC",
    "NORP": "NORP",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "PRODUCT": "PRODUCT",
}


Read = Callable[[str, Sequence[Span]], list[Found]]
"""From a text and its lines to the names in them, in text order."""


@dataclass(frozen=True, slots=True)
class Engine:
    """Something that finds names: its name and version, and what it reads with."""

    name: str
    read: Read


@cache
def engine(wanted: str = "auto") -> Engine:
    """The engine of a name, loaded; later calls give the same one.

    Args:
        wanted: one of :data:`briefing.reading.engine_name.NAMES`; empty is ``auto``.

    Raises:
        SettingsError: when it is unknown, or asks for what is not installed.
    """
    name, kind = engine_name(wanted), chosen(wanted)
    if kind == "model":
        from briefing.reading.entities.model import load

        return Engine(name, load().read)
    if kind == "rules":
        from briefing.reading.entities import rules

        return Engine(name, rules.read)
    return Engine(name, _spacy(pipeline()))


def _spacy(name: str) -> Read:
    loaded = import_module("spacy").load(name, disable=["lemmatizer", "parser"])

    def read(text: str, lines: Sequence[Span]) -> list[Found]:
        found = []
        for line in lines:
            for one in loaded(line.of(text)).ents:
                if label := _SPACY_LABELS.get(one.label_):
                    start = line.start + one.start_char
                    found.append(Found(start, line.start + one.end_char, label, 0.7))
        return found

    return read
