"""``briefing feed`` as a reader and a script use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main
from tests.feeds import feed
from tests.site import Site


def test_a_feed_from_beginning_to_end(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"{site.address}/feed"
    site.answers["/feed"] = feed(site, "oakham", range(1, 3))
    assert main(["feed", "add", address]) == 0
    assert capsys.readouterr().out == "The oakham Herald: 2 new.\n"
    assert main(["feed", "add", address]) == 0
    assert capsys.readouterr().out == "The oakham Herald: is followed already.\n"
    assert main(["feed", "list"]) == 0
    assert capsys.readouterr().out.split("\t")[:5] == [
        "The oakham Herald", address, "http://oakham.example/", "auto", "2",
    ]  # fmt: skip
    site.answers["/feed"] = feed(site, "oakham", range(1, 4))
    assert main(["feed", "update"]) == 0
    assert capsys.readouterr().out == "The oakham Herald: 1 new.\n1 feed: 1 new.\n"
    assert main(["feed", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 3
    assert main(["feed", "remove", "the oakham herald"]) == 0
    assert "is not followed any more" in capsys.readouterr().out
    assert main(["feed", "list"]) == 0
    assert "no feed is followed" in capsys.readouterr().err


def test_failures_are_told_and_counted(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        site.answers[f"/{name}"] = feed(site, name, range(1, 2))
    missing = f"{site.address}/c"
    assert main(["feed", "add", *(f"{site.address}/{name}" for name in "acb")]) == 1
    told = capsys.readouterr()
    assert told.out == "The a Herald: 1 new.\nThe b Herald: 1 new.\n"
    assert told.err == f"briefing: {missing}: the server answers 404 (not found).\n"
    site.answers["/a"] = (503, {}, b"")
    assert main(["feed", "update"]) == 1
    told = capsys.readouterr()
    assert told.out == "2 feeds: 0 new, 1 failed.\n"
    assert f"{site.address}/a: the server answers 503" in told.err


def test_a_file_is_no_address_to_follow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news.xml").write_text("<rss/>")
    assert main(["feed", "add", "news.xml"]) == 1
    assert capsys.readouterr().err == (
        "briefing: news.xml: is a file, and a feed is followed by its address. "
        "`briefing add` takes in what the file holds.\n"
    )


@pytest.mark.parametrize("command", ["update", "remove"])
def test_a_feed_that_nobody_follows(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["feed", command, "nothing"]) == 1
    assert "nothing: is no feed that you follow" in capsys.readouterr().err


def test_the_setting_of_a_feed_is_changed_by_adding_it_again(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.answers["/feed"] = feed(site, "oakham", range(1, 2))
    main(["feed", "add", f"{site.address}/feed"])
    main(["feed", "add", "--full-text", "never", f"{site.address}/feed"])
    main(["feed", "list"])
    assert "\tnever\t" in capsys.readouterr().out


def test_a_list_goes_in_and_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(
        "<opml><body><outline text='A' xmlUrl='https://me:pw@a.example/rss'/>"
        "<outline text='B' xmlUrl='file:///etc/passwd'/></body></opml>"
    )
    assert main(["feed", "import", str(file)]) == 1
    told = capsys.readouterr()
    assert told.out == "1 added, 1 failed.\n"
    assert "file:///etc/passwd: is not an address of the web" in told.err
    assert main(["feed", "import", str(file), str(tmp_path / "none")]) == 1
    assert capsys.readouterr().out == "1 known before, 1 failed.\n"
    assert main(["feed", "export"]) == 0
    told = capsys.readouterr()
    assert 'text="A" title="A" xmlUrl="https://a.example/rss"' in told.out
    assert "pw" not in told.out + told.err
    assert "its name and password are not in the list" in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["feed", "add"], "is larger than 1 MB"),
        (["show"], "is larger than 1 MB"),
        (["show", "--raw"], "is larger than 1 MB"),
        (["add"], "is larger than 1 MB"),
    ],
)
def test_what_is_fetched_keeps_to_the_readers_limits(
    arguments: list[str], said: str, home: Path, site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.toml").write_text("fetch_megabytes = 1\n")
    site.answers["/feed"] = (200, {}, b"x" * (2 << 20))
    assert main([*arguments, f"{site.address}/feed"]) == 1
    assert said in capsys.readouterr().err
