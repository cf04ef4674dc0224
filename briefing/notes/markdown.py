"""Notes as Markdown: the one format in which they are written, and in which they are read.

A note is a block between two comment lines, and the reader's comment below it::

    <!-- briefing:start b-593294b4 chars=212-268 hash=0c1d2e3f -->
    > The move wiped out a staggering $1.1 trillion from their market value.

    ^b-593294b4

    [section 1, paragraph 2](../seeds/000_3d2a595b7dac2009.txt)
    <!-- briefing:end -->

    My comment, mine to edit.

``hash`` is of the block and its comment as they were written: where they hash to something
else, somebody edited them. It is in the file, not in the library, so that it goes wherever the
file goes and outlives a lost library. The comment ends at the next note, at a heading, or at
the end of the file. A blockquote with ``^b-...`` below it, typed by hand, is a note as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.model.article import Article
from briefing.model.notes import Note
from briefing.notes import front_matter
from briefing.notes.export import Clipping, by_article
from briefing.notes.page import END, HIGHLIGHTS, checksum
from briefing.notes.places import Way, described, is_address, way
from briefing.notes.quoting import commented, escaped, quoted


def written(note: Note, article: Article, leading: Way) -> list[str]:
    """The lines of a note.

    Args:
        note: resolved against the article.
        article: what it is a note on.
        leading: how it leads to the article.
    """
    place = described(article, note.span)
    body = [
        *quoted(note.anchor.quote),
        "",
        f"^{note.id}",
        "",
        leading.to(place, note.anchor.quote),
    ]
    comment = commented(note.comment)
    start, end = note.anchor.position.start, note.anchor.position.end
    marker = f"<!-- briefing:start {note.id} chars={start}-{end} hash={checksum(body, comment)} -->"
    return [marker, *body, END, *(["", *comment] if comment else [])]


def whole(
    article: Article,
    notes: tuple[Note, ...],
    folder: Path,
    created: str,
    *,
    wikilinks: bool = False,
) -> str:
    """A notes file that holds these notes and nothing else.

    Args:
        article: what the notes are on.
        notes: resolved against the article, in the order they are to stand.
        folder: the folder of the file, from which links lead.
        created: the day, ISO 8601.
        wikilinks: whether links to files are Obsidian's.
    """
    location = article.origin.location
    title = " ".join(article.title.split()) or "Untitled"
    facts = {
        "title": title,
        "source": article.source,
        "url" if is_address(location) else "file": location if location != "-" else "",
        "sha256": article.digest,
    }
    lines = [
        "---",
        *front_matter.written(facts),
        f"created: {created}",
        "tags: [briefing]",
        "---",
        f"# {escaped(title)}",
        "",
        HIGHLIGHTS,
    ]
    leading = way(article, folder, wikilinks=wikilinks)
    for number, note in enumerate(notes):
        lines += [""] * (number > 0) + written(note, article, leading)
    return "\n".join(lines) + "\n"


def collected(clippings: Sequence[Clipping], folder: Path, *, wikilinks: bool = False) -> str:
    """The notes on many articles in one text, below a heading for each article.

    Args:
        clippings: in the order that ``by_article`` puts right.
        folder: where links lead from.
        wikilinks: whether links to files are Obsidian's.
    """
    lines = ["# Notes", ""]
    for article, group in by_article(clippings):
        about = (article.source, article.published, article.origin.location.strip("-"))
        lines += [f"## {escaped(' '.join(article.title.split()) or 'Untitled')}", ""]
        if any(about):
            lines += [escaped(" · ".join(" ".join(part.split()) for part in about if part)), ""]
        leading = way(article, folder, wikilinks=wikilinks)
        for clipping in group:
            lines += [*written(clipping.note, article, leading), ""]
    return "\n".join(lines)
