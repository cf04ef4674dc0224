"""The engines that find names, by the name a reader asks for in the settings.

``auto`` is the model, or the rules where the model cannot run; ``spacy`` is used only when asked
for, and only where the reader has installed it with an English pipeline.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec

from briefing.model.article import Span
from briefing.model.errors import SettingsError
from briefing.reading.entities.mention import Found

NAMES = ("auto", "model", "spacy", "rules")

_PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
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
        wanted: one of :data:`NAMES`; empty is ``auto``.

    Raises:
        SettingsError: when it is unknown, or asks for what is not installed.
    """
    name, kind = engine_name(wanted), _chosen(wanted)
    if kind == "model":
        from briefing.reading.entities.model import load

        return Engine(name, load().read)
    if kind == "rules":
        from briefing.reading.entities import rules

        return Engine(name, rules.read)
    return Engine(name, _spacy(_pipeline()))


def engine_name(wanted: str = "auto") -> str:
    """Name and version of the engine that would read; another one may find other names.

    Quick: nothing is loaded.

    Raises:
        SettingsError: as :func:`engine` does.
    """
    kind = _chosen(wanted)
    if kind == "model":
        from briefing.reading.entities.model import shipped_name

        return shipped_name()
    if kind == "rules":
        from briefing.reading.entities import rules

        return rules.NAME
    pipeline = _pipeline()
    return f"spacy-{version('spacy')}-{pipeline}-{version(pipeline)}"


def _chosen(wanted: str) -> str:
    if wanted in {"", "auto"}:
        return "model" if find_spec("onnxruntime") and find_spec("numpy") else "rules"
    if wanted not in NAMES:
        raise SettingsError("engine", f"is {wanted}", f"Choose one of {', '.join(NAMES)}.")
    return wanted


def _pipeline() -> str:
    """The best English pipeline of spaCy that is installed."""
    name = next((name for name in _PIPELINES if find_spec(name)), None)
    if not find_spec("spacy") or not name:
        remedy = "Install spaCy and an English pipeline, or choose auto."
        raise SettingsError("engine", "is spacy, which is not installed here", remedy)
    return name


def _spacy(name: str) -> Read:
    pipeline = import_module("spacy").load(name, disable=["lemmatizer", "parser"])

    def read(text: str, lines: Sequence[Span]) -> list[Found]:
        found = []
        for line in lines:
            for one in pipeline(line.of(text)).ents:
                if label := _SPACY_LABELS.get(one.label_):
                    start = line.start + one.start_char
                    found.append(Found(start, line.start + one.end_char, label, 0.7))
        return found

    return read
