"""Unpacking an answer while it comes, within a limit: a few bytes can stand for gigabytes."""

from __future__ import annotations

import zlib

_GZIP = b"\x1f\x8b"
_STEP = 1 << 18


class PackingError(Exception):
    """An answer that is too large, or packed in a way that cannot be undone; a cause in words."""


class Packing:
    """Collects an answer's bytes and unpacks them.

    Args:
        name: the ``Content-Encoding`` header.
        most: bytes that the unpacked answer may have.
    """

    def __init__(self, name: str, most: int) -> None:
        names = [part.strip().lower() for part in name.split(",")]
        self._packed = [part for part in names if part not in ("", "identity")]
        strange = [part for part in self._packed if part not in ("gzip", "x-gzip", "deflate")]
        if strange or len(self._packed) > 1:
            kind = "".join(c for c in ", ".join(self._packed)[:40] if c.isprintable())
            raise PackingError(f"is packed in a way that was not asked for ({kind})")
        self._most = most
        self._parts: list[bytes] = []
        self._size = 0
        self._unpack: zlib._Decompress | None = None
        self._begun = False
        self._head = b""

    def take(self, chunk: bytes) -> None:
        """The next bytes as they came.

        Raises:
            PackingError: when it gets too large, or cannot be unpacked.
        """
        if not self._begun:
            self._head += chunk
            if len(self._head) < len(_GZIP):
                return
            chunk, self._head, self._begun = self._head, b"", True
            self._unpack = self._method(chunk)
        if self._unpack is None:
            self._add(chunk)
            return
        try:
            self._unpacked(chunk)
        except zlib.error as error:
            raise PackingError("is packed, and cannot be unpacked") from error

    def whole(self) -> bytes:
        """All of it.

        Raises:
            PackingError: when its end is missing.
        """
        if self._head:
            self._add(self._head)
        if self._unpack is not None:
            self._add(self._unpack.flush())
            if not self._unpack.eof:
                raise PackingError("is packed, and its end is missing")
        return b"".join(self._parts)

    def _method(self, head: bytes) -> zlib._Decompress | None:
        """How to unpack what begins so; nothing, where a server only says that it is packed."""
        if not self._packed:
            return None
        if head.startswith(_GZIP):
            return zlib.decompressobj(zlib.MAX_WBITS | 16)
        if self._packed[0] != "deflate":
            return None
        # Servers disagree on what "deflate" means: with a header, which has a sum, or bare.
        header = head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
        return zlib.decompressobj(zlib.MAX_WBITS if header else -zlib.MAX_WBITS)

    def _unpacked(self, chunk: bytes) -> None:
        assert self._unpack is not None
        unpack = self._unpack
        while chunk:
            self._add(unpack.decompress(chunk, _STEP))
            chunk = unpack.unconsumed_tail
            if unpack.eof:
                chunk = unpack.unused_data
                if not chunk.startswith(_GZIP):  # padding, or what is nobody's article
                    return
                self._unpack = unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)

    def _add(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._most:
            raise PackingError(f"is larger than {self._most >> 20} MB, the most that is fetched")
        self._parts.append(data)
