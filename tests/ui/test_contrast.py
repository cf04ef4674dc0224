"""Every word that is drawn stands out from its ground: at least 4.5 to 1, in both our themes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.segment import Segment
from textual import events
from textual.pilot import Pilot
from textual.theme import Theme

from briefing.ui.app import BriefingApp
from briefing.ui.palette import Palette
from briefing.ui.themes import NIGHT, PAPER
from tests.ui.conftest import NARROW, WIDE, Start

LEAST = 4.5
THEMES = pytest.mark.parametrize("theme", [NIGHT, PAPER], ids=lambda theme: theme.name)


def luminance(colour: tuple[int, int, int]) -> float:
    """The relative luminance of WCAG 2.1."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(segment: Segment) -> float | None:
    """The contrast of a segment's words with their ground; ``None`` where there are no words."""
    # Lines and edges say nothing by themselves.
    if not [c for c in segment.text if not c.isspace() and not "\u2500" <= c <= "\u259f"]:
        return None
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    ink, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
    if style.reverse:
        ink, ground = ground, ink
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faint(pilot: Pilot[int]) -> Iterator[tuple[str, float]]:
    """The words on the topmost screen that do not stand out; what lies below it is dimmed."""
    screen = pilot.app.screen
    strips = screen._compositor.render_strips()
    seen = screen._compositor.visible_widgets
    leaves = [widget for widget in seen if widget.parent and not list(widget.children)]
    for widget in leaves if screen.is_modal else [screen]:
        region, clip = seen[widget]
        left, top, width, height = region.intersection(clip)
        for strip in strips[top : top + height]:
            for segment in strip.crop(left, left + width):
                ratio = contrast(segment)
                if ratio is not None and ratio < LEAST:
                    yield segment.text.strip(), round(ratio, 2)


@THEMES
def test_every_look_on_every_ground(theme: Theme) -> None:
    """A mark or a row in focus gives words a ground and leaves them their own colour."""
    variables = {
        "background": str(theme.background),
        "foreground": str(theme.foreground),
        "accent": str(theme.accent),
        "secondary": str(theme.secondary),
        **theme.variables,
    }
    palette = Palette(variables)
    looks = [name for name, style in palette.styles.items() if style.color and name != "rule"]
    grounded = [name for name in looks if palette.styles[name].bgcolor]
    for look in looks:
        # In the text a mark lies below what brings its own ground; in a pane a row lies below all.
        mark = ("mark", look) if look in grounded else (look, "mark")
        for names in ((look,), mark, (look, "row")):
            ratio = contrast(Segment("words", palette.style(*names)))
            assert ratio is not None
            assert ratio >= LEAST, names


STATES: dict[str, tuple[str, ...]] = {
    "an article": (),
    "a fact": (")",),
    "a mark": ("j", "m"),
    "a mark in focus": ("j", "m", "5"),
    "a selection": ("v", "v"),
    "a name chosen": ("2", "j", "enter"),
    "rows in focus": ("2", "j", "j"),
    "summary": ("3", "j"),
    "facts": ("3", "3", "j"),
    "related": ("4",),
    "letters": ("F",),
    "find": ("/", "t", "h", "e"),
    "hits": ("/", "t", "h", "e", "enter", "n"),
    "nothing found": ("/", "q", "x", "z"),
    "why": (")", "i"),
    "help": ("?",),
    "the palette": (":",),
    "the palette narrowed": (":", "m", "a", "r"),
    "a comment": ("c", "w", "o", "r", "d"),
    "to open": ("O",),
    "the library": ("L",),
    "the library narrowed": ("L", "/"),
    "a search": ("\\",),
    "a search with words": ("\\", "t", "h", "e"),
    "a message": ("U",),
    "text only": ("z",),
}


@pytest.mark.parametrize(("theme", "size"), [(NIGHT, WIDE), (PAPER, NARROW)])
async def test_all_that_is_drawn(start: Start, theme: Theme, size: tuple[int, int]) -> None:
    async with start("harbour.md", size=size) as pilot:
        app = pilot.app
        assert isinstance(app, BriefingApp)
        app.theme = theme.name
        found: list[tuple[str, str, float]] = []
        for state, keys in STATES.items():
            while len(app.screen_stack) > 1:
                app.pop_screen()
            await pilot.pause()
            for key in ("escape", "escape", "0", "g"):  # at once: between them is nothing to see
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
            await pilot.pause(0.05)
            found += [(state, *words) for words in faint(pilot)]
            if state == "text only":
                await pilot.press("z")
        assert not found
