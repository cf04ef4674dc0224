"""Telling documents from programs, pictures and archives before anything tries to read them."""

from __future__ import annotations

import re

_SAMPLE = 64 << 10

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"BZh", "compressed (bzip2)"),
    (b"\xfd7zXZ", "compressed (xz)"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an office document of the old format"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"OggS\x00", "a recording (Ogg)"),
    (b"ID3\x03", "a recording (MP3)"),
    (b"ID3\x04", "a recording (MP3)"),
    (b"fLaC\x00", "a recording (FLAC)"),
    (b"\x1aE\xdf\xa3", "a film (Matroska)"),
    (b"wOF2", "a font"),
    (b"wOFF\x00", "a font"),
)
_CONTAINERS = (
    (b"RIFF", 8, b"WAVE", "a recording (WAV)"),
    (b"RIFF", 8, b"WEBP", "a picture (WebP)"),
    (b"RIFF", 8, b"AVI ", "a film (AVI)"),
    (b"", 4, b"ftyp", "a film or a picture (MP4)"),
    (b"", 257, b"ustar", "a tar archive"),
)

# ESC, backspace and form feed stand in terminal logs and old texts.
_STRANGE = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f]")
_FEW = 8
_SHARE_WHEN_NOT_UTF_8 = 0.03
_SHARE_WHEN_UTF_8 = 0.9


def what_is(data: bytes) -> str:
    """Names what bytes are when they are no text, such as ``"a PDF document"``; else empty.

    A few control characters do not condemn a text: a damaged or hostile one is still shown,
    without them. Valid UTF-8 has to be control characters for the most part. Text in UTF-16 or
    UTF-32 is to be recognised before this is asked.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    for start, offset, signature, name in _CONTAINERS:
        if data.startswith(start) and data.startswith(signature, offset):
            return name
    sample = data[:_SAMPLE]
    strange = len(_STRANGE.findall(sample))
    if strange <= _FEW:
        return ""
    share = _SHARE_WHEN_UTF_8 if _is_utf_8(sample) else _SHARE_WHEN_NOT_UTF_8
    return "data, not text" if strange > share * len(sample) else ""


def _is_utf_8(sample: bytes) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(sample) - 3  # a character cut by the sample's end
    return True


_HEADER = re.compile(
    rb"(?mi)^(From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|"
    rb"Content-Type|DKIM-Signature|X-[\w-]{1,40}|List-[\w-]{1,40}):"
)
_MAIL = frozenset((b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"))
_MAILBOX = re.compile(rb"From [^\r\n]{1,500}\d\d:\d\d[^\r\n]{0,40}\r?\n[\w-]+:")


def is_mail(data: bytes, location: str) -> bool:
    """Whether bytes are a saved mail or a mailbox.

    A mail has headers that only mail programs write; by its name, one that people write will do.
    """
    if _MAILBOX.match(data):
        return True
    head = re.split(rb"\r?\n\r?\n", data[:_SAMPLE], maxsplit=1)[0]
    if not re.match(rb"[\w-]{1,60}:", head):
        return False
    names = {name.lower() for name in _HEADER.findall(head)}
    named = location.lower().endswith((".eml", ".mbox"))
    return b"from" in names and (named or (len(names) >= 4 and bool(names & _MAIL)))
