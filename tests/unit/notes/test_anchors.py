from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.model.article import Span
from briefing.model.notes import Standing
from briefing.notes.anchors import CONTEXT, anchor, resolve
from tests.articles import HARBOUR, article, at


def resolved(words: str, changed: str, start: int = 0) -> tuple[Standing, str | None]:
    """How a passage of the sample stands in a changed text, and what stands there."""
    made = anchor(article(), at(words, start=start))
    standing, span = resolve(made, article(changed))
    return standing, span.of(changed) if span else None


def test_context_is_cut_on_whole_words() -> None:
    made = anchor(article(), at("$4.5 million"))
    assert made.quote == "$4.5 million"
    assert made.prefix == "open.\nRepairs will cost "
    assert made.suffix == ", the mayor said, and take"


def test_white_space_at_the_ends_is_no_part_of_a_passage() -> None:
    span = at("Repairs will")
    assert anchor(article(), Span(span.start - 1, span.end + 1)).position == span
    with pytest.raises(ValueError, match="no words"):
        anchor(article(), Span(span.start - 1, span.start))


@pytest.mark.parametrize(
    ("words", "edit", "standing", "now"),
    [
        ("Work begins in May.", ("Oakham", "Oakham"), Standing.SAME, "Work begins in May."),
        ("Work begins in May.", ("$4.5", "$45.5"), Standing.MOVED, "Work begins in May."),
        ("voted on Tuesday to keep", (" on Tuesday ", "\non Tuesday\n"), Standing.SAME, None),
        ("Tuesday", ("voted on Tuesday", "voted on Wednesday"), Standing.CHANGED, "Wednesday"),
        ("$4.5 million", ("$4.5 million", "$5.4 million"), Standing.CHANGED, "$5.4 million"),
        (
            "Repairs will cost $4.5 million, the mayor said",
            ("cost $4.5 million, the mayor", "cost at least $5 million, the mayor"),
            Standing.CHANGED,
            "Repairs will cost at least $5 million, the mayor said",
        ),
        (
            "Repairs will cost $4.5 million, the mayor said, and take three years.",
            ("Repairs will cost $4.5 million, the mayor said, and take three years.\n", ""),
            Standing.GONE,
            None,
        ),
        (
            "Repairs will cost $4.5 million",
            ("Repairs will cost $4.5 million", "Somebody else was asked for comment"),
            Standing.GONE,
            None,
        ),
    ],
)
def test_a_changed_article_tells_how_a_passage_stands(
    words: str, edit: tuple[str, str], standing: Standing, now: str | None
) -> None:
    changed = HARBOUR.replace(*edit)
    found = resolved(words, changed)
    assert found[0] is standing
    if now is not None:
        assert found[1] == now


def test_a_short_passage_is_told_from_its_like_by_what_stands_around_it() -> None:
    second = HARBOUR.index("run on Tuesday") + 7
    assert resolved("Tuesday", "News. " + HARBOUR, second) == (Standing.MOVED, "Tuesday")
    made = anchor(article(), at("Tuesday", start=second))
    _, span = resolve(made, article("News. " + HARBOUR))
    assert span == Span(second + 6, second + 13)


def test_a_passage_that_was_rewrapped_and_moved_has_not_changed() -> None:
    changed = "Updated.\n" + HARBOUR.replace("keep the swing", "keep\nthe   swing")
    standing, now = resolved("voted on Tuesday to keep the swing bridge open", changed)
    assert standing is Standing.MOVED
    assert now == "voted on Tuesday to keep\nthe   swing bridge open"


def test_a_long_passage_with_changed_words_is_found_by_its_ends() -> None:
    words = " ".join(f"word{i}" for i in range(300)) + "."
    text = f"Title\n{words}\nThe end of it."
    made = anchor(article(text), at(words, text))
    changed = text.replace("word150", "verb150").replace("Title", "A title")
    standing, span = resolve(made, article(changed))
    assert standing is Standing.CHANGED
    assert span == at(words.replace("word150", "verb150"), changed)


def test_hostile_texts_cost_little() -> None:
    made = anchor(article("Title\n" + "a b " * 60 + "tail of it"), Span(6, 240))
    started = time.process_time()
    for text in ("a" * 300_000, "a b " * 75_000, " " * 300_000, "a\n" * 150_000):
        resolve(made, article("x" + text))
    assert time.process_time() - started < 20


news = st.text(st.sampled_from("abcde fghij ,.\n’“é中文🌉"), min_size=1, max_size=400).filter(
    lambda text: text.strip()
)


@given(news, st.data())
def test_every_anchor_resolves_to_its_own_span_in_its_own_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    made = anchor(article(text), Span(start, end))
    assert resolve(made, article(text)) == (Standing.SAME, made.position)
    assert made.quote == made.position.of(text)
    assert text[: made.position.start].endswith(made.prefix)
    assert text[made.position.end :].startswith(made.suffix)
    assert len(made.prefix) <= CONTEXT
    assert len(made.suffix) <= CONTEXT


@given(news, st.data(), st.text(st.sampled_from("klmnop .\n"), max_size=80))
def test_edits_elsewhere_leave_the_words_the_same(
    text: str, data: st.DataObject, insertion: str
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 60)))
    assume(text[start:end].strip())
    made = anchor(article(text), Span(start, end))
    place = made.position
    if data.draw(st.booleans()):
        cut = data.draw(st.integers(0, place.start))
        changed = text[:cut] + insertion + text[data.draw(st.integers(cut, place.start)) :]
    else:
        cut = data.draw(st.integers(place.end, len(text)))
        changed = text[:cut] + insertion + text[data.draw(st.integers(cut, len(text))) :]
    standing, span = resolve(made, article(changed))
    assert standing in (Standing.SAME, Standing.MOVED)
    assert span is not None
    assert span.of(changed).split() == made.quote.split()


@given(news, news, st.data())
def test_no_edit_puts_a_note_on_other_words_in_silence(
    text: str, other: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    made = anchor(article(text), Span(start, end))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    pieces = [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]
    changed = data.draw(st.sampled_from(["", " ", other])).join(data.draw(st.permutations(pieces)))
    assume(changed.strip())
    standing, span = resolve(made, article(changed))
    if span is None:
        assert standing is Standing.GONE
        return
    same = span.of(changed).split() == made.quote.split()
    assert same is (standing in (Standing.SAME, Standing.MOVED))
    if standing is Standing.SAME:
        assert span.start == made.position.start


@pytest.mark.parametrize(
    ("words", "standing"), [("Tuesday", Standing.GONE), ("Work begins in May.", Standing.MOVED)]
)
def test_a_word_elsewhere_is_another_passage_and_a_sentence_is_not(
    words: str, standing: Standing
) -> None:
    made = anchor(article(), at(words))
    changed = f"Quite another story\nIt has many sentences. {words} They go on."
    assert resolve(made, article(changed))[0] is standing
