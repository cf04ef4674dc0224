"""From the reader to all notes, and back to the place of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.ui.edition import squeeze
from briefing.ui.note_rows import AllNotesState
from briefing.ui.screens.noting import NotingActions
from briefing.ui.screens.shelving import LibraryActions

if TYPE_CHECKING:
    from briefing.desk import Clipping


class AllNotesActions(NotingActions, LibraryActions, part=True):
    """What the key for all notes does."""

    all_notes: AllNotesState
    """What the view keeps from one visit to the next."""
    noted = ""
    """The digest of the article that was opened from the view of all notes."""

    @property
    def from_notes(self) -> bool:
        """Whether the article on the screen was opened from the view of all notes."""
        return bool(self.noted) and self.noted == self.article.digest

    def action_all_notes(self) -> None:
        """Show the notes on every article."""
        self.show_all_notes()

    def show_all_notes(self, *, front: bool = False, uppermost: bool = False) -> None:
        """Show the notes on every article, and go to the place of the one that is chosen.

        Args:
            front: whether leaving them leads to the front page, not to the article.
            uppermost: whether leaving that one leads nowhere.
        """
        coming = self._from_all_notes(front, uppermost)
        self.run_worker(coming, exclusive=True, group="library")

    async def _from_all_notes(self, front: bool, uppermost: bool) -> None:
        from briefing.ui.screens.all_notes import AllNotes

        view = AllNotes(self.desk, self.palette, self.keys, self.all_notes)
        chosen = await self.app.push_screen_wait(view)
        if chosen is None:
            self.noted = ""
            await self.show_notes()  # some may have been tagged or deleted
            if front:
                self.show_front(uppermost=uppermost)
            return
        await self._to_note(chosen)

    async def _to_note(self, chosen: Clipping) -> None:
        """Go to the place of a note."""
        note, digest = chosen.note, chosen.article.digest
        if digest != self.article.digest:
            await self.travel(digest)
        else:
            self.trail = self.trail.jumped(self.here)
            await self.show_notes()
        if digest != self.article.digest:
            return  # it could not be opened, and that was said
        self.noted = digest
        self.read_here()
        if note.span is not None:
            self.jump(note.span, remember=False)
        else:
            self.say(f"This version of the article does not have “{squeeze(note.anchor.quote)}”.")

    def _up(self) -> bool:
        """Go up to the view of all notes, if the article on the screen was taken from there."""
        if self.from_notes:
            self.noted = ""
            self.action_all_notes()
            return True
        return super()._up()
