"""Moving: by lines and pages, between panes, along sections, facts and mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from briefing.model.annotations import Entity
from briefing.model.article import Span
from briefing.model.columns import Spans, index_of, spans_of
from briefing.ui.screens.reader_base import ReaderBase


class MovingActions(ReaderBase, part=True):
    """What the moving keys do, in the article or in the pane in focus."""

    def _move(self, rows: int) -> None:
        if self.pane is not None:
            self.pane.move(rows)
        elif self.view.selection is not None:
            self.view.select(self.view.selector.by_sentences(self.view.selection, rows))
        else:
            self.view.view.move(rows)
            self.view.changed()

    def _turn(self, pages: float) -> None:
        if self.pane is not None:
            self.pane.page(pages)
        else:
            self.view.turn(pages)

    def _end(self, *, end: bool) -> None:
        if self.pane is not None:
            self.pane.to_end(end=end)
        else:
            self.trail = self.trail.jumped(self.here)
            self.view.view.to_end(end=end)
            self.view.changed()

    def _words(self, count: int) -> None:
        if self.pane is not None:
            return
        if self.view.selection is not None:
            self.view.select(self.view.selector.by_words(self.view.selection, count))
        else:
            self.view.view.words(count)
            self.view.changed()

    def action_down(self) -> None:
        """Down a line."""
        self._move(1)

    def action_up(self) -> None:
        """Up a line."""
        self._move(-1)

    def action_half_down(self) -> None:
        """Down half a page."""
        self._turn(0.5)

    def action_half_up(self) -> None:
        """Up half a page."""
        self._turn(-0.5)

    def action_page_down(self) -> None:
        """Down a page."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Up a page."""
        self._turn(-1)

    def action_top(self) -> None:
        """To the beginning."""
        self._end(end=False)

    def action_bottom(self) -> None:
        """To the end."""
        self._end(end=True)

    def action_word_right(self) -> None:
        """Right a word."""
        self._words(1)

    def action_word_left(self) -> None:
        """Left a word."""
        self._words(-1)

    # Panes ----------------------------------------------------------------------------------

    def _focus_pane(self, *names: str) -> None:
        """Focus the first of the named panes, or the next one when one of them has it."""
        panes = [self.panes[name] for name in names]
        at = panes.index(self.pane) + 1 if self.pane in panes else 0
        if at == len(panes):
            at = 0
            if len(panes) == 1 and not self.view.display:
                self.read_here()
                return
        self.open_pane(panes[at])

    def action_article_pane(self) -> None:
        """To the article."""
        self.read_here()

    def action_outline_pane(self) -> None:
        """To the outline."""
        self._focus_pane("outline")

    def action_entities_pane(self) -> None:
        """To the entities."""
        self._focus_pane("entities")

    def action_summary_pane(self) -> None:
        """To the summary, or from there to the key facts."""
        self._focus_pane("summary", "facts")

    def action_related_pane(self) -> None:
        """To the related articles."""
        self._focus_pane("related")

    def action_notes_pane(self) -> None:
        """To the notes."""
        self._focus_pane("notes")

    def _cycle(self, step: int) -> None:
        order = ["outline", "entities", "article", "summary", "facts", "related", "notes"]
        focused = self.focused.id if self.focused and self.focused.id in order else "article"
        name = order[(order.index(focused) + step) % len(order)]
        if name == "article":
            self.read_here()
        else:
            self.open_pane(self.panes[name])

    def action_next_pane(self) -> None:
        """To the next pane."""
        self._cycle(1)

    def action_previous_pane(self) -> None:
        """To the pane before."""
        self._cycle(-1)

    # Along what was found -------------------------------------------------------------------

    def _along(
        self,
        spans: Sequence[Span],
        step: int,
        nothing: str,
        part: Callable[[int], Span] | None = None,
    ) -> Span | None:
        """Go to the next or the former of some spans; round at the ends.

        Args:
            spans: in any order; flat ones are in that of the text.
            step: forward or, negative, back.
            nothing: what to say when there are none.
            part: what to show of the span with an index, if not all of it.
        """
        ordered = spans if isinstance(spans, Spans) else Spans.of(sorted(set(spans)))
        if not ordered:
            self.say(nothing)
            return None
        here = self.view.view.place
        if step > 0:
            number = bisect_right(ordered.starts, here) % len(ordered) + 1
        else:
            number = bisect_left(ordered.starts, here) or len(ordered)
        span = part(number - 1) if part else ordered[number - 1]
        around = (step > 0) == (span.start <= here) and len(ordered) > 1
        self.read_here()
        self.jump(span)
        self.say(f"{number} of {len(ordered)}" + (", from the other end" if around else ""))
        return span

    def _section(self, step: int) -> None:
        edition = self.edition
        sections = edition.sections if edition else ()
        begins = spans_of(sections)
        if sections and sections[0].heading:  # lines may stand above it; there are none elsewhere
            begins = Spans.of([sections[0].heading, *begins[1:]])

        def heading(at: int) -> Span:
            return sections[at].heading or Span(begins.starts[at], begins.starts[at] + 1)

        if self._along(begins, step, "No sections found.", heading) is not None:
            self.say(f"Section {self.bottom_line.message}")

    def action_next_section(self) -> None:
        """To the next section."""
        self._section(1)

    def action_previous_section(self) -> None:
        """To the former section."""
        self._section(-1)

    def _fact(self, step: int) -> None:
        facts = self.edition.briefing.facts if self.edition and self.edition.briefing else ()
        spans = spans_of(facts)
        span = self._along(tuple(spans), step, "No key facts found.")
        if span is not None:
            self.panes["facts"].point(facts[index_of(spans, span)])
            self.say(f"Fact {self.bottom_line.message}")

    def action_next_fact(self) -> None:
        """To the next key fact in the text."""
        self._fact(1)

    def action_previous_fact(self) -> None:
        """To the former key fact in the text."""
        self._fact(-1)

    def _mention(self, step: int) -> None:
        chosen = self.edition.chosen if self.edition else None
        if chosen is None:
            chosen = self._nearest_entity()
            if chosen is None:
                self.say("No names found.")
                return
            self.choose_entity(chosen)
        name = self.article.of(chosen.name)
        if self._along(chosen.mentions, step, "") is not None:
            self.say(f"{name}: {self.bottom_line.message}")

    def _nearest_entity(self) -> Entity | None:
        """The entity named at the place, or next after it."""
        if self.edition is None or self.edition.briefing is None:
            return None
        named = self.edition.briefing.named
        if not named:
            return None
        at = bisect_left(named.starts, self.view.view.place) % len(named)
        return self.edition.briefing.entities[named.numbers[at]]

    def action_next_mention(self) -> None:
        """To the next mention of the chosen entity."""
        self._mention(1)

    def action_previous_mention(self) -> None:
        """To the former mention of the chosen entity."""
        self._mention(-1)

    def choose_entity(self, entity: Entity) -> None:
        """Fill the mentions of an entity in the text."""
        self.present(chosen=entity)
        self.panes["entities"].point(entity)
