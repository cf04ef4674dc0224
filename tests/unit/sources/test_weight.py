"""What is read at once: short texts, and nothing that a parser has to be trusted with."""

from __future__ import annotations

import pytest

from briefing.sources import RawSource
from briefing.sources.weight import LIGHT, is_light


@pytest.mark.parametrize(
    ("data", "location", "light"),
    [
        (b"Some words.", "/story.txt", True),
        (b"# Some words", "/story.md", True),
        (b"w" * LIGHT, "-", True),
        (b"w" * (LIGHT + 1), "-", False),
        (b"Some words.", "/page.HTM", False),
        (b"\n <p>Some words.", "-", False),
        (b"{}", "/feed.json", False),
        (b"Words first <HTML>", "-", False),
        (b"From: a\nSubject: b\nMessage-ID: c\nDate: d\n\nwords", "-", False),
    ],
)
def test_what_is_light(data: bytes, location: str, light: bool) -> None:
    assert is_light(RawSource(data, location)) is light
