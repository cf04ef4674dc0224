"""Runs become a text whose spans fit, whatever the runs hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import BlockKind, Origin, StyleKind
from briefing.sources.assemble import Assembler
from briefing.sources.runs import BREAK, Run
from tests.unit.sources.outline import addresses, assert_whole, looks, outline

STRONG = frozenset((StyleKind.STRONG,))
BOTH = frozenset((StyleKind.STRONG, StyleKind.EMPHASIS))
PARAGRAPH = BlockKind.PARAGRAPH


def test_spaces_and_breaks() -> None:
    page = Assembler()
    page.add(PARAGRAPH, [Run("  The\n bridge "), Run(" stays", STRONG), BREAK, Run("open. ")])
    page.add(PARAGRAPH, [Run(" \n "), Run("\u200b")])
    page.add(BlockKind.HEADING, [Run("Two"), BREAK, Run("lines")], level=2)
    page.add(BlockKind.CODE, [Run("\n\n  a\tb\n\n c\n\n")])
    found = page.article(Origin("-"))
    assert found.text == "The bridge stays\nopen.\n\nTwo lines\n\n  a b\n\n c"
    assert outline(found) == [
        "paragraph 'The bridge stays'",
        "paragraph 'open.'",
        "heading2 'Two lines'",
        "code '  a b\\n\\n c'",
    ]
    assert looks(found) == [("strong", "stays")]
    assert_whole(found)


def test_items_stand_close_and_rules_between() -> None:
    page = Assembler()
    page.add(BlockKind.RULE, ())
    page.add(BlockKind.ITEM, [Run("one"), BREAK, Run("more")], level=1, marker="1.")
    page.add(BlockKind.ITEM, [Run("two")], level=1, marker="2.")
    page.add(BlockKind.RULE, ())
    page.add(BlockKind.RULE, ())
    page.add(PARAGRAPH, [Run("end")])
    page.add(BlockKind.RULE, ())
    found = page.article(Origin("-"))
    assert outline(found) == [
        "item1 1. 'one'",
        "item1    'more'",
        "item1 2. 'two'",
        "rule ''",
        "paragraph 'end'",
    ]
    assert found.text == "one\nmore\ntwo\n\n\nend"
    assert_whole(found)


def test_a_letter_and_its_accent_in_two_runs() -> None:
    page = Assembler()
    page.add(
        PARAGRAPH,
        [Run("caf"), Run("e", STRONG), Run("\u0301 au lait"), Run("\u1100"), Run("\u1161")],
    )
    found = page.article(Origin("-"))
    assert found.text == "caf\u00e9 au lait\uac00"
    assert looks(found) == [("strong", "\u00e9")]
    assert_whole(found)


def test_only_safe_links_are_kept() -> None:
    page = Assembler()
    page.add(
        PARAGRAPH,
        [
            Run("a ", url="https://news.example/"),
            Run("b", STRONG, "https://news.example/"),
            Run(" c", BOTH, "javascript:x"),
            Run("d", url="strong"),
        ],
    )
    found = page.article(Origin("-"))
    assert addresses(found) == [("a b", "https://news.example/")]
    assert looks(found) == [("strong", "b c"), ("emphasis", "c")]


def test_the_title_block_names_the_article() -> None:
    page = Assembler()
    page.add(BlockKind.TITLE, [Run("Bridge  stays "), Run("open", STRONG)])
    found = page.article(
        Origin("-"), title="Another", authors=["Jane\x07 Porter", "", "Jane Porter"]
    )
    assert found.title == "Bridge stays open"
    assert found.authors == ("Jane Porter",)
    assert_whole(found)


RUNS = st.lists(
    st.builds(
        Run,
        st.text(
            alphabet=st.sampled_from(
                "ae \n\t\r\x1b\u0301\u0345\u200d\u200b\u2028\u1100\u1161\u11a8🏴\U000e0061\ud800"
            ),
            max_size=8,
        )
        | st.text(max_size=8),
        st.sampled_from([frozenset(), STRONG, BOTH]),
        st.sampled_from(["", "https://news.example/", "file:///x"]),
    )
    | st.just(BREAK),
    max_size=8,
)


@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)[:8]), RUNS), max_size=6))
def test_every_article_is_whole(blocks: list[tuple[BlockKind, list[Run]]]) -> None:
    page = Assembler()
    for kind, runs in blocks:
        page.add(kind, runs, level=1, marker="•" if kind is BlockKind.ITEM else "")
    assert_whole(page.article(Origin("-"), title="x"))
