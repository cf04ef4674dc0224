"""Why an address could not be fetched, in words that continue it."""

from __future__ import annotations

import ssl
from http import HTTPStatus

from briefing.model.errors import UnreadableError

NOTHING = "the server answers that there is nothing to show (204)"
PRIVATE = "leads into a private network, where no stranger's address is followed"
TOO_LONG = "took too long to answer"

_TLS = {
    10: "its certificate has expired",
    18: "its certificate is signed by nobody but itself",
    19: "its certificate is signed by an authority that is not known here",
    20: "its certificate is signed by an authority that is not known here",
    62: "its certificate is another host's",
    64: "its certificate is another host's",
}
"""OpenSSL's numbers for what is wrong with a certificate, in words."""


class StatusError(UnreadableError):
    """A server that answered, and refused.

    Args:
        subject: the address.
        cause: what the status means, in words.
        status: the number, such as 404.
        retry_after: the server's ``Retry-After`` header, as it wrote it; may be empty.
    """

    def __init__(self, subject: str, cause: str, status: int = 0, retry_after: str = "") -> None:
        super().__init__(subject, cause)
        self.status = status
        self.retry_after = retry_after


def status_cause(status: int, retry_after: str = "") -> str:
    """What a status says, in our words: the server's own may be anything."""
    try:
        phrase = HTTPStatus(status).phrase.lower()
    except ValueError:
        return f"the server answers {status}, which means nothing"
    if status == HTTPStatus.UNAUTHORIZED:
        return "the server answers 401: it asks for a name and a password"
    cause = f"the server answers {status} ({phrase})"
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 9:
            return f"{cause} and asks to wait {_span(int(retry_after))}"
        return f"{cause}; try again later"
    return cause


def tls_cause(error: ssl.SSLError) -> str:
    """What is wrong with a server's encryption."""
    if isinstance(error, ssl.SSLCertVerificationError):
        what = _TLS.get(error.verify_code, "its certificate is not valid")
        return f"cannot be trusted: {what}"
    reason = (error.reason or "").replace("_", " ").lower()
    return f"the encryption failed ({reason})" if reason else "the encryption failed"


def _span(seconds: int) -> str:
    for size, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {unit}" + ("s" if count != 1 else "")
    return f"{seconds} seconds"
