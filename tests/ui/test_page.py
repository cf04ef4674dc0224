from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.article import BlockKind
from briefing.ui.page import CHUNK, RECENT, SETTLED, Page
from tests.ui.articles import article, prose

WORDS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=300)


def shown(page: Page) -> list[str]:
    rows = []
    settled(page)
    for row in range(page.height):
        line = page.line(row)
        assert line is not None
        rows.append("" if line.blank else page.article.text[line.start : line.end])
    return rows


def settled(page: Page) -> Page:
    while page.settle():
        pass
    return page


def test_headings_have_air_above_and_lists_are_tight() -> None:
    page = Page(
        article(
            (BlockKind.TITLE, "Port reopens"),
            (BlockKind.PARAGRAPH, "Ships came in."),
            (BlockKind.HEADING, "What next"),
            (BlockKind.ITEM, "Cranes"),
            (BlockKind.ITEM, "Rails"),
            (BlockKind.SOURCE, "Source: Harbour News"),
        ),
        40,
    )
    assert shown(page) == [
        "Port reopens",
        "",
        "Ships came in.",
        "",
        "",
        "What next",
        "",
        "Cranes",
        "Rails",
        "",
        "Source: Harbour News",
    ]


def test_code_keeps_its_lines() -> None:
    page = Page(article((BlockKind.CODE, "a  b\n\n  c")), 40)
    assert shown(page) == ["a  b", "", "  c"]


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(1, 80))
def test_the_text_shown_is_the_text_stored(paragraphs: list[str], measure: int) -> None:
    made = prose(*paragraphs)
    page = Page(made, measure)
    words = "".join("".join(shown(page)).split())
    assert words == "".join(made.text.split())


@settings(max_examples=30)
@given(st.integers(1, 60), st.integers(10, 90), st.data())
def test_every_character_has_a_row_that_holds_it(
    count: int, measure: int, data: st.DataObject
) -> None:
    made = prose(*("word " * 90 + str(number) for number in range(count)))
    page = settled(Page(made, measure))
    offset = data.draw(st.integers(0, len(made.text.rstrip()) - 1))
    line = page.line(page.row_of(offset))
    assert line is not None
    assert line.start <= offset
    following = page.line(page.row_of(offset) + 1)
    assert following is None or following.blank or offset < following.start


def test_a_long_article_is_not_broken_into_lines_before_it_is_seen() -> None:
    page = Page(prose(*("word " * 200 for _ in range(500))), 70)
    page.line(0)
    assert sum(chunk.exact for chunk in page._chunks) == 1
    while page.settle():
        pass
    assert all(chunk.exact for chunk in page._chunks)
    assert len(page._recent) <= RECENT < len(page._chunks)
    settled(page)
    assert page.line(page.height - 1) is not None
    assert page.line(page.height) is None


def test_an_overlong_paragraph_is_divided() -> None:
    page = Page(prose("word " * CHUNK), 70)
    assert len(page._chunks) > 3
    assert " ".join(shown(page)).split() == page.article.text.split()


def test_an_empty_article_is_an_empty_page() -> None:
    page = Page(article(), 70)
    assert page.height == 0
    assert page.line(0) is None
    assert page.row_of(0) == 0


def test_a_very_long_page_is_exact_where_it_is_looked_at_and_estimated_elsewhere() -> None:
    paragraph = "The ferry to Loren was late again, said the harbour master. " * 20
    made = article(*[(BlockKind.PARAGRAPH, paragraph.strip())] * 900)
    page = Page(made, 60)
    estimated = page.height
    slices = 1
    while page.settle():
        slices += 1
    assert slices == SETTLED
    assert abs(page.height - estimated) < estimated / 10
    last = page.line(page.row_of(made.length - 1))
    assert last is not None
    assert last.end == made.blocks[-1].span.end
    assert page.row_of(made.length - 1) == page.height - 1


@settings(max_examples=40)
@given(st.integers(0, 400), st.integers(0, 60), st.integers(12, 90))
def test_lines_at_once_are_those_asked_for_one_by_one(row: int, count: int, measure: int) -> None:
    page = Page(prose(*("The ferry was late again. " * 18 for _ in range(60))), measure)
    found = page.lines(row, count)
    assert len(found) == count
    assert found == [page.line(row + number) for number in range(count)]


def test_below_the_end_of_a_page_there_are_no_lines() -> None:
    page = Page(article((BlockKind.PARAGRAPH, "Ships came in.")), 40)
    assert page.lines(0, 3) == [page.line(0), None, None]
    assert page.lines(7, 2) == [None, None]
