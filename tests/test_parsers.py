"""Whatever a file holds that is not an article: it is followed, or refused with one sentence.

Articles of every format are met in ``tests/unit/sources/test_hostile.py``, notes files in
``tests/unit/notes/test_markdown.py``, searches in ``tests/library/test_query.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.library.archive import lines
from briefing.library.database import Database
from briefing.library.importing import take_in
from briefing.model.errors import BriefingError
from briefing.notes.highlights import highlights
from briefing.proof import store
from briefing.proof.glance import glance
from briefing.proof.sheet import NIGHT, sheet
from briefing.settings import NAMES, Settings
from tests import hostile
from tests.library.test_archive import full

PIECES = st.sampled_from((*hostile.ACTS, *hostile.DECEIVES, *hostile.MARKUP, *hostile.WORDS))
WORDS = st.lists(PIECES, max_size=12).map(" ".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder for all examples, each of which writes its own file over the last one."""
    with TemporaryDirectory() as path:
        yield Path(path)


def one_sentence(error: BriefingError) -> None:
    assert str(error).strip()
    assert "\n" not in str(error)


# Settings -----------------------------------------------------------------------------------

VALUES = st.one_of(
    st.sampled_from(("true", "72", "-1", "1e999", "nan", "[]", "{}", "1979-05-27", '"~x/y"', "''")),
    st.integers().map(str),
    WORDS.map(json.dumps),
    WORDS,
)
LINES = st.tuples(st.sampled_from((*NAMES, "nosuch", "a.b", '"[keys]"')), VALUES).map(" = ".join)
TABLES = st.sampled_from(("[keys]", "[[keys]]", "[theme]", "[keys.mark]", "#", ""))


@given(st.lists(LINES | TABLES | WORDS, max_size=6).map("\n".join))
@example("[" * 5000)
@example("a = " + "[" * 5000)
@example("measure = " + "9" * 5000)
def test_any_settings(folder: Path, text: str) -> None:
    file = folder / "settings.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        found = Settings.load(file)
    except BriefingError as error:
        one_sentence(error)
        return
    assert 40 <= found.measure <= 120
    assert all("\n" not in warning for warning in found.warnings)
    assert all(isinstance(keys, str) for keys in found.keys.values())


# An exported library ------------------------------------------------------------------------


@cache
def exported() -> tuple[str, ...]:
    """A library with something of everything, as lines."""
    with TemporaryDirectory() as path:
        return tuple(lines(full(Path(path) / "library.db")))


@st.composite
def spoilt(draw: st.DrawFn) -> list[str]:
    """An exported library with values, names and lines that no export would write."""
    written: list[str] = list(exported())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(written) - 1))
        match draw(st.integers(0, 3)):
            case 0:
                written[at] = json.dumps(draw(JSON))
            case 1:
                cut = draw(st.integers(0, len(written[at])))
                written[at] = written[at][:cut] + draw(WORDS) + written[at][cut:]
            case 2:
                written.insert(draw(st.integers(0, len(written))), written[at])
            case _:
                written[at] = json.dumps(
                    _changed(json.loads(exported()[at % len(exported())]), draw)
                )
    return written


def _changed(value: Any, draw: st.DrawFn) -> Any:
    """A value of JSON with one part of it another."""
    if isinstance(value, dict) and value:
        name = draw(st.sampled_from(sorted(value)))
        return {**value, name: _changed(value[name], draw) if draw(st.booleans()) else draw(JSON)}
    return draw(JSON)


@settings(max_examples=60)
@given(spoilt())
@example([*exported()[:2], "[" * 200_000])
@example([exported()[0], '{"table":"article","row":{"id":' + "9" * 5000 + "}}"])
@example([exported()[0], json.dumps({"table": "article", "row": {"id": 2**70}})])
@example(["[" * 200_000])
def test_any_exported_library(written: list[str]) -> None:
    with TemporaryDirectory() as path:
        database = Database(Path(path) / "library.db")
        try:
            take_in(database, "library.jsonl", written)
        except BriefingError as error:
            one_sentence(error)
            count = "SELECT count(*) FROM article"
            assert database.read(lambda db: db.execute(count).fetchone()) == (0,)
        broken = database.read(lambda db: db.execute("PRAGMA integrity_check").fetchall())
        assert broken == [("ok",)]
        database.close()


# Highlights from elsewhere ------------------------------------------------------------------

KINDLE = st.sampled_from(
    (
        "Harbour News (Ann Lee)",
        "- Your Highlight on page 1 | location 5-6 | Added on Monday, 2 January 2023 10:00:00",
        "- Your Note on Location 99999999999999999999 | Added on",
        "- La subrayado en la página 7",
        "==========",
        "",
    )
)
READWISE = st.sampled_from(("Highlight", "Book Title", "Note", "Tags", "Highlighted at", '"', ","))


@given(
    st.one_of(
        st.lists(KINDLE | WORDS, max_size=20).map("\n".join),
        st.lists(READWISE | WORDS, max_size=20)
        .map(",".join)
        .map("Highlight,Book Title\n{}".format),
    ).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.binary(max_size=200)
)
@example(b'Highlight,Book Title\n"' + b"x" * 200_000)
def test_any_highlights(data: bytes) -> None:
    try:
        found = highlights(Path("My Clippings.txt"), data)
    except BriefingError as error:
        one_sentence(error)
        return
    assert all("\0" not in one.quote + one.comment for one in found)


# The proof ----------------------------------------------------------------------------------


@given(
    WORDS.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=300),
    st.sampled_from(("a.txt", "a.md", "a.html", "a.xml", "a")),
    st.tuples(st.integers(0, 200), st.integers(0, 60)),
    WORDS,
)
def test_any_first_page(data: bytes, name: str, size: tuple[int, int], title: str) -> None:
    blocks = glance(data, name, whole=True)
    rows = sheet(blocks, size, NIGHT, title=title, measure=72)
    assert len(rows) <= max(size[1], 1)
    assert all(map(store._sound, rows))


@given(st.lists(WORDS, max_size=6).map("\n".join) | st.text(max_size=100))
def test_any_kept_page(folder: Path, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "folder", lambda: str(folder))
        (folder / "page").write_bytes(text.encode("utf-8", "surrogatepass"))
        found = store.read("page")
    assert found is None or all(map(store._sound, found[1]))
