"""Highlights from elsewhere: Kindle's ``My Clippings.txt`` and Readwise's CSV.

Kindle's file is a list of entries between lines of equal signs: the title with the author in
brackets, a line that says what it is and where and when, an empty line, the words. That line is
in the language of the device; what is needed of it are figures and whether it is a note.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from briefing.model.errors import NotesError
from briefing.model.records import dataclass

_RULE = r"^={8,}[ \t]*$"
_NOTE = r"\b(?:note|notiz|nota|notitie|notat|anteckning|заметка)\b|メモ|笔记|筆記|메모"
_LIMIT = re.compile(r"<.*limit.*>", re.IGNORECASE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_CLOCK = r"(\d{1,2}):(\d\d)(?::(\d\d))?\s*([AP]M)?"
_AMERICAN = rf"([A-Za-z]+) (\d{{1,2}}), (\d{{4}}),? {_CLOCK}"
_BRITISH = rf"(\d{{1,2}}) ([A-Za-z]+) (\d{{4}}),? {_CLOCK}"


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words that a reader marked in another program."""

    title: str
    quote: str
    comment: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    """ISO 8601 with the offset from UTC, to the second; empty when it is not told."""
    where: str = ""
    """Where in the file it stands, for a sentence about it."""


def highlights(path: Path, data: bytes) -> tuple[Highlight, ...]:
    """The highlights in a file of one of the two kinds, told apart by what is in it.

    Raises:
        NotesError: when it is neither.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotesError(str(path), "is not text in UTF-8") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if re.search(_RULE, text, re.MULTILINE):
        return tuple(_kindle(text))
    try:
        found = _readwise(text)
    except csv.Error as error:
        raise NotesError(str(path), f"is not CSV ({error})") from error
    if found is None:
        raise NotesError(
            str(path),
            "is neither Kindle's My Clippings.txt nor a CSV of Readwise",
            "Readwise's has columns called Highlight and Book Title.",
        )
    return found


def _readwise(text: str) -> tuple[Highlight, ...] | None:
    """The rows of a CSV; ``None`` when it has not the columns."""
    reader = csv.DictReader(io.StringIO(text, newline=""))
    names = {(name or "").strip().casefold(): name for name in reader.fieldnames or ()}
    if not {"highlight", "book title"} <= names.keys():
        return None

    def cell(row: dict[str, str | None], name: str) -> str:
        return (row.get(names.get(name, ""), "") or "").strip()

    return tuple(
        Highlight(
            title=cell(row, "book title"),
            quote=cell(row, "highlight"),
            comment=cell(row, "note"),
            tags=tuple(tag.strip() for tag in cell(row, "tags").split(",") if tag.strip()),
            created=_moment(cell(row, "highlighted at")),
            where=f"line {reader.line_num}",
        )
        for row in reader
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of Kindle's file."""

    highlight: Highlight
    note: bool
    first: int
    last: int
    """The places it covers, as the device counts them."""


def _kindle(text: str) -> Iterator[Highlight]:
    entries = list(_entries(text))
    comments: dict[int, list[str]] = {}
    for entry in (entry for entry in entries if entry.note):
        at = _noted(entry, entries)
        if at is None:
            yield replace(entry.highlight, quote="", comment=entry.highlight.quote)
        else:
            comments.setdefault(at, []).append(entry.highlight.quote)
    for number, entry in enumerate(entries):
        if not entry.note:
            yield replace(entry.highlight, comment="\n\n".join(comments.get(number, ())))


def _noted(note: _Entry, entries: list[_Entry]) -> int | None:
    """The highlight that a note was written on: the last one that covers its place."""
    fitting = [
        number
        for number, entry in enumerate(entries)
        if not entry.note
        and entry.highlight.title == note.highlight.title
        and entry.first <= note.first <= entry.last
    ]
    return fitting[-1] if fitting else None


def _entries(text: str) -> Iterator[_Entry]:
    for number, entry in enumerate(re.split(_RULE, text, flags=re.MULTILINE), 1):
        lines = entry.strip("\n\ufeff ").split("\n")
        words = "\n".join(lines[2:]).strip()
        if len(lines) < 3 or not words:
            continue  # a bookmark, which has no words, or the end of the file
        words = "" if _LIMIT.fullmatch(words) else words
        title = re.sub(r"\s*\([^()]*\)\s*$", "", lines[0].strip(" \ufeff")) or lines[0].strip()
        *places, moment = lines[1].split("|")
        first, last = _places(places[-1] if places else moment)
        found = Highlight(title, words, created=_moment(moment), where=f"entry {number}")
        yield _Entry(found, re.search(_NOTE, lines[1], re.IGNORECASE) is not None, first, last)


def _places(words: str) -> tuple[int, int]:
    found = re.search(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?", words)
    if found is None:
        return -1, -2
    first, end = found[1], found[2] or found[1]
    # Old devices shorten the end: 1021-24.
    end = first[: len(first) - len(end)] + end if len(end) < len(first) else end
    return int(first), int(end)


def _moment(words: str) -> str:
    """A day and a time in ISO 8601; empty when it is not understood."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        moment = _written_out(words)  # type: ignore[assignment]
    if moment is None:
        return ""
    try:
        return moment.astimezone().isoformat(timespec="seconds")
    except (OverflowError, OSError):
        return ""


def _written_out(words: str) -> datetime | None:
    if found := re.search(_AMERICAN, words):
        month, day, year, *clock = found.groups()
    elif found := re.search(_BRITISH, words):
        day, month, year, *clock = found.groups()
    else:
        return None
    hour = int(clock[0])
    if clock[3]:
        hour = hour % 12 + 12 * (clock[3].upper() == "PM")
    try:
        number = _MONTHS.index(month.casefold()) + 1
        return datetime(int(year), number, int(day), hour, int(clock[1]), int(clock[2] or 0))
    except ValueError:
        return None
