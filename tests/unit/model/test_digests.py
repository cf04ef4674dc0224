"""The digest of a text is the same however long it is."""

from __future__ import annotations

import hashlib

import pytest

from briefing.model.digests import digest_of


@pytest.mark.parametrize("text", ["", "a", "“Tram” café 電車", "ä" * 70_000, "x" * 65_536])
def test_it_is_the_sha_256_of_its_utf_8(text: str) -> None:
    assert digest_of(text) == hashlib.sha256(text.encode()).hexdigest()


def test_half_a_pair_has_none() -> None:
    with pytest.raises(UnicodeEncodeError):
        digest_of("a\ud800")
