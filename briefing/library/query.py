"""What a reader looks for: a line of words and filters, read into what the library is asked.

A line is never wrong. What looks like a filter and is none (``after:lunch``) is searched as the
words it is made of, an open quotation mark ends with the line, and a line of signs finds nothing.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from briefing.model.records import dataclass

PREFIX = 3
"""Letters from which on the word being typed finds every word that begins so."""
_MOST_WORDS = 64
"""Words of a line that are looked for; nobody types more, but a page may be pasted."""

_PART = re.compile(
    r"""(?P<minus>-)?(?:(?P<field>source|entity|after|before|is):)?"""
    r"""(?:"(?P<quoted>[^"]*)(?:"|\Z)(?P<star>\*)?|(?P<bare>[^\s"]+))""",
    re.IGNORECASE,
)
_UNSEARCHED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls, and halves of characters: no article has them, and the index cannot be asked."""
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_STATES = {"unread": ("read", False), "read": ("read", True), "starred": ("starred", True)}


@dataclass(frozen=True, slots=True)
class Filter:
    """Something asked of an article besides its words."""

    field: str
    """``source``, ``entity``, ``after``, ``before``, ``read`` or ``starred``."""
    value: str = ""
    """Words of a name, or a day in ISO 8601."""
    wanted: bool = True
    """Whether it must be so, or must not."""


@dataclass(frozen=True, slots=True)
class Query:
    """A line as it was understood."""

    match: str = ""
    """What is wanted, in the language of FTS5; empty when no words are."""
    without: str = ""
    """What is not wanted, in the same language."""
    filters: tuple[Filter, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked at all."""
        return bool(self.match or self.without or self.filters)


def query(line: str, *, typing: bool = False) -> Query:
    """Reads a line.

    Words must all be there, in any order; ``"words in quotes"`` one after the other; ``word*``
    as a beginning; ``-word`` not at all; ``this OR that`` one of them. ``source:``, ``entity:``,
    ``after:`` and ``before:`` (a year, a month or a day), ``unread`` and ``starred`` filter, and
    with a minus before them the other way round.

    Args:
        line: as typed.
        typing: whether the last word may not be finished: from three letters on it finds every
            word that begins so.
    """
    groups: list[list[str]] = []
    without: list[str] = []
    filters: list[Filter] = []
    either = False
    line = _UNSEARCHED.sub(" ", unicodedata.normalize("NFC", line))
    parts = list(_PART.finditer(line))[:_MOST_WORDS]
    for number, part in enumerate(parts):
        if part["bare"] == "OR" and not part["minus"] and not part["field"]:
            either = bool(groups)
            continue
        found = _filter(part)
        if found is not None:
            filters.append(found)
            either = False
            continue
        last = typing and number == len(parts) - 1 and part.end() == len(line)
        phrase = _phrase(part, unfinished=last)
        if not phrase:
            continue  # nothing but signs
        if part["minus"]:
            without.append(phrase)
        elif either:
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
        either = False
    wanted = [f"({' OR '.join(group)})" if len(group) > 1 else group[0] for group in groups]
    return Query(" AND ".join(wanted), " OR ".join(without), tuple(filters))


def _phrase(part: re.Match[str], *, unfinished: bool) -> str:
    """The phrase of FTS5 that a part of the line stands for; empty for one without a letter."""
    quoted = part["quoted"] is not None
    words = part["quoted"] if quoted else part["bare"]
    if part["field"]:  # what looked like a filter: its words, the field's name among them
        words = f"{part['field']} {words}"
    begins = words.endswith("*") or bool(part["star"])
    words = words.rstrip("*").replace('"', " ")
    letters = re.sub(r"[\W_]", "", words)
    if not letters:
        return ""
    ends_in_letter = words[-1:].isalnum()
    if unfinished and not quoted and ends_in_letter and len(letters) >= PREFIX:
        begins = True
    return f'"{words}"' + " *" * (begins and ends_in_letter)


def _filter(part: re.Match[str]) -> Filter | None:
    """The filter that a part of the line is, if it is one."""
    field = (part["field"] or "").lower()
    value = (part["quoted"] if part["quoted"] is not None else part["bare"]).strip()
    wanted = not part["minus"]
    if field in ("after", "before"):
        day = first_day(value)
        return Filter(field, day, wanted) if day else None
    if field in ("source", "entity"):
        return Filter(field, value, wanted) if re.search(r"[^\W_]", value) else None
    state = value.lower()
    if state in _STATES and (field == "is" or (not field and part["quoted"] is None)):
        if state == "read" and field != "is":
            return None  # a word of its own; `unread` and `-unread` are the filters
        name, on = _STATES[state]
        return Filter(name, "", wanted == on)
    return None


def first_day(written: str, today: date | None = None) -> str:
    """The first day of a year, a month or a day, ISO 8601; empty when it is none.

    Args:
        written: ``2024``, ``2024-05``, ``2024-05-17``, ``today`` or ``yesterday``.
        today: the present day; a test gives another.
    """
    if written.lower() in ("today", "yesterday"):
        now = today or date.today()
        return (now - timedelta(days=written.lower() == "yesterday")).isoformat()
    found = _DAY.fullmatch(written)
    if found is None:
        return ""
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)).isoformat()
    except ValueError:
        return ""
