"""Makes the picture in README: ``python -m tests.ui.picture``.

The seed article at 120 by 40, with a name chosen, a fact reached and a note made, in a library
that is thrown away afterwards.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from pathlib import Path

PICTURE = Path(__file__).with_name("picture.svg")
SIZE = (120, 40)
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""The picture fetches no fonts: any monospaced one will do."""

KEYS = ("}", "j", "j", "v", "v", "m", ")")


TEXT = re.compile(
    r'(<text [^>]*?x=")([\d.]+)("[^>]*?textLength=")([\d.]+)("[^>]*>)((?:&#160;)*)(.*?)'
    r"((?:&#160;)*)(</text>)"
)


def trimmed(text: re.Match[str]) -> str:
    """A text without the blanks around it, which some programs draw without their width."""
    opening, x, middle, length, rest, before, words, after, closing = text.groups()
    if not words:
        return ""
    blanks = [part.count("&#160;") for part in (before, after)]
    cells = sum(blanks) + len(html.unescape(words))
    width = float(length) / cells
    x = f"{float(x) + width * blanks[0]:.1f}"
    length = f"{float(length) - width * sum(blanks):.1f}"
    return f"{opening}{x}{middle}{length}{rest}{words}{closing}"


async def draw() -> None:
    """Runs the application without a terminal and keeps what it shows."""
    from briefing.desk import Desk
    from briefing.settings import Settings
    from briefing.ui.app import BriefingApp

    desk = Desk.open(Settings.load())
    try:
        opened = desk.read(desk.seed())
        desk.brief(opened.article)
        app = BriefingApp(desk.settings, desk, desk.reopen(opened.article.digest))
        app.reader.animation = False
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            for key in KEYS:
                await pilot.press(key)
                await pilot.pause(0.1)
            app.reader.say("")
            await pilot.pause(0.2)
            picture = FONTS.sub("", app.export_screenshot(title="briefing"))
            picture = TEXT.sub(trimmed, picture)
            PICTURE.write_text(picture, encoding="utf-8")
    finally:
        desk.close()


def main() -> None:
    """Makes the picture."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRIEFING_HOME"] = folder
        asyncio.run(draw())


if __name__ == "__main__":
    main()
