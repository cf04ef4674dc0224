"""Entities: who and what an article names, where, in what role, and how much it matters.

The parts, in the order in which they work: :mod:`.wordpiece` and :mod:`.windows` prepare the text
for the :mod:`.model`, :mod:`.tidy` mends what it found with an eye on the whole article,
:mod:`.recurring` finds names again, :mod:`.aliases` puts together what names the same,
:mod:`.roles` finds what a name is called besides, :mod:`.salience` says what matters. Where the
model cannot run, :mod:`.rules` stands in; :mod:`.engines` chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.model.annotations import Entity
from briefing.model.article import Article, Block, BlockKind, Origin, Span
from briefing.reading.entities.aliases import Cluster, clusters
from briefing.reading.entities.common import without_common
from briefing.reading.entities.engines import engine
from briefing.reading.entities.mention import Mention, normal
from briefing.reading.entities.page import page_names
from briefing.reading.entities.recurring import found_again
from briefing.reading.entities.roles import Roles
from briefing.reading.entities.salience import Layout
from briefing.reading.entities.tidy import tidied
from briefing.reading.taken import Taken

_ACRONYM = 4
"""Letters of a word in capitals that may be nothing but its initials."""

_CAPITALISED = frozenset({BlockKind.TITLE, BlockKind.HEADING})

_UNREAD = frozenset({BlockKind.CODE, BlockKind.RULE})


def entities(article: Article, wanted: str = "auto") -> tuple[Entity, ...]:
    """Everything that an article names, what matters most first.

    The same article always gives the same entities. Their mentions never overlap.

    Args:
        article: as the sources gave it; its blocks say where names cannot go on.
        wanted: the engine, one of :data:`briefing.reading.engine_name.NAMES`.

    Raises:
        SettingsError: when the engine is unknown or not installed.
    """
    lines = list(lines_of(article))
    found = engine(wanted).read(article.text, lines)
    mentions = tidied(article.text, found, page_names(article))
    titles = Taken(b.span for b in article.blocks if b.kind in _CAPITALISED)
    mentions = without_common(article.text, mentions, titles)
    mentions += found_again(article.text, mentions, lines)
    mentions.sort(key=lambda mention: mention.start)
    layout = Layout(article)
    roles = Roles(article.text, mentions, lines)
    every = [_entity(article, layout, roles, one) for one in clusters(article.text, mentions)]
    return tuple(sorted(every, key=lambda one: (-one.salience, one.mentions[0].start)))


def entities_in(text: str, wanted: str = "auto") -> tuple[Entity, ...]:
    """What a plain text names, every line of it a block; text is taken as it is."""
    from briefing.reading.structure import structured

    blocks = (Block(line, BlockKind.PARAGRAPH) for line in _lines(text, Span(0, len(text))))
    return entities(structured(Article(text, tuple(blocks), Origin("-"), digest="")), wanted)


def lines_of(article: Article) -> Iterator[Span]:
    """The stretches of text that are read: blocks, and in tables every line for itself."""
    for block in article.blocks:
        if block.kind is BlockKind.TABLE:
            yield from _lines(article.text, block.span)
        elif block.kind not in _UNREAD:
            yield block.span


def _lines(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for line in within.of(text).split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _entity(article: Article, layout: Layout, roles: Roles, cluster: Cluster) -> Entity:
    salience = layout.weigh(cluster)
    forms = list(dict.fromkeys(" ".join(m.of(article.text).split()) for m in cluster.mentions))
    why = salience.why
    if len({normal(form) for form in forms}) > 1:
        why = (*why, f"merged: {', '.join(forms)}")
    return Entity(
        name=_fullest(article.text, cluster.mentions).span,
        kind=cluster.kind,
        mentions=tuple(mention.span for mention in cluster.mentions),
        role=roles.of(cluster.mentions, cluster.kind),
        salience=round(salience.score, 4),
        why=why,
    )


def _fullest(text: str, mentions: Iterable[Mention]) -> Mention:
    """The mention with most words, rather not all in capitals, the first of those."""

    def fullness(mention: Mention) -> tuple[int, bool, int]:
        name = mention.of(text)
        words = normal(name).split()
        shouted = any(len(word) > _ACRONYM and word.isupper() for word in name.split())
        return (
            len(words),
            not (shouted or (len(words) > 1 and name.isupper())),
            len(" ".join(words)),
        )

    return max(mentions, key=fullness)
