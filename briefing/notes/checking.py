"""Whether what a notes file quotes still stands in its article: fact checking for notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.article import Article, Span
from briefing.model.notes import Anchor, Standing
from briefing.notes import anchors
from briefing.notes.merge import complete
from briefing.notes.page import Block, Page


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one quote stands in its article."""

    id: str
    quote: str
    """As the file has it."""
    standing: Standing
    span: Span | None
    """Where it stands now; ``None`` when it is gone."""
    now: str
    """What stands there now; empty when it is gone."""

    @property
    def good(self) -> bool:
        """Whether the article says just what the file says it does."""
        return self.standing in (Standing.SAME, Standing.MOVED)


def check(page: Page, article: Article, known: Mapping[str, Anchor]) -> tuple[Verdict, ...]:
    """Looks every quote of a file up in its article.

    Args:
        page: the notes file.
        article: as it is now.
        known: the anchors that the library has, by note; they know what stood around a quote.
    """
    verdicts = []
    for block in complete(page).values():
        if not block.quote.strip():
            continue
        standing, span = anchors.resolve(_anchor(block, page, known.get(block.id)), article)
        if block.position is None and standing is Standing.MOVED:
            standing = Standing.SAME  # it never said where it stood
        now = span.of(article.text) if span else ""
        verdicts.append(Verdict(block.id, block.quote, standing, span, now))
    return tuple(verdicts)


def _anchor(block: Block, page: Page, known: Anchor | None) -> Anchor:
    if known is not None and known.quote == block.quote:
        return known
    position = block.position or Span(0, len(block.quote))
    return Anchor(block.quote, "", "", position, page.digest)
