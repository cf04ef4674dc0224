"""Fetching a document's bytes from a file or from standard input."""

from __future__ import annotations

import errno
import os
import stat
import sys

from briefing.model.errors import NoTextError, UnreadableError

MOST_BYTES = 64 << 20
"""The largest document that is opened: 64 MB, ten million words. The longest books have a
million; what is larger is a log or a mistake, and opening it would take the memory of a small
computer, since a text takes up to twenty times its size while it is read.
"""

_CHUNK = 1 << 20

_CAUSES = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "may not be read by you",
    errno.EPERM: "may not be read by you",
    errno.EISDIR: "is a folder",
    errno.ELOOP: "is a link that leads back to itself",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENXIO: "cannot be read as a file",
    errno.EMFILE: "cannot be opened, because too many files are open",
    errno.EIO: "the disk could not be read",
}


def from_file(location: str) -> bytes:
    """The bytes of a file.

    Raises:
        UnreadableError: when there is no such file, or it is empty, a folder, a device that
            never ends, larger than :data:`MOST_BYTES`, or may not be read.
    """
    if not location:
        raise UnreadableError("the file name", "is empty")
    try:
        mode = os.stat(location).st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableError(location, "is a folder", "Name a file in it.")
        if stat.S_ISSOCK(mode) or stat.S_ISBLK(mode):
            raise UnreadableError(location, "is a device, not a file")
        with open(location, "rb", opener=_opener) as stream:
            data = _upto_limit(stream.fileno(), location)
    except (OSError, ValueError) as error:
        raise UnreadableError(location, _cause(error)) from error
    return data


def from_standard_input() -> bytes:
    """The bytes of standard input, to its end.

    Raises:
        UnreadableError: when it is closed, empty or endless.
    """
    try:
        return _upto_limit(sys.stdin.fileno(), "standard input")
    except (OSError, ValueError, AttributeError) as error:
        raise UnreadableError("standard input", "is closed") from error


def _opener(path: str, flags: int) -> int:
    """Opens without waiting: a named pipe that nobody writes to would wait for ever."""
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if hasattr(os, "set_blocking"):
        os.set_blocking(descriptor, True)
    return descriptor


def _upto_limit(descriptor: int, location: str) -> bytes:
    """Reads to the end, or refuses when the end is too far away."""
    chunks: list[bytes] = []
    size = 0
    while chunk := os.read(descriptor, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > MOST_BYTES:
            raise UnreadableError(
                location, f"is larger than {MOST_BYTES >> 20} MB, the most that is opened"
            )
    if not size:
        raise NoTextError(location, "is empty")
    return b"".join(chunks)


def _cause(error: OSError | ValueError) -> str:
    """What went wrong, in words."""
    if isinstance(error, OSError) and error.errno is not None:
        return _CAUSES.get(error.errno, (error.strerror or "cannot be read").lower())
    return "is not a name that a file can have"
