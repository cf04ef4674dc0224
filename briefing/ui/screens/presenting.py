"""Presenting an article: opened, read beside the screen, and what was found laid over its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.worker import get_current_worker

from briefing.desk import Opened
from briefing.model.annotations import Briefing, FactKind
from briefing.model.article import Article
from briefing.model.columns import Marks, Spans
from briefing.model.errors import BriefingError
from briefing.model.extent import SAMPLE, density, minutes
from briefing.ui.edition import Edition
from briefing.ui.fetching import beside
from briefing.ui.marking import Layer
from briefing.ui.page import Page
from briefing.ui.screens.finding import FindingActions
from briefing.ui.screens.noting import NotingActions
from briefing.ui.screens.relating import RelatingActions
from briefing.ui.screens.telling import TellingActions
from briefing.ui.widgets.panes import OutlinePane

WHOLE = frozenset(
    {"mark", "comment", "tag", "delete_note", "undo", "save", "edit_notes", "toggle_read", "star"}
    | {"take_apart", "reload", "changes", "next_article", "previous_article"}
)
"""What is done with a whole article only."""


class PresentingActions(RelatingActions, NotingActions, TellingActions, FindingActions, part=True):
    """What brings an article onto the screen, and its briefing to it when that has been made."""

    begun: bool = False
    """Whether the article on the screen is only the beginning of one that is being parsed."""
    density: float = 0.0
    """Words to a character of the article."""
    _found_in: Briefing | None = None
    _layers: Mapping[str, Layer] = {}
    _refused: bool = False
    """Whether the last key was not obeyed for that reason."""

    async def show_article(
        self, opened: Opened, place: int | None = None, top: int | None = None
    ) -> None:
        """Show another article in this screen."""
        await self.leave_article()
        self.view.show(opened.article, opened.position if place is None else place, top)
        self.hits = []
        await self._present(opened)

    async def _present(self, opened: Opened) -> None:
        article = opened.article
        self.edition = Edition(article, opened.briefing)
        self._select_by(opened.briefing)
        self._annotate(self.edition)
        self.begun = bool(opened.rest)
        self.density = density(article.cut(0, SAMPLE))
        self._tell_place()
        if opened.rest:
            self.run_worker(self._read_rest(article, opened.rest), exclusive=True, group="rest")
            return
        try:
            self.present(notes=await self.ask_desk(self.desk.notes, article))
            await self.find_draft()
            if opened.span is not None:
                self.jump(opened.span, remember=False)
            if opened.remark:
                self.say(opened.remark)
            await self.ask_desk(self.desk.visit, article.digest)
        except BriefingError as error:
            self.say(str(error))
        self.run_worker(
            lambda: self._read(article, opened.briefing),
            thread=True,
            exclusive=True,
            group="read",
            exit_on_error=False,
        )

    async def _read_rest(self, beginning: Article, location: str) -> None:
        """Have the whole of a long file parsed, and show it in the place of its beginning."""
        try:
            opened, digests = await beside(self.desk.read_all, location)
            page = await beside(self.view.set, opened.article)
        except BriefingError as error:
            self.present(failure=str(error))
            self.say(str(error))
            return
        if self.article is not beginning:  # something else was opened meanwhile
            return
        if len(digests) > 1:
            self.queue = digests
        self._take_whole(opened, page, beginning)
        await self._present(opened)

    def _take_whole(self, opened: Opened, page: Page, beginning: Article) -> None:
        """Put the whole of an article in the place of its beginning, under the reader's eyes.

        Nothing is waited for: a key that came in between would be undone.
        """
        from briefing.desk.beginning import look_alike

        whole, seen = opened.article, self.view.view.in_view
        self.trail = self.trail.renamed(beginning.digest, whole.digest)
        if whole.cut(0, seen.end) == beginning.cut(0, seen.end):
            self.view.exchange(whole, page, alike=look_alike(whole, beginning, seen))
        else:  # it was understood otherwise
            self.view.show(whole)
        self.hits = []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let what is kept in the library wait until the whole article is there."""
        if self.begun and action in WHOLE:
            self.say("The rest of the article is still being read: in a moment.")
            self._refused = True
            return False
        return super().check_action(action, parameters)

    def _read(self, article: Article, briefing: Briefing | None) -> None:
        """Have the article read, in a thread that only waits for the reading process.

        Args:
            article: what to read.
            briefing: what was kept of it, and is on the screen already.
        """
        worker = get_current_worker()
        failure = ""
        if briefing is None:
            try:
                briefing = self.desk.brief(article)
            except BriefingError as error:
                failure = str(error)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._briefed, article.digest, briefing, failure)
        if briefing is not None and not worker.is_cancelled:
            self.relate(article, briefing)
        if not worker.is_cancelled:
            self.hold_against_others(article)

    def _briefed(self, digest: str, briefing: Briefing | None, failure: str) -> None:
        """Take a briefing, if it is still about the article on the screen."""
        if self.edition is None or digest != self.edition.article.digest:
            return
        self.present(briefing=briefing, failure=failure)
        self._select_by(briefing)
        self._tell_place()
        if failure:
            self.say(failure)

    def _select_by(self, briefing: Briefing | None) -> None:
        """Select by the sentences that were found."""
        sentences = briefing.sentences if briefing else ()
        self.view.selector = type(self.view.selector)(self.article, sentences)

    def watch_edition(self, before: Edition | None, edition: Edition | None) -> None:
        """Draw what is presented into the text, when something of it has changed."""
        if edition is not None and (
            before is None
            or any(
                getattr(before, name) is not getattr(edition, name)
                for name in ("article", "briefing", "chosen", "notes", "telling")
            )
        ):
            self._annotate(edition)

    def _annotate(self, edition: Edition) -> None:
        """Lay the highlights of an edition over the text."""
        briefing = edition.briefing if self.highlights else None
        chosen = edition.chosen if self.highlights else None
        new = edition.telling.new if edition.telling and self.highlights else ()
        self.view.sign(
            {span.start: ("•", "quiet") for span in new}
            | {
                note.span.start: ("+" if note.comment else "▎", "accent")
                for note in edition.notes
                if note.span
            }
        )
        self.view.annotate(
            **self._layers_of(briefing),
            chosen=Layer.over(Spans.of(chosen.mentions if chosen else ()), lambda _: "chosen"),
            mark=[(note.span, "mark") for note in edition.notes if note.span],
        )

    def _layers_of(self, briefing: Briefing | None) -> Mapping[str, Layer]:
        """The layers of what was found, made once for a briefing."""
        if briefing is not self._found_in or not self._layers:
            self._found_in = briefing
            self._layers = {
                "entity": _named(briefing) if briefing else Layer(),
                "fact": _figures(briefing) if briefing else Layer(),
            }
        return self._layers

    async def leave_article(self) -> None:
        """Remember where reading was left."""
        try:
            await self.ask_desk(self.desk.remember, self.article.digest, self.view.view.place)
        except BriefingError as error:
            self.say(str(error))

    def _tell_place(self) -> None:
        """Keep title, time left, section and progress in view."""
        edition = self.edition
        if edition is None:
            return
        at = edition.section_at(self.view.view.place)
        left = self.article.length - self.view.view.first
        self.top_line.tell(
            title=edition.article.title or edition.name,
            source=edition.article.source,
            # Of a beginning nobody knows how much is to come.
            minutes=0 if self.begun else minutes(left * self.density),
            section=edition.place_name(at),
            progress=0.0 if self.begun else self.view.view.progress,
        )
        if at != edition.place:  # of what is bound to the edition, only the outline shows it
            self.set_reactive(PresentingActions.edition, replace(edition, place=at))
            self.query_one(OutlinePane).read_at(at)


def _named(briefing: Briefing) -> Layer:
    """The names in the text, each in the look of its entity's kind."""
    named, entities = briefing.named, briefing.entities
    return Layer.over(named, lambda at: entities[named.numbers[at]].kind.value)


def _figures(briefing: Briefing) -> Layer:
    """The facts in the text, wherever they stand; quotes have their marks."""
    facts = (fact for fact in briefing.facts if fact.kind is not FactKind.QUOTE)
    spans = Marks.among(group for fact in facts for group in ((fact.span,), fact.repeats))
    return Layer.over(spans, lambda _: "fact")
