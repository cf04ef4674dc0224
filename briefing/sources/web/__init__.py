"""Fetching an address: the only place where this program opens a connection.

Nothing is sent but the request: no cookie, no word on what was read before, and a name that says
which program asks. Every redirect is looked at before it is followed, and an answer has limits
of size and time. The library for the protocol is loaded when the first address is asked for.
"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from briefing.model.article import Media
from briefing.model.errors import UnreadableError
from briefing.model.limits import Limits
from briefing.model.records import dataclass
from briefing.sources.urls import is_address
from briefing.sources.web.addresses import Address, Reach
from briefing.sources.web.wording import NOTHING, StatusError, status_cause

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.sources.web.transfer import Reply

__all__ = ["Answer", "Limits", "Reach", "StatusError", "fetch"]

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))
_MOST_REDIRECTS = 10
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)
_MEDIA = {
    "text/html": Media.HTML,
    "application/xhtml+xml": Media.HTML,
    "text/markdown": Media.MARKDOWN,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered."""

    data: bytes
    location: str
    """The address it was found at in the end."""
    media: Media | None = None
    """What it was declared to be, where that settles the question."""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    """``ETag`` and ``Last-Modified``, to be given back the next time."""
    unchanged: bool = False
    """Whether nothing is new since the answer those two came with; ``data`` is empty then."""
    moved: str = ""
    """The address to ask from now on, when the one asked has moved for good; else empty."""
    reach: Reach = Reach.PUBLIC
    """Which hosts may be asked for what this document names: nobody's feed makes this program
    look about in the network it runs in.
    """


def fetch(
    url: str,
    *,
    etag: str = "",
    modified: str = "",
    reach: Reach = Reach.ANYWHERE,
    limits: Limits | None = None,
    turn: Callable[[str], AbstractContextManager[object]] = nullcontext,
) -> Answer:
    """Fetches an address, following redirects.

    Args:
        url: an http or https address; a name and password in it are sent to its host alone.
        etag: as the last answer gave it, so that an unchanged document is not sent again.
        modified: likewise.
        reach: which hosts may be asked. What the reader names may be anywhere; what a document
            names is limited by where the document came from, see :attr:`Answer.reach`.
        limits: how long and how large the answer may be.
        turn: waits for the turn to ask a host.

    Raises:
        UnreadableError: with the address and the cause; a :class:`StatusError` when the server
            refused.
    """
    from briefing.sources.web.connection import Deadline
    from briefing.sources.web.transfer import get

    limits = limits or Limits()
    deadline = Deadline(limits.seconds)
    first = address = Address.parsed(url)
    moved, for_good = "", True
    for _ in range(_MOST_REDIRECTS + 1):
        try:
            waiting = monotonic()
            with turn(address.host):
                deadline.extend(monotonic() - waiting)
                reply = get(address, reach, limits.size, deadline, etag=etag, modified=modified)
            if reply.status not in _REDIRECTS or not reply.header("location"):
                return _answer(address, reply, moved, _from_there(reach, reply))
            following = _next(address, reply.header("location"))
        except UnreadableError as error:
            raise _told_of(first, address, error) from error
        for_good &= reply.status in _FOR_GOOD
        moved = following.url if for_good else moved
        reach = _from_there(reach, reply)
        address = following
    raise UnreadableError(first.shown, f"is redirected more than {_MOST_REDIRECTS} times")


def _told_of(first: Address, address: Address, error: UnreadableError) -> UnreadableError:
    """An error about the address that was asked for, also when it arose on the way."""
    if address is not first:
        error.cause = f"is redirected to {address.shown}: {error.cause}"
    error.subject = first.shown
    return error


def _next(address: Address, location: str) -> Address:
    """Where a redirect leads. A name and password stay with the host they were meant for."""
    target = urldefrag(urljoin(address.shown, location.strip())).url
    if not is_address(target):
        where = "".join(c if c.isprintable() else "\ufffd" for c in target[:100])
        raise UnreadableError(
            address.shown, f"is redirected to {where}, and only http and https are followed"
        )
    try:
        following = Address.parsed(target)
    except UnreadableError as error:
        raise UnreadableError(address.shown, "is redirected to what is no address") from error
    here = (address.scheme, address.host, address.port)
    same = (following.scheme, following.host, following.port) == here
    return replace(following, login=address.login if same else "")


def _from_there(reach: Reach, reply: Reply) -> Reach:
    """Which hosts may be asked because this reply says so."""
    return Reach.PUBLIC if reach is Reach.PUBLIC or reply.public else Reach.NEAR


def _answer(address: Address, reply: Reply, moved: str, reach: Reach) -> Answer:
    """The answer at the end of the redirects."""
    if reply.status == 304:
        return Answer(b"", address.shown, unchanged=True, moved=moved, reach=reach)
    if not 200 <= reply.status < 300:
        retry_after = reply.header("retry-after")
        cause = status_cause(reply.status, retry_after)
        raise StatusError(address.shown, cause, reply.status, retry_after)
    if not reply.data:
        raise UnreadableError(address.shown, NOTHING if reply.status == 204 else "is empty")
    kind = reply.header("content-type")
    charset = _CHARSET.search(kind)
    return Answer(
        reply.data,
        address.shown,
        _MEDIA.get(kind.partition(";")[0].strip().lower()),
        charset.group(1) if charset else "",
        reply.header("etag"),
        reply.header("last-modified"),
        moved=moved,
        reach=reach,
    )
