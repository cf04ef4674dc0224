from __future__ import annotations

import pytest

from briefing.model.telling import Teller
from briefing.ui.front_wording import age, also, day_name
from tests.ui.test_front import TODAY, listing


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-03-04", "Today"),
        ("2026-03-03", "Yesterday"),
        ("2026-03-01", "Sunday 1 March"),
        ("2024-03-01", "Friday 1 March 2024"),
        ("", "Without a day"),
    ],
)
def test_days_are_named(day: str, expected: str) -> None:
    assert day_name(day, TODAY) == expected


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("2026-03-04", "today"),
        ("2026-03-01", "3 d"),
        ("2026-02-01", "4 wk"),
        ("2025-03-04", "12 mo"),
        ("2021-03-04", "5 yr"),
        ("2026-03-09", "today"),
        ("never", ""),
    ],
)
def test_ages_are_a_word(added: str, expected: str) -> None:
    assert age(listing("A", added), TODAY) == expected


def test_an_article_is_as_old_as_its_publication() -> None:
    assert age(listing("A")._replace(published="2026-03-02"), TODAY) == "2 d"


def test_who_else_tells_a_story_is_said_once_a_source() -> None:
    hurt = listing("Fourteen hurt", source="The Coast Gazette")
    fog = listing("Fog and ferry", "2026-02-21", source="Wire", read=True)
    assert also((hurt, fog), ()) == "The Coast Gazette, Wire (read)"
    tellers = [Teller(hurt.digest, hurt.title, hurt.source, False, 3)]
    assert also((fog, hurt), tellers) == "The Coast Gazette (3 new sentences), Wire (read)"
    more = hurt._replace(digest="more"), hurt._replace(digest="other", source="Ellery Post")
    counts = [*tellers, Teller("more", "", "", False, 1), Teller("other", "", "", False, 0)]
    assert also((hurt, *more), counts) == (
        "The Coast Gazette ×2 (3 new sentences), Ellery Post (nothing new)"
    )
