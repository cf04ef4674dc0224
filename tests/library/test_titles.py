from __future__ import annotations

import pytest

from briefing.library.titles import normal_form
from briefing.library.versions import same_story
from tests.articles import HARBOUR


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China’s Tech", "china's  tech"),
        ("“Now” – or never", '"now" - or never'),
        ("«Now»…", '"NOW"...'),
        ("cafe\u0301", "café"),
        (" a\u00a0b\n c ", "A B C"),
        ("Stra\u00adße", "STRASSE"),
    ],
)
def test_ways_of_typing_one_title_are_equal(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("3 dead in fire", "4 dead in fire"), ("Café opens", "Cafe opens"), ("Co-op", "Coop")],
)
def test_another_word_or_figure_is_another_title(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


OTHER = "A baker in Upham was fined for selling bread that weighed less than it was said to weigh."


@pytest.mark.parametrize(
    ("title", "text", "same"),
    [
        ("harbour bridge stays open", HARBOUR + "\nUpdated: the ferry ran aground.", True),
        ("harbour bridge to stay open", HARBOUR.replace("stays", "to stay"), True),
        ("harbour bridge stays open", "Harbour bridge stays open\n" + OTHER, False),
        ("", "Nothing that was there before is here any more, not a word.", False),
    ],
)
def test_a_file_that_changed_holds_the_same_story_or_another(
    title: str, text: str, same: bool
) -> None:
    assert same_story("harbour bridge stays open", HARBOUR, title, text) is same
