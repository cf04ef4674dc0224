"""One request and its answer, by a connection that knows where it may lead and when it ends.

A host's name is looked up once, what it stands for is judged, and that very number is connected
to: a name server that answers something else the second time gains nothing. Every wait is cut to
what is left of the whole time, so that a server that sends a byte now and then holds up nobody.
"""

from __future__ import annotations

import base64
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.request import getproxies, proxy_bypass

import certifi
import httpcore

from briefing import __version__
from briefing.model.errors import UnreadableError
from briefing.model.records import dataclass
from briefing.sources.web.addresses import Address, Reach, is_public, may_ask
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


class Deadline:
    """The moment when patience ends.

    Args:
        seconds: from now.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """Does not count a wait that was our own."""
        self._end += seconds

    def left(self, most: float | None) -> float:
        """The seconds that are left, but no more than ``most``.

        Raises:
            httpcore.ReadTimeout: when none are.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole time is over")
        return left if most is None else min(left, most)


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


class _ForbiddenError(Exception):
    """A host that may not be asked."""


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
    network = _Network(reach, deadline)
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


def _pool(address: Address, network: _Network) -> httpcore.ConnectionPool:
    """Where connections come from: the host itself, or the proxy of the environment."""
    proxies = getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    if proxy and proxy.startswith("http") and not proxy_bypass(address.authority):
        # What a proxy reaches is the proxy's to judge; the connection is to itself alone.
        network = _Network(Reach.ANYWHERE, network.deadline)
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


class _Network(httpcore.NetworkBackend):
    """Connections to hosts that may be asked.

    Attributes:
        public: whether the last host connected to is one of the open internet.
        deadline: when patience ends.
    """

    def __init__(self, reach: Reach, deadline: Deadline) -> None:
        self._reach = reach
        self._plain = httpcore.SyncBackend()
        self.deadline = deadline
        self.public = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """Looks a host up, judges what it stands for, and connects to that."""
        numbers = _looked_up(host, port, self.deadline.left(timeout))
        if not all(may_ask(number, self._reach) for number in numbers):
            raise _ForbiddenError
        failure: Exception = httpcore.ConnectError("no number")
        for number in numbers:
            try:
                stream = self._plain.connect_tcp(
                    number, port, self.deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            self.public = is_public(number)
            return _Stream(stream, self.deadline)
        raise failure


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends when the whole time does."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends bytes."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Ends the connection."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Goes on encrypted."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What is known about the connection."""
        return self._stream.get_extra_info(info)


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """The numbers that a host's name stands for, in the order to try them.

    The system's own look-up knows no limit of time, so it is waited for from outside.

    Raises:
        socket.gaierror: when it stands for none.
        httpcore.ConnectTimeout: when nobody could say in time.
    """
    found: list[str] = []
    failures: list[Exception] = []

    def look() -> None:
        try:
            for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                number = str(entry[4][0])
                if number not in found:
                    found.append(number)
        except (OSError, ValueError) as error:
            failures.append(error)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise httpcore.ConnectTimeout("the name server does not answer")
    if failures:
        raise failures[0]
    return found


def _cause(error: Exception, address: Address) -> str:
    """What went wrong, in words."""
    beneath = error
    while beneath.__cause__ is not None or beneath.__context__ is not None:
        beneath = beneath.__cause__ or beneath.__context__  # type: ignore[assignment]
    match error:
        case _ForbiddenError():
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
