"""Reading without a screen: articles in words and in order, in the reader's own pager.

For screen readers, which a screen that is drawn and redrawn leaves behind, and for whoever likes
one column better. Articles and notes are those of the library, as on the screen.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.cli.guard import each
from briefing.cli.library import desk_of_reader
from briefing.cli.linear import Part, about, linear
from briefing.cli.page import flat
from briefing.cli.streams import clean, say
from briefing.cli.today import in_words

if TYPE_CHECKING:
    from briefing.desk import Desk
    from briefing.model.article import Article

_PAGERS = ("less", "more")


def read(locations: Sequence[str]) -> int:
    """Opens articles, one after the other; without any, what is unread, or the last one.

    Returns:
        The exit code: 1 when any could not be read.
    """
    lines: list[str] = []
    with desk_of_reader() as desk:
        code = each(locations, lambda location: lines.extend(_told(desk, _read(desk, location))))
        if not locations:
            lines += in_words(desk) or _told(desk, [_last(desk)])
    page(lines)
    return code


def page(lines: Sequence[str]) -> None:
    """Hands lines to the pager, ``$PAGER`` or ``less``; without one, or in a pipe, prints them."""
    command = _pager()
    if not lines or command is None or not os.isatty(1):
        say(lines)
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the pager's
    try:
        with (
            suppress(BrokenPipeError),  # it was left before the end
            subprocess.Popen(  # noqa: S603 - the program that the reader has chosen
                command,
                stdin=subprocess.PIPE,
                encoding=sys.stdout.encoding or "utf-8",
                errors=sys.stdout.errors or "replace",
            ) as pager,
        ):
            assert pager.stdin is not None
            pager.stdin.writelines(f"{line}\n" for line in _broken(lines))
    finally:
        signal.signal(signal.SIGINT, before)


def _broken(lines: Iterable[str]) -> Iterator[str]:
    """Lines no wider than the terminal: pagers break them within words."""
    from briefing.ui.wrap import width_of, wrap

    room = shutil.get_terminal_size().columns
    for line in clean("\n".join(lines)).split("\n"):
        if width_of(line) <= room:
            yield line
        else:
            yield from (line[start:end] for start, end in wrap(line, 0, len(line), room))


def _pager() -> list[str] | None:
    """The pager's command line, with its program's full path."""
    with suppress(ValueError):  # quotes that do not pair
        asked = shlex.split(os.environ.get("PAGER", ""))
        for program, *rest in filter(None, (asked, *([name] for name in _PAGERS))):
            if found := shutil.which(program):
                return [found, *rest]
    return None


def _read(desk: Desk, location: str) -> Iterator[Article]:
    """The articles of a file or an address, which are in the library then."""
    first, digests = desk.read_all(location)
    desk.visit(first.article.digest)
    for digest in digests:
        yield first.article if digest == first.article.digest else desk.peek(digest).article


def _last(desk: Desk) -> Article:
    last = desk.last()
    return desk.reopen(last).article if last else desk.read(desk.seed()).article


def _told(desk: Desk, articles: Iterable[Article]) -> Iterator[str]:
    for number, article in enumerate(articles):
        if number:
            yield ""
        yield from about(article)
        yield from linear(article, desk.brief(article), _of_the_library(desk, article))


def _of_the_library(desk: Desk, article: Article) -> Iterator[Part]:
    """What the library adds to an article: what is like it, and the reader's notes."""
    alike = desk.similar(article.digest)
    yield Part("Articles like it", "article", [_alike(one.title, one.source) for one in alike])
    notes = desk.notes(article)
    yield Part("Your notes", "note", [_note(one.anchor.quote, one.comment) for one in notes])


def _alike(title: str, source: str) -> str:
    return f"{flat(title)}, from {flat(source)}" if source else flat(title)


def _note(quote: str, comment: str) -> str:
    return f"{flat(quote)} Your comment: {flat(comment)}" if comment.strip() else flat(quote)
