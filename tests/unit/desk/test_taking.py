"""Highlights from a Kindle and from Readwise, made notes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.desk.taking import NO_ARTICLE, NO_WORDS, NOT_THERE, SEVERAL
from briefing.model.errors import NotesError
from briefing.model.notes import Standing
from briefing.notes.highlights import highlights
from briefing.settings import Settings
from tests.articles import HARBOUR

KINDLE = """\
\ufeffHarbour bridge stays open (Reed, Jo)
- Your Highlight on page 1 | Location 10-12 | Added on Sunday, March 22, 2026 9:15:07 PM

Repairs will cost $4.5 million
==========
\ufeffHarbour bridge stays open (Reed, Jo)
- Your Note on page 1 | Location 12 | Added on Sunday, March 22, 2026 9:16:00 PM

That is a lot.
==========
Harbour bridge stays open (Reed, Jo)
- Your Bookmark on page 2 | Location 20 | Added on Sunday, March 22, 2026 9:17:00 PM


==========
Harbour bridge stays open (Reed, Jo)
- Ihre Markierung bei Position 1021-24 | Hinzugefügt am Sonntag, 22. März 2026 um 21:18 Uhr

Words that were never there at all
==========
Another book entirely (Nobody)
- Your Highlight at location 5-6 | Added on Sunday, 22 March 2026 09:15:07

<You have reached the clipping limit for this item>
==========
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    found = Desk.open(Settings.load())
    file = tmp_path / "bridge.txt"
    file.write_text(HARBOUR.replace("\n", "\n\n"), encoding="utf-8")
    found.read(str(file))
    yield found
    found.close()


def readwise(folder: Path, *rows: str) -> Path:
    path = folder / "readwise.csv"
    head = "Highlight,Book Title,Book Author,Note,Tags,Highlighted at"
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8-sig")
    return path


def test_a_kindles_clippings_become_notes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "My Clippings.txt"
    path.write_text(KINDLE, encoding="utf-8")
    taken = desk.take_highlights(path)
    assert (taken.taken, taken.known) == (1, 0)
    assert [(one.where, reason) for one, reason in taken.left] == [
        ("entry 5", NO_WORDS),
        ("entry 4", NOT_THERE),
    ]
    (clipping,) = desk.all_notes()
    assert clipping.note.anchor.quote == "Repairs will cost $4.5 million"
    assert clipping.note.anchor.prefix
    assert clipping.note.comment == "That is a lot."
    assert clipping.note.standing is Standing.SAME
    assert clipping.note.created.startswith("2026-03-22T21:15:07")
    again = desk.take_highlights(path)
    assert (again.taken, again.known, len(again.left)) == (0, 1, 2)
    desk.delete(clipping.note.id)
    assert desk.take_highlights(path).known == 1
    assert desk.all_notes() == ()


def test_the_rows_of_readwise_become_notes(desk: Desk, tmp_path: Path) -> None:
    path = readwise(
        tmp_path,
        'Work begins in May.,HARBOUR BRIDGE stays open,Jo,Early.,"plan, big work",'
        "2026-03-22 20:15:07+00:00",
        '"The council of Oakham voted on\nTuesday to keep",Some other title,,,,yesterday',
        "in May,Some other title,,,,",
        ",Harbour bridge stays open,,Only a note,,",
    )
    taken = desk.take_highlights(path)
    assert taken.taken == 2
    assert [reason for _, reason in taken.left] == [NO_WORDS, NO_ARTICLE]
    notes = {one.note.anchor.quote: one.note for one in desk.all_notes()}
    assert notes["Work begins in May."].comment == "Early.\n\n#plan #big-work"
    assert notes["Work begins in May."].tags == ("plan", "big-work")
    assert "The council of Oakham voted on Tuesday to keep" in notes


def test_other_words_are_told_and_never_passed_over_in_silence(desk: Desk, tmp_path: Path) -> None:
    words = "The council of Oakham voted on Wednesday to keep the swing bridge"
    path = readwise(tmp_path, f"{words},Harbour bridge stays open,,,,")
    assert desk.take_highlights(path).taken == 1
    (clipping,) = desk.all_notes()
    assert clipping.note.anchor.quote == words
    assert clipping.note.standing is Standing.CHANGED
    assert clipping.note.span is not None
    assert "Tuesday" in clipping.note.span.of(clipping.article.text)
    assert desk.take_highlights(path).known == 1


def test_words_that_two_articles_have_are_left(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another title\n\nWe heard: Repairs will cost $4.5 million.\n")
    desk.read(str(other))
    path = readwise(tmp_path, "Repairs will cost $4.5 million,Nothing like it,,,,")
    assert [reason for _, reason in desk.take_highlights(path).left] == [SEVERAL]


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", b"caf\xe9", b"plain words"])
def test_another_kind_of_file_is_told(desk: Desk, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(data)
    with pytest.raises(NotesError, match=str(path)):
        desk.take_highlights(path)
    with pytest.raises(NotesError, match="is not there"):
        desk.take_highlights(tmp_path / "nowhere.csv")


def test_a_file_may_be_in_utf_16_or_end_lines_as_windows_does() -> None:
    path = Path("My Clippings.txt")
    expected = highlights(path, KINDLE.encode())
    assert len(expected) == 3
    assert highlights(path, KINDLE.replace("\n", "\r\n").encode()) == expected
    assert highlights(path, KINDLE.lstrip("\ufeff").encode("utf-16")) == expected
