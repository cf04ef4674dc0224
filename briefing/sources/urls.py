"""Which addresses a link may carry, and how an address is shown."""

from __future__ import annotations

import re
from unicodedata import name
from urllib.parse import urlsplit

_LONGEST = 2048
"""Longer addresses are refused: no newsroom needs them and no line shows them."""

# An address is printable ASCII and letters beyond it; spaces, controls, quotes that end an
# attribute and invisible characters have no place in one.
_UNFIT = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    r"\u3000\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff<>\"\\^`{|}]"
)
_TOGETHER = (
    {"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"},
    {"LATIN", "CJK", "HANGUL"},
    {"LATIN", "CJK", "BOPOMOFO"},
)
_LATIN_LOOKALIKES = frozenset("асԁеһіјӏорԛѕԝхуүґвкмнтαεικνορτυχօոսհցքզ")
"""Letters of other scripts that a reader takes for Latin ones."""

_SCHEME = re.compile(r"(https?|mailto):", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://|mailto:[^@?]*@)([^/?#:\s]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s/?#]+@[\w.-]+\.?(\?(?:subject|body)=[^#\s]*)?", re.IGNORECASE)


_WEB = re.compile(r"\s*https?://", re.IGNORECASE)


def is_address(location: str) -> bool:
    """Whether a location is asked over the network, and is no file."""
    return bool(_WEB.match(location))


def safe_url(url: str) -> str:
    """The address if it may ever be opened, else an empty string.

    Only whole http, https and mailto addresses pass, without a name and password before the
    host (they exist to make one host look like another) and without headers or attachments in
    a mailto. White space at the ends is dropped, as browsers do; anything inside that cannot be
    seen or does not belong in an address refuses it.
    """
    url = url.strip(" \t\r\n\f")
    scheme = _SCHEME.match(url)
    if scheme is None or len(url) > _LONGEST or _UNFIT.search(url):
        return ""
    if scheme.group(1).lower() == "mailto":
        return url if _ADDRESS.fullmatch(url, scheme.end()) else ""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    if not host or port == 0 or "@" in parts.netloc or host.startswith("-"):
        return ""
    if not all(0 < len(label) <= 63 for label in host.rstrip(".").split(".")) and ":" not in host:
        return ""
    return url


def shown_url(url: str) -> str:
    """The address as it is to be shown: a host that mixes scripts, or that is all letters of
    another script that look Latin, in punycode, so that it cannot pass for another.
    """
    host = _HOST.match(url)
    if host is None or host[1].isascii() or not _misleading(host[1].lower()):
        return url
    try:
        plain = ".".join(map(_punycode, host[1].lower().split(".")))
    except UnicodeError:
        return url
    return url[: host.start(1)] + plain + url[host.end(1) :]


def _misleading(host: str) -> bool:
    """Whether some label of a host could be taken for another."""
    return any(
        not label.isascii() and (_mixed(label) or _lookalike(label)) for label in host.split(".")
    )


def _mixed(label: str) -> bool:
    """Whether a label mixes scripts that no language writes together."""
    scripts = {name(c, "UNKNOWN").partition(" ")[0] for c in label if c.isalpha()}
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


def _lookalike(label: str) -> bool:
    """Whether every letter that is not ASCII passes for a Latin one."""
    return all(c.isascii() or c in _LATIN_LOOKALIKES for c in label)


def _punycode(label: str) -> str:
    return label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
