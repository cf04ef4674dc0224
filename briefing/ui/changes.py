"""What changed in an article, as words with signs; no terminal needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.desk import Comparison, Revision

GONE, COME = "gone", "come"
_SIGNS = {GONE: ("[-", "-]"), COME: ("{+", "+}")}


def marked(found: Comparison, revision: Revision) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A passage with what went and what came, each in its signs.

    Returns:
        The words on one line, and where in them something went or came: half-open ranges of
        characters with :data:`GONE` or :data:`COME`.
    """
    text, marks, here = "", [], revision.new.start
    for change in revision.changes:
        text += found.new.text[here : change.new.start]
        pieces = [(GONE, change.old.of(found.old.text)), (COME, change.new.of(found.new.text))]
        for kind, words in pieces:
            if words:
                # What went stood apart from what is before it, and from what came for it.
                if text and not text[-1].isspace() and (kind == COME) == bool(pieces[0][1]):
                    text += " "
                start = len(text)
                text += _SIGNS[kind][0] + words + _SIGNS[kind][1]
                marks.append((start, len(text), kind))
        here = change.new.end
    text += found.new.text[here : revision.new.end]
    return text.replace("\n", " "), tuple(marks)
