"""All notes on the screen, across the articles: narrowed, grouped, opened."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date

from textual import work
from textual.widgets import Input

from briefing.desk import Clipping, Desk
from briefing.model.errors import BriefingError
from briefing.ui.note_rows import AllNotesState, Grouping, Names, arranged, whole
from briefing.ui.palette import Palette
from briefing.ui.rows import Row
from briefing.ui.screens.list_keys import LIST_MOVES
from briefing.ui.screens.note_changing import NoteChanging
from briefing.ui.screens.reader_frame import WIDE
from briefing.ui.widgets.list_pane import ListPane
from briefing.ui.widgets.note_list import NoteList, NoteView

LOOKING = "Looking for notes …"
NOTHING = "No notes yet: in an article, m marks a sentence and c comments on it."
PREFERENCE = "all notes"


class AllNotes(NoteChanging):
    """Lists all notes; gives back the one chosen, or nothing.

    Args:
        desk: the use cases.
        palette: the looks of meanings.
        keys: the keys of each command.
        state: what the view keeps from one visit to the next.
    """

    AUTO_FOCUS = "#note-list"
    HINTS = (
        ("choose", "go there"),
        ("find", "narrow"),
        ("group", "group"),
        ("tag", "tag"),
        ("delete_note", "delete"),
        ("escape", "back"),
        ("help", "help"),
    )
    MOVES = (
        *LIST_MOVES,
        "find", "group", "tag", "delete_note", "undo", "back", "escape", "leave", "quit",
        "suspend", "theme", "help", "palette", "all_notes", "word_right", "word_left",
    )  # fmt: skip
    ABOUT = (
        "Your notes on every article. Enter goes to the place; / narrows the list by words of a "
        "note or its article; S groups it by day, article, tag or name; T gives a note tags, D "
        "deletes it and U brings it back. → and ← move a note that is longer than its place."
    )

    def __init__(
        self,
        desk: Desk,
        palette: Palette,
        keys: Mapping[str, tuple[str, ...]],
        state: AllNotesState,
    ) -> None:
        super().__init__(desk, palette, keys, state.words)
        self.state = state
        self.clippings: tuple[Clipping, ...] = ()
        self.begun: tuple[Clipping, ...] = ()
        """Comments that were being typed and not kept."""
        self._names: Names | None = None
        self._loaded = False
        self.list = NoteList(palette, id="note-list")
        self.beside = NoteView(palette, id="note-view")
        self.beside.can_focus = False

    def on_mount(self) -> None:
        """Ask for the notes."""
        self.set_up()
        self.rearrange()
        self.renew()

    def on_resize(self) -> None:
        """Show the note in full where there is room for it."""
        self.beside.display = self.size.width >= WIDE

    # What there is --------------------------------------------------------------------------

    @property
    def grouping(self) -> Grouping:
        """What the notes are put together by."""
        return self.state.grouping or Grouping.DAY

    @work(exclusive=True, group="notes", exit_on_error=False)
    async def renew(self) -> None:
        """Take the notes as they are now."""
        try:
            if self.state.grouping is None:
                kept = await asyncio.to_thread(self.desk.preference, PREFERENCE)
                known = [each for each in Grouping if each.value == kept]
                self.state.grouping = known[0] if known else Grouping.DAY
            self.clippings = await asyncio.to_thread(self.desk.all_notes)
            self.begun = await asyncio.to_thread(self.desk.begun)
            self._loaded, self._names = True, None
            await self._find_names()
        except BriefingError as error:
            self.say(str(error))
        self.rearrange()

    async def _find_names(self) -> None:
        """Find the names in the notes, when they are grouped by them."""
        if self.grouping is Grouping.NAME and self._names is None:
            self._names = await asyncio.to_thread(self.desk.names_noted, self.clippings)

    def rearrange(self) -> None:
        """Put the list in order; the cursor stays on its note."""
        words = self.state.words.strip()
        names, today = self._names or {}, date.today()
        rows = arranged(self.clippings, self.grouping, words, names, today, self.begun)
        if not rows:
            said = f"No note has “{words}”. Esc shows all again." if words else NOTHING
            rows = (Row(said if self._loaded else LOOKING, look="quiet", most=4),)
        here = self.list.clipping
        self.list.show(rows, here.note.id if here else self.state.note)
        found = len({row.value.note.id for row in rows if row.value is not None} - {""})
        total = len(self.clippings)
        self.top_line.tell(
            title="All notes",
            source=f"{found} of {total}" if words else f"{total}",
            minutes=0,
            section=self.grouping.value + (f", “{words}”" if words else ""),
            progress=1.0,
        )

    def on_note_list_pointed(self) -> None:
        """Show the note under the cursor in full, and remember it."""
        clipping = self.list.clipping
        self.beside.take(whole(clipping) if clipping else (), same=False)
        if clipping is not None:
            self.state.note = clipping.note.id

    # Keys -----------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list as the reader types."""
        if event.value != self.state.words:
            self.state.words = event.value
            self.rearrange()

    @work(exclusive=True, group="notes", exit_on_error=False)
    async def action_group(self) -> None:
        """Group by something else, and remember it."""
        self.state.grouping = self.grouping.following
        try:
            await self._find_names()
            self.rearrange()
            await asyncio.to_thread(self.desk.prefer, PREFERENCE, self.grouping.value)
        except BriefingError as error:
            self.say(str(error))

    def action_choose(self) -> None:
        """Go to the place of the note under the cursor."""
        if self.list.clipping is not None:
            self.dismiss(self.list.clipping)

    def on_list_pane_chosen(self, event: ListPane.Chosen) -> None:
        """Go to the place of the note that was clicked."""
        self.dismiss(event.row.value)

    def action_word_right(self) -> None:
        """Further on in the note beside the list."""
        self.beside.wheel(3)

    def action_word_left(self) -> None:
        """Back in the note beside the list."""
        self.beside.wheel(-3)

    def action_escape(self) -> None:
        """Out of the line, out of what it narrowed, then back to the reader."""
        if self.filter.display or self.state.words:
            self.state.words = ""
            self.put_filter_away()
            self.rearrange()
        else:
            self.dismiss(None)

    action_leave = action_escape

    def action_back(self) -> None:
        """Back to the reader."""
        self.dismiss(None)

    action_all_notes = action_back
