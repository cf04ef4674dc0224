from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library import store
from briefing.library.database import Database
from briefing.library.galleys import PIECE, Galleys
from briefing.library.store import Articles
from briefing.model.article import Article
from briefing.model.errors import LibraryError
from tests.articles import article


@given(st.text(min_size=1, max_size=40), st.data())
def test_any_range_of_a_text_is_read_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, words: str, data: st.DataObject
) -> None:
    text = words * (3 * PIECE // len(words))
    galleys = Galleys(tmp_path_factory.mktemp("galleys"))
    galleys.lay("d", text)
    galley = galleys.galley("d")
    assert galley is not None
    assert len(galley) == len(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(0, len(text)))
    assert galley.cut(start, end) == text[start:end]
    assert galley.cut(0, len(text)) == text


def test_only_the_last_ones_read_are_kept(tmp_path: Path) -> None:
    galleys = Galleys(tmp_path / "galleys")
    for number in range(12):
        galleys.lay(f"digest{number}", "words " * number)
    assert len(list((tmp_path / "galleys").iterdir())) <= 9
    assert galleys.galley("digest11") is not None
    assert galleys.galley("never") is None


def test_a_damaged_one_is_let_go(tmp_path: Path) -> None:
    galleys = Galleys(tmp_path)
    galleys.lay("d", "words " * PIECE)
    path = tmp_path / "d"
    whole = path.read_bytes()
    for spoilt in (b"", whole[:-1], b"x" + whole[1:]):
        path.write_bytes(spoilt)
        assert galleys.galley("d") is None
    path.write_bytes(whole[:-1] + b"x")
    found = galleys.galley("d")
    assert found is not None
    assert found.cut(0, 5) == "words"
    with pytest.raises(LibraryError, match="damaged"):
        found.cut(0, len(found))
    assert not path.exists()


def long_article() -> Article:
    return article("\n".join(["A headline"] + ["The council “voted” to keep it open."] * 9000))


def test_a_long_article_is_read_from_its_galley(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = Articles(Database(tmp_path / "library.db"))
    made = long_article()
    articles.add(made)
    asked: list[str] = []
    whole = store.Articles._text

    def counted(self: Articles, digest: str) -> str:
        asked.append(digest)
        return whole(self, digest)

    monkeypatch.setattr(store.Articles, "_text", counted)
    for _ in range(3):
        again = articles.article(made.digest)
        assert again.length == len(made.text)
        assert again.of(again.blocks[-1].span) == "The council “voted” to keep it open."
    assert len(asked) == 1  # the first laid it out
    assert again == made
    assert again.text == made.text
    (tmp_path / "galleys" / made.digest).unlink()
    assert articles.article(made.digest) == made


def test_one_that_is_damaged_in_use_is_done_without(tmp_path: Path) -> None:
    articles = Articles(Database(tmp_path / "library.db"))
    made = long_article()
    articles.add(made)
    again = articles.article(made.digest)
    path = tmp_path / "galleys" / made.digest
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    assert again.cut(again.length - 40, again.length) == made.text[-40:]
    assert again == made


def test_without_room_for_a_galley_the_text_is_held(tmp_path: Path) -> None:
    articles = Articles(Database(tmp_path / "library.db"))
    made = long_article()
    articles.add(made)
    (tmp_path / "galleys").write_text("no folder")
    assert articles.article(made.digest) == made
