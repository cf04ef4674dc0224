from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.query import Filter, first_day, query


@pytest.mark.parametrize(
    ("line", "match", "without"),
    [
        ("", "", ""),
        ("harbour", '"harbour"', ""),
        ("harbour  bridge", '"harbour" AND "bridge"', ""),
        ('"harbour bridge" open', '"harbour bridge" AND "open"', ""),
        ('"harbour bri', '"harbour bri"', ""),
        ("tech*", '"tech" *', ""),
        ('"tech sec"*', '"tech sec" *', ""),
        ("ferry OR bridge open", '("ferry" OR "bridge") AND "open"', ""),
        ("OR ferry OR", '"ferry"', ""),
        ("ferry or bridge", '"ferry" AND "or" AND "bridge"', ""),
        ("ferry -bridge", '"ferry"', '"bridge"'),
        ('-"swing bridge" -ferry', "", '"swing bridge" OR "ferry"'),
        ("COVID-19", '"COVID-19"', ""),
        ("don’t NEAR(x)", '"don’t" AND "NEAR(x)"', ""),
        ("— 🎉 * ***", "", ""),
        ('say"so"', '"say" AND "so"', ""),
        ("after:lunch", '"after lunch"', ""),
        ("after:2024-13", '"after 2024-13"', ""),
        ("source:—", '"source —"', ""),
        ("bad\x00 \udc80byte", '"bad" AND "byte"', ""),
        ("kind:thing", '"kind:thing"', ""),
        ('"unread"', '"unread"', ""),
        ("read", '"read"', ""),
    ],
)
def test_words(line: str, match: str, without: str) -> None:
    found = query(line)
    assert (found.match, found.without, found.filters) == (match, without, ())


@pytest.mark.parametrize(
    ("line", "filters"),
    [
        ("source:Reuters", (Filter("source", "Reuters"),)),
        ('source:"Business Insider"', (Filter("source", "Business Insider"),)),
        ("-Source:bbc", (Filter("source", "bbc", False),)),
        ('entity:"Ann Lee"', (Filter("entity", "Ann Lee"),)),
        ("after:2024", (Filter("after", "2024-01-01"),)),
        ("before:2024-5", (Filter("before", "2024-05-01"),)),
        ("unread starred", (Filter("read", "", False), Filter("starred"))),
        ("-unread -starred", (Filter("read"), Filter("starred", "", False))),
        ("is:read is:starred", (Filter("read"), Filter("starred"))),
    ],
)
def test_filters(line: str, filters: tuple[Filter, ...]) -> None:
    assert query(line).filters == filters
    assert query(line + " ferry").match == '"ferry"'


@pytest.mark.parametrize(
    ("line", "match"),
    [
        ("te", '"te"'),
        ("tec", '"tec" *'),
        ("tec ", '"tec"'),
        ("china tec", '"china" AND "tec" *'),
        ('"china tec', '"china tec"'),
        ("tec,", '"tec,"'),
        ("-tec", ""),
    ],
)
def test_the_last_word_may_not_be_finished(line: str, match: str) -> None:
    assert query(line, typing=True).match == match


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024", "2024-01-01"),
        ("2024-05", "2024-05-01"),
        ("2024-5-7", "2024-05-07"),
        ("2024-02-30", ""),
        ("today", "2024-03-01"),
        ("Yesterday", "2024-02-29"),
        ("24", ""),
    ],
)
def test_first_day(written: str, day: str) -> None:
    assert first_day(written, date(2024, 3, 1)) == day


@given(st.text(alphabet='ab "*-:()ORNEAR^+{}é京🎉’after:2024\n\x00', max_size=40), st.booleans())
def test_no_line_is_an_error(line: str, typing: bool) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5 (text)")
    found = query(line, typing=typing)
    for match in filter(None, (found.match, found.without)):
        db.execute("SELECT * FROM t WHERE t MATCH ?", (match,)).fetchall()
