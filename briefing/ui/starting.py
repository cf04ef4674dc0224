"""Starting the application: the article it begins with, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.desk import Desk, Opened
from briefing.model.errors import BriefingError
from briefing.settings import Settings
from briefing.ui.app import BriefingApp
from briefing.ui.keymap import keymap


def run(locations: Sequence[str], settings: Settings) -> int:
    """Open the screen.

    Args:
        locations: files to read, the first at once; none opens the front page when something
            is unread, else where reading was left off, and the seed article on a first start.
        settings: the reader's preferences.

    Returns:
        The exit code.

    Raises:
        BriefingError: when the first article, the library or the keys cannot be had.
    """
    keymap(settings.keys, str(settings.file))
    desk = Desk.open(settings)
    try:
        front = not locations and desk.waiting()
        opened, queue, message = _begun(desk, locations)
        notices = " ".join((*desk.notices, message)).strip()
        app = BriefingApp(settings, desk, opened, queue, notices, front=front)
        code = app.run()
        if app._exception is not None:  # Textual keeps it and shows it only in its own way
            raise app._exception
        return code if isinstance(code, int) else 0  # Textual's own quit gives no code
    finally:
        desk.close()


def _begun(desk: Desk, locations: Sequence[str]) -> tuple[Opened, list[str], str]:
    """The article to begin with, those to go on with, and what could not be read."""
    if not locations:
        last = desk.last()
        try:
            return (desk.reopen(last) if last else desk.read(desk.seed())), [], ""
        except BriefingError:
            return desk.read(desk.seed()), [], ""
    if len(locations) == 1 and (begun := desk.beginning(locations[0])):
        return begun, [], ""
    found: list[Opened] = []
    queue: list[str] = []
    failures: list[str] = []
    for location in locations:
        try:
            opened, digests = desk.read_all(location)
            found.append(opened)
            queue += digests
        except BriefingError as error:
            failures.append(str(error))
            if len(locations) == 1:
                raise
    if not found:
        raise BriefingError(", ".join(locations), "none of these can be read", " ".join(failures))
    return found[0], queue, " ".join(failures)
