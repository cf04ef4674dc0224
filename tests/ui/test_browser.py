"""Opening addresses: by a program and its arguments, and only what the reader has seen."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote_plus

import pytest

from briefing.desk import Desk
from briefing.model.article import Link, LinkKind, Span
from briefing.model.errors import BriefingError
from briefing.ui.app import BriefingApp
from briefing.ui.browser import Browser, browsers, choose
from briefing.ui.screens.outward import LOOKALIKE
from briefing.ui.screens.panel import Panel
from tests.ui.conftest import Start, until

Program = Callable[..., Path]
ADDRESS = "https://news.example/a?b=%25s&c=$(touch${IFS}pwn);--help"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Makes programs that note their arguments, and are all there are."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("BROWSER", raising=False)

    def make(name: str, *, code: int = 0) -> Path:
        made = folder / name
        log = tmp_path / f"{name}.log"
        made.write_text(
            f'#!/bin/sh\nfor a in "$@"; do echo "$a" >> \'{log}\'; done\n'
            f"echo noise; echo noise >&2\nexit {code}\n"
        )
        made.chmod(made.stat().st_mode | stat.S_IXUSR)
        return log

    return make


@pytest.mark.parametrize(
    ("wished", "expected"),
    [
        ("mine", ["{address}"]),
        ("mine --new-window", ["--new-window", "{address}"]),
        ("mine -u %s --quiet &", ["-u", "{address}", "--quiet"]),
        ("mine '--url=%s'", ["--url={address}"]),
        ("absent:mine", ["{address}"]),
        ("'mine:mine", ["{address}"]),
        ("mine ; touch pwn", [";", "touch", "pwn", "{address}"]),
    ],
)
def test_the_readers_own_browser(program: Program, wished: str, expected: list[str]) -> None:
    log = program("mine")
    environment = {"PATH": os.environ["PATH"], "BROWSER": wished}
    browser = next(browsers(ADDRESS, environment))
    assert browser.start()
    assert log.read_text().splitlines() == [e.replace("{address}", ADDRESS) for e in expected]


def test_what_a_desktop_has(program: Program) -> None:
    log = program("xdg-open")
    assert choose(ADDRESS).start()
    assert log.read_text() == f"{ADDRESS}\n"


def test_no_browser(program: Program) -> None:
    with pytest.raises(BriefingError, match="no browser was found"):
        choose(ADDRESS)


def test_a_browser_that_fails_or_is_gone(program: Program) -> None:
    program("xdg-open", code=3)
    assert not choose(ADDRESS).start()
    assert not Browser(("/nonexistent/browser", ADDRESS)).start()


def test_a_browser_of_the_terminal_is_known(program: Program) -> None:
    log = program("w3m")
    browser = choose(ADDRESS)
    assert browser.in_terminal
    assert browser.run()
    assert log.read_text() == f"{ADDRESS}\n"


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://news.example/", True),
        ("mailto:desk@news.example", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("-https://news.example/", False),
        (" https://news.example/", False),
        ("", False),
    ],
)
def test_what_may_be_opened(address: str, may: bool) -> None:
    assert Desk.may_open(address) is may


async def test_an_address_is_shown_before_it_is_opened(start: Start, program: Program) -> None:
    log = program("xdg-open")
    address = "https://\u0440\u0430yp\u0430l.example/x"
    async with start() as pilot:
        app = pilot.app
        assert isinstance(app, BriefingApp)
        app.reader.run_worker(app.reader.offer_address("Pay", address))
        await pilot.pause()
        assert isinstance(app.screen, Panel)
        assert app.screen._lines == ["Pay", "https://xn--ypl-5cdc6g.example/x", LOOKALIKE]
        assert not log.exists()
        await pilot.press("o")
        await app.workers.wait_for_complete()
        assert log.read_text() == f"{address}\n"
        assert app.reader.bottom_line.message == "Opened https://xn--ypl-5cdc6g.example/x"


async def test_a_related_title_with_an_address_is_searched_for_all_the_same(
    start: Start, program: Program
) -> None:
    log = program("xdg-open")
    async with start() as pilot:
        app = pilot.app
        assert isinstance(app, BriefingApp)
        span = Span(0, app.reader.article.text.index(" "))
        app.reader.follow(Link(span, LinkKind.RELATED, "https://news.example/other"))
        await until(pilot, lambda: isinstance(app.screen, Panel))
        assert isinstance(app.screen, Panel)
        assert "Its address: https://news.example/other" in app.screen._lines
        await pilot.press("w")
        await app.workers.wait_for_complete()
        word = app.reader.article.of(span)
        assert log.read_text() == f"https://duckduckgo.com/?q={quote_plus(word)}\n"
