"""The application: its keys, its screens, and its end in good order."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
import sys
import time
from collections.abc import Sequence
from typing import Any

from textual import events
from textual.driver import Driver
from textual.filter import LineFilter

from briefing.desk import Desk, Opened
from briefing.model.errors import BriefingError
from briefing.proof import store
from briefing.resources import styles
from briefing.settings import Settings
from briefing.ui.defence import Defence
from briefing.ui.fetching import FeedFetch, FeedsTold
from briefing.ui.keymap import keymap
from briefing.ui.screens.reader import ReaderScreen
from briefing.ui.screens.reader_frame import NARROW, WIDE
from briefing.ui.stage import Stage
from briefing.ui.themes import NIGHT, names
from briefing.ui.theming import ThemedApp

TURN = 0.0005
"""Seconds after which a busy thread lets the screen's have its turn. Python's own are ten times as
many, and a key needs several turns until it is seen."""


YOUNG = 10_000
"""Things made, and not let go of, before the collector looks at them; Python's own are 700 or
2,000, which is every other key."""


def _reader_commands() -> Any:
    from briefing.ui.offering import ReaderCommands

    return ReaderCommands


class BriefingApp(ThemedApp):
    """The terminal application.

    Args:
        settings: the reader's preferences.
        desk: the use cases.
        opened: the article to begin with.
        queue: digests of the articles to go through with J and K.
        message: a sentence to show at the start.
        front: whether to begin with the front page, laid over the article.
    """

    TITLE = "briefing"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-medium"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012
    CSS_PATH = None
    COMMANDS = {_reader_commands}  # noqa: RUF012 - Textual's own declaration
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        settings: Settings,
        desk: Desk,
        opened: Opened,
        queue: Sequence[str] = (),
        message: str = "",
        *,
        front: bool = False,
    ) -> None:
        self.settings = settings
        self.desk = desk
        self._defence = Defence()
        self._around = store.surroundings()  # Textual takes NO_COLOR out of the environment
        self._since = time.time()
        super().__init__(_driver(), css_path=styles() / "reader.tcss")
        self._keys = keymap(settings.keys, str(settings.file))
        wished = settings.theme or desk.preference("theme") or NIGHT.name
        self._message = self.take_theme(wished) or message
        self._front = front
        self.feeds = FeedFetch(self, desk)
        """Fetches the feeds, whatever screen is shown."""
        self._about_feeds = ""
        self.reader = ReaderScreen(
            desk,
            opened,
            self.palette,
            self._keys,
            tuple(queue),
            highlights=settings.highlights,
            animation=settings.animation,
            measure=settings.measure,
        )

    def get_default_screen(self) -> ReaderScreen:
        """Begin with the reader."""
        return self.reader

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever Textual does to a line before it is written, and then our own last look."""
        return [*super().get_line_filters(), self._defence]

    async def on_event(self, event: events.Event) -> None:
        """Let a field that is being made have its keys later, in their order."""
        screen = self._screen_stack[-1] if self._screen_stack else None
        if isinstance(event, events.Key) and screen is None:
            return  # it comes while everything closes, and is for nobody any more
        if isinstance(event, events.Key) and screen is not self.reader:
            from briefing.ui.screens.typeahead import TypeAhead

            if isinstance(screen, TypeAhead) and screen.holds(event):
                return
        typed = event.key if isinstance(event, events.Key) and not event.is_forwarded else None
        if not (typed and isinstance(screen, Stage) and await screen.command(typed)):
            await super().on_event(event)
        if isinstance(event, events.Key) and self._screen_stack:
            screen = self._screen_stack[-1]
            if isinstance(screen, Stage):
                screen.draw()

    def _fatal_error(self) -> None:
        """Close without a word; who started the screen hears of the fault in ``starting.py``."""
        self._close_messages_no_wait()

    def on_mount(self) -> None:
        """End in good order when the system asks: the terminal restored, the place kept."""
        sys.setswitchinterval(TURN)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):  # as a key, Ctrl-C copies
            with contextlib.suppress(RuntimeError, ValueError):
                loop.add_signal_handler(number, self._end, number)

    def hang_up(self) -> None:
        """End as at the signal that comes when the terminal goes, unless it has come."""
        if not self._exit:
            self._end(signal.SIGHUP)

    def _end(self, number: int) -> None:
        """End at a signal."""
        with contextlib.suppress(BriefingError):
            self.desk.remember(self.reader.article.digest, self.reader.view.view.place)
            self._keep_page(alone=not self.desk.waiting())
        self.exit(128 + number)

    def _keep_page(self, *, alone: bool) -> None:
        """Keep the page for the next start; what cannot be kept is not worth a word.

        Args:
            alone: whether ``briefing`` alone will begin with it, and not with the front page.
        """
        from briefing.ui.proofs import keep

        with contextlib.suppress(Exception):
            keep(self.reader, self._around, self._since, alone=alone)

    def on_ready(self) -> None:
        """Follow the theme, and show what there is to say at the start."""
        self.theme_changed_signal.subscribe(self, lambda _: self._recolour())
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh())
        store.forget(store.name_of(store.ALONE))  # until the reader leaves in good order
        self.call_after_refresh(_collect_from_here_on)
        if self._front:
            self.reader.show_front(uppermost=True)
        if self._message:
            self.reader.say(self._message)

    def _recolour(self) -> None:
        from briefing.ui.screens.list_page import ListPage
        from briefing.ui.screens.search import SearchPage

        for screen in self.screen_stack:
            if isinstance(screen, (ReaderScreen, ListPage, SearchPage)):
                screen.recolour(self.palette)
        self.run_worker(
            lambda: self.desk.prefer("theme", self.theme), thread=True, exit_on_error=False
        )

    def exit(
        self, result: int | None = None, return_code: int = 0, message: Any | None = None
    ) -> None:
        """End, and the reading that is under way as well: the way out waits for its thread."""
        self.desk.stop_reading()
        super().exit(result, return_code, message)

    async def action_quit(self) -> None:
        """Quit, with the place remembered, wherever the key was pressed."""
        await self.reader.leave_article()
        with contextlib.suppress(BriefingError):
            self._keep_page(alone=not await asyncio.to_thread(self.desk.waiting))
        self.exit(0)

    def action_command_palette(self) -> None:
        """Show the command palette, which is imported when it is first asked for."""
        from briefing.ui.lean import palette

        palette()
        super().action_command_palette()

    def action_fetch_feeds(self) -> None:
        """Fetch the feeds in the background."""
        self.feeds.start()

    def on_feeds_told(self, event: FeedsTold) -> None:
        """Say how far the feeds are, unless something else is being said, and what came."""
        from briefing.ui.screens.front_page import FrontPage

        screen = self.screen
        if isinstance(screen, (ReaderScreen, FrontPage)):
            if event.done or screen.bottom_line.message in ("", self._about_feeds):
                screen.say(event.line)
                self._about_feeds = screen.bottom_line.message
            if event.done and isinstance(screen, FrontPage):
                screen.renew()

    def action_theme(self) -> None:
        """The next theme: our own two first, then Textual's."""
        order = names()
        at = order.index(self.theme) if self.theme in order else -1
        self.theme = order[(at + 1) % len(order)]
        self.reader.say(f"Theme: {self.theme}")


def _collect_from_here_on() -> None:
    """Let the collector run, but never over what was imported: no key waits for that. Keys make
    little that lives on, and nearly all of it goes without the collector.
    """
    gc.freeze()
    gc.set_threshold(YOUNG)
    gc.enable()


def _driver() -> type[Driver] | None:
    """Our own driver where there is a terminal as we know them; else Textual's choice."""
    if sys.platform == "win32" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from briefing.ui.driver import TerminalDriver

    return TerminalDriver
