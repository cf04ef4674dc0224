"""The log of faults: places and kinds, within bounds, and no word of an article."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefing import faults

SECRET = "the minister resigned"


def raised() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(f"odd: {SECRET}") from error
    except ValueError as error:
        return error


def test_places_are_kept_and_words_are_not(home: Path) -> None:
    log = faults.keep(raised(), "show")
    assert log == home / "state" / "faults.log"
    kept = log.read_text("utf-8")
    assert "builtins.ValueError\n" in kept
    assert "builtins.KeyError\n" in kept
    assert f"{__file__}:" in kept
    assert " raised\n" in kept
    assert ": show\n" in kept
    assert SECRET not in kept


def test_what_the_system_says_is_kept() -> None:
    log = faults.log()
    assert faults.keep(OSError(28, "No space left on device", SECRET), "add") == log
    with pytest.raises(sqlite3.Error) as caught:
        sqlite3.connect(":memory:").execute(f"SELECT '{SECRET}' FROM nowhere")
    faults.keep(caught.value, "add")
    kept = log.read_text("utf-8")
    assert "OSError (No space left on device)" in kept
    assert "sqlite3.OperationalError (SQLITE_ERROR)" in kept
    assert SECRET not in kept


def test_a_full_log_keeps_its_newer_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "MOST_BYTES", 4000)
    log = faults.log()
    for number in range(200):
        assert faults.keep(raised(), f"run {number}") == log
        assert log.stat().st_size < 8000
    kept = log.read_text("utf-8")
    assert "run 199\n" in kept
    assert "run 100\n" not in kept


def test_a_log_that_cannot_be_written(home: Path) -> None:
    home.write_text("in the way")
    assert faults.keep(raised(), "show") is None
