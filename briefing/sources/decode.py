"""Bytes to characters: by byte order mark, as UTF-8, by the label declared, then by detection.

The order is that of certainty. A byte order mark is unmistakable, bytes that are valid UTF-8
are UTF-8, a document's own label is usually right, and a detector guesses well from the first
64 KB. Whatever is left becomes a visible mark: decoding never fails.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple
from unicodedata import category

from briefing.sources.labels import codec

_DETECTED = 64 << 10
"""Bytes shown to the detector; more make it slower, not surer."""

_LEAD_IN = 1 << 10
"""Bytes of ASCII the detector sees before the first that is not."""

_UTF_8_SHARE = 4
"""So many good characters for each bad byte make it damaged UTF-8 rather than something else."""

_DECLARED_SHARE = 20
"""So many for each bad byte, and the declared label is believed."""

_WIDE_SAMPLE = 4 << 10
_WIDE_SHARE = 10
_UNLIKELY = frozenset(("Cc", "Cn", "Co", "Cs"))
"""Unicode categories that text in the right encoding has nothing of."""

_NOT_ASCII = bytes(range(0x80, 0x100))
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", re.I)
_XML = re.compile(rb"\s{0,100}<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:+-]{1,40})", re.I)
_ISO_2022 = re.compile(rb"\x1b\$[@B]|\x1b\([IJ]|\x1b\$\([CDOPQ]|\x1b\$\)[ACGH]")
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){1,2000}~\}")


class Decoded(NamedTuple):
    """Characters, and the encoding they were read in."""

    text: str
    encoding: str


def decode(data: bytes, charset: str = "") -> Decoded:
    """Reads bytes as text. Never fails: what cannot be read becomes U+FFFD.

    Args:
        data: the document.
        charset: a label that came with it, such as an HTTP header's; may be wrong or unknown.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    wide = _utf_16_or_32(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    labels = [label for label in (charset, *_declared(data)) if label]
    for encoding in _stateful(data, labels):
        text = _strictly(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    return _legacy(data, labels)


def _declared(data: bytes) -> tuple[str, ...]:
    """The labels a document gives itself: the XML declaration's, the first meta element's.

    A meta element is looked for in all of the detector's share, further than browsers look,
    because saved pages put scripts first.
    """
    xml = _XML.match(data)
    meta = _META.search(data, 0, _DETECTED)
    return tuple(found.group(1).decode("ascii") for found in (xml, meta) if found)


def _stateful(data: bytes, labels: list[str]) -> list[str]:
    """The seven-bit encodings this may be: their bytes are ASCII, so UTF-8 would accept them."""
    found = []
    if b"\x1b" in data and _ISO_2022.search(data):
        found = ["iso2022_kr"] if b"\x1b$)C" in data else ["iso2022_jp_ext", "iso2022_kr"]
    if b"~{" in data and (_HZ.search(data) or "hz" in map(codec, labels)):
        found.append("hz")
    return found


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _legacy(data: bytes, labels: list[str]) -> Decoded:
    """Reads what is neither marked nor valid UTF-8."""
    text = data.decode("utf-8", "replace")
    good, bad = _tally(text, data)
    if good >= _UTF_8_SHARE * bad:
        return Decoded(text, "utf-8")
    for encoding in filter(None, map(codec, labels)):
        if encoding != "utf-8":
            text = data.decode(encoding, "replace")
            good, bad = _tally(text, data)
            if good >= _DECLARED_SHARE * bad:
                return Decoded(text, encoding)
    encoding = _detected(data)
    return Decoded(data.decode(encoding, "replace"), encoding)


def _tally(text: str, data: bytes) -> tuple[int, int]:
    """How many characters beyond ASCII were read, and how many bytes could not be."""
    bad = max(0, text.count("\ufffd") - data.count(b"\xef\xbf\xbd"))
    ascii_bytes = len(data.translate(None, _NOT_ASCII))
    return len(text) - ascii_bytes - bad, bad


def _detected(data: bytes) -> str:
    """The detector's answer on the 64 KB that begin shortly before the first byte beyond ASCII."""
    import chardet

    first = _BEYOND_ASCII.search(data)
    start = max(0, first.start() - _LEAD_IN) if first else 0
    found = chardet.detect(
        data[start : start + _DETECTED],
        max_bytes=_DETECTED,
        compat_names=False,
        encoding_era=chardet.EncodingEra.ALL & ~chardet.EncodingEra.MAINFRAME,
        exclude_encodings=("utf-7",),
    )
    name = found["encoding"] or ""
    return codec(name) or (name if _exists(name) else "cp1252")


def _exists(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding))
    except LookupError:
        return False


def _utf_16_or_32(data: bytes) -> str:
    """The wide encoding that bytes without a mark are in; empty for anything else.

    Wide text betrays itself by NUL bytes, or by one value in every other place (``0x04`` in
    Russian): a tenth of it looks like control characters. Of the encodings that read it
    without fault the one with the most spaces and line ends is right, since the wrong byte
    order turns those into other things.
    """
    sample = data[:_WIDE_SAMPLE]
    if len(_CONTROLS.findall(sample)) * _WIDE_SHARE < len(sample) or len(sample) < len("ab") * 2:
        return ""
    best, most = "", 0
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = _strictly(sample[: len(sample) // width * width - width], encoding)
        if not text or any(category(c) in _UNLIKELY and c not in "\r\n\t" for c in text):
            continue
        spaces = sum(c in " \n\r\u3000\u3001\u3002" for c in text)
        if spaces > most:
            best, most = encoding, spaces
    return best
