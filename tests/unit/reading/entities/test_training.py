"""The training's own sums: what sets mean, and that disguises keep names in their places."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefing.reading.entities.wordpiece import WordPiece
from briefing.training.entities.augment import Names, augment
from briefing.training.entities.data import (
    CORPORA,
    GENERIC,
    LABELS,
    LONGEST,
    SEPARATOR,
    Corpus,
    Encoder,
    Line,
    Scheme,
    packs,
    read,
)

SET = """\
-DOCSTART- one

Ann\tB-PER\tS
Lee\tI-PER\t_
,\tO\tS
Bo\tB-PER\tS
left\tO\tS
Oakham\tB-LOC\t_
.\tO\t_

Acme\tB-ORG\tS
rose\tO\t_
-DOCSTART- two

Rain\tO\t_
"""

DOCUMENT = (
    Line("Ann Lee met Bo Ek in Ålesund.", ((0, 7, "PER"), (12, 17, "PER"), (21, 28, "LOC"))),
    Line("Acme Steel fell", ((0, 10, "ORG"),)),
)

PIECES = WordPiece({piece: number for number, piece in enumerate(["[UNK]", "ann", "lee", "."])})


def test_a_set_is_read(tmp_path: Path) -> None:
    path = tmp_path / "set.conll"
    path.write_text(SET, encoding="utf-8")
    first, second = read(path)
    assert first[0].text == "Ann Lee, Bo left Oakham."
    assert [first[0].text[a:b] for a, b, _ in first[0].spans] == ["Ann Lee", "Bo", "Oakham"]
    assert first[1] == Line("Acme rose", ((0, 4, "ORG"),))
    assert second == (Line("Rain", ()),)


@pytest.mark.parametrize(
    ("label", "allowed"),
    [
        ("B-PER", {"B-PER"}),
        ("I-LOC", {"I-LOC", "I-FAC"}),
        ("O", {"O", "B-DATE", "I-DATE"}),
        ("B-MISC", {"O", "B-NORP"}),
    ],
)
def test_what_a_label_allows(label: str, allowed: set[str]) -> None:
    scheme = Scheme(("DATE",), {"LOC": ("LOC", "FAC"), "MISC": ("O", "NORP")})
    told = zip(LABELS, scheme.allowed(label), strict=True)
    assert {ours for ours, may in told if may} == allowed


def test_every_set_can_say_every_label() -> None:
    for corpus in CORPORA:
        assert all(any(corpus.scheme.allowed(label)) for label in LABELS)
    assert sum(corpus.share for corpus in CORPORA) == pytest.approx(1)


@pytest.mark.parametrize("seed", range(60))
def test_disguises_keep_names_in_their_places(seed: int) -> None:
    chance = random.Random(seed)
    lines = augment(DOCUMENT, Names([DOCUMENT]), chance)
    assert len(lines) == len(DOCUMENT)
    for line, before in zip(lines, DOCUMENT, strict=True):
        assert [kind for *_, kind in line.spans] == [kind for *_, kind in before.spans]
        for start, end, _ in line.spans:
            assert line.text[start:end].strip() == line.text[start:end] != ""
            assert not line.text[end : end + 1].isalnum()


def test_packs_hold_every_line_once() -> None:
    documents = [DOCUMENT, DOCUMENT[:1]]
    lines = [line for pack in packs(documents, random.Random(1)) for line in pack]
    assert sorted(line.text for line in lines) == sorted(
        line.text for document in documents for line in document
    )


def test_a_window_asks_for_the_first_piece_of_each_word() -> None:
    corpus = Corpus("set", Scheme(), 1.0, 5, open_share=1.0)
    chance = random.Random(3)
    line = Line("Ann Lee.", ((0, 7, "PER"),))
    windows = [Encoder(corpus, PIECES).window((line,), chance) for _ in range(20)]
    for window in windows:
        assert window.ids[0] == GENERIC
        assert window.ids[-1] == SEPARATOR
        asked = [allowed.index(True) for allowed in window.allowed if allowed]
        assert [LABELS[number] for number in asked] == ["B-PER", "I-PER", "O"]
    assert any(window.ids[1:-1] == [1, 2, 3] for window in windows)


def test_a_window_is_never_too_long() -> None:
    corpus = Corpus("set", Scheme(), 1.0, 5, open_share=0.0)
    line = Line("ann " * 400, ())
    window = Encoder(corpus, PIECES).window((line,), random.Random(1))
    assert len(window.ids) == len(window.shapes) == len(window.allowed) == LONGEST
    assert (window.ids[0], window.ids[-1]) == (5, SEPARATOR)
