"""Related articles: looked up in the library, and looked out for while they are not there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from textual.worker import get_current_worker

from briefing.desk import Resolved, Similar, Version
from briefing.model.annotations import Briefing
from briefing.model.article import Article
from briefing.model.errors import BriefingError
from briefing.ui.edition import squeeze
from briefing.ui.screens.reader_base import ReaderBase

LOOK = 5.0
"""Seconds between two looks at whether anything has come."""


class RelatingActions(ReaderBase, part=True):
    """What fills the pane of related articles, now and when another article arrives."""

    _newest: int = -1
    _settled: bool = True
    """What the desk said when the related articles were looked up."""

    def look_out(self) -> None:
        """Begin to look now and then whether a related article has come."""
        self.set_interval(LOOK, self.look_again)

    def look_again(self) -> None:
        """Look whether an article has come, and whether it is one that was wanted."""
        self.run_worker(
            self._look, thread=True, exclusive=True, group="relate", exit_on_error=False
        )

    def _look(self) -> None:
        edition = self.edition
        if edition is None or edition.briefing is None or edition.known is None:
            return
        with suppress(BriefingError):  # whoever does something with the library will say so
            settling = not self._settled and self.desk.settled()
            if settling or self.desk.newest() != self._newest:
                self.relate(edition.article, edition.briefing)

    def relate(self, article: Article, briefing: Briefing) -> None:
        """Look up what is related to an article; called in a thread of a worker."""
        worker = get_current_worker()
        titles = [squeeze(article.of(related.span)) for related in briefing.related]
        known: dict[str, Resolved] = {}
        similar: tuple[Similar, ...] = ()
        versions: tuple[Version, ...] = ()
        try:
            versions = self.desk.versions(article.digest)
            newest = self.desk.newest()
            for title in dict.fromkeys(titles):
                found = self.desk.resolve(title)
                if found is not None and found.digest != article.digest:
                    known[title] = found
            settled = self.desk.settled()  # before, lest something is found in between
            similar = self.desk.similar(article.digest)
        except BriefingError as error:
            self.app.call_from_thread(self.say, str(error))
            return
        if not worker.is_cancelled:
            self._newest, self._settled = newest, settled
            self.app.call_from_thread(self._related, article.digest, known, similar, versions)

    def _related(
        self,
        digest: str,
        known: Mapping[str, Resolved],
        similar: tuple[Similar, ...],
        versions: tuple[Version, ...],
    ) -> None:
        """Show what is related, and tell of what was wanted and has come."""
        edition = self.edition
        if edition is None or edition.article.digest != digest:
            return
        if edition.known is not None:
            for title in known.keys() - edition.known.keys():
                self.say(f"Now in the library: {title}")
        before = edition.versions
        self.present(known=known, similar=similar, versions=versions)
        if self.edition is not None and versions != before and not self.bottom_line.message:
            self.say(self.edition.version_said(self.key_of("changes")))

    # Versions -------------------------------------------------------------------------------

    def action_changes(self) -> None:
        """Show what changed since the earlier version."""
        self.run_worker(self._show_changes(), exclusive=True, group="changes")

    async def _show_changes(self) -> None:
        from briefing.ui.screens.changes import ChangesPage

        try:
            found = await self.ask_desk(self.desk.changed, self.article)
        except BriefingError as error:
            self.say(str(error))
            return
        if found is None:
            self.say("There is no earlier version of this article in the library.")
            return
        place = await self.app.push_screen_wait(ChangesPage(self.palette, self.keys, found))
        self.read_here()
        if place is not None:
            self.jump(place)
