"""What may be read at once, and what is better read where reading it can be given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.sources import RawSource

LIGHT = 200_000
"""Bytes of text that are read without a key noticing."""
_HEAD = 1000


def is_light(raw: RawSource) -> bool:
    """Whether a document is a short text; else it may keep a process busy for as long as it likes.

    A page, a feed or a mail needs a parser: it brings in half a second of others' code, and how
    long that takes is the stranger's choice. A guess, which costs only time if it is wrong.
    """
    from briefing.sources.binary import is_mail

    head = raw.data[:_HEAD].lstrip().lower()
    named = raw.location.lower().endswith((".html", ".htm", ".xhtml", ".mhtml"))
    parsed = named or head.startswith((b"<", b"{")) or b"<html" in head
    return len(raw.data) <= LIGHT and not parsed and not is_mail(raw.data, raw.location)
