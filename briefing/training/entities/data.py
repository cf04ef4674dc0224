"""Training sets: reading them, what their labels mean to ours, and windows cut from them.

Sets label different things: one has no nationalities, another calls them miscellaneous. Instead
of translating labels into something they do not say, every label of a set *allows* several of
ours, and the loss asks only that the model chooses among those (a partial-label loss; compare
Jie and Lu, 2019). So sets with other schemes teach what they know and nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.reading.entities.wordpiece import WordPiece

KINDS = ("PER", "ORG", "LOC", "FAC", "NORP", "MISC", "PRODUCT", "DATE", "MONEY")
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))

GENERIC = 101
"""``[CLS]``: opens a window whose set is not told, as every window does when reading."""
SEPARATOR = 102
MASK = 103
LONGEST = 256
"""Pieces in a window, at most."""

Allowed = tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a document and the names in it: ``(start, end, kind)``, half-open."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


Document = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the labels of a set allow among ours; a kind not named allows itself."""

    outside: tuple[str, ...] = ()
    """Kinds that this set leaves unlabelled, besides nothing at all."""
    kinds: Mapping[str, tuple[str, ...]] | None = None

    def allowed(self, label: str) -> Allowed:
        """For every label of ours, whether ``label`` of this set may mean it."""
        if label == "O":
            names = {"O", *(f"{place}-{kind}" for kind in self.outside for place in "BI")}
        else:
            place, kind = label.split("-", 1)
            meanings = (self.kinds or {}).get(kind, (kind,))
            names = {"O" if meaning == "O" else f"{place}-{meaning}" for meaning in meanings}
        return tuple(ours in names for ours in LABELS)


_FIGURES = ("DATE", "MONEY")
_PLACES = ("LOC", "FAC")
_OTHERS = ("MISC", "NORP", "PRODUCT")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A training set and its part in the mixture.

    ``share`` is the part of all training windows, by length, that come from it. ``token`` opens
    its windows most of the time, one of the unused pieces of the vocabulary, so that its habits
    stay with it; the rest open with :data:`GENERIC`, by ``open_share``.
    """

    name: str
    scheme: Scheme
    share: float
    token: int
    open_share: float
    """The part of its windows that open without telling the set."""
    every: int = 1
    """Which documents are trained on: the first and every so many after it. The others of a set
    without a part for measuring are kept out, to measure with."""


CORPORA = (
    Corpus("conll03_train", Scheme(_FIGURES, {"LOC": _PLACES, "MISC": _OTHERS}), 0.24, 1, 0.4),
    Corpus("worldwide_train", Scheme(), 0.44, 2, 0.5),
    Corpus("gmb", Scheme(("MONEY",), {"LOC": _PLACES, "MISC": _OTHERS}), 0.13, 3, 0.1),
    Corpus(
        "gum_train",
        Scheme((*_FIGURES, *_OTHERS), {"LOC": _PLACES, "MISC": ("O", *_OTHERS)}),
        0.05,
        4,
        0.05,
    ),
    Corpus("btc", Scheme((*_FIGURES, *_OTHERS), {"LOC": _PLACES}), 0.04, 5, 0.05),
    Corpus(
        "wnut17_train",
        Scheme(
            (*_FIGURES, "NORP"),
            {"LOC": _PLACES, "MISC": ("MISC", "PRODUCT"), "PRODUCT": ("MISC", "PRODUCT")},
        ),
        0.05,
        6,
        0.1,
    ),
    Corpus(
        "wikigold_dev", Scheme(_FIGURES, {"LOC": _PLACES, "MISC": _OTHERS}), 0.03, 7, 0.5, every=2
    ),
    Corpus("uner_ewt_dev", Scheme((*_FIGURES, *_OTHERS), {"LOC": _PLACES}), 0.02, 8, 0.4, every=2),
)


@dataclass(frozen=True, slots=True)
class Window:
    """What the model is shown at once: pieces, shapes, and what each piece may be.

    ``allowed`` is ``None`` where nothing is asked: marks, and all but the first piece of a word.
    """

    ids: list[int]
    shapes: list[int]
    allowed: list[Allowed | None]


def read(path: Path) -> list[Document]:
    """Reads a set: ``TOKEN<TAB>LABEL<TAB>S|_``, a blank line for a newline, ``-DOCSTART-``.

    Raises:
        OSError: when the file cannot be read.
    """
    documents: list[Document] = []
    lines: list[Line] = []
    tokens: list[tuple[str, str, bool]] = []
    for row in [*path.read_text(encoding="utf-8").split("\n"), "-DOCSTART-"]:
        if row and not row.startswith("-DOCSTART-"):
            token, label, space = row.split("\t")
            tokens.append((token, label, space == "S"))
            continue
        if tokens:
            lines.append(_line(tokens))
            tokens = []
        if row and lines:
            documents.append(tuple(lines))
            lines = []
    return documents


def _line(tokens: list[tuple[str, str, bool]]) -> Line:
    text = ""
    spans: list[tuple[int, int, str]] = []
    before = "O"
    for token, label, space in tokens:
        start, end = len(text), len(text) + len(token)
        if label.startswith("I-") and before[2:] == label[2:]:
            spans[-1] = (spans[-1][0], end, label[2:])
        elif label != "O":
            spans.append((start, end, label[2:]))
        before = label
        text += token + (" " if space else "")
    return Line(text.rstrip(), tuple(spans))


def packs(documents: list[Document], chance: random.Random) -> Iterator[Document]:
    """All documents once, in a new order, cut into runs of lines of many different lengths."""
    order = list(documents)
    chance.shuffle(order)
    for document in order:
        pack: list[Line] = []
        room = _room(chance)
        for line in document:
            needed = len(line.text) // 4 + 2
            if pack and needed > room:
                yield tuple(pack)
                pack, room = [], _room(chance)
            pack.append(line)
            room -= needed
        if pack:
            yield tuple(pack)


def _room(chance: random.Random) -> int:
    """About how many pieces the next run of lines may hold: a line, a paragraph, a page."""
    return chance.choices((1, chance.randint(60, 120), chance.randint(150, 220)), (3, 3, 4))[0]


class Encoder:
    """Turns runs of lines into windows of one corpus."""

    def __init__(self, corpus: Corpus, pieces: WordPiece) -> None:
        self._corpus = corpus
        self._pieces = pieces
        self._allowed = {label: corpus.scheme.allowed(label) for label in LABELS}

    def window(self, lines: Document, chance: random.Random) -> Window:
        """The lines with a separator after each; words are now and then hidden from the model.

        A hidden word must be told from its surroundings, as names never seen must be.
        """
        opening = GENERIC if chance.random() < self._corpus.open_share else self._corpus.token
        window = Window([opening], [0], [None])
        hiding = 0.04 if chance.random() < 0.6 else 0.0
        for line in lines:
            self._add(line, window, hiding, chance)
        if len(window.ids) > LONGEST:
            for part in (window.ids, window.shapes, window.allowed):
                del part[LONGEST - 1 : -1]
        return window

    def _add(self, line: Line, window: Window, hiding: float, chance: random.Random) -> None:
        labels = iter([*line.spans, (len(line.text) + 1, 0, "")])
        start, end, kind = next(labels)
        begun = False
        for word in self._pieces.words(line.text):
            while end and word.start >= end:
                start, end, kind = next(labels)
                begun = False
            label = "O"
            if start < word.end and word.start < end:
                label = f"{'I' if begun else 'B'}-{kind}"
                begun = True
            hidden = chance.random() < (hiding if label == "O" else 2 * hiding)
            ids = (MASK,) if hidden else word.pieces
            window.ids.extend(ids)
            window.shapes.extend([word.shape] * len(ids))
            window.allowed.append(self._allowed[label])
            window.allowed.extend([None] * (len(ids) - 1))
        window.ids.append(SEPARATOR)
        window.shapes.append(0)
        window.allowed.append(None)
