from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from briefing.ui.themes import NIGHT, NIGHT_MEANINGS, PAPER, PAPER_MEANINGS

READ = ("quiet", "heading", "link", "person", "organisation", "place", "group", "event", "work")
KINDS = ("person", "organisation", "place", "group", "event", "work")
GROUNDS = ("mark-ground", "current-ground", "select-ground", "flash-ground", "hit-ground")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.1."""

    def luminance(colour: Color) -> float:
        parts = [
            c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
            for c in (colour.r / 255, colour.g / 255, colour.b / 255)
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))[::-1]
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [NIGHT, PAPER], ids=lambda theme: theme.name)
def test_everything_that_is_read_stands_out(theme: Theme) -> None:
    colours = theme.variables
    background, foreground = str(theme.background), str(theme.foreground)
    assert contrast(foreground, background) >= 7
    for name in READ:
        assert contrast(colours[name], background) >= 4.5, name
    assert contrast(colours["quiet"], str(theme.panel)) >= 4.5
    assert contrast(str(theme.accent), background) >= 4.5
    assert contrast(str(theme.accent), str(theme.panel)) >= 4.5
    assert contrast(colours["fact"], colours["fact-ground"]) >= 4.5
    assert contrast(colours["chosen"], colours["chosen-ground"]) >= 4.5
    for ground in GROUNDS:
        assert contrast(foreground, colours[ground]) >= 4.5, ground


@pytest.mark.parametrize("theme", [NIGHT, PAPER], ids=lambda theme: theme.name)
def test_the_kinds_of_entity_are_about_equally_light(theme: Theme) -> None:
    ratios = [contrast(theme.variables[kind], str(theme.background)) for kind in KINDS]
    assert max(ratios) / min(ratios) < 1.4


def test_both_themes_colour_the_same_meanings() -> None:
    assert NIGHT_MEANINGS.keys() == PAPER_MEANINGS.keys()
