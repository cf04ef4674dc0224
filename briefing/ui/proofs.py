"""Keeping the page that is left, so that the next start can show it at once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.widget import Widget

from briefing.proof import store
from briefing.proof.sheet import NIGHT
from briefing.ui.viewport import Viewport

if TYPE_CHECKING:
    from briefing.ui.screens.reader_base import ReaderBase


def keep(screen: ReaderBase, around: store.Fields, since: float, *, alone: bool) -> None:
    """Keep the page of the article on the screen as the next start will show it.

    The screen is about to close: it is calmed for this, and not drawn any more.

    Args:
        screen: the reader; with anything laid over it nothing is kept.
        around: what the looks depend on, as it was at the start.
        since: seconds of the clock since when files were read; one that was changed later is
            not what is on the screen.
        alone: whether ``briefing`` alone will begin with it.
    """
    app = screen.app
    if app.screen is not screen or not screen.is_running:
        return
    location = screen.article.origin.location
    try:
        changed = os.stat(location).st_mtime >= since
    except (OSError, ValueError):
        changed = False
    screen.leaving = True
    _calm(screen)
    fields = {
        **around,
        "theme": app.theme,
        "size": f"{app.size.width}x{app.size.height}",
        "opened": location,
        "file": "" if changed else store.stamp(location),
        "place": str(screen.view.view.place),
    }
    rows = [strip.render(app.console) for strip in screen._compositor.render_strips(app.size)]
    store.write(store.name_of(location), fields, rows)
    if alone:
        store.write(store.name_of(store.ALONE), {**fields, "opened": store.ALONE}, rows)
    store.write(store.looks_for(around), {**around, **_looks(screen)})
    store.prune()


def _calm(screen: ReaderBase) -> None:
    """Put away whatever a start does not begin with."""
    view = screen.view
    screen.present(chosen=None)
    screen.text_only = False
    screen.top_line.display = screen.bottom_line.display = True
    screen._open = None
    screen.fit_panes()
    for pane in screen.panes.values():
        pane.set_reactive(Widget.has_focus, False)
        pane.to_end(end=False)
    view.set_reactive(Widget.has_focus, True)
    view.selection = None
    view.letter({})
    view.annotate(current=[], flash=[], hit=[], select=[], word=[])
    height, measure = view.view.height, view.view.page.measure
    view.view = Viewport(screen.article, measure, 1, view.view.place)
    view.view.resize(measure, height)
    view.placed()
    screen.show_hints()
    screen._refresh_layout(screen.app.size)


def _looks(screen: ReaderBase) -> store.Fields:
    """The looks of the theme as this terminal is told them, and what a proof needs besides."""
    app = screen.app
    looks = {
        "theme": app.theme,
        "measure": str(screen.view.measure),
        "hints": "\t".join(f"{key} {hint}" for key, hint in screen.bottom_line.hints),
    }
    for name in NIGHT:
        looks[f"look.{name}"] = _parameters(app, screen.palette.style(*_styles(name)))
    return looks


def _styles(look: str) -> tuple[str, ...]:
    return () if look == "base" else (look,)


def _parameters(app: App[Any], style: Any) -> str:
    """The parameters of the escape sequence for a style, as the terminal is sent it."""
    segments = [Segment("x", style)]
    for line_filter in app.get_line_filters():
        segments = line_filter.apply(segments, Color.parse("black"))
    system = app.console._color_system
    drawn = segments[0].style.render("x", color_system=system) if segments[0].style else "x"
    return drawn.partition("\x1b[")[2].partition("m")[0]
