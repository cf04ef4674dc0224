"""All notes in one list: narrowed, grouped and set as rows; no terminal needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from briefing.model.article import Article
from briefing.model.notes import Note, Standing
from briefing.model.records import dataclass
from briefing.ui.edition import squeeze
from briefing.ui.rows import Row

if TYPE_CHECKING:
    from briefing.desk import Clipping

STANDINGS = {
    Standing.SAME: "",
    Standing.MOVED: "moved",
    Standing.CHANGED: "words changed",
    Standing.GONE: "not in this version",
}
"""What a reader is told of how a note stands."""

BEGUN = "Begun and not kept"
NO_TAG = "Without a tag"
NO_NAME = "Without a name in it"
UNTITLED = "Without a title"


class Grouping(StrEnum):
    """What notes are put together by."""

    DAY = "by day"
    ARTICLE = "by article"
    TAG = "by tag"
    NAME = "by name"

    @property
    def following(self) -> Grouping:
        """The next one; after the last, the first."""
        members = list(Grouping)
        return members[(members.index(self) + 1) % len(members)]


@dataclass(slots=True)
class AllNotesState:
    """What the view of all notes keeps from one visit to the next."""

    grouping: Grouping | None = None
    """``None`` until it is known what the reader chose last."""
    words: str = ""
    note: str = ""
    """The id of the note under the cursor."""


Names = Mapping[str, tuple[str, ...]]
"""The names within each note's words, by its id."""


def arranged(
    clippings: Sequence[Clipping],
    grouping: Grouping,
    words: str,
    names: Names,
    today: date,
    begun: Sequence[Clipping] = (),
) -> tuple[Row, ...]:
    """The rows of the view.

    Args:
        clippings: all notes, the newest first.
        grouping: what they are put together by.
        words: what the reader has typed to narrow them: all of them must be in a note, or in
            the title or source of its article.
        names: needed for grouping by name.
        today: the present day.
        begun: comments that were being typed when the program ended; they come first.

    Returns:
        Headings, and below each its notes, whose values are the clippings. A note with two tags
        or names stands below both.
    """
    wanted = words.casefold().split()
    found = [clipping for clipping in clippings if _matches(clipping, wanted)]
    rows: list[Row] = []
    drafts = [clipping for clipping in begun if _matches(clipping, wanted)]
    first = [(BEGUN, drafts)] if drafts else []
    for heading, group in (*first, *_groups(found, grouping, names, today)):
        rows += [Row("")] * bool(rows)
        rows.append(Row(heading, look="pane-focus", right=str(len(group))))
        rows += [_row(clipping, titled=grouping is not Grouping.ARTICLE) for clipping in group]
    return tuple(rows)


def _matches(clipping: Clipping, wanted: Sequence[str]) -> bool:
    note, article = clipping.note, clipping.article
    text = f"{note.anchor.quote} {note.comment} {article.title} {article.source}".casefold()
    return all(word in text for word in wanted)


def _groups(
    clippings: Sequence[Clipping], grouping: Grouping, names: Names, today: date
) -> Iterator[tuple[str, list[Clipping]]]:
    if grouping is Grouping.DAY:
        # The reader, who has no days, starts without it.
        from briefing.ui.front_wording import day_name

        yield from _by([[day_name(one.note.created, today)] for one in clippings], clippings)
    elif grouping is Grouping.ARTICLE:
        titles = [[squeeze(one.article.title) or UNTITLED] for one in clippings]
        for title, group in _by(titles, clippings):
            yield title, sorted(group, key=_place)
    else:
        keys = (
            [one.note.tags or (NO_TAG,) for one in clippings]
            if grouping is Grouping.TAG
            else [names.get(one.note.id) or (NO_NAME,) for one in clippings]
        )
        sign = "#" if grouping is Grouping.TAG else ""
        groups = list(_by(keys, clippings))
        groups.sort(key=lambda item: (item[0] in (NO_TAG, NO_NAME), -len(item[1]), item[0]))
        for key, group in groups:
            yield (key if key in (NO_TAG, NO_NAME) else sign + key), group


def _by(
    keys: Iterable[Sequence[str]], clippings: Sequence[Clipping]
) -> Iterator[tuple[str, list[Clipping]]]:
    """Clippings by their keys, taking capitals for small letters; in the order they come."""
    groups: dict[str, tuple[str, list[Clipping]]] = {}
    for several, clipping in zip(keys, clippings, strict=True):
        for key in several:
            groups.setdefault(key.casefold(), (key, []))[1].append(clipping)
    yield from groups.values()


def _place(clipping: Clipping) -> tuple[str, bool, int]:
    note = clipping.note
    start = (note.span or note.anchor.position).start
    return clipping.article.digest, note.span is None, start


def note_row(note: Note, article: Article | None = None) -> Row:
    """A note: the first line of its comment, the marked words, and how they stand.

    Args:
        note: resolved against its article.
        article: what it is on; where the words were changed, those that stand there now are shown.
    """
    quote = squeeze(note.anchor.quote)
    first, _, more = note.comment.strip().partition("\n")
    comment = squeeze(first) + (" …" if more.strip() else "")
    standing = STANDINGS[note.standing]
    now = ""
    if note.standing is Standing.CHANGED and note.span is not None and article:
        now = f"now: {squeeze(article.of(note.span))}"
    parts = [(comment, ""), (quote, "quiet"), (standing, "accent"), (now, "")]
    words, marks = "", []
    for part, look in parts:
        if part:
            words += "  " if words else ""
            marks.append((len(words), len(words) + len(part), look))
            words += part
    return Row(
        words,
        value=note,
        span=note.span,
        marks=tuple(marks),
        sign="+" if comment else "▎",
        sign_look="accent",
        most=4 if now else 3,
    )


def _row(clipping: Clipping, *, titled: bool) -> Row:
    row = note_row(clipping.note, clipping.article)
    title = squeeze(clipping.article.title) if titled else ""
    words = f"{row.text}  — {title}" if title else row.text
    marks = (*row.marks, (len(row.text), len(words), "quiet"))
    return replace(row, text=words, value=clipping, marks=marks)


def whole(clipping: Clipping) -> tuple[Row, ...]:
    """A note in full, for the pane beside the list."""
    note, article = clipping.note, clipping.article
    about = " · ".join(part for part in (article.source, article.published) if part)
    rows = [Row(squeeze(article.title) or UNTITLED, look="strong", most=4)]
    rows += [Row(about, look="quiet", most=2)] if about else []
    rows += [Row(""), Row(squeeze(note.anchor.quote), look="emphasis", sign="▎", most=20)]
    if standing := STANDINGS[note.standing]:
        rows.append(Row(standing, look="accent"))
    if note.standing is Standing.CHANGED and note.span is not None:
        now = squeeze(article.of(note.span))
        rows.append(Row(now, look="emphasis", sign="›", sign_look="accent", most=20))
    if note.comment:
        rows.append(Row(""))
        rows += [Row(line, most=20) for line in note.comment.split("\n")]
    rows += [Row(""), Row(note.created[:16].replace("T", "  "), look="quiet")]
    return tuple(rows)
