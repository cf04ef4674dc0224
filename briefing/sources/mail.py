"""Newsletters: a saved mail is an article, a mailbox (mbox) is one for each mail.

The HTML of a mail is its story; where there is none, or next to none, its plain text is.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import pairwise

from briefing.model.collection import Collection, Kind
from briefing.model.errors import UnreadableError
from briefing.sources.assemble import phrase
from briefing.sources.decode import decode
from briefing.sources.entries import Told, entry
from briefing.sources.html_blocks import scanned

_POSTMARK = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{0,500}\d\d:\d\d[^\r\n]{0,40}\r?\n(?=[\w-]+:)")
"""The line by which a mailbox parts its mails."""
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
_MOST_MAILS = 20_000
_PREVIEW = 0.5
"""The part of the plain text's length that the HTML must have, or it is a stub for the other."""
_FILLING = re.compile(r"[\u034f\u200c\u00ad\ufeff\u2007]{3,}[\s\u034f\u200c\u00ad\ufeff]*")
"""The invisible filling by which newsletters keep a mail program's preview short."""


def read(data: bytes, location: str) -> Collection:
    """Reads a mail or a mailbox.

    Raises:
        UnreadableError: when there are no words in it.
    """
    starts = [found.start() for found in _POSTMARK.finditer(data)][:_MOST_MAILS]
    if not starts:
        told = _told(email.message_from_bytes(data))
        found = entry(told._replace(key=""), location, page=False)
        if found.article is None:
            raise UnreadableError(location, "there are no words in this mail")
        article = replace(found.article, origin=replace(found.article.origin, location=location))
        return Collection(Kind.ARTICLE, location, (replace(found, article=article),), found.title)
    mails = (data[start:end] for start, end in pairwise([*starts, len(data)]))
    entries = tuple(
        entry(_told(email.message_from_bytes(_letter(mail))), location, page=False)
        for mail in mails
    )
    if not any(one.article for one in entries):
        raise UnreadableError(location, "there are no words in this mailbox")
    return Collection(Kind.MAILBOX, location, entries)


def _letter(mail: bytes) -> bytes:
    """A mail as it was sent, without what the mailbox put before and within it."""
    return _QUOTED_FROM.sub(rb"\1", mail.lstrip(b"\r\n").partition(b"\n")[2])


def _told(mail: Message) -> Told:
    """What a mail says of itself."""
    sender, address = parseaddr(_header(mail, "From"))
    markup, plain = _bodies(mail)
    if markup and plain:
        shown = sum(len(draft.words) for draft in scanned(markup).drafts)
        markup = markup if shown >= _PREVIEW * len(plain) else ""
    return Told(
        key=_header(mail, "Message-ID").strip("<> "),
        title=_header(mail, "Subject"),
        source=phrase(sender or address),
        published=_moment(_header(mail, "Date")),
        body=markup or plain,
        markup=bool(markup),
        language=_header(mail, "Content-Language"),
    )


def _bodies(mail: Message) -> tuple[str, str]:
    """The first HTML of a mail, and all its plain text."""
    markup = ""
    plain: list[str] = []
    for part in _parts(mail):
        kind = part.get_content_type()
        if kind == "text/html" and not markup:
            markup = _FILLING.sub(" ", _text(part))
        elif kind == "text/plain":
            plain.append(_text(part))
    return markup, "\n\n".join(plain)


def _parts(mail: Message) -> Iterator[Message]:
    """The parts that are to be read, not kept as files."""
    for part in mail.walk():
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decode(data, str(part.get_content_charset() or "")).text


def _header(mail: Message, name: str) -> str:
    """A header on one line, with its encoded words read; as it stands where that fails."""
    value = mail.get(name, "")
    try:
        parts = decode_header(value)
        text = "".join(
            decode(part, label or "").text if isinstance(part, bytes) else part
            for part, label in parts
        )
    except Exception:
        text = str(value)
    return " ".join(text.split())


def _moment(written: str) -> str:
    """A moment as mails write it, in UTC."""
    try:
        moment = parsedate_to_datetime(written)
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= 1000 else ""
