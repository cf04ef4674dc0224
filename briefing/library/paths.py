"""Paths in the database: file names need not be Unicode."""

from __future__ import annotations

import os
from pathlib import Path


def stored_path(path: str | Path) -> str | bytes:
    """A path as the database can hold it: file names need not be Unicode."""
    text = str(path)
    try:
        text.encode()
    except UnicodeEncodeError:
        return os.fsencode(text)
    return text


def loaded_path(value: str | bytes) -> str:
    """What :func:`stored_path` was given."""
    return os.fsdecode(value) if isinstance(value, bytes) else value
