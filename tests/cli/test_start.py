"""What a start brings with it: counted, on a terminal of its own. No time is measured."""

from __future__ import annotations

import os
import pty
import select
import sys
import time
from pathlib import Path

from tests.child import become

PROGRAM = """
import atexit, sys
from briefing.cli import main
@atexit.register
def told():
    children = 0
    if worker := sys.modules.get("briefing.worker"):
        children = worker.started
    with open(sys.argv[-1] + ".told", "w") as file:
        print(children, *sys.modules, file=file)
import briefing.worker
briefing.worker.started = 0
running = briefing.worker.Worker._running
def counted(self):
    briefing.worker.started += 1
    return running(self)
briefing.worker.Worker._running = counted
sys.exit(main())
"""

ENTERED, SHOWN = b"\x1b[?1049h", b"how much"
"""The second is there when the article has been read: it goes before the summary's figure."""

UNNEEDED = (
    "click", "email", "ssl", "csv", "tomllib", "onnxruntime", "numpy", "lxml", "trafilatura",
    "chardet", "mdit_py_plugins", "textual.widgets._markdown", "textual.widgets._text_area",
    "textual.command", "textual.types", "textual.widgets._select", "textual.widgets._input",
    "_hashlib", "textual.document", "briefing.reading.entities", "briefing.reading.summary",
    "briefing.reading.structure", "briefing.sources.markdown", "briefing.sources.text",
    "briefing.ui.screens.comment", "briefing.ui.screens.help", "briefing.ui.screens.front_page",
    "briefing.ui.screens.prompt", "briefing.ui.screens.panel", "briefing.ui.screens.outward",
    "briefing.ui.screens.letters", "briefing.ui.screens.search", "briefing.desk.intake",
    "briefing.desk.archiving", "briefing.desk.morning", "briefing.desk.subscriptions",
    "briefing.desk.updating", "briefing.library.archive", "briefing.library.feeds",
    "briefing.library.importing", "briefing.library.placing", "briefing.library.schema",
    "briefing.library.search", "briefing.library.search_schema", "briefing.library.telling",
    "briefing.library.unspaced", "briefing.model.feed", "briefing.notes.page",
    "briefing.notes.markdown", "briefing.notes.anchors", "briefing.notes.merge",
    "briefing.notes.export", "briefing.sources",
)  # fmt: skip
"""What the second opening of an article has no use for."""

STORY = """# Ferry strike ends

The crews went back to work on Monday, three days after the walkout that cost $3 million.

The ferries run again from Tuesday on, said Ines Okafor, the harbour master of Port Ellery.
"""


def opened(path: Path) -> tuple[bytes, int, set[str]]:
    """Opens a file and leaves: what was drawn, the readings asked for, and the modules loaded."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS="120", LINES="40")
        become([sys.executable, "-c", PROGRAM, str(path)])
    drawn = b""
    left = False
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                more = os.read(terminal, 1 << 16)
            except OSError:
                break
            if not more:
                break
            drawn += more
        elif SHOWN in drawn and b"\x1b[?1000h" in drawn and not left:
            os.write(terminal, b"\x11")
            left = True
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0
    told = path.with_name(path.name + ".told").read_text().split()
    return drawn, int(told[0]), set(told[1:])


def test_a_second_opening_reads_nothing_and_brings_little(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text(STORY)
    earlier = time.time() - 60
    os.utime(path, (earlier, earlier))
    drawn, readings, _ = opened(path)
    assert readings > 0
    assert drawn.count(ENTERED) == 1  # entering it again would clear the proof
    drawn, readings, modules = opened(path)
    assert readings == 0
    assert drawn.count(ENTERED) == 1
    assert drawn.count(b"Outline") == 2  # on the proof, and in the first frame
    assert len([name for name in modules if name.startswith("briefing")]) <= 116
    for name in UNNEEDED:
        assert not {m for m in modules if m == name or m.startswith(f"{name}.")}, name
