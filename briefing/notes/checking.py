"""Whether what a notes file quotes still stands in its article: fact checking for notes."""

from __future__ import annotations

from briefing.model.article import Article, Span
from briefing.model.notes import Anchor, Standing
from briefing.model.records import dataclass
from briefing.notes import anchors
from briefing.notes.page import Block


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one quote stands in its article."""

    id: str
    quote: str
    """As the file has it."""
    standing: Standing
    span: Span | None = None
    """Where it stands now; ``None`` when it is gone."""
    now: str = ""
    """What stands there now; empty when it is gone."""
    title: str = ""
    """The article's; empty when nobody knows the article any more."""

    @property
    def good(self) -> bool:
        """Whether the article says just what the file says it does."""
        return self.standing in (Standing.SAME, Standing.MOVED)


def check(block: Block, digest: str, article: Article, known: Anchor | None) -> Verdict:
    """Looks a file's quote up in its article.

    Args:
        block: the note as the file has it.
        digest: the article's at the time, as the file says; may be empty.
        article: as it is now.
        known: the anchor that the library has; it knows what stood around the quote.
    """
    standing, span = anchors.resolve(_anchor(block, digest, known), article)
    if block.position is None and standing is Standing.MOVED:
        standing = Standing.SAME  # it never said where it stood
    now = span.of(article.text) if span else ""
    return Verdict(block.id, block.quote, standing, span, now, article.title)


def _anchor(block: Block, digest: str, known: Anchor | None) -> Anchor:
    if known is not None and known.quote == block.quote:
        return known
    position = block.position or Span(0, len(block.quote))
    return Anchor(block.quote, "", "", position, digest)
