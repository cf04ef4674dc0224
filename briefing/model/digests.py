"""The digest of a text, by which an article is known."""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PIECE = 1 << 16
"""Characters of a text that are encoded at a time."""


def digest_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal; a long one is not copied for it.

    Raises:
        UnicodeEncodeError: when there is half a surrogate pair in the text.
    """
    found = _begun(short=len(text) <= _PIECE)
    for start in range(0, len(text), _PIECE):
        found.update(text[start : start + _PIECE].encode())
    return str(found.hexdigest())


def _begun(*, short: bool) -> Any:
    """A digest of nothing yet; for a short text Python's own, as ``random`` takes it.

    ``hashlib`` brings a library of encryption with it: it is quick with much, and slow to come.
    """
    for name in ("_sha2", "_sha256") if short else ():
        try:
            return import_module(name).sha256()
        except (ImportError, AttributeError):
            continue  # other versions of Python call it otherwise
    import hashlib

    return hashlib.sha256()
