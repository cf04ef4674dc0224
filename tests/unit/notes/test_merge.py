from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.notes import files
from briefing.notes.merge import Held, Merged, merged, settled
from briefing.notes.page import Block, page
from tests.articles import article
from tests.unit.notes.test_markdown import note

FOLDER = Path("/notes")
DAY = "2026-11-23"
COST = "Repairs will cost $4.5 million"
MAY = "Work begins in May."


def held(words: str, comment: str, name: str, filed: str | None = None) -> Held:
    return Held(note(words, comment, name), filed, deleted=False)


def merge(text: str, *notes: Held) -> Merged:
    return merged(page(text), notes, article(), FOLDER, DAY)


def gone(one: Held) -> Held:
    return Held(one.note, one.filed, deleted=True)


ONE = held(COST, "First.", "b-00000001", "First.")
TWO = held(MAY, "Second.", "b-00000002", "Second.")
FILE = merge("", ONE, TWO).text


def test_a_file_in_step_stays_as_it_is() -> None:
    again = merge(FILE, ONE, TWO)
    assert again.text == FILE
    assert again.comments == {}
    assert again.filed == {"b-00000001": "First.", "b-00000002": "Second."}


def test_a_new_comment_changes_its_block_alone() -> None:
    changed = merge(FILE, held(COST, "Other.", "b-00000001", "First."), TWO).text
    assert changed == merge("", held(COST, "Other.", "b-00000001"), TWO).text


def test_a_comment_written_in_the_file_comes_back() -> None:
    text = FILE.replace("First.", "First, and more.")
    done = merge(text, ONE, TWO)
    assert done.text == text
    assert done.comments == {"b-00000001": "First, and more."}


def test_a_comment_changed_on_both_sides_is_kept_twice() -> None:
    text = FILE.replace("First.", "In the editor.")
    done = merge(text, held(COST, "In the app.", "b-00000001", "First."), TWO)
    assert done.comments == {"b-00000001": "In the editor.\n\nIn the app."}
    assert done.text == text.replace("In the editor.", "In the editor.\n\nIn the app.")


def test_an_edited_block_keeps_its_words_when_its_comment_changes() -> None:
    text = FILE.replace("> Repairs will", "> The repairs will")
    done = merge(text, held(COST, "Other.", "b-00000001", "First."), TWO)
    assert done.text == text.replace("First.", "Other.")


def test_a_new_note_goes_after_the_last() -> None:
    text = merge("", ONE).text
    assert merge(text, ONE, held(MAY, "Second.", "b-00000002")).text == FILE


def test_a_new_note_goes_before_the_readers_own_part() -> None:
    text = merge("", ONE).text + "\n## Mine\n\nOwn words.\n"
    done = merge(text, ONE, held(MAY, "Second.", "b-00000002")).text
    assert done == FILE + "\n## Mine\n\nOwn words.\n"


@pytest.mark.parametrize(
    "text", ["", "\n", "\ufeff", "No notes here.\n", "# T\n\n## Highlights\n\nWords.", "> A quote"]
)
def test_a_note_finds_room_in_any_file(text: str) -> None:
    done = merge(text, held(COST, "First.", "b-00000001")).text
    assert done.startswith(text.strip("\ufeff\n"))
    (block,) = page(done).blocks
    assert (block.quote, block.comment, block.edited) == (COST, "First.", False)


def test_a_deleted_note_leaves_the_file() -> None:
    assert merge(FILE, ONE, gone(TWO)).text == merge("", ONE).text
    done = merge(FILE, gone(ONE), TWO)
    assert done.text == merge("", TWO).text
    assert done.filed["b-00000001"] is None


def test_a_deleted_note_that_was_edited_stays_in_the_file() -> None:
    text = FILE.replace("First.", "First, and more.")
    assert merge(text, gone(ONE), TWO).text == text


def test_a_block_that_the_reader_took_out_stays_out() -> None:
    text = merge("", ONE).text
    assert merge(text, ONE, TWO).text == text


@pytest.mark.parametrize("length", [0, 40, 420, 500, 560, 640])
def test_a_file_that_was_cut_off_gets_its_notes_back(length: int) -> None:
    done = merge(FILE[:length], ONE, TWO)
    whole = [block for block in page(done.text).blocks if not block.torn]
    assert {block.id: block.quote for block in whole} == {"b-00000001": COST, "b-00000002": MAY}
    assert done.text.startswith(FILE[:length].rstrip("\n"))


def test_line_ends_stay_what_they_are() -> None:
    text = merge("", ONE).text.replace("\n", "\r\n")
    done = merge(text, ONE, held(MAY, "Second.", "b-00000002")).text
    assert done == FILE.replace("\n", "\r\n")
    short = merge(text.removesuffix("\r\n"), ONE, held(MAY, "Second.", "b-00000002")).text
    assert short == FILE.replace("\n", "\r\n")


def test_a_block_of_the_file_that_is_new_is_told() -> None:
    text = FILE + "\n> The ferry will run\n\n^b-feedbeef\n\nOn Friday!\n"
    (block,) = merge(text, ONE, TWO).unknown
    assert (block.id, block.quote, block.comment) == (
        "b-feedbeef",
        "The ferry will run",
        "On Friday!",
    )


def block(comment: str, *, edited: bool) -> Block:
    return Block("b-1", "q", comment, None, edited, torn=False, first=0, below=1, last=2)


@pytest.mark.parametrize(
    ("mine", "base", "theirs", "edited", "now"),
    [
        ("a", "a", "a", False, "a"),
        ("b", "a", "a", False, "b"),
        ("a", "a", "b", True, "b"),
        ("b", "a", "c", True, "c\n\nb"),
        ("b", None, "a", False, "b"),  # the library was told nothing, but the file is our own
        ("", None, "a", True, "a"),
        ("a", None, "a and more", True, "a and more"),
        ("a and more", "x", "a", True, "a and more"),
        ("a mine", "a", "a\n\ntheirs", True, "a\n\ntheirs\n\nmine"),
        ("b", "a", "a\n\ntheirs", True, "b\n\ntheirs"),
        ("", "a", "a", False, ""),
        ("a", "a", "", True, ""),
    ],
)
def test_comments_are_settled(
    mine: str, base: str | None, theirs: str, edited: bool, now: str
) -> None:
    assert settled(mine, base, block(theirs, edited=edited)) == now


# Lines that another program or the reader may put anywhere; none of them is a marker of ours.
foreign = st.lists(st.text(st.sampled_from("abc #>-*`\t\ré“"), max_size=30), min_size=1, max_size=3)


@given(st.lists(st.tuples(st.integers(0, 40), foreign), max_size=4), st.booleans())
def test_the_readers_lines_survive_every_save(
    insertions: list[tuple[int, list[str]]], delete: bool
) -> None:
    lines = FILE.split("\n")
    for place, added in insertions:
        lines[place:place] = added
    text = "\n".join(lines)
    other = held(COST, "Other.", "b-00000001", "First.")
    third = held("The ferry will run", "Third.", "b-00000003")
    done = merge(text, other, gone(TWO) if delete else TWO, third)
    # A comment that both sides changed is written anew: its blanks at the ends may go, and what
    # would then end it gets a backslash.
    rest = iter([line.strip().removeprefix("\\") for line in done.text.split("\n")])
    kept = [line.strip() for line in lines if line not in FILE.split("\n") and line.strip()]
    assert all(line in rest for line in kept)
    again = merge(
        done.text,
        *(
            Held(
                note(
                    one.note.anchor.quote,
                    done.comments.get(one.note.id, one.note.comment),
                    one.note.id,
                ),
                done.filed.get(one.note.id, one.filed),
                one.deleted,
            )
            for one in (other, gone(TWO) if delete else TWO, third)
        ),
    )
    assert again.text == done.text


@given(
    st.binary(max_size=60),
    st.binary(max_size=60),
    st.sampled_from([b"\n", b"\r\n"]),
    st.booleans(),
    st.booleans(),
)
def test_what_stands_around_the_notes_stays_byte_for_byte(
    before: bytes, after: bytes, ending: bytes, marked: bool, delete: bool
) -> None:
    notes = FILE[FILE.index("<!-- briefing:start") :].encode().replace(b"\n", ending)
    before = b"\xef\xbb\xbf" * marked + before + ending
    after = b"# Mine" + ending + after
    text = files.text(before + notes + ending + after)
    one = held(COST, "Other.", "b-00000001", "First.")
    third = held("The ferry will run", "Third.", "b-00000003")
    done = merge(text, one, gone(TWO) if delete else TWO, third)
    data = done.text.encode("utf-8", "surrogateescape")
    assert data.startswith(before)
    assert after in data
    assert b"Third." in data
