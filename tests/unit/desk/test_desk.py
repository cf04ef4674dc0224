"""The desk as the screen and the command line use it, from files to notes and back."""

from __future__ import annotations

import csv
import io
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.desk import Desk, Draft
from briefing.library.database import Database
from briefing.library.store import Articles
from briefing.model.annotations import Briefing
from briefing.model.article import Span
from briefing.model.errors import LibraryError, NotesError, UnreadableError
from briefing.model.notes import Standing
from briefing.reading.brief import engine_of
from briefing.settings import Settings
from briefing.worker import Worker
from tests.articles import HARBOUR, at
from tests.site import Site, page

FERRY = """\
Ferry fares rise

A ticket for the ferry will cost $3 from Monday, the harbour board of Oakham said on Friday.

Related articles: Harbour bridge stays open
"""


@pytest.fixture
def desk() -> Iterator[Desk]:
    opened = Desk.open(Settings.load())
    yield opened
    opened.close()


def again(desk: Desk) -> Desk:
    """The desk after a restart."""
    desk.close()
    return Desk.open(Settings.load())


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    file = tmp_path / "bridge.txt"
    file.write_text(HARBOUR.replace("\n", "\n\n"), encoding="utf-8")
    return file


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.txt"
    file.write_text(FERRY, encoding="utf-8")
    return file


def test_a_file_is_read_once_and_opened_where_it_was_left(desk: Desk, bridge: Path) -> None:
    first = desk.read(str(bridge))
    assert (first.new, first.position, first.briefing) == (True, 0, None)
    assert first.article.title == "Harbour bridge stays open"
    desk.visit(first.article.digest)
    desk.remember(first.article.digest, 40)
    desk = again(desk)
    second = desk.read(str(bridge))
    assert (second.new, second.position, second.article) == (False, 40, first.article)
    assert desk.last() == first.article.digest
    assert desk.reopen(first.article.digest).article == first.article
    desk.close()


def test_the_second_opening_reads_nothing_anew(
    desk: Desk, bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def run(_: object, __: object, path: Path, digest: str, engine: str, *, subject: str) -> str:
        asked.append(digest)
        assert subject == "Harbour bridge stays open"
        Articles(Database(path)).keep(Briefing(digest, engine_of(engine)))
        return engine_of(engine)

    monkeypatch.setattr(Worker, "run", run)
    first = desk.read(str(bridge)).article
    briefing = desk.brief(first)
    assert asked == [first.digest]
    desk = again(desk)
    second = desk.read(str(bridge))
    assert second.briefing == briefing
    assert desk.brief(second.article) == briefing
    assert desk.reopen(first.digest).briefing == briefing
    assert asked == [first.digest]
    desk.close()


def test_what_is_only_opened_is_not_where_reading_goes_on(
    desk: Desk, bridge: Path, ferry: Path
) -> None:
    read = desk.read(str(bridge)).article
    desk.visit(read.digest)
    desk.read(str(ferry))
    assert desk.last() == read.digest


def test_opening_again_writes_nothing(
    desk: Desk, bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = desk.read(str(bridge)).article.digest
    desk._library.keep(Briefing(digest, engine_of(desk.engine)))
    desk.visit(digest)
    desk = again(desk)
    monkeypatch.setattr(Database, "write", lambda *_, **__: pytest.fail("it is written"))
    assert desk.read(str(bridge)).briefing is not None
    desk.visit(digest)
    assert desk.last() == digest
    desk.close()


def test_the_seed_is_there_for_a_first_start(desk: Desk) -> None:
    assert desk.last() is None
    assert "China" in desk.read(desk.seed()).article.text


def test_a_reading_is_kept(desk: Desk, bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = desk.read(str(bridge)).article
    briefing = desk.brief(article)
    assert (briefing.digest, briefing.engine) == (article.digest, engine_of())
    desk = again(desk)
    monkeypatch.setattr(desk._worker, "run", None)
    assert desk.brief(article) == briefing
    assert desk.read(str(bridge)).briefing == briefing
    monkeypatch.setattr("briefing.reading.brief.ENGINE", "another")
    assert desk.reopen(article.digest).briefing is None
    desk.close()


def test_a_page_is_parsed_in_the_workers_process(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "The council of Oakham voted to keep the swing bridge open for traffic. " * 8
    page.write_text(
        f"<html><head><title>Bridge stays</title></head><body><article><h1>Bridge stays</h1>"
        f"<p>{words}</p><p>{words}</p></article></body></html>"
    )
    assert "swing bridge" in desk.read(str(page)).article.text


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "."])
def test_what_cannot_be_read_is_told(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(UnreadableError):
        desk.read(str(tmp_path / name))
    assert desk.articles() == ()


def test_an_article_that_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(LibraryError, match="the article 000000000000: is not in the library"):
        desk.reopen("0" * 64)


def test_related_titles_are_found_or_wanted(desk: Desk, bridge: Path, ferry: Path) -> None:
    digest = desk.read(str(ferry)).article.digest
    assert desk.resolve("Harbour bridge stays open") is None
    for title in ("Harbour bridge stays open", "Harbour Bridge Stays Open", "Trains on strike"):
        desk.want(digest, title)
    assert desk.wanted() == ("Harbour bridge stays open", "Trains on strike")
    found = desk.read(str(bridge)).article.digest
    exact = desk.resolve("Harbour  bridge STAYS open")
    assert exact is not None
    assert (exact.digest, exact.guess) == (found, False)
    assert desk.wanted() == ("Trains on strike",)


def test_the_list_of_articles_tells_what_is_known(desk: Desk, bridge: Path, ferry: Path) -> None:
    digest = desk.read(str(bridge)).article.digest
    desk.read(str(ferry))
    desk.mark_read(digest, True)
    desk.star(digest, True)
    newer, older = desk.articles()
    assert (newer.title, newer.read, newer.starred) == ("Ferry fares rise", False, False)
    assert (older.digest, older.read, older.starred) == (digest, True, True)
    assert older.location == str(bridge)
    assert older.words == len(HARBOUR.split())


def test_preferences_last(desk: Desk) -> None:
    assert desk.preference("theme") is None
    desk.prefer("theme", "paper")
    desk = again(desk)
    assert desk.preference("theme") == "paper"
    desk.close()


def test_notes_last_and_every_step_can_be_undone(desk: Desk, bridge: Path) -> None:
    article = desk.read(str(bridge)).article
    note = desk.mark(article, at("Repairs will cost", article.text), "Much.\r\n\x1b[31mred\x00 ")
    assert note.comment == "Much.\n[31mred"
    assert (note.standing, note.span) == (Standing.SAME, note.anchor.position)
    desk.comment(note.id, "Less.")
    desk.delete(note.id)
    assert desk.notes(article) == ()
    desk = again(desk)
    assert desk.undo(article) == "Note back: “Repairs will cost”"
    assert [one.comment for one in desk.notes(article)] == ["Less."]
    assert desk.undo(article) == "Comment put back: “Repairs will cost”"
    assert [one.comment for one in desk.notes(article)] == ["Much.\n[31mred"]
    desk = again(desk)
    assert desk.undo(article) == "Mark taken back: “Repairs will cost”"
    assert desk.notes(article) == ()
    assert desk.undo(article) is None
    desk.close()


def test_a_passage_without_words_cannot_be_marked(desk: Desk, bridge: Path) -> None:
    article = desk.read(str(bridge)).article
    gap = article.text.index("\n")
    with pytest.raises(NotesError, match="the passage: has no words in it"):
        desk.mark(article, Span(gap, gap + 1))


def test_a_note_that_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(LibraryError, match="the note b-00000000: is not in the library"):
        desk.comment("b-00000000", "x")


def test_a_draft_outlives_the_program(desk: Desk, bridge: Path) -> None:
    digest = desk.read(str(bridge)).article.digest
    draft = Draft(Span(3, 9), "Half a sen")
    assert desk.draft(digest) is None
    desk.keep_draft(digest, draft)
    desk = again(desk)
    assert desk.draft(digest) == draft
    desk.drop_draft(digest)
    assert desk.draft(digest) is None
    desk.close()


def test_a_draft_does_not_undo_what_was_written_meanwhile(desk: Desk, bridge: Path) -> None:
    article = desk.read(str(bridge)).article
    note = desk.mark(article, at("Repairs", article.text), "Much.")
    path = desk.save_notes(article)
    desk.keep_draft(article.digest, Draft(at("Repairs"), "Much. And lo", note.id))
    path.write_text(path.read_text(encoding="utf-8") + "\nIn the file.\n", encoding="utf-8")
    desk = again(desk)
    desk.notes(article)
    draft = desk.draft(article.digest)
    assert draft is not None
    assert draft.comment == "Much.\n\nIn the file.\n\nAnd lo"
    assert desk.draft(article.digest) == draft
    desk.keep_draft(article.digest, Draft(draft.span, f"{draft.comment}ng.", note.id))
    path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    desk.notes(article)
    desk.comment(note.id, f"{draft.comment}ng.")
    assert desk.notes(article)[0].comment == "Much.\n\nIn the file.\n\nMore.\n\nAnd long."
    desk.close()


def test_notes_are_checked_against_their_article(desk: Desk, bridge: Path) -> None:
    article = desk.read(str(bridge)).article
    for words in ("Repairs will cost", "voted on Tuesday to keep", "three years", "Work begins"):
        desk.mark(article, at(words, article.text))
    path = desk.save_notes(article)
    assert {verdict.standing for verdict in desk.verify(path)} == {Standing.SAME}
    text = "News. " + bridge.read_text(encoding="utf-8").replace("Tuesday to", "Wednesday to")
    bridge.write_text(text.replace("Work begins in May.", ""), encoding="utf-8")
    assert [(one.quote, one.standing, one.now) for one in desk.verify(path)] == [
        ("voted on Tuesday to keep", Standing.CHANGED, "voted on Wednesday to keep"),
        ("Repairs will cost", Standing.MOVED, "Repairs will cost"),
        ("three years", Standing.MOVED, "three years"),
        ("Work begins", Standing.GONE, ""),
    ]


def test_notes_on_a_file_that_is_gone_are_checked_against_the_library(
    desk: Desk, bridge: Path, home: Path
) -> None:
    article = desk.read(str(bridge)).article
    note = desk.mark(article, at("Repairs", article.text))
    path = desk.save_notes(article)
    bridge.unlink()
    assert [verdict.good for verdict in desk.verify(path)] == [True]
    assert desk.note_place(path, note.id) == (article, note.span)
    with pytest.raises(NotesError, match="has no note b-0"):
        desk.note_place(path, "b-0")
    desk.close()
    for file in (home / "data").iterdir():
        file.unlink()
    desk = Desk.open(Settings.load())
    with pytest.raises(NotesError, match=r"its article is neither at .* nor in the library"):
        desk.verify(path)
    desk.close()


@pytest.mark.parametrize("text", [None, "", "# Notes\n\n> A quote\n"])
def test_a_file_without_notes_is_told(desk: Desk, tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "notes.md"
    if text is not None:
        path.write_text(text)
    with pytest.raises(NotesError):
        desk.verify(path)


def test_notes_go_to_other_programs(desk: Desk, bridge: Path, ferry: Path) -> None:
    article, other = desk.read(str(bridge)).article, desk.read(str(ferry)).article
    desk.mark(article, at("Repairs will cost", article.text), '=HYPERLINK("x")\n"two"')
    desk.mark(other, at("$3", other.text))
    (only,) = json.loads(desk.export("json", other))
    assert only["quote"] == only["now"] == "$3"
    assert only["article"]["location"] == str(ferry)
    assert len(json.loads(desk.export("json"))) == 2
    header, *rows = csv.reader(io.StringIO(desk.export("csv", article)))
    facts = dict(zip(header, rows[0], strict=True))
    assert facts["comment"] == '\'=HYPERLINK("x")\n"two"'
    assert facts["title"] == "Harbour bridge stays open"
    quotes = {clipping.note.anchor.quote for clipping in desk.all_notes()}
    assert quotes == {"Repairs will cost", "$3"}


FEED = """\
<rss version="2.0"><channel><title>Harbour Herald</title>
<item><title>Bridge</title><link>https://herald.example/b</link>
<description>It stays.</description></item>
<item><title>Tide</title><link>https://herald.example/t</link>
<description>It turns.</description></item>
<item><link>https://herald.example/only-an-address</link></item>
</channel></rss>
"""


def test_a_feeds_file_brings_all_its_articles(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(FEED)
    opened, digests = desk.read_all(str(file))
    assert opened.article.title == "Bridge"
    assert opened.new
    assert [desk.peek(digest).article.title for digest in digests] == ["Bridge", "Tide"]
    assert {(item.source, item.location) for item in desk.articles()} == {
        ("Harbour Herald", "https://herald.example/b"),
        ("Harbour Herald", "https://herald.example/t"),
    }


def test_a_feed_without_words_is_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text("<rss><channel><title>T</title></channel></rss>")
    with pytest.raises(UnreadableError, match="there are no words in it"):
        desk.read(str(file))


def test_a_file_that_has_not_changed_is_not_read_again(
    desk: Desk, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = time.time() - 60
    os.utime(ferry, (earlier, earlier))
    first = desk.read(str(ferry))
    desk.brief(first.article)
    read: list[str] = []
    put = desk._put

    def counted(location: str) -> list[tuple[str, bool]]:
        read.append(location)
        return put(location)

    monkeypatch.setattr(desk, "_put", counted)
    monkeypatch.setattr(desk._worker, "start", lambda: read.append("the reading process"))
    second = desk.read(str(ferry))
    assert (second.article, second.new) == (first.article, False)
    assert second.briefing is not None
    assert not read
    desk.read_all(str(ferry), anew=True)
    ferry.write_text(FERRY.replace("$3", "$4"), encoding="utf-8")
    assert desk.read(str(ferry)).new
    assert read[0] == read[1] == str(ferry)


@pytest.mark.parametrize("words", ["It stays.", "It stays, and stays."])
def test_what_a_feed_said_of_an_article_stays_known(
    desk: Desk, site: Site, tmp_path: Path, words: str
) -> None:
    item = (
        f"<item><title>Bridge</title><link>{site.address}/b</link><author>Ann Lee</author>"
        "<pubDate>Tue, 02 Jan 2024 08:00:00 GMT</pubDate>"
        f"<description>{'It stays. ' * 20}</description></item>"
    )
    file = tmp_path / "feed.xml"
    file.write_text(f"<rss><channel><title>Herald</title>{item}</channel></rss>")
    desk.read(str(file))
    body = f"<article><h1>Bridge</h1><p>{'It stays. ' * 19}{words}</p></article>"
    site.answers["/b"] = page(f"<html><title>Bridge</title>{body}</html>".encode())
    opened = desk.read(f"{site.address}/b")
    assert words in opened.article.text
    assert opened.article.source == "Herald"
    assert opened.article.authors == ("Ann Lee",)
    assert opened.article.published == "2024-01-02"
    assert {item.source for item in desk.articles()} == {"Herald"}


def test_an_entry_of_a_file_is_read_again_from_it(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    items = "".join(f"<item><guid>{n}</guid><title>Item {n}</title></item>" for n in range(3))
    file.write_text(f"<rss><channel><title>T</title>{items}</channel></rss>")
    _, digests = desk.read_all(str(file))
    location = desk.peek(digests[1]).article.origin.location
    assert desk.read(location).article.title == "Item 1"
    with pytest.raises(UnreadableError, match="is not in this file any more"):
        desk.read(f"{file}#9")
    with pytest.raises(UnreadableError, match="there is no such file"):
        desk.read(f"{tmp_path}/none.xml#9")


def test_of_notes_of_one_second_the_newest_comes_first(
    desk: Desk, bridge: Path, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.notebook.now", lambda: "2024-05-01T08:00:00+00:00")
    first, second = desk.read(str(bridge)).article, desk.read(str(ferry)).article
    for article in (first, second, first):
        desk.mark(article, article.blocks[-1].span)
        assert desk.all_notes()[0].article.digest == article.digest
