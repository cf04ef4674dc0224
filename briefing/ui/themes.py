"""Two themes made for long reading, and the meanings that every theme gets colours for."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme

NIGHT_MEANINGS = {
    "quiet": "#a3a19b",
    "heading": "#f3f0e8",
    "link": "#e2b07a",
    "fact": "#fbf8ef",
    "fact-ground": "#33312a",
    "person": "#a9c7e8",
    "organisation": "#c8b8ec",
    "place": "#a3d3b2",
    "group": "#d6c48e",
    "event": "#e6b1c2",
    "work": "#a8cfd3",
    "chosen": "#16171a",
    "chosen-ground": "#e2b07a",
    "mark-ground": "#38341c",
    "hit-ground": "#5a4a1d",
    "current-ground": "#33363e",
    "select-ground": "#3c4a63",
    "flash-ground": "#4a4436",
    "rule": "#3a3b40",
}
"""Colours of meanings on a dark ground; entity kinds are of about equal lightness."""

PAPER_MEANINGS = {
    "quiet": "#666157",
    "heading": "#16130e",
    "link": "#8f4712",
    "fact": "#1b1710",
    "fact-ground": "#efe6cf",
    "person": "#1f5288",
    "organisation": "#5f4296",
    "place": "#22633b",
    "group": "#6d5110",
    "event": "#8f3459",
    "work": "#215f66",
    "chosen": "#fbf8f1",
    "chosen-ground": "#8f4712",
    "mark-ground": "#f6e9a8",
    "hit-ground": "#f3d48a",
    "current-ground": "#e0e4ea",
    "select-ground": "#cbdaf0",
    "flash-ground": "#f3e2c2",
    "rule": "#d8d1c2",
}
"""Colours of meanings on a light ground."""

NIGHT = Theme(
    name="night",
    primary="#e2b07a",
    secondary="#a9c7e8",
    accent="#e2b07a",
    warning="#e0c16f",
    error="#e8958c",
    success="#a3d3b2",
    foreground="#d9d6cf",
    background="#16171a",
    surface="#1b1c20",
    panel="#222328",
    dark=True,
    variables={
        **NIGHT_MEANINGS,
        "block-cursor-background": "#33363e",
        "block-cursor-foreground": "#f3f0e8",
        "footer-key-foreground": "#e2b07a",
        "input-selection-background": "#3c4a63",
    },
)

PAPER = Theme(
    name="paper",
    primary="#8f4712",
    secondary="#1f5288",
    accent="#8f4712",
    warning="#7a5a00",
    error="#a3271c",
    success="#22633b",
    foreground="#2a261f",
    background="#fbf8f1",
    surface="#f6f2e8",
    panel="#eee8da",
    dark=False,
    variables={
        **PAPER_MEANINGS,
        "block-cursor-background": "#e0e4ea",
        "block-cursor-foreground": "#16130e",
        "footer-key-foreground": "#8f4712",
        "input-selection-background": "#cbdaf0",
    },
)


def meanings(dark: bool) -> dict[str, str]:
    """The colours of meanings for a theme that does not bring its own."""
    return NIGHT_MEANINGS if dark else PAPER_MEANINGS


def names() -> tuple[str, ...]:
    """The themes in the order in which they are gone through: our own two first."""
    return (NIGHT.name, PAPER.name, *sorted(BUILTIN_THEMES))
