"""Long texts laid out in files beside the library, to be read a piece at a time.

The database gives a text whole or not at all, and a million words take twelve megabytes and the
time to look through them, while the screen shows two hundred of them. A galley holds the text in
characters of one width, so that the place of a character in the file is known without looking,
and a checksum for every piece. It can be lost without loss: it is laid out again from the library.
"""

from __future__ import annotations

import os
import threading
from binascii import crc32
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefing.model.errors import LibraryError

PIECE = 8_192
"""Characters that are read at a time: a few screens."""

_RECENT = 24
"""Pieces that are kept."""

_MOST = 8
"""Galleys that are kept, the last ones read."""

_SIGN = b"galley1\n"
_WIDTHS = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}
_HEAD = len(_SIGN) + 8 + 8
"""Bytes before the checksums: the sign, the width of a character and the number of them."""
_SUM = 4


class Galley:
    """A text in a file.

    Args:
        path: the file.
        whole: gives the text from elsewhere, should the file be damaged while it is in use.

    Raises:
        LibraryError: when it is not there, or not whole.
    """

    def __init__(self, path: Path, whole: Callable[[], str] | None = None) -> None:
        self._path = path
        self._whole = whole
        self._instead: str | None = None
        self._lock = threading.Lock()
        self._recent: dict[int, str] = {}
        try:
            self._file = path.open("rb", buffering=0)
            head = self._file.read(_HEAD)
            self._width, self._length = (int.from_bytes(head[n : n + 8], "little") for n in (8, 16))
            count = -(-self._length // PIECE)
            self._sums = self._file.read(count * _SUM)
            size = _HEAD + count * _SUM + self._length * self._width
            sound = head.startswith(_SIGN) and self._width in _WIDTHS
            if not sound or os.fstat(self._file.fileno()).st_size != size:
                raise self._damaged()
        except OSError as error:
            raise LibraryError(str(path), f"cannot be read ({error.strerror})") from error
        self._begin = _HEAD + len(self._sums)

    def __len__(self) -> int:
        return self._length

    def cut(self, start: int, end: int) -> str:
        """The characters of a half-open range.

        Raises:
            LibraryError: when the file was damaged, and the text is nowhere else.
        """
        start, end = max(start, 0), min(end, self._length)
        if start >= end:
            return ""
        if self._instead is not None:
            return self._instead[start:end]
        first = start // PIECE
        try:
            pieces = [self._piece(number) for number in range(first, (end - 1) // PIECE + 1)]
        except LibraryError:  # damaged or gone since it was opened: then the text is held
            if self._whole is None:
                raise
            self._instead = self._whole()
            return self._instead[start:end]
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        return text[start - first * PIECE : end - first * PIECE]

    def _piece(self, number: int) -> str:
        with self._lock:
            piece = self._recent.get(number)
            if piece is None:
                piece = self._read(number)
                if len(self._recent) >= _RECENT:
                    del self._recent[next(iter(self._recent))]
                self._recent[number] = piece
        return piece

    def _read(self, number: int) -> str:
        try:
            self._file.seek(self._begin + number * PIECE * self._width)
            data = self._file.read(PIECE * self._width)
        except OSError as error:
            raise LibraryError(str(self._path), f"cannot be read ({error.strerror})") from error
        if crc32(data).to_bytes(_SUM, "little") != self._sums[number * _SUM :][:_SUM]:
            raise self._damaged()
        return data.decode(_WIDTHS[self._width], "surrogatepass")

    def _damaged(self) -> LibraryError:
        with suppress(OSError):
            self._path.unlink()
        return LibraryError(str(self._path), "was damaged and is let go", "Open the article again.")


class Galleys:
    """The galleys of a library.

    Args:
        folder: where they lie; made when the first is laid out.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def galley(self, digest: str, whole: Callable[[], str] | None = None) -> Galley | None:
        """The galley of an article, if there is a sound one; ``whole`` as for :class:`Galley`."""
        path = self._folder / digest
        with suppress(LibraryError):
            found = Galley(path, whole)
            with suppress(OSError):
                os.utime(path)
            return found
        return None

    def lay(self, digest: str, text: str) -> None:
        """Lays out a text, or does not, such as for want of room."""
        path = self._folder / digest
        temporary = path.with_name(f"{digest}.{os.getpid()}")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            private = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(private, "wb") as file:
                width = _width(text)
                pieces = range(0, len(text), PIECE)
                file.write(_SIGN + width.to_bytes(8, "little") + len(text).to_bytes(8, "little"))
                file.write(bytes(len(pieces) * _SUM))
                sums = bytearray()
                for start in pieces:
                    data = text[start : start + PIECE].encode(_WIDTHS[width], "surrogatepass")
                    sums += crc32(data).to_bytes(_SUM, "little")
                    file.write(data)
                file.seek(_HEAD)
                file.write(sums)
            temporary.replace(path)
            self._prune()
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def _prune(self) -> None:
        """Lets the ones go that were not read for the longest time."""
        found = sorted(self._folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[_MOST:]:
            path.unlink()


def _width(text: str) -> int:
    """Bytes of the widest character of a text."""
    widest = ord(max(text, default=" "))
    return 1 if widest < 1 << 8 else 2 if widest < 1 << 16 else 4
