"""The line above the article and the line below it."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from briefing.ui.defence import visible
from briefing.ui.palette import Palette
from briefing.ui.widgets.drawn import Drawn
from briefing.ui.wrap import fit, width_of, wrap


class TopLine(Drawn):
    """The title, the source and the minutes left; below them how far the reader has come."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="top")
        self.palette = palette
        self.title = ""
        self.source = ""
        self.minutes = 1
        self.section = ""
        self.progress = 0.0

    def tell(self, *, title: str, source: str, minutes: int, section: str, progress: float) -> None:
        """Say what is read and how far; nothing is drawn when nothing has changed."""
        ends = progress >= 1
        told = (title, source, minutes, ends), (section, progress)
        before = (
            (self.title, self.source, self.minutes, self.progress >= 1),
            (
                self.section,
                self.progress,
            ),
        )
        self.title, self.source, self.minutes = title, source, minutes
        self.section, self.progress = section, progress
        for row in range(2):
            if told[row] != before[row]:
                self.refresh(Region(0, row, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Draw the upper or the lower row."""
        strip = Strip(self._headline() if y == 0 else self._progress())
        return strip.crop_extend(0, self.size.width, self.palette.style())

    def _headline(self) -> list[Segment]:
        style, width = self.palette.style, self.size.width
        name = " briefing  " if width >= 60 else " "
        left = f"{self.minutes} min left" if self.progress < 1 else "end"
        left = left if self.minutes else ""
        parts = [part for part in (self.source if width >= 60 else "", left) if part]
        tail = visible("  " + " · ".join(parts) + " ")
        room = width - len(name) - width_of(tail)
        title = fit(visible(self.title), max(room, 8))
        gap = " " * max(room - width_of(title), 0)
        return [
            Segment(name, style("key")),
            Segment(title, style("strong")),
            Segment(gap + tail, style("quiet")),
        ]

    def _progress(self) -> list[Segment]:
        style, width = self.palette.style, self.size.width
        label = f" {self.progress:.0%} "
        section = fit(visible(self.section), max(width // 2 - 4, 8))
        if section:
            label += f"· {section} "
        bar = max(width - width_of(label) - 1, 0)
        done = round(bar * self.progress)
        return [
            Segment(" ", style()),
            Segment("━" * done, style("accent")),
            Segment("─" * (bar - done), style("rule")),
            Segment(label, style("quiet")),
        ]


class BottomLine(Drawn):
    """The keys that matter here and now, or the last message."""

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="bottom")
        self.palette = palette
        self.hints: tuple[tuple[str, str], ...] = ()
        self.message = ""

    def hint(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Show keys with what they do."""
        if hints != self.hints:
            self.hints = hints
            self.refresh()

    def say(self, message: str) -> None:
        """Show a message; one that is longer than the line is given more lines, up to four."""
        if visible(message) == self.message:
            return
        self.message = visible(message).replace("\n", " ")
        self._fit()
        self.refresh()

    def on_resize(self) -> None:
        """Take the lines that the message needs in this width."""
        self._fit()

    def _fit(self) -> None:
        rows = min(max(len(self._rows()), 1), 4) if self.size.width else 1
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def _rows(self) -> list[tuple[int, int]]:
        return wrap(self.message, 0, len(self.message), max(self.size.width - 2, 8))

    def render_line(self, y: int) -> Strip:
        """Draw the message, and in its last row as many hints as fit beside it."""
        style, width = self.palette.style, self.size.width
        segments: list[Segment] = []
        used = 1
        rows = self._rows()
        if y < len(rows):
            words = self.message[slice(*rows[y])]
            segments = [Segment(" " + words + "   ", style("strong"))]
            used += width_of(words) + 3
        if y < len(rows) - 1:
            return Strip(segments).crop_extend(0, width, style())
        help_width = sum(len(part) for part in self.hints[-1]) + 4 if self.hints else 0
        for number, (key, hint) in enumerate(self.hints):
            last = number == len(self.hints) - 1
            need = len(key) + len(hint) + 3 + (0 if last else help_width)
            if used + need > width:
                continue
            segments += [Segment(f" {key} ", style("key")), Segment(hint + " ", style("quiet"))]
            used += len(key) + len(hint) + 3
        return Strip(segments).crop_extend(0, width, style())
