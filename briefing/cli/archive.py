"""``briefing export`` and ``briefing import``: the whole library, taken along."""

from __future__ import annotations

from pathlib import Path

from briefing.cli.library import desk_of_reader
from briefing.cli.streams import complain, one_line, say
from briefing.cli.wording import plural


def export(folder: str) -> int:
    """Writes the library into a folder, and says what was written."""
    with desk_of_reader() as desk:
        done = desk.archive.export_library(Path(folder).expanduser())
    for path in done.kept:
        complain(f"{path}: was edited, or is no export's, and stays as it is.")
    say([f"{plural(done.articles, 'article')} and library.jsonl written to {one_line(folder)}."])
    return 0


def take_in(file: str) -> int:
    """Takes an exported library in, and says what came."""
    with desk_of_reader() as desk:
        new, known = desk.archive.import_library(Path(file).expanduser())
    say([f"{plural(new, 'article')} added, {known} known before."])
    return 0
