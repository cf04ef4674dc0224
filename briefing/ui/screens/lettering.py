"""Letters over every target in view, and going to the one that is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model.article import Span
from briefing.model.columns import Spans, spans_of
from briefing.ui.screens.following import FollowingActions
from briefing.ui.widgets.list_pane import ListPane


class LetteringActions(FollowingActions, part=True):
    """``F``."""

    def action_letters(self) -> None:
        """Lay a letter over every target in view and go to the one that is typed."""
        from briefing.ui.screens.letters import Letters, letters_for

        spans = self._targets_in_view()
        panes = [pane for pane in self.panes.values() if pane.display]
        rows = [(pane, row) for pane in panes for row in pane.rows_in_view()]
        codes = letters_for(len(spans) + len(rows))
        if not codes:
            self.say("Nothing in view leads anywhere.")
            return
        targets: dict[str, Span | tuple[ListPane, int]] = dict(
            zip(codes, [*spans, *rows], strict=False)
        )
        self.view.letter({t.start: code for code, t in targets.items() if isinstance(t, Span)})
        for code, target in targets.items():
            if isinstance(target, tuple):
                target[0].letters[target[1]] = code
        for pane in panes:
            pane.refresh()
        self.say(f"Type the letter{'s' * (len(codes[0]) > 1)} of a place; Esc leaves it.")
        self.app.push_screen(Letters(targets), lambda typed: self._lettered(targets, panes, typed))

    def _lettered(
        self,
        targets: Mapping[str, Span | tuple[ListPane, int]],
        panes: Sequence[ListPane],
        typed: str | None,
    ) -> None:
        """Put the letters away and go to the place of the one that was typed."""
        self.say("")
        self.view.letter({})
        for pane in panes:
            pane.letters = {}
            pane.refresh()
        chosen = targets.get(typed or "")
        if isinstance(chosen, Span):
            self.read_here()
            self.view.view.place = chosen.start
            self.choose_at(chosen, click=True)
            if not spans_of(self.article.links).within(chosen):
                self.jump(chosen)
        elif chosen is not None:
            pane, row = chosen
            pane.cursor = row
            pane.choose()

    def _targets_in_view(self) -> list[Span]:
        """The links, facts, names and headings in view, one at a place, in text order."""
        if not self.view.display:
            return []
        seen = self.view.view.in_view
        spans = _within(spans_of(self.article.links), seen)
        if self.edition and self.edition.briefing:
            briefing = self.edition.briefing
            spans += [fact.span for fact in self.edition.facts_in(seen)]
            spans += _within(briefing.named, seen)
            sections = (briefing.sections[at] for at in spans_of(briefing.sections).within(seen))
            spans += [section.heading for section in sections if section.heading]
        found: list[Span] = []
        for span in sorted(span for span in spans if span.start in seen):
            if not found or span.start >= found[-1].end:
                found.append(span)
        return found


def _within(spans: Spans, span: Span) -> list[Span]:
    return [spans[at] for at in spans.within(span)]
