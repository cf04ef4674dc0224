"""What a reader may set, and the folders where everything is kept.

The settings are one TOML file, ``settings.toml`` in the user's configuration folder; every line
of it is optional::

    theme = "paper"                 # a theme's name; the app remembers a choice made with t
    notes_folder = "~/notes/news"   # where notes are saved as Markdown
    animation = true                # fade the ground of a place that was jumped to; by default
                                    # not over SSH
    linear = false                  # words in order in a pager instead of a screen
    measure = 72                    # characters in a line of the article, 40 to 120
    engine = ""                     # how articles are read; empty takes the best there is
    highlights = true               # show entities and key facts in the article
    wikilinks = false               # link notes to files by [[name]], for Obsidian
    fetch_seconds = 30              # how long an answer from the web may take
    fetch_megabytes = 16            # and how large it may be

    [keys]                          # a command's name = the keys that call it
    mark = "m"
    next_fact = "),ctrl+n"

The environment variable ``BRIEFING_HOME`` puts settings, library, state and notes below one
folder, for tests and for readers who carry everything on one stick.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from briefing.model.errors import SettingsError
from briefing.model.records import dataclass

if TYPE_CHECKING:
    from briefing.model.limits import Limits

APPLICATION = "briefing"
MEASURES = range(40, 121)
"""The line lengths that can be set; 66 to 80 read best."""
SECONDS = range(1, 3_601)
MEGABYTES = range(1, 1_025)
"""How long an answer may be waited for, and how large it may be."""

NAMES = (
    "theme",
    "notes_folder",
    "animation",
    "linear",
    "measure",
    "engine",
    "highlights",
    "wikilinks",
    "fetch_seconds",
    "fetch_megabytes",
    "keys",
)
"""What the file may say."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Preferences, keys and folders; what the file does not say has its default."""

    file: Path
    """The settings file, whether it exists or not."""
    data_folder: Path
    """Where the library is."""
    state_folder: Path
    """Where drafts and logs are: what may be lost without loss."""
    notes_folder: Path
    """Where notes are saved as Markdown, one file an article."""
    theme: str = ""
    """A theme's name; empty for the one chosen last, or the default."""
    animation: bool = True
    linear: bool = False
    """Whether articles are read in words and in order, in a pager, rather than on a screen."""
    measure: int = 72
    """Characters in a line of the article, at most."""
    engine: str = ""
    """The name of a reading engine; empty takes the best that is installed."""
    highlights: bool = True
    wikilinks: bool = False
    """Whether notes lead to files as Obsidian does, ``[[bridge]]``, rather than by a path."""
    fetch_seconds: int = 30
    fetch_megabytes: int = 16
    """How long an answer from the web may take, and how large it may be, unpacked."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """A command's name to its keys, parted by commas. Checked where the commands are known."""
    warnings: tuple[str, ...] = ()
    """Sentences on lines of the file that mean nothing and were passed over."""

    @property
    def library(self) -> Path:
        """The library's database file."""
        return self.data_folder / "library.db"

    @property
    def limits(self) -> Limits:
        """How long and how large what is fetched may be."""
        from briefing.model.limits import MEGABYTE, Limits

        return Limits(self.fetch_seconds, self.fetch_megabytes * MEGABYTE)

    @classmethod
    def load(cls, file: Path | None = None) -> Settings:
        """Reads the settings file, or gives the defaults when there is none.

        Args:
            file: another settings file than the usual one.

        Raises:
            SettingsError: when the file cannot be read or a line of it cannot be followed.
                An unknown name is not worth refusing to start: it becomes a warning.
        """
        usual, data, state, notes = _folders()
        file = file or usual
        table = _table(file)
        return cls(
            file=file,
            data_folder=data,
            state_folder=state,
            notes_folder=_folder(file, table, "notes_folder", notes),
            theme=_text(file, table, "theme"),
            animation=_switch(file, table, "animation", default=not far_away()),
            linear=_switch(file, table, "linear", default=False),
            measure=_number(file, table, "measure", 72, MEASURES),
            engine=_text(file, table, "engine"),
            highlights=_switch(file, table, "highlights"),
            wikilinks=_switch(file, table, "wikilinks", default=False),
            fetch_seconds=_number(file, table, "fetch_seconds", 30, SECONDS),
            fetch_megabytes=_number(file, table, "fetch_megabytes", 16, MEGABYTES),
            keys=_keys(file, table),
            warnings=tuple(_unknown(file, name) for name in table if name not in NAMES),
        )


def far_away(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether what is drawn travels far or slowly: over SSH or Mosh, or a serial line."""
    if any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "MOSH_IP")):
        return True
    try:
        import termios
    except ImportError:
        return False
    try:
        speed = termios.tcgetattr(1)[5]
    except (OSError, termios.error):
        return False
    # Constants, not numbers of bits a second; a terminal in a window claims 38,400.
    return bool(termios.B0 < speed <= termios.B19200)


def _folders() -> tuple[Path, Path, Path, Path]:
    """The settings file, and the folders for data, state and notes."""
    if home := os.environ.get("BRIEFING_HOME"):
        root = Path(home).expanduser().absolute()
        return root / "settings.toml", root / "data", root / "state", root / "notes"
    return (
        platformdirs.user_config_path(APPLICATION, appauthor=False) / "settings.toml",
        platformdirs.user_data_path(APPLICATION, appauthor=False),
        platformdirs.user_state_path(APPLICATION, appauthor=False),
        platformdirs.user_documents_path() / APPLICATION,
    )


def _table(file: Path) -> dict[str, Any]:
    remedy = "Mend the file, or move it away to start with the defaults."
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise SettingsError(str(file), f"cannot be read ({error.strerror})", remedy) from error
    import tomllib

    try:
        # A byte order mark is what some editors on Windows put before every text.
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SettingsError(str(file), "is not text in UTF-8", remedy) from error
    except (ValueError, RecursionError) as error:  # a number of 5000 digits is a mere ValueError
        raise SettingsError(str(file), f"is not TOML: {error}", remedy) from error


def _wrong(file: Path, name: str, value: object, remedy: str) -> SettingsError:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else shown[:37] + "..."
    return SettingsError(str(file), f"{name} = {shown} cannot be followed", remedy)


def _text(file: Path, table: Mapping[str, Any], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise _wrong(file, name, value, f'Write a name in quotes, such as {name} = "name".')
    return value.strip()


def _switch(file: Path, table: Mapping[str, Any], name: str, *, default: bool = True) -> bool:
    value = table.get(name, default)
    if not isinstance(value, bool):
        raise _wrong(file, name, value, f"Write {name} = true or {name} = false.")
    return value


def _number(file: Path, table: Mapping[str, Any], name: str, default: int, may: range) -> int:
    value = table.get(name, default)
    # bool is an int to Python, though not to the reader.
    if isinstance(value, bool) or not isinstance(value, int) or value not in may:
        remedy = f"Write a number from {may.start} to {may.stop - 1}."
        raise _wrong(file, name, value, remedy)
    return value


def _folder(file: Path, table: Mapping[str, Any], name: str, default: Path) -> Path:
    value = table.get(name, "")
    remedy = f'Write a full path, such as {name} = "~/notes".'
    if not isinstance(value, str) or "\0" in value:
        raise _wrong(file, name, value, remedy)
    if not value.strip():
        return default
    try:
        folder = Path(value).expanduser()
    except RuntimeError as error:
        raise _wrong(file, name, value, remedy) from error
    # A relative folder is taken from the settings file, never from where briefing was started.
    return folder if folder.is_absolute() else file.parent.absolute() / folder


def _keys(file: Path, table: Mapping[str, Any]) -> Mapping[str, str]:
    value = table.get("keys", {})
    remedy = 'Write one line for each command below [keys], such as mark = "m".'
    if not isinstance(value, dict):
        raise _wrong(file, "keys", value, remedy)
    for name, keys in value.items():
        if not isinstance(keys, str):
            raise _wrong(file, f"[keys] {name}", keys, remedy)
    return dict(value)


def _unknown(file: Path, name: str) -> str:
    near = get_close_matches(name, NAMES, n=1)
    remedy = f"Is {near[0]} meant?" if near else f"Known are {', '.join(NAMES)}."
    return f"{file}: {name} is not a setting and was passed over. {remedy}"
