"""Ways in which the same lines might have been written, labels kept.

Newspapers set titles in capitals and lists in none, drop accents, and scan badly; and names
that no training set has seen are most of tomorrow's news.
"""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable

from briefing.training.entities.data import Document, Line

_SWAPPED = ("PER", "ORG", "LOC", "FAC")
# What an eye, or a scanner, takes for another; one letter for one, so that offsets stay.
_MISREAD = {
    "l": "1",
    "1": "l",
    "I": "l",
    "o": "0",
    "O": "0",
    "0": "O",
    "e": "c",
    "S": "5",
    "B": "8",
}
_BARE = str.maketrans("øØłŁđĐıß", "oOlLdDis")


class Names:
    """The names of a set by kind, to put in the place of others."""

    def __init__(self, documents: list[Document]) -> None:
        pools: dict[str, set[str]] = defaultdict(set)
        for document in documents:
            for line in document:
                for start, end, kind in line.spans:
                    name = line.text[start:end]
                    if kind in _SWAPPED and not name.isupper() and name[0].isupper():
                        pools[kind].add(name)
        self._pools = {kind: sorted(names) for kind, names in pools.items()}

    def other(self, kind: str, name: str, chance: random.Random) -> str:
        """Another name of the kind with about as many words, or the name itself."""
        pool = self._pools.get(kind)
        if not pool or name.isupper():
            return name
        for _ in range(8):
            found = chance.choice(pool)
            if abs(found.count(" ") - name.count(" ")) <= (kind == "ORG"):
                return found
        return name


def augment(lines: Document, names: Names, chance: random.Random) -> Document:
    """The lines in one other guise, or most often as they are."""
    if chance.random() < 0.12:
        lines = _swap(lines, names, chance)
    drawn = chance.random()
    if drawn < 0.04:
        return tuple(_title_case(line) for line in lines)
    if drawn < 0.08:
        return (_title_case(lines[0]), *lines[1:])
    if drawn < 0.105:
        return tuple(_letters(line, str.upper) for line in lines)
    if drawn < 0.125:
        return (_letters(lines[0], str.upper), *lines[1:])
    if drawn < 0.15:
        return tuple(_letters(line, str.lower) for line in lines)
    if drawn < 0.17:
        return tuple(_letters(line, _bare) for line in lines)
    if drawn < 0.19:
        rate = chance.uniform(0.005, 0.04)
        return tuple(
            _letters(line, lambda x: _MISREAD.get(x, x) if chance.random() < rate else x)
            for line in lines
        )
    if drawn < 0.25:
        return (*lines[:-1], _unended(lines[-1]))
    return lines


def _swap(lines: Document, names: Names, chance: random.Random) -> Document:
    """Other names for some of those in the lines, the same one for the same one."""
    chosen: dict[tuple[str, str], str] = {}
    swapped: list[Line] = []
    for line in lines:
        text, spans, copied = "", [], 0
        for start, end, kind in line.spans:
            name = line.text[start:end]
            if (kind, name) not in chosen:
                other = names.other(kind, name, chance) if chance.random() < 0.6 else name
                chosen[kind, name] = other
            text += line.text[copied:start]
            spans.append((len(text), len(text) + len(chosen[kind, name]), kind))
            text += chosen[kind, name]
            copied = end
        swapped.append(Line(text + line.text[copied:], tuple(spans)))
    return tuple(swapped)


def _title_case(line: Line) -> Line:
    """Every Word Opens With A Capital."""
    pairs = zip(" " + line.text, line.text, strict=False)
    return _rewritten(line, "".join(x.upper() if b in " \"'" else x for b, x in pairs))


def _unended(line: Line) -> Line:
    """Without its full stop, as captions and headings are."""
    if not line.text.endswith(".") or any(end == len(line.text) for _, end, _ in line.spans):
        return line
    return Line(line.text[:-1].rstrip(), line.spans)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0].translate(_BARE)


def _letters(line: Line, change: Callable[[str], str]) -> Line:
    """The line with every letter changed by itself."""
    return _rewritten(line, "".join(map(change, line.text)))


def _rewritten(line: Line, text: str) -> Line:
    """The line in other letters, unless they would shift the names."""
    return Line(text, line.spans) if len(text) == len(line.text) else line
