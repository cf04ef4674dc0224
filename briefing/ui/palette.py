"""The looks of meanings: theme colours turned into the styles that lines are drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color, ColorParseError
from rich.style import Style

ENTITY_LOOKS = {
    "person": Style(underline=True),
    "organisation": Style(underline=True, italic=True),
    "place": Style(italic=True),
    "group": Style(underline=True),
    "event": Style(italic=True),
    "work": Style(italic=True),
}
"""What tells the kinds apart where there is no colour."""


class Palette:
    """Styles by meaning, for one theme.

    Args:
        variables: the theme's variables, names to colours.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        ground = self.colour("background")
        text = self.colour("foreground")
        self.base = Style(color=text, bgcolor=ground)
        quiet = Style(color=self.colour("quiet"))
        heading = Style(color=self.colour("heading"), bold=True)
        accent = self.colour("accent")
        self.styles: dict[str, Style] = {
            "title": heading,
            "heading": heading,
            "quiet": quiet,
            "accent": Style(color=accent),
            "key": Style(color=accent, bold=True),
            "pane": Style(color=self.colour("quiet"), bold=True),
            "pane-focus": Style(color=accent, bold=True),
            "rule": Style(color=self.colour("rule")),
            "quote": Style(italic=True),
            "code": Style(color=self.colour("secondary")),
            "strong": Style(bold=True),
            "emphasis": Style(italic=True),
            "strike": Style(strike=True),
            "link": Style(color=self.colour("link"), underline=True),
            "fact": Style(color=self.colour("fact"), bgcolor=self.colour("fact-ground"), bold=True),
            "chosen": Style(
                color=self.colour("chosen"), bgcolor=self.colour("chosen-ground"), bold=True
            ),
            "mark": Style(bgcolor=self.colour("mark-ground")),
            "hit": Style(color=text, bgcolor=self.colour("hit-ground"), underline=True),
            "hit-current": Style(
                color=self.colour("chosen"), bgcolor=self.colour("chosen-ground"), bold=True
            ),
            "current": Style(color=text, bgcolor=self.colour("current-ground")),
            "select": Style(color=text, bgcolor=self.colour("select-ground")),
            "flash": Style(color=text, bgcolor=self.colour("flash-ground")),
            "row": Style(bgcolor=self.colour("current-ground")),
            "letter": Style(
                color=self.colour("chosen"), bgcolor=self.colour("chosen-ground"), bold=True
            ),
        }
        for kind, look in ENTITY_LOOKS.items():
            self.styles[kind] = Style(color=self.colour(kind)) + look
        self._mix = lru_cache(maxsize=512)(self._add)

    def colour(self, name: str) -> Color | None:
        """A theme variable as a colour; ``None`` leaves what the terminal has."""
        value = self._variables.get(name, "")
        try:
            return Color.parse(value)
        except ColorParseError:
            return _from_textual(value)

    def style(self, *names: str) -> Style:
        """The base style with the named ones laid over it, the last on top.

        A row's ground lies below them all: words with a ground of their own keep it in focus.
        """
        return self._mix(names)

    def _add(self, names: tuple[str, ...]) -> Style:
        style = self.base
        for name in sorted(names, key="row".__ne__):
            style += self.styles[name]
        return style


def _from_textual(value: str) -> Color | None:
    """A colour written in a way that only Textual knows, such as ``auto 87%``."""
    from textual.color import Color as TextualColor
    from textual.color import ColorParseError as TextualError

    try:
        return TextualColor.parse(value).rich_color
    except TextualError:
        return None
