"""The application in its theme: the rules of its screens, and the colours they ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App

from briefing.resources import styles
from briefing.ui.palette import Palette
from briefing.ui.themes import NIGHT, PAPER, meanings


class ThemedApp(App[int]):
    """An application that wears our themes, and works out their colours as seldom as can be."""

    _themed = False
    """Whether the theme is known."""
    _coloured = ""
    """The theme whose colours are known."""

    def take_theme(self, wished: str) -> str:
        """Take up a theme at the start.

        Returns:
            What to say when there is none of that name; empty when there is.
        """
        self.register_theme(NIGHT)
        self.register_theme(PAPER)
        known = wished in self.available_themes
        self._themed = True
        self.theme = wished if known else NIGHT.name
        self.stylesheet.set_variables(self.get_css_variables())
        if known:
            return ""
        return f"There is no theme called {wished!r}; t goes through those there are."

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Colours of our meanings, for themes that do not know them."""
        theme = self.current_theme
        colours = {**meanings(theme.dark)}
        if theme.name not in (NIGHT.name, PAPER.name):
            colours["link"] = colours["chosen-ground"] = theme.accent or theme.primary
        return colours

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the theme, worked out once: a start asks for them again and again.

        None before the theme is known: Textual asks for those of a theme of its own.
        """
        if not self._themed:
            return {}
        if self._coloured != self.theme:
            self._coloured = self.theme
            return super().get_css_variables()
        return self.theme_variables

    def refresh_css(self, animate: bool = True) -> None:
        """Take the colours of another theme; at the start, when nothing was made by the rules yet,
        without reading them a second time.
        """
        if self._screen_stack:
            super().refresh_css(animate=animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def push_screen(self, *args: Any, **named: Any) -> Any:
        """Lay a screen over the reader, by rules that the first page was drawn without."""
        rules = str(styles() / "over.tcss")
        if not self.stylesheet.has_source(rules):
            self.stylesheet.add_source(Path(rules).read_text("utf-8"), (rules, ""))
        return super().push_screen(*args, **named)

    @property
    def palette(self) -> Palette:
        """The looks of meanings in the present theme."""
        return Palette(self.get_css_variables())
