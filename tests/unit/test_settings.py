from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.errors import SettingsError
from briefing.settings import Settings


@pytest.fixture
def file(home: Path) -> Path:
    home.mkdir()
    return home / "settings.toml"


def test_without_a_file_there_are_defaults(home: Path) -> None:
    settings = Settings.load()
    assert settings.file == home / "settings.toml"
    assert settings.library == home / "data" / "library.db"
    assert settings.state_folder == home / "state"
    assert settings.notes_folder == home / "notes"
    assert (settings.theme, settings.measure, settings.animation) == ("", 72, True)
    assert settings.keys == {}
    assert settings.warnings == ()


def test_without_a_home_of_their_own_folders_are_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("BRIEFING_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    settings = Settings.load()
    for folder in (settings.file, settings.library, settings.state_folder, settings.notes_folder):
        assert "briefing" in folder.parts or folder.parent.name == "briefing"
    assert settings.notes_folder.name == "briefing"


def test_a_file_is_followed(file: Path) -> None:
    file.write_text(
        '\ufefftheme = "paper"\nnotes_folder = "~/n"\nanimation = false\nmeasure = 66\n'
        'highlights = false\n[keys]\nmark = "x,ctrl+k"\n',
        encoding="utf-8",
    )
    settings = Settings.load()
    assert settings.theme == "paper"
    assert settings.notes_folder == Path("~/n").expanduser()
    assert not settings.animation
    assert not settings.highlights
    assert settings.measure == 66
    assert settings.keys == {"mark": "x,ctrl+k"}


def test_a_relative_folder_starts_at_the_settings_file(file: Path) -> None:
    file.write_text('notes_folder = "vault/news"')
    assert Settings.load().notes_folder == file.parent / "vault" / "news"


def test_an_unknown_name_is_told_and_passed_over(file: Path) -> None:
    file.write_text('them = "paper"\ncolour = 3\nmeasure = 70')
    settings = Settings.load()
    assert settings.measure == 70
    assert settings.warnings[0].endswith(
        "them is not a setting and was passed over. Is theme meant?"
    )
    assert "colour is not a setting" in settings.warnings[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("theme = 3", 'theme = 3 cannot be followed. Write a name in quotes, such as theme = "'),
        ("theme = [", "is not TOML"),
        ("theme = 'a'\ntheme = 'b'", "is not TOML"),
        ('animation = "no"', "animation = 'no' cannot be followed. Write animation = true or"),
        ("measure = 12", "measure = 12 cannot be followed. Write a number from 40 to 120."),
        ("measure = true", "measure = True cannot be followed"),
        ('measure = "72"', "measure = '72' cannot be followed"),
        ("notes_folder = 1", "notes_folder = 1 cannot be followed. Write a full path"),
        ('notes_folder = "~nobody-here/x"', "notes_folder"),
        ("keys = 1", "keys = 1 cannot be followed"),
        ("[keys]\nmark = 1", "[keys] mark = 1 cannot be followed"),
        (f'measure = "{"x" * 500}"', "..."),
    ],
)
def test_what_cannot_be_followed_is_told_in_one_sentence(file: Path, text: str, told: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as caught:
        Settings.load()
    assert str(caught.value).startswith(f"{file}: ")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"theme = '\xff'", b"\x00\x01", b"\xff\xfe"])
def test_a_file_that_is_not_text_is_told(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(SettingsError, match=r"settings\.toml: is not"):
        Settings.load()


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        Settings.load()


def test_how_much_is_fetched_can_be_set(file: Path) -> None:
    file.write_text("fetch_seconds = 5\nfetch_megabytes = 2\n")
    limits = Settings.load().limits
    assert (limits.seconds, limits.size) == (5, 2 << 20)


@pytest.mark.parametrize("line", ["fetch_seconds = 0", "fetch_megabytes = 4000", "measure = 72.5"])
def test_a_number_out_of_bounds_is_refused(file: Path, line: str) -> None:
    file.write_text(line)
    with pytest.raises(SettingsError, match="Write a number from"):
        Settings.load()
