"""What a start leaves out is there when it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEFT_OUT = "textual.command", "textual.widgets._select", "textual.widgets._input", "ssl"


def _said(code: str) -> str:
    """What Python prints in a process of its own, which has imported nothing yet."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout.strip()


def test_a_start_imports_neither_palette_nor_encryption() -> None:
    code = (
        "import sys\nfrom briefing.ui.lean import import_textual\nimport_textual()\n"
        f"import briefing.ui.app\nprint([n for n in {LEFT_OUT!r} if n in sys.modules])"
    )
    assert _said(code) == "[]"


def test_the_palette_is_the_real_one_when_it_is_opened() -> None:
    code = (
        "from briefing.ui.lean import import_textual, palette\nimport_textual()\n"
        "import textual.app\nbefore = textual.app.CommandPalette\nfound = palette()\n"
        "print(before is not found.CommandPalette, "
        "textual.app.CommandPalette is found.CommandPalette, "
        "textual.app.SimpleProvider is found.SimpleProvider, found.__file__ is not None)"
    )
    assert _said(code) == "True True True True"


@pytest.mark.parametrize("instead", ["textual.command", "ssl"])
def test_what_cannot_do_without_is_imported_as_ever(instead: str) -> None:
    code = (
        "from briefing.ui import lean\n"
        f"lean._without({instead!r}, None, 'textual.app')\n"
        "import textual.app\nprint(textual.app.App.__name__)"
    )
    assert _said(code) == "App"
