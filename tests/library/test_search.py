from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import search as search_module
from briefing.library.database import Database
from briefing.library.lane import StoppedError
from briefing.library.opening import remake_indexes
from briefing.library.passages import Found, surroundings
from briefing.library.query import query
from briefing.library.search import Search
from briefing.library.search_sql import BEST, has_phrase
from briefing.library.store import Articles
from briefing.model.annotations import Briefing, Entity, EntityKind
from briefing.model.article import Span
from tests.articles import HARBOUR, article, at


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "library.db")
    yield made
    made.close()


@pytest.fixture
def search(database: Database) -> Iterator[Search]:
    made = Search(database)
    yield made
    made.close()


def add(database: Database, text: str, location: str = "-", **changes: object) -> str:
    made = replace(article(text, location), **changes)  # type: ignore[arg-type]
    Articles(database).add(made)
    return made.digest


def hits(found: Found, text: str) -> list[str]:
    """The words of the hits, each looked at in the article's own text."""
    for passage in found.passages:
        assert passage.words == passage.span.of(text)
        assert all(passage.span.covers(hit) for hit in passage.hits)
    return [hit.of(text) for passage in found.passages for hit in passage.hits]


ODD = (
    "A title of its own\n\nThe Café’s “crème brûlée” — 京都の春 — cost £4.5 in ZÜRICH 🎉🎉.\n\n"
    "İstanbul: naïve co-operation; e\u0301tude, ﬁne, ½ litre, 東京 x² 👩\u200d👩\u200d👧 end."
    " STRASSE Straße."
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("cafe", ["Café"]),
        ("CAFÉ", ["Café"]),
        ("café’s", ["Café’s"]),
        ("creme", ["crème"]),
        ('"creme brulee"', ["crème brûlée"]),
        ("brulee creme", ["crème", "brûlée"]),
        ("zurich", ["ZÜRICH"]),
        ("京都の春", ["京都の春"]),
        ("京都*", ["京都"]),
        ("東京", ["東京"]),
        ("istanbul", ["İstanbul"]),
        ("cooperation", []),
        ("co-operation", ["co-operation"]),
        ("coop", []),
        ("4.5", ["4.5"]),
        ("naive end", ["naïve", "end"]),
        ("étude", ["e\u0301tude"]),
        ("etude", ["e\u0301tude"]),
        ("straße", ["Straße"]),
        ("🎉", []),
        ('"🎉 end"', ["end"]),
    ],
)
def test_hits_are_places_in_the_text(
    database: Database, search: Search, line: str, words: list[str]
) -> None:
    add(database, ODD)
    found = search.find(query(line), 5)
    assert [word for one in found for word in hits(one, ODD)] == words


def test_every_word_is_needed_and_the_newest_comes_first(
    database: Database, search: Search
) -> None:
    old = add(database, "One\nThe ferry and the bridge.")
    add(database, "Two\nThe ferry alone.")
    new = add(database, "Three\nA bridge, no ferry.")
    assert [one.digest for one in search.find(query("ferry bridge"), 5)] == [new, old]
    assert [one.digest for one in search.find(query("ferry bridge"), 1)] == [new]
    assert search.count(query("ferry")) == 3
    assert search.count(query("ferry -bridge")) == 1
    assert search.count(query("-bridge")) == 1
    assert search.count(query("alone OR no")) == 2
    assert search.count(query("")) == 0
    assert search.find(query("   "), 5) == ()


def test_the_best_fit_has_the_words_in_its_title(database: Database, search: Search) -> None:
    best = add(database, "Ferry fares rise\nTicket prices go up." + " Words." * 50)
    add(database, "Harbour\nThe ferry came late." + " Words." * 50)
    assert search.find(query("ferry"), 5)[0].digest != best
    first = search.find(query("ferry"), 5, BEST)[0]
    assert first.digest == best
    assert [hit.of(first.title) for hit in first.title_hits] == ["Ferry"]


def test_filters(database: Database, search: Search) -> None:
    one = add(database, "One\nFerry.", source="Business Insider", published="2023-07-12")
    two = add(database, "Two\nFerry.", source="Le Monde Économie", published="2024-01-01")
    bare = add(database, "Three\nFerry.", source="")
    Articles(database).star(two, True)
    Articles(database).mark_read(one, True)
    cases = {
        "ferry source:insider": [one],
        "source:economie": [two],
        "ferry -source:monde": [bare, one],
        "source:nobody": [],
        "before:2024 ferry": [one],
        "after:2023-07-12 before:2024-02": [two, one],
        "after:2023-07-13 before:2024-02": [two],
        "starred": [two],
        "ferry unread": [bare, two],
        "-unread": [one],
        "starred -ferry": [],
    }
    for line, digests in cases.items():
        assert [found.digest for found in search.find(query(line), 5)] == digests, line
        assert search.count(query(line)) == len(digests)
    (found,) = search.find(query("source:insider"), 5)
    assert (found.day, found.read, found.starred, found.passages) == (
        "2023-07-12", True, False, (),
    )  # fmt: skip


def test_names_of_kept_briefings_are_found(database: Database, search: Search) -> None:
    text = "Title\nMayor Ann Łukasz Lee met the Federal Reserve. Lee said so. The Fed agreed."
    digest = add(database, text)
    lee = at("Ann Łukasz Lee", text)
    bank = at("Federal Reserve", text)
    briefing = Briefing(
        digest,
        "by hand",
        entities=(
            Entity(lee, EntityKind.PERSON, (lee, at("Lee", text, lee.end))),
            Entity(bank, EntityKind.ORGANISATION, (bank, at("Fed", text, bank.end))),
        ),
    )
    assert search.count(query("entity:lee")) == 0
    Articles(database).keep(briefing)
    for line in ("entity:lee", 'entity:"ANN łukasz"', "entity:fed met", "entity:reserve"):
        assert search.count(query(line)) == 1, line
    for line in ("entity:mayor", 'entity:"lee ann"', "-entity:lee"):
        assert search.count(query(line)) == 0, line
    Articles(database).keep(replace(briefing, entities=(), engine="another"))
    assert search.count(query("entity:lee")) == 0


def test_the_index_follows_the_articles(database: Database, search: Search) -> None:
    digest = add(database, "Title\nThe ferry sails.")
    library = Articles(database)
    library.add(replace(library.article(digest), title="Another heading"))
    assert search.find(query("heading"), 5)[0].title == "Another heading"
    database.write(lambda db: db.execute("UPDATE body SET text = 'Title\nThe tram runs.'"))
    assert search.count(query("ferry")) == 0
    assert search.count(query("tram title heading")) == 1
    database.write(lambda db: db.execute("DELETE FROM article"))
    assert search.count(query("tram")) == 0
    check = "INSERT INTO full_text (full_text, rank) VALUES ('integrity-check', 1)"
    database.write(lambda db: db.execute(check))


def test_a_damaged_index_is_made_anew(database: Database, search: Search) -> None:
    add(database, "Title\nThe ferry sails.")
    database.write(lambda db: db.execute("DELETE FROM full_text_data WHERE id > 10"))
    assert search.count(query("ferry")) == 1
    database.write(lambda db: db.execute("DELETE FROM full_text_data WHERE id > 10"))
    add(database, "Title\nThe ferry sails again." * 3)
    database.write(lambda db: db.execute("UPDATE body SET text = text || '.'"))
    assert search.count(query("ferry")) == 2
    assert database.notices == []


def test_a_version_that_has_a_newer_one_says_so(database: Database, search: Search) -> None:
    add(database, HARBOUR, "/news/a.txt")
    new = add(database, HARBOUR + " It was late.", "/news/a.txt")
    found = search.find(query("ferry"), 5)
    assert [(one.digest == new, one.superseded) for one in found] == [(True, False), (False, True)]


def test_several_hits_near_each_other_share_their_surroundings(
    database: Database, search: Search
) -> None:
    text = "Title\n\n" + "ferry one two. " * 4 + "\n\n" + "word " * 100 + "ferry " + "word " * 100
    add(database, text)
    (found,) = search.find(query("ferry"), 5)
    assert [len(passage.hits) for passage in found.passages] == [4, 1]
    assert found.passages[0].words.startswith("ferry one")
    assert len(found.passages[1].words) < 200


@pytest.mark.parametrize(
    ("text", "hit", "words"),
    [
        ("ferry", "ferry", "ferry"),
        ("One.\n\nThe ferry\nsails.\n\nTwo.", "ferry", "The ferry\nsails."),
        ("京" * 300 + "x" + "京" * 300, "x", "京" * 51 + "x" + "京" * 111),
    ],
)
def test_surroundings(text: str, hit: str, words: str) -> None:
    start = text.index(hit)
    assert surroundings(text, Span(start, start + len(hit))).of(text) == words


def test_a_search_stops_the_one_before(database: Database, search: Search) -> None:
    def fill(db: sqlite3.Connection) -> None:
        for number in range(3000):
            db.execute(
                "INSERT INTO article (digest, story, title, title_form, source, authors, published,"
                " location, words, added) VALUES (?, 0, '', '', '', '', '', '', 0, '')",
                (str(number),),
            )
        db.execute("INSERT INTO body SELECT id, 'the ferry sails', '' FROM article")
        remake_indexes(db)

    database.write(fill)
    search.count(query("ferry"))
    begun = threading.Event()
    ended: list[str] = []

    def slow() -> None:
        def work(db: sqlite3.Connection) -> None:
            begun.set()
            db.execute("SELECT count(*) FROM article a, article b, article c").fetchone()

        with pytest.raises(StoppedError):
            search._run(work)
        ended.append("stopped")

    thread = threading.Thread(target=slow)
    thread.start()
    assert begun.wait(10)
    assert search.count(query("ferry")) == 3000
    thread.join(10)
    assert ended == ["stopped"]


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("ferry", False),
        ("ferry harbour", False),
        ('"ferry" "harbour" fer*', False),
        ('"the ferry"', True),
        ("mayor co-operation", True),
        ("4.5", True),
        ("-“x”", False),
    ],
)
def test_what_is_a_phrase(line: str, phrase: bool) -> None:
    assert has_phrase(query(line).match) == phrase


@pytest.mark.parametrize("rare", [1, 2, 200])
@pytest.mark.parametrize("most", [1, 3, 5, 50])
@pytest.mark.parametrize(
    ("line", "number"),
    [
        ('"the ferry"', 8),
        ('"ferry sails" -tram', 8),
        ('"the ferry" starred', 4),
        ('"ferry the"', 0),
    ],
)
def test_a_phrase_is_found_by_halves_as_in_the_whole(
    database: Database,
    search: Search,
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    number: int,
    most: int,
    rare: int,
) -> None:
    for each in range(12):
        text = f"Title {each}\n\nWhere the {'ferry' if each % 3 else 'tram'} sails."
        digest = add(database, text, f"/news/{each}.txt")
        if each % 2:
            Articles(database).star(digest, on=True)
    whole = search.find(query(line), most)
    assert search._beside is None
    monkeypatch.setattr(search_module, "HALVED", 5)
    monkeypatch.setattr(search_module, "RARE", rare)
    assert search.find(query(line), most) == whole
    assert search._beside is not None
    assert len(whole) == min(most, number)


@pytest.fixture
def halved(database: Database, search: Search, monkeypatch: pytest.MonkeyPatch) -> Search:
    """A search of four ferries, two in each half."""
    for number in range(4):
        add(database, f"Title {number}\n\nThe ferry sails.", f"/news/{number}.txt")
    monkeypatch.setattr(search_module, "HALVED", 2)
    return search


def test_a_search_by_halves_is_stopped_in_both(
    halved: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way = threading.Barrier(3)
    ended: list[str] = []

    def slow(db: sqlite3.Connection, *asked: object) -> list[tuple[object, ...]]:
        under_way.wait(10)
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        return list(db.execute(f"{numbers} SELECT count(*) FROM n"))

    def find() -> None:
        with pytest.raises(StoppedError):
            halved.find(query('"the ferry"'), 9)
        ended.append("stopped")

    whole = search_module._asked
    monkeypatch.setattr(search_module, "_asked", slow)
    thread = threading.Thread(target=find)
    thread.start()
    under_way.wait(10)
    monkeypatch.setattr(search_module, "_asked", whole)
    assert len(halved.find(query('"the ferry"'), 9)) == 4
    thread.join(10)
    assert ended == ["stopped"]


def test_an_index_that_is_damaged_is_made_anew_for_both_halves(
    database: Database, halved: Search
) -> None:
    assert len(halved.find(query('"the ferry"'), 9)) == 4
    database.write(lambda db: db.execute("DELETE FROM full_text_data WHERE id > 10"))
    assert len(halved.find(query('"the ferry"'), 9)) == 4
    assert database.notices == []


CHINESE = "台北看守所昨天抽查房舍\n\n北所副所長李大竹強調，每天都會抽查iPhone手機。"
JAPANESE = "京都の春\n\n東京都は新しい駅を開いた。春の京都に人が集まる。"
THAI = "ข่าววันนี้\n\nผู้ว่าการกรุงเทพเปิดสะพานใหม่เมื่อวันจันทร์"


@pytest.mark.parametrize(
    ("line", "text", "words"),
    [
        ("抽查", CHINESE, ["抽查", "抽查"]),
        ("所長", CHINESE, ["所長"]),
        ("抽查 iphone手機", CHINESE, ["抽查", "抽查", "iPhone手機"]),
        ("京都", JAPANESE, ["京都", "京都", "京都"]),
        ("春の京都", JAPANESE, ["春の京都"]),
        ('"新しい 駅"', JAPANESE, ["新しい駅"]),
        ("東京*", JAPANESE, ["東京"]),
        ("กรุงเทพ", THAI, ["กรุงเทพ"]),
        ("大阪 OR 東京", JAPANESE, ["東京"]),
    ],
)
@pytest.mark.parametrize("order", ["newest", "best"])
def test_words_are_found_in_writing_without_spaces(
    database: Database, search: Search, line: str, text: str, words: list[str], order: str
) -> None:
    for each in (CHINESE, HARBOUR, JAPANESE, THAI):
        add(database, each)
    (found,) = search.find(query(line), 5, order)
    title_hits = [hit.of(found.title) for hit in found.title_hits]
    own = hits(found, text)
    assert (title_hits + own if found.passages[0].span.start else own) == words
    assert search.count(query(line)) == 1


def test_both_kinds_of_writing_are_asked_at_once(database: Database, search: Search) -> None:
    chinese, harbour, japanese = (add(database, each) for each in (CHINESE, HARBOUR, JAPANESE))
    for line, expected in (
        ("京都 OR harbour", [japanese, harbour]),
        ("京都 -東京", []),
        ("-京都", [harbour, chinese]),
        ("-京都 -harbour", [chinese]),
        ("京都 unread", [japanese]),
        ("京 都府", []),
    ):
        assert [one.digest for one in search.find(query(line), 5)] == expected
        assert search.count(query(line)) == len(expected)


def test_articles_from_before_there_was_such_an_index_are_found(
    database: Database, search: Search
) -> None:
    add(database, CHINESE)
    database.write(lambda db: db.execute("DELETE FROM unspaced"))
    assert not search.count(query("抽查"))
    database.write(lambda db: db.execute("UPDATE unspaced_left SET article = 1"))
    assert search.count(query("抽查")) == 1
    database.write(lambda db: db.execute("DELETE FROM article"))
    assert not database.read(lambda db: db.execute("SELECT count(*) FROM unspaced").fetchone()[0])
