"""Bringing the library's notes and a notes file together without losing a word of either.

The file is its reader's. Blocks that nobody edited are kept up to date, new notes are added
after the last, and everything else stays byte for byte. Comments are settled as three versions
of one text: as the file had it when it was last in step, as the library has it, as the file
has it; where both changed, both are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefing.model.article import Article
from briefing.model.notes import Note
from briefing.model.records import dataclass
from briefing.notes.markdown import whole, written
from briefing.notes.page import HIGHLIGHTS, Block, Page, is_heading
from briefing.notes.places import Way, way
from briefing.notes.quoting import commented


@dataclass(frozen=True, slots=True)
class Held:
    """A note as the library holds it."""

    note: Note
    """Resolved against the article."""
    filed: str | None
    """The comment as the file had it when both were last in step; ``None`` if it never was."""
    deleted: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """What a file and the library have to be, to be in step."""

    text: str
    """The file, whole."""
    comments: dict[str, str]
    """Comments that the library takes over from the file, by note."""
    filed: dict[str, str | None]
    """What the file holds then as the comment of each note; ``None`` for one taken out."""
    unknown: tuple[Block, ...]
    """Blocks of the file that are no notes of the library."""


def united(mine: str, base: str, theirs: str) -> str:
    """Two changed versions of one text as one, in which nothing that either wrote is lost.

    Args:
        mine: one version; where both were added to, its addition comes last.
        base: what both were made from.
        theirs: the other version.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine in (base, "") or mine in theirs:
        return theirs
    if theirs in mine:
        return mine
    if base and mine.startswith(base):
        return f"{theirs}\n\n{mine.removeprefix(base).strip()}"
    if base and theirs.startswith(base):
        return f"{mine}\n\n{theirs.removeprefix(base).strip()}"
    return f"{theirs}\n\n{mine}"


def settled(mine: str, base: str | None, block: Block) -> str:
    """A note's comment after the library's and the file's were compared.

    Args:
        mine: the library's.
        base: the file's when they were last in step; ``None`` when they never were.
        block: the note as the file has it.
    """
    if base is None:
        return united(mine, "", block.comment) if block.edited else mine
    return united(mine, base, block.comment)


def complete(page: Page) -> dict[str, Block]:
    """The blocks of a file by id: the first of each that is whole."""
    blocks: dict[str, Block] = {}
    for block in page.blocks:
        if not block.torn:
            blocks.setdefault(block.id, block)
    return blocks


def merged(
    page: Page,
    held: Sequence[Held],
    article: Article,
    folder: Path,
    created: str,
    *,
    wikilinks: bool = False,
) -> Merged:
    """Merges the library's notes on an article into its notes file.

    Args:
        page: the file as it is; empty for a new one.
        held: the library's notes, deleted ones too, in the order new ones are to stand.
        article: what they are notes on.
        folder: the folder of the file, from which links lead.
        created: the day for a new file, ISO 8601.
        wikilinks: whether links to files are Obsidian's.
    """
    blocks = complete(page)
    known = {one.note.id: one for one in held}
    unknown = tuple(block for name, block in blocks.items() if name not in known)
    living = [one for one in held if not one.deleted]
    if not any(line.strip("\ufeff \t\r") for line in page.lines):
        notes = tuple(one.note for one in living)
        text = whole(article, notes, folder, created, wikilinks=wikilinks)
        return Merged(text, {}, {one.note.id: one.note.comment for one in living}, unknown)

    leading = way(article, folder, wikilinks=wikilinks)
    edits: list[tuple[int, int, list[str]]] = []
    comments: dict[str, str] = {}
    filed: dict[str, str | None] = {}
    for name, block in blocks.items():
        one = known.get(name)
        if one is None:
            continue
        if one.deleted:
            if not block.edited:
                edits.append(_removal(page, block))
                filed[name] = None
            continue
        comment = settled(one.note.comment, one.filed, block)
        if comment != one.note.comment:
            comments[name] = comment
        if comment != block.comment:
            edits.append(_update(block, replace(one.note, comment=comment), article, leading))
        filed[name] = comment
    new = [one.note for one in living if _is_new(one, blocks, page)]
    if new:
        edits.append(_addition(page, [written(note, article, leading) for note in new]))
        filed.update((note.id, note.comment) for note in new)
    return Merged(_edited(page, edits), comments, filed, unknown)


def _is_new(one: Held, blocks: dict[str, Block], page: Page) -> bool:
    """Whether a note is to be added: one that the reader took out of the file is not.

    What a file lacks that was cut short, or that is none of ours any more, nobody took out.
    """
    if one.note.id in blocks:
        return False
    torn = any(block.torn for block in page.blocks)
    return one.filed is None or torn or not (page.digest or page.blocks)


def _removal(page: Page, block: Block) -> tuple[int, int, list[str]]:
    last = block.last
    while last < len(page.lines) and not page.lines[last].strip():
        last += 1
    if last < len(page.lines):
        return block.first, last, []
    first = block.first
    while first and not page.lines[first - 1].strip():
        first -= 1
    return first, last, [""]


def _update(block: Block, note: Note, article: Article, leading: Way) -> tuple[int, int, list[str]]:
    """A new comment: in a block that nobody edited with a new hash, else in its place alone.

    Where the comment only grew, what stands there is not touched at all.
    """
    if not block.edited:
        return block.first, block.last, written(note, article, leading)
    kept = block.comment and note.comment.startswith(f"{block.comment}\n\n")
    added = note.comment.removeprefix(block.comment).lstrip("\n") if kept else note.comment
    lines = ["", *commented(added)] if added else []
    return block.last if kept else block.below, block.last, lines


def _addition(page: Page, notes: list[list[str]]) -> tuple[int, int, list[str]]:
    """New notes go after the last one, or to the end of the part for them, or of the file."""
    lines = page.lines
    place = max((block.last for block in page.blocks), default=0) or _part_end(lines)
    spaced = lines[place - 1].rstrip() != HIGHLIGHTS
    if place == len(lines) and not lines[-1]:
        place -= 1  # before the empty piece after the last newline
    added: list[str] = []
    for note in notes:
        added += [""] * (spaced or bool(added)) + note
    if place < len(lines) - 1 and lines[place].strip():
        added.append("")
    if place == len(lines):
        added.append("")
    return place, place, added


def _part_end(lines: Sequence[str]) -> int:
    """The end of what stands below the heading for notes, or of the file if there is none."""
    part = [number for number, line in enumerate(lines) if line.rstrip() == HIGHLIGHTS]
    if not part:
        return len(lines)
    end = part[0] + 1
    for number in range(end, len(lines)):
        if is_heading(lines[number]):
            break
        if lines[number].strip():
            end = number + 1
    return end


def _edited(page: Page, edits: list[tuple[int, int, list[str]]]) -> str:
    lines = list(page.lines)
    ending = "\r" if page.returns else ""
    for first, last, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        at_end = last == len(lines)
        if at_end and ending and first == last and not lines[-1].endswith("\r"):
            lines[-1] += ending  # it was the last line and had no ending
        fresh = [line + ending for line in new]
        if at_end and fresh:
            fresh[-1] = new[-1]
        lines[first:last] = fresh
    return "\n".join(lines)
