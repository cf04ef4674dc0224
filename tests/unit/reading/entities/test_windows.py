from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.entities.windows import windows
from briefing.reading.entities.wordpiece import Shape, Word


def _line(text: str, start: int, pieces: int = 1) -> list[Word]:
    words, place = [], start
    for written in text.split(" "):
        shape = Shape.CAPITALISED if written[:1].isupper() else Shape.LOWER
        words.append(Word(place, place + len(written), shape, (7,) * pieces))
        place += len(written) + 1
    return words


def test_short_lines_share_a_window() -> None:
    text = "one two\nthree four"
    lines = [_line("one two", 0), _line("three four", 8)]
    (window,) = windows(text, lines, room=10)
    assert [(part.line, part.kept, part.until) for part in window] == [(0, 0, 2), (1, 0, 2)]


def test_a_long_line_is_cut_where_a_sentence_ends() -> None:
    text = "a b c d e . F g h i j k"
    found = [part for window in windows(text, [_line(text, 0)], room=8) for part in window]
    assert [(part.kept, part.until) for part in found] == [(0, 6), (6, 12)]


def test_without_sentences_what_is_seen_overlaps_and_what_is_judged_does_not() -> None:
    text = " ".join("x" for _ in range(200))
    found = [part for window in windows(text, [_line(text, 0)], room=60) for part in window]
    assert [part.until for part in found[:-1]] == [part.kept for part in found[1:]]
    assert all(part.first < part.kept for part in found[1:])


@given(
    st.lists(st.lists(st.sampled_from(["ab", "Cd", ".", "e"]), min_size=1), max_size=5),
    st.integers(1, 30),
    st.integers(1, 4),
)
def test_every_word_is_judged_once(lines: list[list[str]], room: int, pieces: int) -> None:
    text, words = "", []
    for line in lines:
        words.append(_line(" ".join(line), len(text), pieces))
        text += " ".join(line) + "\n"
    judged = [
        (part.line, place)
        for window in windows(text, words, room)
        for part in window
        for place in range(part.kept, part.until)
    ]
    assert judged == [(n, place) for n, line in enumerate(words) for place in range(len(line))]
