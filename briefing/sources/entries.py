"""From what a feed or a mail says of one of its articles to the article.

An entry is the story without a page around it, so nothing is looked for: all its words stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.model.article import Article, Media, Origin
from briefing.model.collection import Entry
from briefing.sources import html, text
from briefing.sources.assemble import phrase
from briefing.sources.html_blocks import Draft, scanned
from briefing.sources.html_known import Known
from briefing.sources.runs import Run
from briefing.sources.urls import is_address, safe_url

_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|(?:read|see|continue|learn) (?:more|reading|on)|full (?:story|article))"
    r"\W{0,5}\Z",
    re.IGNORECASE,
)
"""How a text ends that goes on elsewhere."""
_SHORT = 600
"""Characters; what a feed calls a summary and is shorter is the beginning only."""
_LONGEST_KEY = 300
_MOST_SUBJECTS = 20
"""Some sites file a story under every name in it."""
_WORD = re.compile(r"\w+")
_CUT_WORD = 12
"""Letters at the end of a summary that may be a word cut in half."""


class Told(NamedTuple):
    """What is said of one article."""

    key: str = ""
    """An identity of its own, if it has one."""
    title: str = ""
    link: str = ""
    authors: tuple[str, ...] = ()
    source: str = ""
    published: str = ""
    updated: str = ""
    """ISO 8601 in UTC, to the second."""
    body: str = ""
    markup: bool = True
    """Whether ``body`` is HTML; else it is plain text."""
    base: str = ""
    """The address that the body's links are relative to."""
    language: str = ""
    summary: bool = False
    """Whether ``body`` is called a summary, not the content."""
    ahead: str = ""
    """A summary that is given besides the content."""
    ahead_markup: bool = True
    subjects: tuple[str, ...] = ()
    """What it is filed under."""


def entry(told: Told, location: str, *, page: bool = True) -> Entry:
    """Makes an article of what is said.

    Args:
        told: what is said.
        location: where the whole document came from.
        page: whether the link, where there is one, is where the article comes from.
    """
    title = phrase(told.title)
    link = safe_url(told.link)
    key = phrase(told.key) or link or f"{title} {told.published}".strip()
    key = key[:_LONGEST_KEY]
    known = Known(
        title=title,
        authors=told.authors,
        published=told.published[:10] or told.updated[:10],
        source=told.source,
        language=told.language[:2].lower(),
    )
    place = link if page and is_address(link) else f"{location}#{key}" if key else location
    drafts = _drafts(told.body, told.markup, told.base or place)
    words = "\n".join(draft.words for draft in drafts).strip()
    drafts = [*_standfirst(told, words, place), *drafts]
    article: Article | None = html.assembled(
        drafts, known, Origin(place, Media.HTML), headline=False
    )
    if article is not None and not article.text.strip():
        article = None
    return Entry(
        key=key,
        article=article,
        title=title,
        link=phrase(told.link),
        published=told.published,
        updated=told.updated,
        teaser=is_address(link) and _is_teaser(words, told),
        subjects=tuple(filter(None, dict.fromkeys(map(phrase, told.subjects[:_MOST_SUBJECTS])))),
    )


def lines_of(value: str, markup: bool) -> str:
    """Words that are no article, such as what a feed says of itself, a paragraph a line."""
    drafts = scanned(value).drafts if markup else list(_plain(value))
    return "\n".join(filter(None, (phrase(draft.words) for draft in drafts)))


def _drafts(body: str, markup: bool, base: str) -> list[Draft]:
    """The blocks of an entry."""
    if not markup:
        return list(_plain(body))
    if "<" not in body:  # plain words, but for references
        return scanned(body).drafts
    return html.fragment(body, base)


def _standfirst(told: Told, words: str, place: str) -> list[Draft]:
    """The summary that stands over the story, if it is none of the story's own beginning."""
    if not told.ahead or told.ahead == told.body:
        return []
    drafts = _drafts(told.ahead, told.ahead_markup, told.base or place)
    ahead = _CUT.sub("", "\n".join(draft.words for draft in drafts).strip())
    said = _letters(ahead)
    if ahead[-1:] not in ".!?" and len(said) > 2 * _CUT_WORD:
        said = said[:-_CUT_WORD]
    return [] if not said or said in _letters(words) else drafts


def _letters(words: str) -> str:
    """The letters and digits alone: a machine that cuts a summary from a story loses blanks."""
    return "".join(_WORD.findall(words.casefold()))


def _plain(body: str) -> Iterator[Draft]:
    """The blocks of plain text, with the addresses in it as links."""
    read = text.parse(body, Origin(""))
    links = list(read.links)
    for block in read.blocks:
        runs: list[Run] = []
        at = block.span.start
        while links and links[0].span.start < block.span.end:
            link = links.pop(0)
            runs += (
                Run(read.text[at : link.span.start]),
                Run(link.span.of(read.text), url=link.url),
            )
            at = link.span.end
        runs.append(Run(read.text[at : block.span.end]))
        yield Draft(block.kind, runs, block.level, block.marker)


def _is_teaser(words: str, told: Told) -> bool:
    """Whether the words are only the beginning of the article."""
    return not words or bool(_CUT.search(words[-60:])) or (told.summary and len(words) < _SHORT)
