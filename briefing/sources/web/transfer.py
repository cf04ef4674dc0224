"""One request and its answer, with what went wrong said in words."""

from __future__ import annotations

import base64
import socket
import ssl
from collections.abc import Iterable
from functools import cache
from urllib.request import getproxies, proxy_bypass

import certifi
import httpcore

from briefing import __version__
from briefing.model.errors import UnreadableError
from briefing.model.records import dataclass
from briefing.sources.web.addresses import Address, Reach
from briefing.sources.web.connection import Deadline, ForbiddenError, Network
from briefing.sources.web.unpacking import Packing, PackingError
from briefing.sources.web.wording import PRIVATE, TOO_LONG, tls_cause

_CONNECT = 10.0
_SILENCE = 15.0
"""Seconds to wait for a connection, and for the next bytes."""
# Some servers set dozens of cookies with every answer. h11's own limit takes 100 KB.
httpcore.HTTP11Connection.MAX_INCOMPLETE_EVENT_SIZE = 400 << 10
_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, "
    "application/feed+json, application/xml;q=0.9, text/*;q=0.8, */*;q=0.5"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer, before it is known what to make of it."""

    status: int
    headers: dict[str, str]
    data: bytes
    public: bool
    """Whether the host that gave it is one of the open internet."""

    def header(self, name: str) -> str:
        """A header's value; empty without it."""
        return self.headers.get(name, "")


def get(
    address: Address,
    reach: Reach,
    size: int,
    deadline: Deadline,
    *,
    etag: str = "",
    modified: str = "",
) -> Reply:
    """Asks for an address; a redirect is an answer like any other.

    Args:
        address: what to ask for.
        reach: which hosts may be asked.
        size: bytes that the answer may have when it is unpacked.
        deadline: when patience ends.
        etag: as the last answer gave it.
        modified: likewise.

    Raises:
        UnreadableError: with the address and the cause.
    """
    network = Network(reach, deadline)
    try:
        with (
            _pool(address, network) as pool,
            pool.stream(
                "GET",
                httpcore.URL(
                    scheme=address.scheme,
                    host=address.host,
                    port=address.port,
                    target=address.target,
                ),
                headers=_headers(address, etag, modified),
                extensions={"timeout": {"connect": _CONNECT, "read": _SILENCE, "write": _SILENCE}},
            ) as response,
        ):
            headers = _decoded(response.headers)
            body = b""
            if 200 <= response.status < 300:
                body = _body(response.iter_stream(), headers, size)
            return Reply(response.status, headers, body, network.public)
    except Exception as error:
        raise UnreadableError(address.shown, _cause(error, address)) from error


def _pool(address: Address, network: Network) -> httpcore.ConnectionPool:
    """Where connections come from: the host itself, or the proxy of the environment."""
    proxies = getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    if proxy and proxy.startswith("http") and not proxy_bypass(address.authority):
        # What a proxy reaches is the proxy's to judge; the connection is to itself alone.
        network = Network(Reach.ANYWHERE, network.deadline)
        return httpcore.HTTPProxy(proxy, ssl_context=_trust(), network_backend=network)
    return httpcore.ConnectionPool(ssl_context=_trust(), network_backend=network)


@cache
def _trust() -> ssl.SSLContext:
    """The authorities that this system trusts, and those a bare Python would lack."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _headers(address: Address, etag: str, modified: str) -> list[tuple[str, str]]:
    headers = [
        ("Host", address.authority),
        ("User-Agent", f"briefing/{__version__}"),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
    ]
    if etag:
        headers.append(("If-None-Match", etag))
    if modified:
        headers.append(("If-Modified-Since", modified))
    if address.login:
        secret = base64.b64encode(address.login.encode()).decode("ascii")
        headers.append(("Authorization", f"Basic {secret}"))
    return headers


def _decoded(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by their names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for name, value in headers:
        found.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
    return found


def _body(chunks: Iterable[bytes], headers: dict[str, str], size: int) -> bytes:
    """The unpacked answer.

    Raises:
        PackingError: when it is larger than ``size``, or cannot be unpacked.
    """
    packing = Packing(headers.get("content-encoding", ""), size)
    for chunk in chunks:
        packing.take(chunk)
    return packing.whole()


def _cause(error: Exception, address: Address) -> str:
    """What went wrong, in words."""
    beneath = error
    while beneath.__cause__ is not None or beneath.__context__ is not None:
        beneath = beneath.__cause__ or beneath.__context__  # type: ignore[assignment]
    match error:
        case ForbiddenError():
            return PRIVATE
        case PackingError():
            return str(error)
        case httpcore.TimeoutException():
            return TOO_LONG
        case socket.gaierror() | UnicodeError():
            return f"there is no host called {address.host}, or this machine is offline"
        case httpcore.ConnectError() if isinstance(beneath, ssl.SSLError):
            return tls_cause(beneath)
        case httpcore.ConnectError() if isinstance(beneath, ConnectionRefusedError):
            return "the server refuses the connection"
        case httpcore.ConnectError():
            return f"the server cannot be reached{_detail(beneath)}"
        case httpcore.NetworkError() | OSError():
            return "the connection broke off"
        case httpcore.RemoteProtocolError() if "peer closed" in str(error):
            return "the connection ended before the answer was complete"
        case httpcore.RemoteProtocolError() if "disconnected" in str(error):
            return "the server ended the connection without an answer"
        case httpcore.ProxyError():
            return "the proxy refuses to ask for it"
        case httpcore.ProtocolError():
            return "what answers does not speak HTTP as it should"
    return f"could not be fetched ({type(error).__name__})"


def _detail(error: BaseException) -> str:
    reason = getattr(error, "strerror", None)
    return f" ({str(reason).lower()})" if reason else ""
