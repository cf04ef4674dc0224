"""Addresses to fetch, and which of them may be asked by whom."""

from __future__ import annotations

import re
from enum import Enum, auto
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import quote, unquote, urlsplit

from briefing.model.errors import UnreadableError
from briefing.model.records import dataclass
from briefing.sources.urls import is_address

_UNFIT = re.compile(r"[\x00-\x20\x7f-\xa0\u2028-\u202e\u2066-\u206f\ud800-\udfff\\]")
_LONGEST = 4096
_PORTS = {"http": 80, "https": 443}
_AS_THEY_ARE = "/%:@!$&'()*+,;=~-._?[]"
"""Characters of a path or query that are sent as they are; all others are escaped."""


class Reach(Enum):
    """Which hosts may be asked."""

    ANYWHERE = auto()
    """The reader named the address: their own machine and network as well."""
    NEAR = auto()
    """A private host sent us on: to others like it, but not to what only machines talk to."""
    PUBLIC = auto()
    """A stranger named the address: what everybody may ask."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address, taken apart and fit to be sent."""

    scheme: str
    host: str
    """In ASCII, as it is looked up; an address of IPv6 without brackets."""
    port: int
    target: str
    """Path and query, in ASCII."""
    shown: str
    """The whole address without name, password and fragment, to be told and kept."""
    login: str = ""
    """``name:password``, to be sent to this host alone; empty without."""

    @property
    def url(self) -> str:
        """The whole address, with name and password if it has them."""
        if not self.login:
            return self.shown
        name, _, password = self.login.partition(":")
        scheme, _, rest = self.shown.partition("//")
        return f"{scheme}//{quote(name, '')}:{quote(password, '')}@{rest}"

    @property
    def authority(self) -> str:
        """The host and, unless it is the usual one, the port, for the ``Host`` header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @classmethod
    def parsed(cls, url: str) -> Address:
        """Takes an address apart, as the reader or a document writes it.

        Raises:
            UnreadableError: when it is none that can be asked.
        """
        url = url.strip(" \t\r\n")
        strange = UnreadableError(_without_login(url), "is not an address that can be asked")
        if len(url) > _LONGEST or _UNFIT.search(url) or not is_address(url):
            raise strange
        try:
            parts = urlsplit(url)
            port = parts.port
            host = _looked_up(parts.hostname or "")
        except ValueError as error:
            raise strange from error
        if not host or port == 0:
            raise strange
        login = ""
        if parts.username is not None:
            login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        scheme = parts.scheme.lower()
        target = quote(parts.path or "/", _AS_THEY_ARE.replace("?", ""))
        if parts.query:
            target += "?" + quote(parts.query, _AS_THEY_ARE)
        netloc = parts.netloc.rpartition("@")[2]
        shown = f"{scheme}://{netloc.lower()}{parts.path or '/'}"
        shown += f"?{parts.query}" if parts.query else ""
        return cls(scheme, host, port or _PORTS[scheme], target, shown, login)


def may_ask(ip: str, reach: Reach) -> bool:
    """Whether a host with this number may be asked."""
    number = _number(ip)
    if reach is Reach.ANYWHERE:
        return True
    if reach is Reach.NEAR:
        return not (number.is_link_local or number.is_multicast or number.is_unspecified)
    return is_public(ip)


def is_public(ip: str) -> bool:
    """Whether a number is one of the open internet."""
    number = _number(ip)
    return number.is_global and not number.is_multicast


def _number(ip: str) -> IPv4Address | IPv6Address:
    """The number that counts: the one of IPv4 within one of IPv6, where there is one."""
    number = ip_address(ip.partition("%")[0])
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour
        if inner is None and number.packed[:12] == bytes.fromhex("0064ff9b0000000000000000"):
            inner = IPv4Address(number.packed[12:])  # a translator's (RFC 6052)
        return inner or number
    return number


def _looked_up(host: str) -> str:
    """A host's name as it is looked up.

    Raises:
        ValueError: when it is no name.
    """
    if host.isascii():
        fit = re.fullmatch(r"[0-9a-z_.:%-]{1,253}", host)
        if not fit or ".." in host or host.startswith((".", "-")):
            raise ValueError(host)
        return host
    import idna

    return idna.encode(host, uts46=True).decode("ascii")  # its errors are ValueErrors


def _without_login(url: str) -> str:
    """An address that could not be taken apart, without what may be a password."""
    scheme, sign, rest = url.partition("//")
    host, slash, path = rest.partition("/")
    return f"{scheme}{sign}{host.rpartition('@')[2]}{slash}{path}"[:200]
