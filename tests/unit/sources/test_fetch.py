"""Getting bytes: each thing that can be wrong gives one sentence that names it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from briefing import sources
from briefing.model.article import Media
from briefing.model.errors import UnreadableError
from briefing.sources import RawSource, article, fetch, load


def test_a_file(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The bridge stays open.\n")
    assert load(str(story)) == RawSource(b"The bridge stays open.\n", str(story))


def test_a_relative_name_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "story.txt").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert load("story.txt").location == str(tmp_path / "story.txt")


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("missing.txt", "there is no such file"),
        ("story.txt/within", "there is no such file"),
        ("folder", "is a folder"),
        ("empty.txt", "is empty"),
        ("loop.txt", "is a link that leads back to itself"),
        ("x" * 300, "the name is too long"),
        ("nul\0name", "is not a name that a file can have"),
    ],
)
def test_what_cannot_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, cause: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("x")
    Path("folder").mkdir()
    Path("empty.txt").touch()
    Path("loop.txt").symlink_to("loop.txt")
    with pytest.raises(UnreadableError) as caught:
        load(name)
    assert caught.value.subject == name
    assert caught.value.cause == cause


def test_no_name() -> None:
    with pytest.raises(UnreadableError, match="the file name: is empty"):
        load("")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="is empty"):
        load(str(tmp_path / "pipe"))


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MOST_BYTES", 1 << 20)
    (tmp_path / "big.txt").write_bytes(b"word " * (1 << 18))
    with pytest.raises(UnreadableError, match="is larger than 1 MB"):
        load(str(tmp_path / "big.txt"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"The bridge stays open.")
    with (tmp_path / "in").open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert load("-") == RawSource(b"The bridge stays open.", "-")


@pytest.mark.parametrize("stream", [None, io.StringIO("no file")])
def test_standard_input_that_is_closed(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None
) -> None:
    monkeypatch.setattr(sys, "stdin", stream)
    with pytest.raises(UnreadableError, match="standard input: is closed"):
        load("-")


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"%PDF-1.7\n\x00", "is a PDF document"),
        (bytes(100), "is data, not text"),
        (b" \n\t\n", "there are no words in it"),
        (b"\xef\xbb\xbf", "there are no words in it"),
    ],
)
def test_what_is_no_article(data: bytes, cause: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        article(RawSource(data, "/tmp/story.txt"))
    assert caught.value.cause == cause
    assert "/tmp/story.txt" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("/story.txt", "Words.", Media.TEXT),
        ("/story.md", "Words.", Media.MARKDOWN),
        ("/story.HTML", "Words.", Media.HTML),
        ("/story", "Words.", Media.TEXT),
        ("-", "<!DOCTYPE html><p>Words.", Media.HTML),
        ("-", "  <!-- saved -->\n<html><p>Words.", Media.HTML),
        ("/story.txt", "<html><p>Words.", Media.HTML),
        ("/story.txt", "<b>Words</b>", Media.TEXT),
        ("-", "---\ntitle: Words\n---\nMore.", Media.MARKDOWN),
        ("-", "# Words\n\nMore [here](https://news.example).", Media.MARKDOWN),
        ("-", "# 1 in the charts\n\nMore.", Media.TEXT),
        ("/notes.txt", "# Words\n\nMore [here](https://news.example).", Media.TEXT),
    ],
)
def test_kind(name: str, data: str, media: Media) -> None:
    assert article(RawSource(data.encode(), name)).origin.media is media


def test_the_declared_kind_ends_the_question() -> None:
    raw = RawSource(b"<p>Words.</p>", "/story.txt", Media.HTML)
    assert article(raw).text == "Words."


def test_a_text_that_is_too_long_for_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_CHARACTERS", 1000)
    assert article(RawSource(b"word " * 200, "a.txt")).text
    with pytest.raises(UnreadableError, match="more than 1,000 characters, the most"):
        article(RawSource(b"word " * 201 + b"end", "a.txt"))


def test_more_paragraphs_than_an_article_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_PARAGRAPHS", 100)
    for name, line in (("a.txt", b"A line.\n\n"), ("a.md", b"- item\n"), ("a.html", b"<p>A line.")):
        assert article(RawSource(line * 100, name)).blocks
        with pytest.raises(UnreadableError, match="more than 100 paragraphs, the most"):
            article(RawSource(line * 101, name))
