"""Whatever is opened, in whatever format: it is read or refused, and acts on nothing."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import hostile


@pytest.mark.parametrize("name", hostile.WRITERS)
def test_every_piece_in_every_format(name: str) -> None:
    """Each piece by itself, within the document's words."""
    for piece in (*hostile.ACTS, *hostile.DECEIVES, *hostile.MARKUP):

        class Pieced(Random):
            def choice(self, given, piece=piece):  # type: ignore[no-untyped-def]
                picks = (
                    given is hostile.ACTS or given is hostile.DECEIVES or given is hostile.MARKUP
                )
                return piece if picks else super().choice(given)

        hostile.check(name, hostile.WRITERS[name](Pieced(1)))


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_documents_by_chance(seed: int) -> None:
    hostile.check(*hostile.document(Random(seed)))


@settings(max_examples=60)
@given(st.sampled_from(sorted(hostile.WRITERS)), st.binary(max_size=300))
def test_bytes_by_chance(name: str, data: bytes) -> None:
    hostile.check(name, data)
