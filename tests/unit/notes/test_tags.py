from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.tags import tag_names, tagged, tags_of


@pytest.mark.parametrize(
    ("comment", "tags"),
    [
        ("", ()),
        ("Much. #money", ("money",)),
        ("#money, #work/plan. #Money again", ("money", "work/plan")),
        ("(#no) a#b ## # 1. #12 \\#no", ()),
        ("#2026-plan\n#Übung #中国", ("2026-plan", "Übung", "中国")),
        ("# Heading #tag/", ("tag",)),
    ],
)
def test_tags_are_words_with_a_sign(comment: str, tags: tuple[str, ...]) -> None:
    assert tags_of(comment) == tags


@pytest.mark.parametrize(
    ("comment", "tags", "result"),
    [
        ("", ("a", "b"), "#a #b"),
        ("Much.", ("a",), "Much.\n\n#a"),
        ("Much.\n\n#a", ("a", "b"), "Much.\n\n#a #b"),
        ("Much.\n#a #b", ("b",), "Much.\n#b"),
        ("Much.\n\n#a", (), "Much."),
        ("The #price of #bread", ("bread",), "The price of #bread"),
        ("The #price of it", ("Price", "a"), "The #price of it\n\n#a"),
        ("#a", (), ""),
    ],
)
def test_a_comment_is_given_tags(comment: str, tags: tuple[str, ...], result: str) -> None:
    assert tagged(comment, tags) == result


def test_tags_are_typed_with_signs_or_without() -> None:
    assert tag_names("a #b, work/plan  12") == ("a", "b", "work/plan")


@given(
    st.text("ab# \n/-1", max_size=40), st.lists(st.sampled_from(["a", "bb", "a/b"]), unique=True)
)
def test_a_comment_has_the_tags_it_was_given_and_all_its_words(
    comment: str, tags: list[str]
) -> None:
    result = tagged(comment, tags)
    assert set(tags_of(result)) == set(tags)
    if set(tags_of(comment)) <= set(tags):
        assert result.split()[: len(comment.split())] == comment.split()
