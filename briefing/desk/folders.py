"""Which files of a folder may hold an article."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator

_FIT = frozenset(
    ".txt .text .md .markdown .mdown .mkd .htm .html .xhtml .eml .mbox .xml .rss .atom .rdf "  # noqa: SIM905
    ".json .org .rst .adoc .asc".split()
)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}")
"""What ends a name like a kind of file does; ``.30`` in ``at 5.30`` does not."""
_BESIDE_A_PAGE = ("_files", "-files", ".files", "_bestanden", "-Dateien", "_fichiers", "_archivos")
"""How browsers call the folder with a saved page's pictures and scripts."""


def files_of(folder: str, without: Container[str] = ()) -> Iterator[tuple[str, bool]]:
    """The files below a folder, in the order of their names, and whether each may be an article.

    Hidden files and folders, links to folders and what browsers save beside a page are passed
    over. A folder that may not be read counts as a file that cannot be.

    Args:
        folder: where to look.
        without: full paths of folders to pass over as well.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder, True
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
            is_file = entry.is_file()
        except OSError:
            is_folder, is_file = False, True
        if is_folder:
            if os.path.abspath(entry.path) not in without and not _is_beside_a_page(entry.path):
                yield from files_of(entry.path, without)
        elif is_file:
            suffix = os.path.splitext(entry.name)[1]
            yield entry.path, suffix.lower() in _FIT or not _SUFFIX.fullmatch(suffix)


def _is_beside_a_page(folder: str) -> bool:
    """Whether a browser made this folder when it saved a page."""
    for ending in _BESIDE_A_PAGE:
        if folder.endswith(ending):
            stem = folder.removesuffix(ending)
            return any(os.path.exists(stem + suffix) for suffix in (".html", ".htm", ".xhtml"))
    return False
