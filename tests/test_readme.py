"""README says what is so: every command, option, key, setting and layer, and nothing besides."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest

from briefing import __version__
from briefing.cli.commands import cli
from briefing.settings import NAMES, Settings
from briefing.ui.commands import COMMANDS
from tests.readme import README, renewed

TEXT = README.read_text(encoding="utf-8")
TOP = README.parent


def block(language: str, number: int = 0) -> str:
    """A fenced block of README."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    return found[number]


def test_the_picture_comes_first() -> None:
    first = TEXT.split("\n\n")[1]
    found = re.fullmatch(r"!\[.+\]\((.+)\)", first)
    assert found
    assert (TOP / found[1]).is_file()


def test_two_commands_install_and_check() -> None:
    shell = re.findall(r"^```sh\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert len(shell) == 2
    assert all(len(commands.splitlines()) == 1 for commands in shell)
    assert shell[0].rstrip().endswith("/briefing")
    assert '".[test]"' in shell[1]
    assert shell[1].rstrip().endswith("-m tests")


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_is_named(name: str) -> None:
    assert f"`briefing {name}" in TEXT


def test_no_other_command_is_named() -> None:
    words = set(re.findall(r"`briefing ([a-z]+)[ `]", TEXT))
    assert words <= set(cli.commands)


@pytest.mark.parametrize("name", cli.commands)
def test_every_option_is_told(name: str) -> None:
    told = "\n".join(line for line in TEXT.splitlines() if f"`briefing {name}" in line)
    command = cli.commands["library" if name == "list" else name]
    for parameter in command.params:
        if isinstance(parameter, click.Option) and name != "list":
            assert parameter.opts[-1] in told


@pytest.mark.parametrize("name", cli.commands)
def test_every_command_has_help_with_examples(name: str) -> None:
    command = cli.commands[name]
    with click.Context(command, info_name=f"briefing {name}") as context:
        text = command.get_help(context)
    assert command.help
    assert "Examples:" in text
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    examples = text.partition("Examples:")[2].split()
    assert examples.count("briefing") >= 2 or name in examples


def test_the_table_of_keys_is_up_to_date() -> None:
    assert renewed(TEXT) == TEXT, "python -m tests.readme renews it"


def test_the_registry_fits_a_table() -> None:
    assert not any("|" in command.title or "|" in command.keys for command in COMMANDS)


def test_the_settings_are_all_there_and_can_be_followed(tmp_path: Path) -> None:
    example = block("toml")
    assert set(tomllib.loads(example)) == set(NAMES)
    file = tmp_path / "settings.toml"
    file.write_text(example, encoding="utf-8")
    assert not Settings.load(file).warnings
    from briefing.ui.keymap import keymap

    assert keymap(Settings.load(file).keys)["next_fact"] == (")", "ctrl+n")


def test_the_notes_are_in_the_form_that_is_read() -> None:
    from briefing.notes.page import page

    (note,) = page(block("markdown")).blocks
    assert note.id == "b-593294b4"
    assert note.comment == "My comment, mine to edit."
    seed = next((TOP / "seeds").iterdir()).read_text(encoding="utf-8")
    assert note.quote in seed


def test_every_layer_is_in_the_house() -> None:
    told = set(re.findall(r"`briefing/([a-z_.]+)/?[a-z/]*`", TEXT))
    folder = TOP / "briefing"
    parts = {part.name for part in folder.iterdir() if part.name not in ("__pycache__", "py.typed")}
    assert {part for part in parts if not part.startswith("__")} <= told


def test_every_path_is_there() -> None:
    paths = re.findall(r"`((?:briefing|tests|seeds|styles|\.ci)/[\w./]*)`", TEXT)
    assert paths
    assert all((TOP / path).exists() for path in paths)


def test_this_version_has_its_changes() -> None:
    assert f"**{__version__}**" in TEXT.partition("## Changes")[2]


def test_it_names_no_address_of_a_package_server() -> None:
    assert not re.search(r"\b(?:extra.)?index.url\b|\bfind.links\b", TEXT, re.I)


def test_the_notes_as_csv_have_the_columns_that_are_given() -> None:
    from briefing.notes.export import COLUMNS

    assert f"\n{','.join(COLUMNS)}\n" in TEXT


def test_the_notes_as_json_have_the_fields_that_are_given(tmp_path: Path) -> None:
    import json

    from briefing.notes.export import Clipping, as_json
    from briefing.notes.template import rendered
    from tests.articles import article
    from tests.unit.notes.test_markdown import note

    clippings = [Clipping(note("Work begins in May.", "Early."), article())]
    (told,), (given,) = json.loads(block("json")), json.loads(as_json(clippings))
    assert list(told) == list(given)
    assert list(told["article"]) == list(given["article"])
    template = tmp_path / "own.jinja"
    template.write_text(block("jinja"), encoding="utf-8")
    text = rendered(template, clippings, tmp_path)
    assert "# Harbour bridge stays open\n> Work begins in May.\n\nEarly. ([section" in text


def test_the_columns_of_readwise_are_those_that_are_read() -> None:
    from briefing.notes.highlights import highlights

    (one,) = highlights(README, block("csv").encode())
    assert (one.title, one.comment) == ("China’s Tech Sector Shifts", "Check this")
    assert one.tags == ("trade", "china")
    assert one.created
