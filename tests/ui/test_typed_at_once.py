"""What is typed in the same moment as the key for a field is the field's, to the last letter."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.ui.screens.letters import ALPHABET
from briefing.ui.screens.reader import ReaderScreen
from tests.ui.conftest import Start, until


def typed(pilot: Pilot[int], *keys: tuple[str, str]) -> None:
    """Has keys come all at once, as from a terminal that was read late."""
    for key, character in keys:
        pilot.app.post_message(events.Key(key, character))


WORDS = [("f", "f"), ("e", "e"), ("r", "r"), ("r", "r"), ("y", "y")]


@pytest.mark.parametrize(
    ("key", "screen"), [("backslash", "SearchPage"), ("O", "Prompt"), ("slash", "Prompt")]
)
async def test_the_letters_after_the_key_are_in_the_line(
    start: Start, key: str, screen: str
) -> None:
    async with start() as pilot:
        place = pilot.app.screen
        typed(pilot, (key, {"backslash": "\\", "slash": "/"}.get(key, key)), *WORDS)
        await until(pilot, lambda: type(pilot.app.screen).__name__ == screen)
        assert pilot.app.screen is not place
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value == "ferry")
        assert pilot.app.screen.query_one(Input).value == "ferry"


async def test_the_letter_after_the_key_for_letters_goes_to_its_place(start: Start) -> None:
    async with start() as pilot:
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        letters, line = reader.view.painter, reader.bottom_line
        first = ALPHABET[0]
        typed(pilot, ("F", "F"), (first, first), (first, first))  # there are more than letters
        await pilot.pause()
        await until(pilot, lambda: pilot.app.screen == reader)
        assert pilot.app.screen == reader
        assert not letters.letters
        assert line.message == ""
