"""A widget that is nothing but lines, each drawn once and kept until something changes it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Self

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from briefing.ui.stage import Stage

_GROUND = Color(0, 0, 0)
"""Told to filters, which ask for a ground only to dim what we never dim."""

_MOST = 2000
"""Lines kept by what they show: many screens."""


class Settled(Widget):
    """A widget that has its size when it was laid out once.

    Textual lays out everything a second time for every one that has changed, as what scrolls may
    need: the first page, and each page that panes were filled or opened on.
    """

    def _size_updated(
        self,
        size: Size,
        virtual_size: Size,
        container_size: Size,
        layout: bool = True,  # noqa: ARG002
    ) -> bool:
        """Take a size, and ask for nothing more."""
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class Ground(Settled):
    """What others stand on: nothing but its colour, drawn as one line for all of them.

    Textual makes every line of it anew, in all the steps of a line that says something.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same empty line again and again."""
        style = Style(bgcolor=self.background_colors[1].rich_color)
        segments = [Segment(" " * crop.width, style)]
        for line_filter in self.app.get_line_filters():
            segments = line_filter.apply(segments, _GROUND)
        return [Strip(segments, crop.width)] * crop.height


class Drawn(Settled):
    """A widget without borders, padding or opacity, that draws every line itself.

    Textual draws a line in a dozen steps, each of which makes the strip anew: six milliseconds for
    a page of text. Here a line is drawn and filtered in one step. A subclass that tells what a line
    shows (:meth:`key`) gets the very strip of a line that was shown before, which the compositor
    has cut and written already: a page that moves by a row costs one new line.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._kept: dict[int, Strip] = {}
        self._by_key: dict[Hashable, Strip] = {}
        self._kept_size = Size(0, 0)
        self._room_of: Size | None = None
        """The size that the room was worked out of; ``None`` when it must be anew."""
        self._room_inside = Size(0, 0)

    @property
    def size(self) -> Size:
        """The room to draw in. Textual looks it up on the screen, and a line is drawn by it."""
        if self._room_of is not self._size:
            self._room_of = self._size
            width, height = self._size
            gutter = self.styles.gutter
            room = Size(max(width - gutter.width, 0), max(height - gutter.height, 0))
            self._room_inside = self._size if room == self._size else room
        return self._room_inside

    @property
    def _bare(self) -> bool:
        """Whether it has neither borders nor padding, which are Textual's to draw."""
        return self.size is self._size

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Ask to be drawn anew, in part or as a whole: the screen hears of it at once."""
        small = repaint and not (layout or recompose)
        if not (small and self._is_mounted and self.display and isinstance(self.screen, Stage)):
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._layout_cache.clear()
        self.clear_cached_dimensions()
        self._set_dirty(*regions)
        self.screen.soil(self)
        return self

    def key(self, y: int) -> Hashable:  # noqa: ARG002
        """Everything that the look of a row depends on; ``None`` when it is not told."""
        return None

    def forget(self, which: Callable[[Any], bool] | None = None) -> None:
        """Let go of strips whose keys do not tell what has changed: all, or those of some keys."""
        if which is None:
            self._by_key.clear()
            self._kept.clear()
        else:
            for key in list(filter(which, self._by_key)):
                del self._by_key[key]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget; one with borders or padding is left to Textual."""
        if not self._bare:
            return super().render_lines(crop)
        size = self.size
        if size != self._kept_size:
            self.forget()
            self._kept_size = size
        rows = self._kept
        strips = [rows.get(y) or self._strip(y) for y in crop.line_range]
        if crop.x or crop.width != size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip(self, y: int) -> Strip:
        key = self.key(y)
        strip = self._by_key.get(key) if key is not None else None
        if strip is None:
            strip = self.keep(key, self.render_line(y))
        self._kept[y] = strip
        return strip

    def has(self, key: Hashable) -> bool:
        """Whether a line that shows this is at hand."""
        return key in self._by_key

    def keep(self, key: Hashable, drawn: Strip) -> Strip:
        """Finish a line, and have it at hand when one that shows the same is asked for.

        Args:
            key: what it shows; ``None`` when that is not told.
            drawn: the line as it was drawn.
        """
        segments = list(drawn)
        for line_filter in self.app.get_line_filters():
            segments = line_filter.apply(segments, _GROUND)
        strip = Strip(segments, drawn.cell_length)
        if key is not None:
            if len(self._by_key) >= _MOST:
                self._by_key.clear()
            self._by_key[key] = strip
        return strip

    def _set_dirty(self, *regions: Region) -> None:
        """Let go of the rows that are to be drawn again."""
        if not self._bare:
            super()._set_dirty(*regions)
        elif regions:
            self._repaint_regions.update(regions)
        else:
            self._repaint_regions.clear()
            self._repaint_regions.add(self._size.region)
        if not regions:
            self._kept.clear()
        for region in regions:
            for y in region.line_range:
                self._kept.pop(y, None)

    def notify_style_update(self) -> None:
        """Draw in the looks of another theme."""
        super().notify_style_update()
        self._room_of = None
        self.forget()
