"""Choosing, following links, going back and forward, asking why."""

from __future__ import annotations

from abc import abstractmethod

from briefing.desk import Opened, Similar, Version
from briefing.model.annotations import Entity, KeyFact, RelatedLink
from briefing.model.article import BlockKind, Link, LinkKind, Span
from briefing.model.columns import Spans, spans_of
from briefing.model.errors import BriefingError
from briefing.model.notes import Note
from briefing.ui.edition import Edition, squeeze
from briefing.ui.screens.moving import MovingActions
from briefing.ui.trail import Place
from briefing.ui.widgets.article_view import ArticleView
from briefing.ui.widgets.list_pane import ListPane


class FollowingActions(MovingActions, part=True):
    """What Enter, Backspace, ``X`` and ``i`` do."""

    @abstractmethod
    async def show_article(
        self, opened: Opened, place: int | None = None, top: int | None = None
    ) -> None:
        """Show another article in this screen."""

    @abstractmethod
    async def open_location(self, location: str, message: str = "") -> None:
        """Open a file or an address, and then say something."""

    # Choosing -------------------------------------------------------------------------------

    def action_choose(self) -> None:
        """Choose the row in focus, or what stands at the place in the article."""
        if self.pane is not None:
            self.pane.choose()
        else:
            self.choose_at(self._line_in_focus())

    def _line_in_focus(self) -> Span:
        """The words Enter is about: the word when the place is one, else the whole line."""
        view = self.view.view
        line = view.page.line(view.row)
        if view.fine or line is None:
            return Span(view.place, min(view.place + 1, self.article.length))
        return Span(line.start, line.end)

    def choose_at(self, span: Span, *, click: bool = False) -> None:
        """Follow the link at a span, else mark the fact or choose the name there."""
        edition = self.edition
        block = edition.block_at(span.start) if edition else None
        reach = block.span if block and block.kind is BlockKind.RELATED and not click else span
        if link := self._link_in(reach):
            self.follow(link)
            return
        if note := edition.note_link(span.start) if edition else "":
            self.run_worker(self.open_location(note), exclusive=True, group="follow")
            return
        if edition is None or edition.briefing is None:
            return
        current = self.view.view.place
        found = edition.facts_in(span)
        if found:
            fact = next((f for f in found if current in f.span), found[0])
            self.jump(fact.span, remember=False)
            self.panes["facts"].point(fact)
            return
        for entity in edition.entities_in(span)[:1]:
            mentions = Spans.of(entity.mentions)
            self.choose_entity(entity)
            self.jump(mentions[mentions.within(span)[0]], remember=False)

    def _link_in(self, span: Span) -> Link | None:
        """The first link in a span."""
        links = spans_of(self.article.links)
        return next((self.article.links[at] for at in links.within(span)), None)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Go where a row leads."""
        value, span = event.row.value, event.row.span
        if isinstance(value, RelatedLink):
            self.follow(Link(value.span, LinkKind.RELATED, value.url))
            return
        if isinstance(value, Link):
            self.follow(value)
            return
        if isinstance(value, (Similar, Version)):
            self.run_worker(self.travel(value.digest), exclusive=True, group="follow")
            return
        if isinstance(value, Note) and span is None:
            self.say(f"This version of the article does not have “{squeeze(value.anchor.quote)}”.")
            return
        if isinstance(value, Entity):
            self.choose_entity(value)
        if span is not None:
            self.read_here()
            self.jump(span)
            if isinstance(value, KeyFact):
                self.panes["facts"].point(value)

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        """Choose what was clicked; a second click selects the word."""
        self.view.focus()
        self.view.select(None)
        if event.chain >= 2:
            self.view.select(self.view.selector.grown(None, event.offset))
        else:
            self.choose_at(Span(event.offset, event.offset + 1), click=True)

    # Links ----------------------------------------------------------------------------------

    def follow(self, link: Link) -> None:
        """Follow a link: to an article of the library, or, when the reader says so, out."""
        self.run_worker(self._follow(link), exclusive=True, group="follow")

    async def _follow(self, link: Link) -> None:
        title = squeeze(self.article.of(link.span))
        if link.kind is LinkKind.RELATED:
            found = await self.ask_desk(self.desk.resolve, title)
            if found is not None:
                await self.travel(found.digest)
                if found.guess:
                    self.say(f"A guess: “{title}” was named, and {found.score:.0%} of it agrees.")
                return
            await self.ask_desk(self.desk.want, self.article.digest, title)
            from briefing.ui.screens.outward import offer_wanted

            if await offer_wanted(self, title, link.url):
                await self.search_library(title)
        elif link.url:
            known = await self.ask_desk(self.desk.located, link.url)
            if known and known != self.article.digest:
                await self.travel(known)
            else:
                await self.offer_address(title, link.url)

    async def offer_address(self, title: str, url: str) -> None:
        """Show an address, and read it here or open it in the browser when the reader says so."""
        from briefing.ui.screens.outward import offer

        if await offer(self, title, url):
            await self.open_location(url)

    @abstractmethod
    async def search_library(self, words: str) -> None:
        """Look for words in the library."""

    async def travel(self, digest: str, place: Place | None = None) -> None:
        """Open an article of the library, remembering where the reader was."""
        try:
            opened = await self.ask_desk(self.desk.reopen, digest)
        except BriefingError as error:
            self.say(str(error))
            return
        if place is None:
            self.trail = self.trail.jumped(self.here)
            await self.show_article(opened)
        else:
            await self.show_article(opened, place.offset, place.top)

    # The trail ------------------------------------------------------------------------------

    async def _return(self, place: Place) -> None:
        self.read_here()
        if place.digest != self.article.digest:
            await self.travel(place.digest, place)
            return
        view = self.view.view
        view.place = place.offset
        view.fine = False
        view.scroll(view.page.row_of(place.top))
        view.reveal()
        self.view.annotate(current=[], flash=[])
        self.view.changed()

    async def action_back(self) -> None:
        """Back to the former place, in this article or another."""
        self.trail, place = self.trail.back(self.here)
        if place is None:
            self.say("This is where you began.")
        else:
            await self._return(place)

    async def action_forward(self) -> None:
        """Forward again."""
        self.trail, place = self.trail.forward(self.here)
        if place is None:
            self.say("There is nothing ahead.")
        else:
            await self._return(place)

    # Names ----------------------------------------------------------------------------------

    async def action_take_apart(self) -> None:
        """Take apart what was taken for one name, or put it together again."""
        row = self.pane.current if self.pane else None
        value = row.value if row else None
        entity = value if isinstance(value, Entity) else self.edition and self.edition.chosen
        if not isinstance(entity, Entity):
            self.say("Choose a name first: X takes apart the ways it is written.")
            return
        before = self.edition.briefing.entities if self.edition and self.edition.briefing else ()
        try:
            briefing = await self.ask_desk(self.desk.take_apart, self.article, entity)
        except BriefingError as error:
            self.say(str(error))
            return
        self.present(briefing=briefing, chosen=None)
        more = len(briefing.entities) - len(before)
        if more:
            self.say("Taken apart; X puts it together." if more > 0 else "Put together again.")
        else:
            self.say("It is written in one way only: there is nothing to take apart.")

    # Why ------------------------------------------------------------------------------------

    def action_why(self) -> None:
        """Say why what is in focus is there."""
        from briefing.ui.screens.panel import Panel

        span = self.target
        if span is None or self.edition is None:
            self.say("There is nothing here to explain.")
            return
        if self.pane is None and self.view.selection is None:
            span = self._finding_at(self.edition, span)
        reasons = self.edition.reasons(span)
        words = squeeze(self.article.of(span))
        if not reasons:
            reasons = ("Nothing was found here: this is the article's text as it is.",)
        self.app.push_screen(Panel("Why this is here", [f"“{words}”", *reasons], {}))

    def _finding_at(self, edition: Edition, sentence: Span) -> Span:
        """The fact or name in the line at the place, or else the sentence."""
        line = self._line_in_focus()
        place = self.view.view.place
        if edition.briefing is None:
            return sentence
        seen = Span(line.start, max(line.end, place + 1))
        spans = [fact.span for fact in edition.facts_in(seen)]
        named = edition.briefing.named
        spans += [named[at] for at in named.within(seen)]
        exact = [span for span in spans if place in span]
        near = exact or [span for span in spans if span.start in line]
        return min(near) if near else sentence
