from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.difference import difference
from briefing.model.article import Span

OLD = """\
Ferry runs aground off Harwick

The ferry ran aground on Tuesday, injuring 14 people. Nobody was killed. The captain was asked.

The port is open."""


def changed(old: str, new: str) -> list[tuple[str, str]]:
    """The words that went and came, change by change."""
    return [
        (" ".join(change.old.of(old).split()), " ".join(change.new.of(new).split()))
        for passage in difference(old, new)
        for change in passage.changes
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("injuring 14", "injuring 15", [("14", "15")]),
        ("on Tuesday, injuring", "on Tuesday,\ninjuring", []),
        ("Nobody was killed. ", "", [("Nobody was killed.", "")]),
        ("The captain", "It sank at noon. The captain", [("", "It sank at noon.")]),
        ("The port is open.", "The port is not open.", [("", "not")]),
        ("The port is open.", "Divers found a crack.", [
            ("", "Divers found a crack."), ("The port is open.", "")
        ]),
        ("ran aground on Tuesday, injuring 14 people", "ran aground, injuring 12 people", [
            ("on Tuesday", ""), ("14", "12")
        ]),
        ("off Harwick", "off Harwick; 14 hurt", [("", "; 14 hurt")]),
    ],
)  # fmt: skip
def test_words_that_went_and_came(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert changed(OLD, OLD.replace(before, after)) == expected


def test_a_paragraph_that_was_moved_is_gone_and_new() -> None:
    first, rest = OLD.split("\n\n", 1)
    last = rest.rpartition("\n\n")[2]
    moved = f"{first}\n\n{last}\n\n{rest.rpartition(chr(10) * 2)[0]}"
    assert changed(OLD, moved) == [("", "The port is open."), ("The port is open.", "")]


def rebuilt(old: str, new: str) -> str:
    """The new text's words, made of the old text and the changes."""
    words, here = [], 0
    for passage in difference(old, new):
        for change in passage.changes:
            assert change.old.start >= here
            words += [old[here : change.old.start], " ", change.new.of(new), " "]
            here = change.old.end
    return "".join("".join([*words, old[here:]]).split())


_TEXTS = st.lists(
    st.sampled_from(
        ["The ferry ran aground.", "Nobody died.", "14 were hurt!", "\n\n", "It is so"]
    ),
    max_size=8,
).map(" ".join)


@given(_TEXTS, _TEXTS)
def test_the_changes_make_the_one_out_of_the_other(old: str, new: str) -> None:
    assert rebuilt(old, new) == "".join(new.split())
    spans = [change.new for passage in difference(old, new) for change in passage.changes]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert difference(old, old) == ()


def test_a_text_that_came_from_nothing_is_all_new() -> None:
    (passage,) = difference("", "One sentence.")
    assert passage.changes[0].new == Span(0, 13)
