"""Notes: selecting, marking, commenting, saving, copying."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from briefing.desk import Draft
from briefing.model.article import Article, Span
from briefing.model.errors import BriefingError
from briefing.model.notes import Note
from briefing.ui.edition import squeeze
from briefing.ui.screens.reader_base import ReaderBase


class NotingActions(ReaderBase, part=True):
    """What the keys for notes do. A note is in the library before its effect is shown."""

    draft: Draft | None = None
    """A comment that was begun and not kept."""
    drafts: ThreadPoolExecutor
    """Stores drafts one after the other."""

    async def show_notes(self) -> None:
        """Take the notes from the library."""
        notes = await self.ask_desk(self.desk.notes, self.article)
        self.present(notes=notes)

    def _note_at(self, span: Span | None) -> Note | None:
        """The note in focus, or the one at a span of the article."""
        value = self.pane.current.value if self.pane and self.pane.current else None
        if isinstance(value, Note):
            return value
        notes = self.edition.notes if self.edition else ()
        place = self.view.view.place
        near = [note for note in notes if note.span and place in note.span]
        near += [note for note in notes if span and note.span and note.span.overlaps(span)]
        return near[0] if near else None

    def action_extend(self) -> None:
        """Select the word at the place, then its sentence, its paragraph, and on."""
        if self.pane is not None:
            target = self.target
            self.read_here()
            if target is not None:
                self.view.view.go(target.start)
                self.view.select(target)
        else:
            grown = self.view.selector.grown(self.view.selection, self.view.view.place)
            self.view.select(grown)
            self.view.annotate(current=[])
        self.say("")
        self.show_hints()

    async def action_mark(self) -> None:
        """Mark the selection, the row's words, or the sentence at the place."""
        target = self.target
        if target is None or not len(target):
            self.say("There is nothing here to mark.")
            return
        try:
            await self.ask_desk(self.desk.mark, self.article, target)
        except BriefingError as error:
            self.say(str(error))
            return
        self.view.select(None)
        await self.show_notes()
        words = squeeze(self.article.of(target))
        self.say(f"Marked “{words if len(words) < 44 else words[:42].rstrip() + '…'}”")
        self.show_hints(keep=True)

    def action_comment(self) -> None:
        """Write a comment on it. The editor is there before the next key is looked at."""
        from briefing.ui.screens.comment import CommentEditor

        target = self.target
        note = self._note_at(target) if self.view.selection is None else None
        written = note.comment if note else ""
        if self.draft is not None:
            known = {n.id: n for n in (self.edition.notes if self.edition else ())}
            note, target = known.get(self.draft.note_id), self.draft.span
            written = self.draft.comment
        if note is None and (target is None or not len(target)):
            self.say("There is nothing here to comment on.")
            return
        article, about = self.article, target or Span(0, 0)
        quote = note.anchor.quote if note else article.of(about)
        typed = partial(self._keep_draft, article.digest, about, note.id if note else "")
        self.app.push_screen(
            CommentEditor(
                squeeze(quote), written, partial(self._keep, article, about, note), typed
            ),
            partial(self._commented, article, note),
        )

    async def _keep(self, article: Article, about: Span, note: Note | None, comment: str) -> None:
        """Put a comment into the library."""
        # After all that was typed has been stored as a draft, which goes with the comment.
        if note is not None:
            storing = self.drafts.submit(self.desk.comment, note.id, comment)
        else:
            storing = self.drafts.submit(self.desk.mark, article, about, comment)
        await asyncio.wrap_future(storing)
        self.draft = None
        with suppress(BriefingError):  # it is kept all the same
            await self.show_notes()

    async def _commented(self, article: Article, note: Note | None, kept: bool | None) -> None:
        """Show what was kept, and let go of the draft."""
        self.draft = None
        with suppress(BriefingError):  # a draft too many is offered once more; a lost one is not
            await self._drop_draft(article.digest)
        if not kept:
            self.say("The comment is as it was." if note else "No comment was made.")
            return
        self.view.select(None)
        self.say(f"Kept the comment; {self.key_of('save')} saves all notes as Markdown.")

    def action_tag(self) -> None:
        """Give the note in focus, or the one at the place, tags."""
        note = self._note_at(self.target)
        if note is None:
            self.say(f"There is no note here to tag; {self.key_of('mark')} makes one.")
            return
        from briefing.ui.screens.tagging import TagPrompt

        def tagged(tags: tuple[str, ...] | None) -> None:
            if tags is not None:
                self.run_worker(self._tag(note, tags), group="tag", exit_on_error=False)

        known = partial(self.ask_desk, self.desk.known_tags)
        self.app.push_screen(TagPrompt(note.tags, known), tagged)

    async def _tag(self, note: Note, tags: tuple[str, ...]) -> None:
        try:
            await self.ask_desk(self.desk.tag, note.id, tags)
        except BriefingError as error:
            self.say(str(error))
            return
        await self.show_notes()
        told = " ".join(f"#{tag}" for tag in tags)
        self.say(f"Tagged {told}" if told else "The note has no tags.")

    def _keep_draft(self, digest: str, span: Span, note_id: str, comment: str) -> None:
        """Keep what is being typed, beside the event loop, in the order it was typed."""
        self.drafts.submit(self._store_draft, digest, Draft(span, comment, note_id))

    async def _drop_draft(self, digest: str) -> None:
        """Forget the draft, after all that was typed has been stored."""
        await asyncio.wrap_future(self.drafts.submit(self.desk.drop_draft, digest))

    def _store_draft(self, digest: str, draft: Draft) -> None:
        with suppress(BriefingError):  # the words are on the screen; saving them will tell
            self.desk.keep_draft(digest, draft)

    async def find_draft(self) -> None:
        """Offer a comment that was being typed when the program ended."""
        try:
            self.draft = await self.ask_desk(self.desk.draft, self.article.digest)
        except BriefingError:
            self.draft = None
        if self.draft is not None:
            self.say(f"A comment you had begun is kept: {self.key_of('comment')} goes on with it.")

    async def find_other_drafts(self) -> None:
        """Tell of comments on other articles that were being typed when the program ended."""
        with suppress(BriefingError):
            begun = await self.ask_desk(self.desk.begun)
            if begun and self.draft is None:
                title = squeeze(begun[0].article.title)
                leads = f"{self.key_of('all_notes')} leads there."
                self.say(f"A comment you had begun on “{title}” is kept: {leads}")

    async def action_delete_note(self) -> None:
        """Delete the note in focus, or the one at the place."""
        note = self._note_at(self.target)
        if note is None:
            self.say("There is no note here.")
            return
        try:
            await self.ask_desk(self.desk.delete, note.id)
        except BriefingError as error:
            self.say(str(error))
            return
        await self.show_notes()
        self.say(f"Deleted the note; {self.key_of('undo')} brings it back.")

    async def action_undo(self) -> None:
        """Undo the last change to this article's notes."""
        try:
            undone = await self.ask_desk(self.desk.undo, self.article)
        except BriefingError as error:
            self.say(str(error))
            return
        await self.show_notes()
        self.say(undone or "There is nothing to undo.")

    async def action_save(self) -> None:
        """Save the notes as Markdown."""
        try:
            path = await self.ask_desk(self.desk.save_notes, self.article)
        except BriefingError as error:
            self.say(str(error))
            return
        await self.show_notes()
        self.say(f"Saved {path}")

    async def action_edit_notes(self) -> None:
        """Save the notes and open the file in the reader's editor, at the note in focus."""
        from briefing.ui.editor import command, edit

        editor = command()
        if not editor:
            self.say("No editor is set: give VISUAL or EDITOR the name of one.")
            return
        note = self._note_at(self.target)
        try:
            path = await self.ask_desk(self.desk.save_notes, self.article)
            failure = edit(self.app, editor, path, note.id if note else "")
            before = {one.id: one.comment for one in self.edition.notes} if self.edition else {}
            await self.show_notes()
        except BriefingError as error:
            self.say(str(error))
            return
        after = {one.id: one.comment for one in self.edition.notes} if self.edition else {}
        changed = sum(before.get(name) != comment for name, comment in after.items())
        read = f"Read back {path}: {changed or 'no'} note{'s' * (changed != 1)} changed."
        self.say(failure or read)

    async def action_copy(self) -> None:
        """Copy the words with their citation to the terminal's clipboard."""
        import os

        from briefing.ui.clipboard import outcome

        target = self.target
        if target is None or not len(target):
            self.say("There is nothing here to copy.")
            return
        article = self.article
        words = squeeze(article.of(target))
        location = article.origin.location
        address = location if location.startswith(("http://", "https://")) else ""
        source = ", ".join(part for part in (article.title, article.source, address) if part)
        self.app.copy_to_clipboard(f"“{words}” ({source})" if source else words)
        self.view.select(None)
        self.say(await self.ask_desk(outcome, os.environ))
        self.show_hints(keep=True)
