"""Cutting an article into windows that the model can read at once.

Neighbouring lines share a window, since a name is told by its surroundings and the same name is
often written out in the line before. A line longer than a window is cut where a sentence ends;
where none does, the pieces overlap, so that no word is judged at the edge of what is seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.records import dataclass
from briefing.reading.entities.wordpiece import Word

ROOM = 190
"""Pieces in a window, at most; attention grows with the square, and sense does not."""
_CONTEXT = 20
"""Words seen, but not judged, on either side of a cut within a sentence."""

_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``[first, last)`` of a line that are seen, of which ``[kept, until)`` are judged."""

    line: int
    first: int
    last: int
    kept: int
    until: int


Window = list[Stretch]


def windows(text: str, lines: Sequence[Sequence[Word]], room: int = ROOM) -> Iterator[Window]:
    """Every word of every line once among what is judged, in text order."""
    window: Window = []
    used = 0
    for number, words in enumerate(lines):
        for stretch in _stretches(text, number, words, room):
            size = sum(len(word.pieces) for word in words[stretch.first : stretch.last]) + 1
            if window and used + size > room:
                yield window
                window, used = [], 0
            window.append(stretch)
            used += size
    if window:
        yield window


def _stretches(text: str, number: int, words: Sequence[Word], room: int) -> Iterator[Stretch]:
    first = kept = 0
    while kept < len(words):
        fits = _fitting(words, first, room)
        if fits == len(words):
            yield Stretch(number, first, fits, kept, fits)
            return
        cut = _sentence_end(text, words, max(kept, (first + fits) // 2), fits)
        if cut:
            yield Stretch(number, first, cut, kept, cut)
            first = kept = cut
        else:
            until = max(fits - _CONTEXT, kept + 1)
            yield Stretch(number, first, fits, kept, until)
            first, kept = max(until - _CONTEXT, first + 1), until


def _fitting(words: Sequence[Word], first: int, room: int) -> int:
    """The end of the longest run from ``first`` with at most ``room`` pieces; one word at least."""
    used = 0
    for place in range(first, len(words)):
        used += len(words[place].pieces)
        if used > room:
            return max(place, first + 1)
    return len(words)


def _sentence_end(text: str, words: Sequence[Word], low: int, high: int) -> int:
    """The last place in ``(low, high]`` before which a sentence seems to end, or 0."""
    for place in range(min(high, len(words) - 1), low, -1):
        before, after = words[place - 1], words[place]
        if before.end < after.start and after.shape and text[before.start] in _ENDS:
            return place
    return 0
