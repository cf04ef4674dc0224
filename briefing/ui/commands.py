"""The registry of commands: what a reader can do, by what name, and on which keys.

One list feeds the key bindings, the command palette, the bottom line, the help screen and
``briefing keys``. It is plain data without any import of Textual, so that the command line
can print it at once. Key names are single characters or Textual's names (``ctrl+p``).
"""

from __future__ import annotations

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can do."""

    name: str
    """What it is called in the settings file; the screen's action has the same name."""
    keys: tuple[str, ...]
    """The keys it is on unless the settings say otherwise."""
    title: str
    """What it does, as a short sentence without a full stop."""
    group: str
    """The part of the help it stands in."""
    hint: str = ""
    """One or two words for the bottom line; empty for commands that never stand there."""


MOVE = "Move"
PANES = "Panes"
JUMP = "Next, previous, jump"
SEARCH = "Search"
NOTES = "Notes"
READING = "Reading"
APP = "Application"

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "Down a line", MOVE),
    Command("up", ("k", "up"), "Up a line", MOVE),
    Command("half_down", ("d", "ctrl+d"), "Down half a page", MOVE),
    Command("half_up", ("u", "ctrl+u"), "Up half a page", MOVE),
    Command("page_down", ("space", "f", "pagedown"), "Down a page", MOVE, "page"),
    Command("page_up", ("b", "pageup"), "Up a page", MOVE),
    Command("top", ("g", "home"), "To the beginning", MOVE),
    Command("bottom", ("G", "end"), "To the end", MOVE),
    Command("word_right", ("right",), "Right a word", MOVE),
    Command("word_left", ("left",), "Left a word", MOVE),
    Command("next_pane", ("tab", "l"), "Next pane", PANES, "pane"),
    Command("previous_pane", ("shift+tab", "h"), "Previous pane", PANES),
    Command("article_pane", ("0",), "Article", PANES),
    Command("outline_pane", ("1",), "Outline", PANES, "outline"),
    Command("entities_pane", ("2",), "Entities", PANES, "entities"),
    Command("summary_pane", ("3",), "Summary; again: key facts", PANES, "summary"),
    Command("related_pane", ("4",), "Related articles", PANES),
    Command("notes_pane", ("5",), "Notes", PANES),
    Command("text_only", ("z",), "Nothing but the text, and back", PANES),
    Command("next_section", ("]",), "Next section", JUMP, "section"),
    Command("previous_section", ("[",), "Previous section", JUMP),
    Command("next_fact", (")",), "Next key fact", JUMP, "fact"),
    Command("previous_fact", ("(",), "Previous key fact", JUMP),
    Command("next_mention", ("}",), "Next mention of the chosen entity", JUMP, "mention"),
    Command("previous_mention", ("{",), "Previous mention of the chosen entity", JUMP),
    Command("next_new", (">",), "Next sentence that is new to you in its story", JUMP, "new"),
    Command("previous_new", ("<",), "Previous sentence that is new to you", JUMP),
    Command("next_article", ("J",), "Next article", JUMP),
    Command("previous_article", ("K",), "Previous article", JUMP),
    Command("choose", ("enter",), "Go to the place, or follow the link", JUMP, "go"),
    Command("back", ("backspace", "alt+left"), "Back to the former place", JUMP, "back"),
    Command("forward", ("alt+right",), "Forward again", JUMP),
    Command("letters", ("F",), "A letter on every target; type it to go there", JUMP),
    Command("why", ("i",), "Why this is here", JUMP, "why"),
    Command("take_apart", ("X",), "Take merged names apart, or put them together", JUMP),
    Command("find", ("/",), "Find in this article", SEARCH, "find"),
    Command("find_next", ("n",), "Next hit", SEARCH),
    Command("find_previous", ("N",), "Previous hit", SEARCH),
    Command("search", ("\\",), "Search the library", SEARCH),
    Command("extend", ("v",), "Select the word, sentence, paragraph", NOTES, "select"),
    Command("mark", ("m",), "Mark the selection, or the sentence", NOTES, "mark"),
    Command("comment", ("c",), "Comment on it", NOTES, "comment"),
    Command("tag", ("T",), "Tag a note", NOTES),
    Command("all_notes", ("A",), "The notes on every article", NOTES, "all notes"),
    Command("delete_note", ("D",), "Delete a mark", NOTES),
    Command("undo", ("U",), "Undo the last change to the notes", NOTES),
    Command("save", ("s", "ctrl+s"), "Save the notes as Markdown", NOTES, "save"),
    Command("edit_notes", ("e",), "Edit the saved notes in $EDITOR", NOTES),
    Command("copy", ("y", "ctrl+c"), "Copy with the citation", NOTES),
    Command("library", ("L",), "The front page: all there is to read", READING, "front page"),
    Command("toggle_read", ("M",), "Mark as read or unread", READING),
    Command("star", ("*",), "Star, or take the star away", READING),
    Command("group", ("S",), "On the front page: by day, source or story", READING, "group"),
    Command("mark_group", ("C",), "On the front page: mark all of a group as read", READING),
    Command("hide_read", ("H",), "On the front page: hide what was read, or show it", READING),
    Command("reload", ("r",), "Read the file, or fetch the page, again", READING),
    Command("changes", ("W",), "What changed since the earlier version", READING),
    Command("browse", ("o",), "Open in the browser", READING),
    Command("open", ("O",), "Open a file or an address", READING),
    Command("fetch_feeds", ("R",), "Fetch the feeds", READING),
    Command("highlights", (".",), "Highlights on or off", READING),
    Command("help", ("?", "f1"), "The keys", APP, "help"),
    Command("palette", (":", "ctrl+p"), "Every command", APP),
    Command("theme", ("t",), "Next theme", APP),
    Command("escape", ("escape",), "Up one level", APP),
    Command("leave", ("q",), "Back, then quit", APP, "quit"),
    Command("quit", ("ctrl+q",), "Quit", APP),
    Command("suspend", ("ctrl+z",), "To the shell; fg brings it back", APP),
)

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}
"""The commands by their names."""
