"""Examining the library's file, and repairing what can be repaired without loss."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from briefing.library.database import Database
from briefing.library.opening import (
    APPLICATION_ID,
    VERSION,
    is_damage,
    is_index_damage,
    remake_indexes,
    told,
)
from briefing.library.search_schema import INDEXES
from briefing.model.errors import LibraryError
from briefing.model.health import Finding, State

PART = "library"

_LEAST_FREE = 64 << 20
"""Bytes below which a disk is nearly full: a library may grow by this within a day."""

_DERIVED = ("reading", "naming")
"""Tables whose rows are made anew when they are missed."""


def examine(path: Path, *, repair: bool = False) -> Iterator[Finding]:
    """Looks at the library.

    Args:
        path: the database file.
        repair: whether to mend what can be mended without loss.

    Yields:
        What was found, whole or not. Nothing is written unless it is to be repaired.
    """
    if not path.exists():
        yield _finding(State.WELL, f"{path}: there is none yet; the first start makes it.")
        yield from _room(path)
        return
    try:
        with closing(_connected(path)) as db:
            found = list(_examined(db, path))
    except sqlite3.Error as error:
        found = [_failure(path, error)]
    for finding in found:
        yield _mended(path, finding) if repair and finding.mendable else finding
    yield from _room(path)
    yield from _set_aside(path)


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that makes no file and migrates nothing."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    name = quote(str(path.absolute()))
    return sqlite3.connect(
        f"file:{name}?{'mode=rw' if writable else 'immutable=1'}", uri=True, isolation_level=None
    )


def _examined(db: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    """Every check in turn; one that cannot be made ends them."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        yield _finding(
            State.WRONG, f"{path}: is not a library of briefing. Move it away to start a new one."
        )
        return
    if version > VERSION:
        yield _finding(
            State.WRONG,
            f"{path}: was made by a newer briefing (library version {version}, this one knows "
            f"{VERSION}). Update briefing to open it.",
        )
        return
    if version < VERSION:
        yield _finding(
            State.NOTED,
            f"{path}: is of version {version}; the next start brings it to {VERSION}.",
        )
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        yield _finding(
            State.WRONG, f"{path}: may not be written. Check the permissions of file and folder."
        )
    checks: tuple[Callable[[sqlite3.Connection, Path], Finding | None], ...] = (
        _whole, _references, _indexes, _texts, _readings,
    )  # fmt: skip
    found = [finding for check in checks if (finding := check(db, path))]
    yield from found
    if not any(finding.state is State.WRONG for finding in found):
        (articles,) = db.execute("SELECT count(*) FROM article").fetchone()
        (notes,) = db.execute("SELECT count(*) FROM note WHERE NOT deleted").fetchone()
        yield _finding(State.WELL, f"{path}: is whole (articles {articles}, notes {notes}).")


def _whole(db: sqlite3.Connection, path: Path) -> Finding | None:
    """The database's own look at every page."""
    reports = [str(report) for (report,) in db.execute("PRAGMA integrity_check(3)")]
    if reports == ["ok"]:
        return None
    return _damaged(path)


def _damaged(path: Path) -> Finding:
    return _finding(
        State.WRONG,
        f"{path}: is damaged. `briefing doctor --repair` starts a new one with all that can still "
        "be read, and keeps the damaged one beside it.",
        mendable=True,
    )


def _references(db: sqlite3.Connection, path: Path) -> Finding | None:
    """Rows that refer to what is not there."""
    tables = [str(row[0]) for row in db.execute("PRAGMA foreign_key_check")]
    if not tables:
        return None
    mendable = set(tables) <= set(_DERIVED)
    names = ", ".join(sorted(set(tables)))
    remedy = "`briefing doctor --repair` lets them go; they are made anew." if mendable else ""
    words = f"{path}: {len(tables)} rows refer to what is not there ({names}). {remedy}".rstrip()
    return _finding(State.WRONG, words, mendable=mendable)


def _indexes(db: sqlite3.Connection, path: Path) -> Finding | None:
    """The full-text indexes against what they are of."""
    made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for index in (name for name in INDEXES if name in made):
        try:
            db.execute("BEGIN")
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.OperationalError:
            return None  # it may not be written, or another process is writing
        except sqlite3.DatabaseError as error:
            if not is_index_damage(error):
                raise
            return _finding(
                State.WRONG,
                f"{path}: the search index ({index}) is not that of the articles. "
                "`briefing doctor --repair` makes it anew.",
                mendable=True,
            )
        finally:
            with suppress(sqlite3.Error):
                db.execute("ROLLBACK")
    return None


def _texts(db: sqlite3.Connection, path: Path) -> Finding | None:
    """Texts that are not what was read, or were lost in a damage that was mended."""
    lost = wrong = 0
    rows = db.execute("SELECT digest, text FROM article LEFT JOIN body ON body.article = id")
    for digest, text in rows:
        if not text:
            lost += 1
        elif hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            wrong += 1
    if not lost and not wrong:
        return None
    return _finding(
        State.WRONG if wrong else State.NOTED,
        f"{path}: articles whose text was lost {lost}, changed {wrong}. Reading their files again "
        "brings the texts back; notes are not affected.",
    )


def _readings(db: sqlite3.Connection, path: Path) -> Finding | None:
    """Articles that the search knows by no name, because they were not read yet.

    An earlier version of one counts as little as for what reads them all.
    """
    (unread,) = db.execute(
        "SELECT count(*) FROM (SELECT max(id) AS newest FROM article GROUP BY story) "
        "WHERE newest NOT IN (SELECT article FROM reading)"
    ).fetchone()
    if not unread:
        return None
    return _finding(
        State.NOTED,
        f"{path}: articles not read for what they say yet: {unread}. Opening one does that, and "
        "`briefing library --refresh` does it for all.",
    )


def _failure(path: Path, error: sqlite3.Error) -> Finding:
    """A check that the database refused."""
    return _damaged(path) if is_damage(error) else _finding(State.WRONG, str(told(path, error)))


def _mended(path: Path, finding: Finding) -> Finding:
    """Repairs what a finding is about."""
    try:
        database = Database(path)
        try:
            if finding == _damaged(path):
                if not database.notices:  # opening it has not met the damage
                    database.renew()
                return _finding(State.MENDED, " ".join(database.notices))
            database.write(_put_right)
        finally:
            database.close()
    except LibraryError as error:
        return _finding(State.WRONG, str(error))
    return _finding(State.MENDED, f"{path}: indexes were made anew, and what led nowhere is gone.")


def _put_right(db: sqlite3.Connection) -> None:
    for table in _DERIVED:
        db.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM article)")  # noqa: S608
    remake_indexes(db)


def _room(path: Path) -> Iterator[Finding]:
    """A disk that is nearly full."""
    folder = next((folder for folder in path.parents if folder.is_dir()), Path("/"))
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        if free < _LEAST_FREE:
            yield _finding(
                State.WRONG,
                f"{folder}: the disk is nearly full ({free >> 20} MB). Free some space.",
            )


def _set_aside(path: Path) -> Iterator[Finding]:
    """Damaged libraries that were kept."""
    kept = sorted(path.parent.glob(f"{path.stem}.damaged-*{path.suffix}"))
    if kept:
        yield _finding(
            State.NOTED,
            f"{path.parent}: keeps a damaged library ({', '.join(file.name for file in kept)}). "
            "Delete it when you miss nothing.",
        )


def _finding(state: State, words: str, *, mendable: bool = False) -> Finding:
    return Finding(PART, state, words, mendable)
