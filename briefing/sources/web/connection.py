"""A connection that knows where it may lead and when it ends.

A host's name is looked up once, what it stands for is judged, and that very number is connected
to: a name server that answers something else the second time gains nothing. Every wait is cut to
what is left of the whole time, so that a server that sends a byte now and then holds up nobody.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from typing import Any

import httpcore

from briefing.sources.web.addresses import Reach, is_public, may_ask


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


class ForbiddenError(Exception):
    """A host that may not be asked."""


class Network(httpcore.NetworkBackend):
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
            raise ForbiddenError
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
