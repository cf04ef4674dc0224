"""Entities: who and what an article names, where, in what role, and how much it matters.

>>> entities(article)  # doctest: +SKIP
(Entity(name=Span(start=2201, end=2208), kind=<EntityKind.ORGANISATION: 'organisation'>, ...

The parts, in the order in which they work: :mod:`.wordpiece` and :mod:`.windows` prepare the text
for the :mod:`.model`, :mod:`.tidy` mends what it found with an eye on the whole article,
:mod:`.aliases` puts together what names the same, :mod:`.roles` finds what a name is called
besides, :mod:`.salience` says what matters. Without the model, :mod:`.rules` finds names.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model.annotations import Entity
from briefing.model.article import Article, BlockKind, Span
from briefing.reading.entities.aliases import Cluster, clusters
from briefing.reading.entities.mention import Mention, normal
from briefing.reading.entities.salience import Layout

ENGINE_NAME = "model-1"
"""Name and version of what reads entities; it changes whenever its findings may."""

_UNREAD = frozenset({BlockKind.CODE, BlockKind.RULE})


def entities(article: Article) -> tuple[Entity, ...]:
    """Everything that an article names, what matters most first.

    The same article always gives the same entities. Their mentions never overlap.
    """
    from briefing.reading.entities.model import load
    from briefing.reading.entities.tidy import tidy

    lines = list(lines_of(article))
    found = tidy(article.text, load().read(article.text, lines))
    layout = Layout(article)
    every = [_entity(article, layout, cluster) for cluster in clusters(article.text, found)]
    return tuple(sorted(every, key=lambda one: (-one.salience, one.mentions[0].start)))


def lines_of(article: Article) -> Iterable[Span]:
    """The stretches of text that are read: blocks, and in tables every line for itself."""
    for block in article.blocks:
        if block.kind is BlockKind.TABLE:
            start = block.span.start
            for line in block.span.of(article.text).split("\n"):
                yield Span(start, start + len(line))
                start += len(line) + 1
        elif block.kind not in _UNREAD:
            yield block.span


def _entity(article: Article, layout: Layout, cluster: Cluster) -> Entity:
    salience = layout.weigh(cluster)
    name = _fullest(article.text, cluster.mentions)
    forms = list(dict.fromkeys(m.of(article.text) for m in cluster.mentions))
    why = salience.why
    if len({normal(form) for form in forms}) > 1:
        why = (*why, f"merged: {', '.join(' '.join(form.split()) for form in forms)}")
    return Entity(
        name=name.span,
        kind=cluster.kind,
        mentions=tuple(mention.span for mention in cluster.mentions),
        salience=round(salience.score, 4),
        why=why,
    )


def _fullest(text: str, mentions: Iterable[Mention]) -> Mention:
    """The mention with most words, rather not all in capitals, the first of those."""

    def fullness(mention: Mention) -> tuple[int, bool, int]:
        name = mention.of(text)
        words = normal(name).split()
        return len(words), not (len(words) > 1 and name.isupper()), len(" ".join(words))

    return max(mentions, key=fullness)
