"""How much an article is about each of the things it names.

The more often, the earlier, in the title, in the lead: the weights were chosen against what
human summaries of articles name.
"""

from __future__ import annotations

from math import log

from briefing.model.annotations import EntityKind
from briefing.model.article import FURNITURE, Article, BlockKind
from briefing.model.records import dataclass
from briefing.reading.entities.aliases import Cluster
from briefing.reading.taken import Taken

_WEAK = {EntityKind.GROUP: 0.4, EntityKind.EVENT: 0.3, EntityKind.WORK: 0.7}
"""What is taken off kinds that the model often gets wrong or a reader seldom looks for."""


@dataclass(frozen=True, slots=True)
class Salience:
    """A score, higher is more, and the reasons for it in plain words."""

    score: float
    why: tuple[str, ...]


class Layout:
    """Where in an article the title, the lead and the furniture are."""

    def __init__(self, article: Article) -> None:
        titles = [block.span for block in article.blocks if block.kind is BlockKind.TITLE]
        self._titles = Taken([*titles, *([article.title_span] if article.title_span else [])])
        self._furniture = Taken(b.span for b in article.blocks if b.kind in FURNITURE)
        self._dateline = Taken([article.dateline] if article.dateline else [])
        prose = (b.span for b in article.blocks if b.kind is BlockKind.PARAGRAPH)
        self._lead = next(prose, None)
        self._length = max(1, len(article.text))

    def weigh(self, cluster: Cluster) -> Salience:
        """How much the article is about one thing; furniture names it, but does not count."""
        told = [m for m in cluster.mentions if m.start not in self._furniture]
        if cluster.kind is EntityKind.ORGANISATION:  # the agency that sent the story
            told = [m for m in told if m.start not in self._dateline]
        if not told:
            return Salience(0.0, ("named beside the story only",))
        count = len(told)
        score = log(1 + count) - 0.3 * told[0].start / self._length
        why = [f"named {count} times" if count > 1 else "named once"]
        if any(m.start in self._titles for m in told):
            score += 1.0
            why.append("in the title")
        if self._lead and any(m.start in self._lead for m in told):
            score += 0.5
            why.append("in the lead")
        return Salience(max(0.01, score - _WEAK.get(cluster.kind, 0.0)), tuple(why))
