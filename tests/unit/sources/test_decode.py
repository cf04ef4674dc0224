"""Bytes to characters, in the order of certainty, never failing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.binary import what_is
from briefing.sources.decode import decode
from briefing.sources.labels import codec

NEWS = "The café stays open — “all year”, €5 a cup."
RUSSIAN = (
    "Городской совет во вторник решил оставить старый мост открытым, пока не будет готов новый. "
    "Расходы разделят город и область, сказал мэр. Инженеры не нашли трещин в главной опоре. "
) * 3
JAPANESE = (
    "市議会は火曜日、新しい橋が完成するまで古い橋を開いたままにすることを決めた。"
    "費用は市と県で分担すると市長は述べた。"
) * 3
POLISH = "Rada miasta zdecydowała we wtorek, że żółty most pozostanie otwarty do końca roku. " * 4


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (NEWS.encode(), NEWS, "utf-8"),
        (b"\xef\xbb\xbf" + NEWS.encode(), NEWS, "utf-8"),
        (NEWS.encode("utf-16"), NEWS, "utf-16-le"),
        (NEWS.encode("utf-16-le"), NEWS, "utf-16-le"),
        (NEWS.encode("utf-16-be"), NEWS, "utf-16-be"),
        (NEWS.encode("utf-32"), NEWS, "utf-32-le"),
        (NEWS.encode("utf-32-be"), NEWS, "utf-32-be"),
        (RUSSIAN.encode("utf-16-le"), RUSSIAN, "utf-16-le"),
        (RUSSIAN.encode("utf-16-be"), RUSSIAN, "utf-16-be"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8-r"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        (JAPANESE.encode("shift_jis"), JAPANESE, "cp932"),
        (JAPANESE.encode("iso2022_jp"), JAPANESE, "iso2022_jp_ext"),
        (b"", "", "utf-8"),
    ],
)
def test_without_a_label(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"), [(POLISH, "iso8859-2"), (POLISH, "cp1250"), (NEWS, "cp1252")]
)
def test_what_many_encodings_read_alike(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("label", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("ISO_8859-1:1987", "cp1252"),
        ("us-ascii", "cp1252"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("windows-1251", "cp1251"),
        ("utf8", "utf-8"),
        ("rot13", ""),
        ("base64", ""),
        ("zlib", ""),
        ("unicode_escape", ""),
        ("utf-7", ""),
        ("x-nonesuch", ""),
        ("", ""),
    ],
)
def test_labels(label: str, encoding: str) -> None:
    assert codec(label) == encoding


@pytest.mark.parametrize(
    "head",
    [
        b'<meta charset="windows-1251">',
        b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        b'<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_the_declared_label_is_followed(head: bytes) -> None:
    data = head + "<p>мост открыт".encode("cp1251")
    assert decode(data).text.endswith("мост открыт")


@pytest.mark.parametrize("label", ["rot13", "zlib", "utf-7", "x-nonesuch", "us-ascii", "koi8-r"])
def test_a_wrong_label_does_not_spoil_utf_8(label: str) -> None:
    data = f'<meta charset="{label}"><p>{NEWS}'.encode()
    assert decode(data, charset=label).text.endswith(NEWS)


def test_latin_1_means_windows_1252() -> None:
    data = b'<meta charset="iso-8859-1"><p>\x93quote\x94 \x805'
    assert decode(data).text.endswith("“quote” €5")


def test_utf_7_is_never_guessed() -> None:
    assert "<script>" not in decode(b"+ADw-script+AD4- plain").text


def test_overlong_forms_are_not_what_they_pretend() -> None:
    text = decode(b"A\xc0\xafB\xe0\x80\xafC\xc0\x9b[31m end").text
    assert "/" not in text
    assert "\x1b" not in text


def test_a_damaged_byte_does_not_change_the_rest() -> None:
    damaged = NEWS.encode()[:-1] + b"\xff" + "— “more”".encode()
    assert decode(damaged).text.endswith("\ufffd— “more”")


@given(st.binary(max_size=400), st.text(max_size=10))
def test_never_fails(data: bytes, charset: str) -> None:
    assert isinstance(decode(data, charset).text, str)


@given(st.text(min_size=1))
def test_utf_8_comes_back(text: str) -> None:
    if not any("\ud800" <= c <= "\udfff" for c in text) and not set(text) & set("\x00\x1b\ufeff~"):
        assert decode(("The bridge: " + text).encode()).text == "The bridge: " + text


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\nxx", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"PK\x03\x04rest", "a ZIP archive or an office document"),
        (b"\x1f\x8brest", "compressed (gzip)"),
        (b"\x7fELFrest", "a program"),
        (b"SQLite format 3\x00", "a database (SQLite)"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8", "a picture (WebP)"),
        (bytes(5000), "data, not text"),
        (bytes(range(256)) * 20, "data, not text"),
        (b"Head\0line\n\nbo\0dy stays here\n", ""),
        (b"plain \x1b[31mred\x1b[0m text\n" * 50, ""),
        (bytes(range(1, 32)) + b" all of them", ""),
        ("мост".encode("koi8-r"), ""),
        (b"", ""),
    ],
)
def test_what_is_no_text(data: bytes, name: str) -> None:
    assert what_is(data) == name
