"""What every test stands on: folders of its own, and an environment that says nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.site import Site, serving

# The same examples on every machine: a failure seen once is seen again.
hypothesis.settings.register_profile("briefing", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("briefing")

# A shell's background job is started deaf to Ctrl-C, and what it starts would be, too.
signal.signal(signal.SIGINT, signal.default_int_handler)

TELLING = (
    "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE",
    "TEXTUAL", "TEXTUAL_ANIMATIONS", "EDITOR", "VISUAL", "BROWSER",
)  # fmt: skip
"""Variables by which a terminal or a reader tells programs how to behave."""

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
"""Variables by which a machine tells that others fetch for it."""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds this test's settings, library, state and notes."""
    folder = tmp_path / "home"
    monkeypatch.setenv("BRIEFING_HOME", str(folder))
    for name in (*TELLING, *PROXIES):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site on this machine, which need not be asked politely."""
    monkeypatch.setattr("briefing.sources.web.turns.PAUSE", 0.0)
    with serving() as found:
        yield found
