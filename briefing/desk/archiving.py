"""The use cases of taking everything along: the library as Markdown files and one file of JSON."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing.library.database import Database
from briefing.library.listings import Listing
from briefing.library.store import Articles
from briefing.model.article import Article, BlockKind
from briefing.model.errors import LibraryError
from briefing.model.notes import Note
from briefing.model.records import dataclass

_MARK = "export"
"""The fact of a file that says what it was written as: one edited since is not written over."""
_ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    folder: Path
    articles: int
    kept: tuple[Path, ...]
    """Files that were there, were not written by an export or were edited since, and stayed."""


class Archive:
    """What of the library can be taken along, and brought back.

    Args:
        database: the library.
        notes: an article's notes.
    """

    def __init__(self, database: Database, notes: Callable[[Article], tuple[Note, ...]]) -> None:
        self._database = database
        self._library = Articles(database)
        self._notes_of = notes

    def export_library(self, folder: Path) -> Exported:
        """Writes the library into a folder: an article a file, and one that can be imported.

        Raises:
            LibraryError: when the folder cannot be written, or holds a file of the same name that
                no export wrote.
        """
        from briefing.library import archive
        from briefing.notes import files

        everything = folder / archive.NAME
        if everything.exists() and not archive.is_archive(_first(everything)):
            raise LibraryError(
                str(everything), "was not written by an export", "Choose another folder."
            )
        count, kept = 0, []
        try:
            (folder / _ARTICLES).mkdir(parents=True, exist_ok=True)
            _replace(everything, (line + "\n" for line in archive.lines(self._database)))
            for listing in self._library.all_versions():
                path = folder / _ARTICLES / files.name(listing.title, listing.digest)
                try:
                    written = self._written(listing)
                except LibraryError:
                    continue  # it lost its text with a damaged library; the JSON has the rest
                if path.exists() and not _ours(path):
                    kept.append(path)
                    continue
                _replace(path, [written])
                count += 1
            for place in (folder / _ARTICLES, folder, folder.parent):
                files.flush_folder(place)  # or a power cut could take the names away again
        except OSError as error:
            raise LibraryError(
                str(error.filename or folder), f"cannot be written ({error.strerror})"
            ) from error
        return Exported(folder, count, tuple(kept))

    def import_library(self, file: Path) -> tuple[int, int]:
        """Takes an exported library in, all of it or nothing.

        Returns:
            How many articles were new, and how many were known.

        Raises:
            LibraryError: when it is no exported library, is damaged, or was written by a newer
                version.
        """
        from briefing.library import archive, importing

        path = file / archive.NAME if file.is_dir() else file
        try:
            with path.open(encoding="utf-8", newline="\n") as written:
                return importing.take_in(self._database, str(path), written)
        except OSError as error:
            raise LibraryError(str(path), f"cannot be read ({error.strerror})") from error
        except UnicodeDecodeError as error:
            raise LibraryError(
                str(path), "is not text in UTF-8", "Nothing was taken from it."
            ) from error

    def _written(self, listing: Listing) -> str:
        from briefing.notes import front_matter

        article = self._library.article(listing.digest)
        facts = {
            "title": article.title,
            "source": article.source,
            "authors": ", ".join(article.authors),
            "published": article.published,
            "added": listing.added,
            "read": "yes" if listing.read else "no",
            "starred": "yes" if listing.starred else "no",
            "location": listing.location,
            "sha256": article.digest,
        }
        body = "\n\n".join([*_blocks(article), *_notes(self._notes_of(article))])
        lines = front_matter.written(facts)
        mark = _mark("\n".join(lines), body)
        text = "\n".join(["---", *lines, *front_matter.written({_MARK: mark}), "---", "", body, ""])
        return text.encode("utf-8", "replace").decode()


def _mark(facts: str, body: str) -> str:
    import hashlib

    return hashlib.sha256(f"{facts}\n{body}".encode("utf-8", "replace")).hexdigest()[:16]


def _ours(path: Path) -> bool:
    """Whether a file is just as an export wrote it."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return False
    from briefing.notes import front_matter

    end = front_matter.end(lines)
    head = lines[1 : max(end - 1, 1)]
    mark = front_matter.read(head).get(_MARK, "")
    facts = [line for line in head if not line.startswith(f"{_MARK}: ")]
    return bool(mark) and mark == _mark("\n".join(facts), "\n".join(lines[end + 1 : -1]))


def _first(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.readline(1000)
    except OSError:
        return ""


def _replace(path: Path, parts: Iterator[str] | list[str]) -> None:
    """Writes a file beside its place, and puts it there when it is whole."""
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _blocks(article: Article) -> Iterator[str]:
    """The blocks of an article as Markdown."""
    for block in article.blocks:
        text = block.span.of(article.text)
        if block.kind in (BlockKind.CODE, BlockKind.TABLE):
            fence = "```" if "```" not in text else "~~~~"
            yield f"{fence}\n{text}\n{fence}"
            continue
        words = " ".join(text.split())
        if block.kind is BlockKind.TITLE:
            yield f"# {words}"
        elif block.kind is BlockKind.HEADING:
            yield f"{'#' * max(block.level, 2)} {words}"
        elif block.kind is BlockKind.QUOTE:
            yield f"{'> ' * max(block.level, 1)}{words}"
        elif block.kind is BlockKind.ITEM:
            marker = block.marker if block.marker[:1].isdigit() else "-"
            yield f"{'  ' * (max(block.level, 1) - 1)}{marker} {words}"
        else:
            yield "* * *" if block.kind is BlockKind.RULE else words
    if not article.blocks:
        yield article.text


def _notes(notes: tuple[Note, ...]) -> Iterator[str]:
    """The reader's notes below an article."""
    if notes:
        yield "## Notes"
    for note in notes:
        yield "> " + " ".join(note.anchor.quote.split())
        if note.comment:
            yield note.comment
