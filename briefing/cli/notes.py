"""``briefing notes``, ``verify`` and ``clippings``: what the reader has marked and written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.guard import FAILED, each
from briefing.cli.library import desk_of_reader
from briefing.cli.streams import complain, one_line, say
from briefing.model.notes import Standing

if TYPE_CHECKING:
    from briefing.desk import Verdict

WORDS = {
    Standing.SAME: "unchanged",
    Standing.MOVED: "moved",
    Standing.CHANGED: "changed",
    Standing.GONE: "gone",
}
"""How a quote stands in its article, in a word."""


def print_notes(location: str | None, form: str, template: str | None = None) -> None:
    """Prints the notes on an article, or all notes.

    Args:
        location: the article; ``None`` for the notes on every article of the library.
        form: ``markdown``, ``json`` or ``csv``.
        template: a Jinja template's file, in the place of a form.
    """
    from briefing.desk.in_passing import article as read

    article = read(location) if location is not None else None
    with desk_of_reader() as desk:
        text = desk.export(form, article, Path(template) if template else None)
    if text or template:
        # What is printed has the line ends of the system, also where RFC 4180 has others.
        say(text.replace("\r\n", "\n").removesuffix("\n").split("\n"))
    else:
        subject = f"{location}: there are no notes on it yet" if location else "no notes yet"
        complain(f"{subject}; m marks a sentence on the screen, c comments on it.")


def verify(locations: Sequence[str], *, json: bool) -> int:
    """Prints how every quote of notes files stands in its article.

    Returns:
        The exit code: 1 when a quote is changed or gone, or a file cannot be checked.
    """
    good = True
    with desk_of_reader() as desk:

        def check(location: str) -> None:
            nonlocal good
            verdicts = desk.verify(Path(location))
            good = good and all(verdict.good for verdict in verdicts)
            if json:
                from briefing.cli.data import line

                say(line({"file": location, **_object(verdict)}) for verdict in verdicts)
                return
            many = len(locations) > 1
            for verdict in verdicts:
                quote = one_line(verdict.quote)
                where = f"{one_line(location)}: " if many else ""
                say([f"{where}{WORDS[verdict.standing]:<9}  {verdict.id:<10}  “{quote}”"])
                if verdict.standing is Standing.CHANGED:
                    say([f"{'':<9}  {'now':>10}  “{one_line(verdict.now)}”"])

        code = each(locations, check)
    return code or (0 if good else FAILED)


def take(locations: Sequence[str]) -> int:
    """Takes over highlights from files, and says what became of them.

    Returns:
        The exit code: 1 when a highlight could not be placed, or a file cannot be read.
    """
    left = 0
    with desk_of_reader() as desk:

        def take_one(location: str) -> None:
            nonlocal left
            taken = desk.take_highlights(Path(location))
            for highlight, reason in taken.left:
                words = _short(highlight.quote or highlight.comment)
                complain(f"{location}, {highlight.where}: “{words}” ({highlight.title}): {reason}.")
            left += len(taken.left)
            parts = (
                f"{taken.taken} taken over",
                f"{taken.known} known before",
                f"{len(taken.left)} not placed",
            )
            told = [part for part in parts if not part.startswith("0 ")] or ["no highlights in it"]
            say([f"{one_line(location)}: {', '.join(told)}."])

        code = each(locations, take_one)
    return code or (FAILED if left else 0)


def _short(words: str, most: int = 60) -> str:
    words = one_line(words)
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _object(verdict: Verdict) -> dict[str, object]:
    span = verdict.span
    return {
        "id": verdict.id,
        "verdict": WORDS[verdict.standing],
        "quote": verdict.quote,
        "now": verdict.now if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "title": verdict.title,
    }
