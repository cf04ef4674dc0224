"""Finding words in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.article import Span
from briefing.ui.screens.reader_base import ReaderBase

MOST = 5_000
"""Hits that are counted; more are not worth walking through."""


def hits(text: str, words: str) -> list[Span]:
    """Where words stand in a text, whatever their case and the white space between them."""
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts), re.IGNORECASE)
    found: list[Span] = []
    for match in pattern.finditer(text):
        found.append(Span(*match.span()))
        if len(found) == MOST:
            break
    return found


class FindingActions(ReaderBase, part=True):
    """``/``, ``n`` and ``N``."""

    hits: list[Span]
    words: str = ""

    def action_find(self) -> None:
        """Ask for words and show where they are while they are typed."""
        self._from = self.here
        from briefing.ui.screens.prompt import Prompt

        self.app.push_screen(Prompt("find", self.words, self._typed), self._found)

    def _found(self, answer: str | None) -> None:
        """Stay at the hit, or return when there is none."""
        if answer is None:
            self.clear_hits()
            self.view.view.go(self._from.offset)
            self.view.changed()
        elif not self.hits:
            self.say(f"“{answer}” is not in this article." if answer.strip() else "")
        else:
            self.trail = self.trail.jumped(self._from)
            self._tell()
        self.read_here()

    def _typed(self, words: str) -> str:
        """Show the hits of what was typed so far, and say how many there are."""
        self.words = words
        self.hits = hits(self.article.text, words)
        self.view.annotate(hit=[(span, "hit") for span in self.hits], current=[])
        if not self.hits:
            return "not found" if words.strip() else ""
        after = [span for span in self.hits if span.start >= self._from.offset]
        self._show(after[0] if after else self.hits[0])
        return f"{len(self.hits)}{'+' if len(self.hits) == MOST else ''}"

    def _show(self, span: Span) -> None:
        self.view.view.go(span.start)
        self.view.annotate(current=[(span, "hit-current")])
        self.view.changed()

    def show_hits(self, words: str, hits: Sequence[Span], first: Span) -> None:
        """Show hits that were found elsewhere, and go to one of them."""
        self.words, self.hits = words, list(hits)
        self.view.annotate(hit=[(span, "hit") for span in hits])
        self._show(first)
        self._tell()

    def _step(self, step: int) -> None:
        if not self.hits:
            self.say("Nothing to find: / asks for words.")
            return
        here = self.view.view.place
        if step > 0:
            span = next((s for s in self.hits if s.start > here), self.hits[0])
        else:
            span = next((s for s in reversed(self.hits) if s.start < here), self.hits[-1])
        self.read_here()
        self._show(span)
        self._tell()

    def _tell(self) -> None:
        here = self.view.view.place
        number = next((n for n, s in enumerate(self.hits, 1) if s.start >= here), len(self.hits))
        more = "+" if len(self.hits) == MOST else ""
        self.say(f"“{self.words.strip()}”  {number} of {len(self.hits)}{more}")

    def action_find_next(self) -> None:
        """To the next hit."""
        self._step(1)

    def action_find_previous(self) -> None:
        """To the former hit."""
        self._step(-1)

    def clear_hits(self) -> None:
        """Put the hits away."""
        self.hits = []
        self.view.annotate(hit=[], current=[])
