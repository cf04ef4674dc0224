"""Each layer, imported alone in a fresh interpreter, brings only what its place allows.

The import contracts in ``pyproject.toml`` read the code; this looks at what really gets loaded,
by way of other people's packages too.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

SCREEN = {"textual", "rich"}
ENGINES = {"onnxruntime", "numpy", "trafilatura", "lxml", "markdown_it", "chardet", "htmldate"}
STORE = {"sqlite3"}
NETWORK = {"socket", "ssl", "http.client", "urllib.request", "httpcore", "requests", "urllib3"}
CHANCE = {"random"}
COMMAND_LINE = {"click"}

LAYERS = {
    "briefing.model.article": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.model.annotations": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.model.notes": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.settings": SCREEN | ENGINES | STORE | NETWORK | COMMAND_LINE,
    "briefing.resources": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.proof.pull": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.sources": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.reading.structure": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.reading.brief": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.worker": SCREEN | ENGINES | STORE | NETWORK | COMMAND_LINE,
    "briefing.notes": SCREEN | ENGINES | STORE | NETWORK | COMMAND_LINE,
    "briefing.library": SCREEN | ENGINES | NETWORK | COMMAND_LINE,
    "briefing.desk": SCREEN | ENGINES | NETWORK | COMMAND_LINE,
    "briefing.ui.commands": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.ui.keymap": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.ui.app": ENGINES - {"markdown_it"} | COMMAND_LINE,
    "briefing.cli": SCREEN | ENGINES | STORE | NETWORK | CHANCE | COMMAND_LINE,
    "briefing.cli.commands": SCREEN | ENGINES | STORE | NETWORK,
}


def loaded(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    program = f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_brings_only_what_its_place_allows(layer: str) -> None:
    before = loaded("pass")  # what an environment loads at every start is nobody's doing
    assert not (loaded(f"import {layer}") - before) & LAYERS[layer]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["keys"], ["show", "--help"]])
def test_a_quick_command_loads_neither_screen_nor_engines(arguments: list[str]) -> None:
    modules = loaded(f"from briefing.cli import main\nassert main({arguments!r}) == 0")
    assert not modules & (SCREEN | ENGINES | STORE | NETWORK)


def test_showing_an_article_loads_no_screen() -> None:
    program = (
        "from briefing.cli import main\nfrom briefing.resources import seeds\n"
        "assert main(['show', str(next(seeds().iterdir()))]) == 0"
    )
    # Finding installed engines reads metadata with the email module, which brings socket along.
    assert not loaded(program) & ({"textual"} | STORE | NETWORK - {"socket"})
