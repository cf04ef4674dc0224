"""Which engine finds the names here, by name and version; nothing of it is loaded for that.

``auto`` is the model, or the rules where the model cannot run; ``spacy`` is used only when asked
for, and only where the reader has installed it with an English pipeline.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from briefing.model.errors import SettingsError

NAMES = ("auto", "model", "spacy", "rules")
"""What a reader may ask for."""

RULES = "rules-1"
"""Name and version of the rules."""

_PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")


@cache
def engine_name(wanted: str = "auto") -> str:
    """Name and version of the engine that would read; another one may find other names.

    Raises:
        SettingsError: when it is unknown, or asks for what is not installed.
    """
    kind = chosen(wanted)
    if kind == "model":
        return shipped_name()
    if kind == "rules":
        return RULES
    from importlib.metadata import version

    name = pipeline()
    return f"spacy-{version('spacy')}-{name}-{version(name)}"


def chosen(wanted: str) -> str:
    """The kind of engine that is meant.

    Raises:
        SettingsError: when there is none of this name.
    """
    if wanted in {"", "auto"}:
        return "model" if find_spec("onnxruntime") and find_spec("numpy") else "rules"
    if wanted not in NAMES:
        raise SettingsError("engine", f"is {wanted}", f"Choose one of {', '.join(NAMES)}.")
    return wanted


def pipeline() -> str:
    """The best English pipeline of spaCy that is installed.

    Raises:
        SettingsError: when there is none.
    """
    name = next((name for name in _PIPELINES if find_spec(name)), None)
    if not find_spec("spacy") or not name:
        remedy = "Install spaCy and an English pipeline, or choose auto."
        raise SettingsError("engine", "is spacy, which is not installed here", remedy)
    return name


def shipped_name() -> str:
    """Name and version of the model in the package."""
    import json

    file = Path(__file__).with_name("weights") / "entities" / "model.json"
    name: str = json.loads(file.read_text("utf-8"))["name"]
    return name
