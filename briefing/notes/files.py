"""Notes files on disk: finding them, and writing them so that no crash can spoil one.

A file is written under another name in the same folder, flushed to the disk, and renamed over
the old one; then the folder is flushed too. Whoever looks, at whatever moment, finds the old
file whole or the new file whole. A lock on the folder lets one process save at a time.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from briefing.model.errors import NotesError

_HEAD = 4096
"""Bytes in which the front matter says whose notes a file holds."""
_SEARCHED = 5_000
"""Files of the folder that are looked into for notes that were moved."""
_LONGEST = 60
"""Characters of a title in a file's name."""
_LEFT = 10.0
"""Seconds after which a temporary file is nobody's any more."""
_SAFE = "Everything is in the library; save again with s."


def name(title: str, digest: str) -> str:
    """The file name for an article's notes: its title, and enough of its digest to be its own."""
    plain = unicodedata.normalize("NFKD", title).casefold().replace("'", "").replace("’", "")
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    slug = "-".join(words)
    while len(slug) > _LONGEST and len(words) > 1:
        words.pop()
        slug = "-".join(words)
    # Names are limited in bytes, and some scripts take three for a character.
    slug = unicodedata.normalize("NFC", slug[:_LONGEST]).encode()[:180].decode(errors="ignore")
    return f"{slug or 'article'}-{digest[:8]}.md"


def load(path: Path) -> bytes | None:
    """A file's bytes; ``None`` when there is no such file.

    Raises:
        NotesError: when it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotesError(str(path), f"cannot be read ({error.strerror})", _SAFE) from error


def text(data: bytes) -> str:
    """A file's text; bytes that are not UTF-8 are carried along and come out the same."""
    return data.decode("utf-8", "surrogateescape")


def find(folder: Path, digests: frozenset[str]) -> Path | None:
    """The notes file of an article, by the digest in its front matter, whatever its name is.

    Args:
        folder: where notes are saved.
        digests: those of all the article's versions.
    """
    from briefing.notes.page import page

    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.name.endswith(".md"))
    except OSError:
        return None
    for file in names[:_SEARCHED]:
        try:
            with open(folder / file, "rb") as stream:
                head = stream.read(_HEAD)
        except OSError:
            continue
        # The front matter may be longer than the part read; its end does not matter here.
        if b"sha256:" in head and page(text(head) + "\n---\n").digest in digests:
            return folder / file
    return None


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Makes the folder and lets one process at a time save in it.

    Raises:
        NotesError: when the folder cannot be made or used.
    """
    try:
        made = not folder.is_dir()
        folder.mkdir(parents=True, exist_ok=True)
        if made:
            flush_folder(folder.parent)
    except OSError as error:
        raise NotesError(
            str(folder), f"cannot be made ({error.strerror})", "Set notes_folder in the settings."
        ) from error
    with contextlib.ExitStack() as stack:
        try:
            import fcntl

            handle = os.open(folder, os.O_RDONLY)
            stack.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX)
        except (ImportError, OSError):
            pass  # without locks, as on Windows and some network drives, the last look decides
        yield


def save(path: Path, data: bytes, before: bytes | None) -> bool:
    """Puts new contents in the place of a file's old ones, all or nothing.

    Args:
        path: the file; where it is a symbolic link, the file it leads to is replaced.
        data: the new contents.
        before: the contents it had when the new ones were made; ``None`` for no file.

    Returns:
        False when somebody else has changed the file since; it is left alone then.

    Raises:
        NotesError: when it cannot be written; the old file is as it was.
    """
    path = Path(os.path.realpath(path))
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.tmp")
    try:
        _sweep(path)
        _write(temporary, data, path)
        if load(path) != before:
            return False
        os.replace(temporary, path)
        flush_folder(path.parent)
    except OSError as error:
        raise NotesError(str(path), f"cannot be written ({error.strerror})", _SAFE) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return True


def _write(temporary: Path, data: bytes, like: Path) -> None:
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        with contextlib.suppress(FileNotFoundError):
            os.chmod(temporary, like.stat().st_mode & 0o7777)
        os.fsync(stream.fileno())


_BINARY = getattr(os, "O_BINARY", 0)


def _sweep(path: Path) -> None:
    """Removes what a save that was killed has left of this file."""
    for left in path.parent.glob(f".{_literal(path.name[:100])}.????????.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT:
                left.unlink()


def _literal(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


def flush_folder(folder: Path) -> None:
    """Makes a rename last; a system that cannot open folders makes it last by itself."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network drives know no flushing of folders
    finally:
        os.close(handle)
