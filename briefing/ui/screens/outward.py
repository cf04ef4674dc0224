"""The ways out of the library: an address, shown before anything is done with it.

Nothing is opened that the reader has not seen and chosen. What leads on within briefing is left
to whoever asks: to read a page here, or to search the library.
"""

from __future__ import annotations

from urllib.parse import quote_plus

from textual.app import SuspendNotSupported

from briefing.desk import Desk
from briefing.model.errors import BriefingError
from briefing.ui.browser import choose
from briefing.ui.screens.panel import Panel
from briefing.ui.screens.reader_base import ReaderBase

WEB_SEARCH = "https://duckduckgo.com/?q="
"""Where the browser is sent to look for a title, after the address was shown."""

LOOKALIKE = (
    "Some of its letters look like others. The host is written as it is looked up, so that it "
    "cannot pass for another."
)


async def offer(reader: ReaderBase, title: str, url: str) -> bool:
    """Show an address, and open it in the browser or copy it when the reader says so.

    Returns:
        Whether the reader would rather read it here.
    """
    lines = [title, *_address(reader.desk, url)]
    choices = {"o": "open in the browser", "y": "copy the address"}
    web = url.lower().startswith(("http://", "https://")) and url != reader.article.origin.location
    if web:
        choices = {"Enter": "read it here", **choices}
    choice = await reader.app.push_screen_wait(Panel("Link", lines, choices))
    if choice == "o":
        _browse(reader, url)
    elif choice == "y":
        reader.app.copy_to_clipboard(url)
        reader.say("Copied the address, if the terminal takes it (OSC 52).")
    return web and choice == "Enter"


async def offer_wanted(reader: ReaderBase, title: str, url: str) -> bool:
    """Show the ways to a related article that is not in the library.

    Args:
        reader: the screen.
        title: as the article on the screen names it.
        url: the address given with it; empty without one.

    Returns:
        Whether the reader would rather search the library.
    """
    choices = {"\\": "search the library", "w": "search the web"}
    search = WEB_SEARCH + quote_plus(title)
    lines = [title, "Not in the library: kept as wanted.", f"The web: {search}"]
    if url:
        choices["o"] = "open its address"
        shown, *warning = _address(reader.desk, url)
        lines += [f"Its address: {shown}", *warning]
    choice = await reader.app.push_screen_wait(Panel("Related article", lines, choices))
    if choice == "w":
        _browse(reader, search)
    elif choice == "o":
        _browse(reader, url)
    return choice == "\\"


def _address(desk: Desk, url: str) -> list[str]:
    """An address in full, with a word of warning where it could be taken for another."""
    shown = desk.shown_address(url)
    return [shown] if shown == url else [shown, LOOKALIKE]


def _browse(reader: ReaderBase, url: str) -> None:
    """Open an address that the reader has seen and chosen."""
    if not reader.desk.may_open(url):
        reader.say(f"{url}: only web and mail addresses are opened.")
        return
    reader.run_worker(_open_browser(reader, url), group="browser")


async def _open_browser(reader: ReaderBase, url: str) -> None:
    shown = reader.desk.shown_address(url)
    try:
        browser = choose(url)
        if browser.in_terminal:
            with reader.app.suspend():
                done = browser.run()
        else:
            done = await reader.ask_desk(browser.start)
    except BriefingError as error:
        reader.say(str(error))
    except SuspendNotSupported:
        reader.say(f"{shown}: this terminal cannot make room for the browser.")
    else:
        reader.say(f"Opened {shown}" if done else f"{shown}: the browser did not take it.")
