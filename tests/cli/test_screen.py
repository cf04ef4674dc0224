"""Starting the screen, on a terminal of its own, with a screen that only says what it was given."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.child import become

SCREEN = """
import os, sys, types
from briefing.model.errors import UnreadableError

def run(locations, settings):
    if "gone" in locations[0:1] or "shwo" in locations[0:1]:
        raise UnreadableError(locations[0], "does not exist")
    piped = sys.stdin.read() if "-" in locations else ""
    sys.__stderr__.write(f"shown {locations} {piped!r}\\n")
    sys.__stderr__.flush()
    key = os.read(sys.__stdin__.fileno(), 1)
    print("key", key, sys.__stdin__.isatty())
    return 0

starting = types.ModuleType("briefing.ui.starting")
starting.run = run
sys.modules["briefing.ui.starting"] = starting
from briefing.cli import main
sys.exit(main())
"""


LEFT_OUT = """
import sys
from briefing.ui.lean import import_textual
import_textual()
import asyncio.sslproto
assert asyncio.sslproto.ssl is None and "ssl" not in sys.modules
import briefing.sources.web.transfer, ssl
ssl.create_default_context()
asyncio.run(asyncio.sleep(0))
"""


def test_pages_are_fetched_over_encryption_all_the_same() -> None:
    subprocess.run([sys.executable, "-c", LEFT_OUT], check=True)


def on_a_terminal(line: str, keys: bytes = b"k\n") -> tuple[int, str]:
    """Runs a line of shell on a new terminal, types some keys; the exit code, and what was shown.

    ``briefing`` in the line is this briefing, with the screen above.
    """
    script = f'set -o pipefail; briefing() {{ "$PYTHON" -c "$SCREEN" "$@"; }}; {line}'
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(PYTHON=sys.executable, SCREEN=SCREEN, TERM="xterm-256color")
        become(["bash", "-c", script])
    shown = b""
    typed = False
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            more = os.read(terminal, 4096)
        except OSError:
            break
        if not more:
            break
        shown += more
        if b"shown" in shown and not typed:
            os.write(terminal, keys)
            typed = True
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode()


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("briefing", "shown [] ''"),
        ("briefing a.txt b.md", "shown ['a.txt', 'b.md'] ''"),
        ("briefing open show", "shown ['show'] ''"),
        ("briefing a.txt show", "shown ['a.txt', 'show'] ''"),
        ("briefing -- -a.txt", "shown ['-a.txt'] ''"),
        ("echo story | briefing -", "shown ['-'] 'story\\n'"),
        ("echo story | briefing", "shown ['-'] 'story\\n'"),
        ("echo story | briefing a.txt -", "shown ['a.txt', '-'] 'story\\n'"),
        ("briefing < /dev/null", "shown [] ''"),
        ("briefing 2> /dev/null", "shown [] ''"),
        ("briefing 2>&-", "shown [] ''"),
        ("briefing <&-", "shown [] ''"),
    ],
)
def test_the_screen_gets_its_files_and_a_keyboard(line: str, given: str) -> None:
    code, shown = on_a_terminal(line)
    assert given in shown
    assert "key b'k' True" in shown
    assert code == 0


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("briefing gone", 1, "briefing: gone: does not exist.\r\n"),
        ("briefing shwo", 1, "shwo: does not exist. Is `briefing show` meant?\r\n"),
        ("briefing a.txt | cat", 2, "`briefing show a.txt` prints the briefing.\r\n"),
    ],
)
def test_what_cannot_be_shown_is_said(line: str, code: int, said: str) -> None:
    ended, shown = on_a_terminal(line)
    assert said in shown
    assert ended == code


def test_ctrl_c() -> None:
    code, shown = on_a_terminal("briefing", keys=b"\x03")
    assert "Traceback" not in shown
    assert code == 130


@pytest.mark.parametrize("kind", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_draw_is_read_to_in_words(kind: str, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Bridge stays open\n\nThe council of Oakham voted to keep it open.\n")
    code, shown = on_a_terminal(f"TERM={kind} briefing {story}")
    assert code == 0
    assert "Title: Bridge stays open\r\n" in shown
    assert "End of the article." in shown
    assert "\x1b" not in shown
    code, shown = on_a_terminal(f"TERM={kind} briefing")
    assert code == 2
    assert "this terminal draws no screen" in shown
