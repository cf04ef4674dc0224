"""Names that the page itself vouches for: the publication, the authors, and the dateline's place.

``Source: Business Insider`` and ``By Jane Doe`` say by their place what kind of name follows, and
say it more surely than any model reads two words without a sentence around them. A dateline tells
of a place, be it one that nobody has heard of.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.annotations import EntityKind
from briefing.model.article import Article, BlockKind
from briefing.reading.datelines import places_named
from briefing.reading.entities.mention import Mention

_PLACES = {
    BlockKind.SOURCE: EntityKind.ORGANISATION,
    BlockKind.BYLINE: EntityKind.PERSON,
    BlockKind.DATE: EntityKind.ORGANISATION,
}


def page_names(article: Article) -> list[Mention]:
    """The source in its line, the authors in theirs, the dateline's places, in text order."""
    found = []
    if opening := article.dateline:
        for place in places_named(opening.of(article.text)):
            start, end = opening.start + place.start, opening.start + place.end
            found.append(Mention(start, end, EntityKind.PLACE, 1.0))
    for block in article.blocks:
        if kind := _PLACES.get(block.kind):
            names = article.authors if kind is EntityKind.PERSON else (article.source,)
            for start, end in _places(article.text, block.span.start, block.span.end, names):
                found.append(Mention(start, end, kind, 1.0))
    return sorted(found, key=lambda mention: mention.start)


def _places(text: str, start: int, end: int, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The first place of each name in a line, as far as they do not overlap."""
    taken = start
    for name in names:
        place = text.find(name, taken, end) if name else -1
        if place >= 0:
            taken = place + len(name)
            yield place, taken
