"""The few facts that a Markdown file's front matter gives about an article.

The block is YAML, but only plain ``name: value`` lines, short lists and quoted strings are
understood: enough for a title, an author, a date. A whole YAML reader would be a large
dependency and, with its aliases, a way to fill the memory.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*))?$")
_LIST_ITEM = re.compile(r"\s*-\s+(.*)$")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline", "by")
_DATE = ("date", "published", "published_at", "pubdate", "datepublished", "created")
_SOURCE = ("source", "publication", "publisher", "site", "site_name")
_LANGUAGE = ("lang", "language")


class FrontMatter(NamedTuple):
    """What front matter says; empty where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    """ISO 8601, the day."""
    source: str = ""
    language: str = ""


def read(block: str) -> FrontMatter:
    """Reads the lines between the two ``---``. Never fails: what it cannot read it leaves."""
    fields = _fields(block)

    def first(names: tuple[str, ...]) -> list[str]:
        return next((fields[name] for name in names if fields.get(name)), [])

    date = _DAY.match("".join(first(_DATE)[:1]))
    language = "".join(first(_LANGUAGE)[:1]).lower()[:2]
    return FrontMatter(
        title="".join(first(_TITLE)[:1]),
        authors=tuple(first(_AUTHOR)),
        published=date.group() if date else "",
        source="".join(first(_SOURCE)[:1]),
        language=language if len(language) == 2 and language.isalpha() else "",
    )


def _fields(block: str) -> dict[str, list[str]]:
    """The values of each field, by its name in small letters."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in block.splitlines():
        item = _LIST_ITEM.match(line)
        field = None if item else _FIELD.match(line)
        if field:
            values = fields.setdefault(field.group(1).lower().replace(" ", "_"), [])
            values.extend(_values(field.group(2) or ""))
        elif item:
            values.extend(_values(item.group(1)))
    return fields


def _values(written: str) -> list[str]:
    """The values of a scalar or of a list in brackets."""
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [value for part in written[1:-1].split(",") if (value := _scalar(part))]
    value = _scalar(written)
    return [value] if value else []


def _scalar(written: str) -> str:
    written = written.strip()
    for mark in "\"'":
        if len(written) > 1 and written.startswith(mark) and written.endswith(mark):
            inner = written[1:-1]
            return inner.replace("''", "'") if mark == "'" else _unescaped(inner)
    if written[:1] in "&*|>{[" or written in ("null", "~"):
        return ""
    return written.split(" #")[0].strip()


def _unescaped(inner: str) -> str:
    return inner.replace('\\"', '"').replace("\\\\", "\\")
