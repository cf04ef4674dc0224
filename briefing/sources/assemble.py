"""Putting an article together from runs of words, with spans that fit."""

from __future__ import annotations

import hashlib


def digest_of(text: str) -> str:
    """An article's identity: SHA-256 of its text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
