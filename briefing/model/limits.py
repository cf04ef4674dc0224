"""How much of anything from elsewhere is taken in."""

from __future__ import annotations

from briefing.model.records import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large what a server answers may be."""

    seconds: float = 30
    """For everything, the redirects included."""
    size: int = 16 * MEGABYTE
    """Bytes, unpacked. The largest pages and feeds of newsrooms have a quarter of it."""
