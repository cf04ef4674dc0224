"""What is typed in the same moment as the key for a field is the field's, to the last letter."""

from __future__ import annotations

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from briefing.ui.screens.letters import ALPHABET
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.screens.tagging import TagPrompt
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


@pytest.mark.parametrize("keys", [(), ("A",)])
async def test_the_letters_after_the_key_for_tags_are_in_the_line(
    start: Start, keys: tuple[str, ...]
) -> None:
    async with start() as pilot:
        await pilot.press("m", "T", *"port", "enter")
        reader = pilot.app.screen
        assert isinstance(reader, ReaderScreen)
        await until(pilot, lambda: reader.desk.known_tags() == ("port",))
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen) is not bool(keys))
        await pilot.pause(0.2)
        typed(pilot, ("T", "T"), *WORDS, ("space", " "), ("p", "p"))
        await until(pilot, lambda: isinstance(pilot.app.screen, TagPrompt))
        await until(pilot, lambda: "ferry p" in pilot.app.screen.query_one(Input).value)
        assert pilot.app.screen.query_one(Input).value == "port ferry p"


@pytest.mark.parametrize("keys", [("L", "slash"), ("A", "slash"), ("L", "backslash"), ("L", "O")])
async def test_the_letters_after_a_key_of_a_list_are_in_the_field(
    start: Start, keys: tuple[str, str]
) -> None:
    def fields() -> dict[str | None, str]:
        return {field.id: field.value for field in pilot.app.screen.query(Input)}

    async with start("harbour.md", "closed.md") as pilot:
        await pilot.press("m", keys[0])
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReaderScreen))
        await pilot.pause(0.3)
        sign = {"backslash": "\\", "slash": "/"}.get(keys[1], keys[1])
        typed(pilot, (keys[1], sign), *WORDS)
        await until(pilot, lambda: "ferry" in fields().values())
        assert "ferry" in fields().values()


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
