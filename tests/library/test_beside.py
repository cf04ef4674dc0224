from __future__ import annotations

from pathlib import Path

import pytest

from briefing.library import beside
from briefing.library.database import Database
from briefing.library.store import LONG, Articles
from briefing.model.article import in_pieces
from briefing.model.errors import LibraryError, NoTextError
from briefing.reading.brief import brief
from briefing.sources import RawSource
from tests.articles import HARBOUR, article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def document(words: str) -> RawSource:
    return RawSource(words.encode(), "/news/harbour.txt")


def test_a_document_is_put_into_the_library_once(path: Path) -> None:
    raw = document(HARBOUR.replace("\n", "\n\n"))
    ((digest, new),) = beside.put(path, raw)
    assert new
    assert beside.put(path, raw) == [(digest, False)]
    assert "Harbour bridge" in Articles(Database(path)).article(digest).title


def test_all_articles_of_a_document_are(path: Path) -> None:
    items = "".join(
        f"<item><title>Tide {number}</title><description>{'It rose. ' * 9}</description></item>"
        for number in range(3)
    )
    feed = f"<rss version='2.0'><channel><title>Herald</title>{items}</channel></rss>"
    digests = [digest for digest, _ in beside.put(path, document(feed))]
    titles = [Articles(Database(path)).article(digest).title for digest in digests]
    assert titles == ["Tide 0", "Tide 1", "Tide 2"]


def test_what_has_no_words_is_not(path: Path) -> None:
    with pytest.raises(NoTextError):
        beside.put(path, document(" \n"))
    assert beside.put(path, document("<rss><channel><title>T</title></channel></rss>")) == []


def test_a_long_document_can_be_shown_without_being_gone_through(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((digest, _),) = beside.put(path, document("The tide rose.\n\n" * (LONG // 3 + 1)))
    monkeypatch.setattr(Articles, "_text", lambda *_: pytest.fail("it is gone through"))
    shown = Articles(Database(path)).article(digest)
    assert shown.cut(0, 14) == "The tide rose."


def test_a_reading_is_kept_under_its_engine(path: Path) -> None:
    library = Articles(Database(path))
    made = article(HARBOUR)
    library.add(made)
    engine = beside.read(path, made.digest, "rules")
    assert library.briefing(made.digest, engine) == brief(made, "rules")
    with pytest.raises(LibraryError, match="is not in the library"):
        beside.read(path, "another", "rules")


def test_a_reading_has_an_article_at_hand_whole() -> None:
    class Text:
        asked = 0

        def __len__(self) -> int:
            return len(made.text)

        def cut(self, start: int, end: int) -> str:
            self.asked += 1
            return made.text[start:end]

    made, text = article(HARBOUR), Text()
    whole = beside.whole(in_pieces(made, text))
    assert (whole, whole.text) == (made, made.text)
    assert text.asked == 1
