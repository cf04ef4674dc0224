"""Articles and briefings as JSON: every span with its place and its words."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from briefing.cli.streams import encodes
from briefing.cli.wording import word_count
from briefing.model.annotations import Briefing
from briefing.model.article import Article, Span
from briefing.model.extent import minutes

# Valid in JSON as they are, but not to be shown to a terminal: written as escapes instead.
_RAW = re.compile(
    "[\x7f-\x9f\u2028-\u202e\u2066-\u206f\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)

_SAID = ("language", "text", "mentions")
"""Fields that are said elsewhere in the object; the mentions are the entities' own."""


def line(value: object) -> str:
    """A value as JSON on one line, in the characters that standard output has."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if not encodes(sys.stdout, text):
        return json.dumps(value, separators=(",", ":"))
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def data(article: Article, briefing: Briefing) -> dict[str, Any]:
    """An article and its briefing in one object.

    A span becomes ``start``, ``end`` (half-open, in characters of the article's ``text``) and
    its own ``text``; what has a span of its own carries these three itself.
    """
    known = {**_object(article, article.text), **_object(briefing, article.text)}
    words = word_count(article)
    return {
        "title": article.title,
        "source": article.source,
        "authors": list(article.authors),
        "published": article.published,
        "language": briefing.language or article.language,
        "words": words,
        "minutes": minutes(words),
        **{name: value for name, value in known.items() if name not in _SAID},
        "text": article.text,
    }


def _object(value: Any, text: str) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.name == "span" and isinstance(inner, Span):
            made.update(_span(inner, text))
        else:
            made[field.name] = _plain(inner, text)
    return made


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _plain(value: Any, text: str) -> Any:
    if isinstance(value, Span):
        return _span(value, text)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(inner, text) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner, text) for inner in value]
    if is_dataclass(value):
        return _object(value, text)
    return value
