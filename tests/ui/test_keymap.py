from __future__ import annotations

import pytest

from briefing.model.errors import SettingsError
from briefing.ui.commands import COMMANDS
from briefing.ui.keymap import keymap, shown


def test_no_key_has_two_commands() -> None:
    keys = [key for keys in keymap({}).values() for key in keys]
    assert len(keys) == len(set(keys))


def test_names_are_unique_and_titles_are_there() -> None:
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert all(command.title and command.group for command in COMMANDS)


def test_a_key_the_reader_takes_leaves_its_former_command() -> None:
    keys = keymap({"mark": "x, s"})
    assert keys["mark"] == ("x", "s")
    assert keys["save"] == ("ctrl+s",)
    assert keymap({"mark": ""})["mark"] == ()


def test_a_key_given_twice_is_refused_with_both_names() -> None:
    with pytest.raises(SettingsError, match=r"'x' to both 'mark' and 'save'"):
        keymap({"mark": "x", "save": "x"})


def test_a_command_that_does_not_exist_is_named() -> None:
    with pytest.raises(SettingsError, match="'marc', which is not a command"):
        keymap({"marc": "x"})


@pytest.mark.parametrize(
    ("key", "expected"),
    [("ctrl+p", "Ctrl+P"), ("j", "j"), ("J", "J"), ("pagedown", "PgDn"), ("alt+left", "Alt+←")],
)
def test_keys_are_written_for_readers(key: str, expected: str) -> None:
    assert shown(key) == expected
