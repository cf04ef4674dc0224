"""Changing notes in the list of all of them: tagged, deleted, brought back."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Mapping
from functools import partial

from textual import work

from briefing.desk import Clipping, Desk
from briefing.model.errors import BriefingError
from briefing.ui.keymap import key_of
from briefing.ui.palette import Palette
from briefing.ui.screens.list_page import ListPage
from briefing.ui.screens.tagging import TagPrompt
from briefing.ui.widgets.note_list import NoteList


class NoteChanging(ListPage[Clipping | None], part=True):
    """What the keys that change the note under the cursor do."""

    list: NoteList

    def __init__(
        self, desk: Desk, palette: Palette, keys: Mapping[str, tuple[str, ...]], words: str
    ) -> None:
        super().__init__(desk, palette, keys, words)
        self._deleted: list[Clipping] = []
        """What was deleted here, in its order."""

    @abstractmethod
    def renew(self) -> object:
        """Take the notes as they are now."""

    def moved(self) -> None:
        """Show the note the cursor came to."""
        self.list.refresh_cursor()

    def action_tag(self) -> None:
        """Give the note under the cursor tags."""
        clipping = self.list.clipping
        if clipping is None or not clipping.note.id:
            return
        note = clipping.note

        def tagged(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self._tag(note.id, tags)

        known = partial(asyncio.to_thread, self.desk.known_tags)
        self.app.push_screen(TagPrompt(note.tags, known), tagged)

    @work(group="change", exit_on_error=False)
    async def _tag(self, note_id: str, tags: tuple[str, ...]) -> None:
        try:
            await asyncio.to_thread(self.desk.tag, note_id, tags)
        except BriefingError as error:
            self.say(str(error))
        self.renew()

    @work(exclusive=True, group="change", exit_on_error=False)
    async def action_delete_note(self) -> None:
        """Delete the note under the cursor."""
        clipping = self.list.clipping
        if clipping is None:
            return
        draft = not clipping.note.id
        try:
            if draft:
                await asyncio.to_thread(self.desk.drop_draft, clipping.article.digest)
            else:
                await asyncio.to_thread(self.desk.delete, clipping.note.id)
        except BriefingError as error:
            self.say(str(error))
            return
        if not draft:
            self._deleted.append(clipping)
        self.list.move(1)
        self.moved()
        self.renew()
        back = f"Deleted the note; {key_of(self.keys, 'undo')} brings it back."
        self.say("Let go of the comment that was begun." if draft else back)

    @work(exclusive=True, group="change", exit_on_error=False)
    async def action_undo(self) -> None:
        """Bring back what was deleted here, or undo the last change on the note's article."""
        clipping = self._deleted.pop() if self._deleted else self.list.clipping
        if clipping is None:
            return
        try:
            undone = await asyncio.to_thread(self.desk.undo, clipping.article)
        except BriefingError as error:
            self.say(str(error))
            return
        self.renew()
        self.say(undone or "There is nothing to undo.")
