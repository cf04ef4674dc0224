"""``briefing today``: what is unread, by story, for the terminal, a mail or another program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from briefing.cli.library import desk_of_reader
from briefing.cli.page import BLANK, Line, Look, whole
from briefing.cli.progress import progress
from briefing.cli.streams import complain, one_line, say
from briefing.cli.wording import plural
from briefing.desk import Desk, Listing
from briefing.desk.morning import Lead, Story, as_markdown
from briefing.model.article import Span
from briefing.model.errors import BriefingError
from briefing.model.extent import minutes
from briefing.ui.edition import name_of
from briefing.ui.front_wording import CHANGED, age

DAYS = 1
"""Days before today whose arrivals belong to a morning's reading: what came overnight."""

Form = Callable[[Sequence[Story]], Iterator[str]]


def print_today(*, since: datetime | None, everything: bool, form: Form | None) -> int:
    """Prints what is unread.

    Args:
        since: leave out what came before; ``None`` for yesterday's beginning.
        everything: whether to leave out nothing.
        form: how to print it; ``None`` for a page on the terminal, or its words in a pipe.
    """
    start = since or _yesterday()
    with desk_of_reader() as desk:
        wanted = desk.morning("" if everything else start.astimezone().isoformat())
        if not wanted:
            complain(_nothing(desk, everything))
            return 0
        stories = list(_told(desk, wanted))
    if form is not None:
        say(form(stories))
    elif sys.stdout.isatty():
        from briefing.cli.typeset import typeset

        typeset(_page(stories))
    else:
        from briefing.cli.page import piped

        say(map(piped, _page(stories)))
    return 0


def in_words(desk: Desk) -> list[str]:
    """What is unread since yesterday, in words, a paragraph a line; empty when nothing is."""
    from briefing.cli.page import piped

    wanted = desk.morning(_yesterday().astimezone().isoformat())
    return list(map(piped, _page(list(_told(desk, wanted))))) if wanted else []


def _yesterday() -> datetime:
    return datetime.combine(date.today() - timedelta(DAYS), datetime.min.time())


def _nothing(desk: Desk, everything: bool) -> str:
    """Why there is nothing to print, and what to do."""
    if not desk.articles():
        return (
            "the library is empty; `briefing add FILE...` and `briefing feed add ADDRESS` put "
            "articles there."
        )
    if everything or not desk.morning():
        return "everything in the library is read."
    return "nothing unread has come since then; `briefing today --all` has what came before."


def _told(desk: Desk, wanted: Sequence[list[Listing]]) -> Iterator[Story]:
    """The stories with their words; one that cannot be read keeps its title."""
    with progress(len(wanted), "stories") as bar:
        for items in wanted:
            bar.note(one_line(items[0].title))
            try:
                yield desk.story(items)
            except BriefingError as error:
                complain(str(error))
                yield Story(Lead(items[0], ()), tuple((item, None) for item in items[1:]))
            bar.step()


def _name(item: Listing) -> str:
    return one_line(name_of(item.title, item.location))


def _about(item: Listing) -> str:
    """Source, age and minutes in a line."""
    changed = CHANGED * item.changed
    parts = (one_line(item.source), age(item, date.today()), f"{minutes(item.words)} min", changed)
    return " · ".join(filter(None, parts))


def _beside(item: Listing, new: int | None) -> str:
    """What is said of another article of a story."""
    if new is None:
        return _about(item)
    return f"{_about(item)} · {plural(new, 'new sentence') if new else 'nothing new'}"


def _head(stories: Sequence[Story]) -> str:
    articles = sum(1 + len(story.also) for story in stories)
    today = date.today()
    counts = f"{plural(articles, 'unread article')}, {plural(len(stories), 'story', 'stories')}"
    return f"{today:%A} {today.day} {today:%B} {today.year}: {counts}"


def _page(stories: Sequence[Story]) -> Iterator[Line]:
    """The stories as a page: a title, what is known of it, its words, where it is, who tells it."""
    yield whole(_head(stories), Look.META)
    for story in stories:
        item = story.lead.listing
        yield BLANK
        yield whole(_name(item), Look.TITLE)
        yield whole(_about(item), Look.META)
        words = " ".join(one_line(words) for _, words in story.lead.sentences)
        if words:
            yield Line(words)
        if item.location != "-":
            yield whole(one_line(item.location), Look.LINK)
        for other, new in story.also:
            words = f"{_name(other)} ({_beside(other, new)})"
            yield Line(words, label="also", column=6, indent=2)
            if other.location != "-":
                place = one_line(other.location)
                yield Line(place, ((Span(0, len(place)), Look.LINK),), column=6, indent=2)


def as_markdown_page(stories: Sequence[Story]) -> Iterator[str]:
    """The stories as Markdown, for a mail or a note."""
    yield f"# {as_markdown(_head(stories))}"
    for story in stories:
        item = story.lead.listing
        yield from ("", f"## {_linked(item)}", "", as_markdown(_about(item)))
        if story.lead.sentences:
            yield ""
            yield " ".join(as_markdown(words) for _, words in story.lead.sentences)
        if story.also:
            yield from ("", "Also:", "")
        for other, new in story.also:
            yield f"- {_linked(other)}, {as_markdown(_beside(other, new))}"


def _linked(item: Listing) -> str:
    name = as_markdown(_name(item))
    address = _address(item.location)
    return f"[{name}](<{address}>)" if address else name


def _address(location: str) -> str:
    """Where an article is, as an address that can stand in Markdown."""
    if location.startswith(("http://", "https://")):
        return quote(location, safe="%/:?#[]@!$&'()*+,;=-._~")
    path = PurePath(location)
    return path.as_uri() if path.is_absolute() else ""


def as_json(stories: Sequence[Story]) -> Iterator[str]:
    """One JSON object a line, one line a story."""
    from briefing.cli.data import line

    for story in stories:
        summary = [
            {"start": span.start, "end": span.end, "text": words}
            for span, words in story.lead.sentences
        ]
        also = [{**_object(item), "new": new} for item, new in story.also]
        yield line({**_object(story.lead.listing), "summary": summary, "also": also})


def _object(item: Listing) -> dict[str, Any]:
    return {
        "digest": item.digest,
        "title": item.title,
        "source": item.source,
        "published": item.published,
        "added": item.added,
        "starred": item.starred,
        "changed": item.changed,
        "versions": item.versions,
        "words": item.words,
        "minutes": minutes(item.words),
        "location": item.location,
    }
