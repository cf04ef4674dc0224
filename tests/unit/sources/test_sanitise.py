"""Whatever comes in, nothing that could act on a terminal goes out, and words stay."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.sanitise import MARK, MOST_MARKS, sanitise

ESC = "\x1b"
TANGLED = (
    "ea \n\r\t\x1b\u0301\u0316\u0323\u0345\u0958\u0f73\u200b\u200d\u202e\ud800"
    "\u1100\u1161\u11a8\uac00\U0001f3f4\U000e0061\U000e007f"
)
"""Characters whose order and neighbours matter."""


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("plain words\n", "plain words\n"),
        (
            "one\r\ntwo\rthree\x85four\u2028five\u2029six\x0bseven\x0ceight",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight",
        ),
        ("a\tb", "a    b"),
        (f"{ESC}[31mred{ESC}[0m", "[31mred[0m"),
        (f"{ESC}{ESC}[0m[31mx", "[0m[31mx"),
        (f"{ESC}\u200b[31mx", "[31mx"),
        (f"{ESC}]52;c;QQ==\x07after", "]52;c;QQ==after"),
        ("\x9b31mx\x9d0;t\x9cy", "31mx0;ty"),
        ("GOOD\rEVIL", "GOOD\nEVIL"),
        ("Head\0line \x7f\b", "Headline "),
        ("cafe\u0301", "caf\u00e9"),
        ("\ufeffBOM so\u00adft wo\u200brd join\u2060er", "BOM soft word joiner"),
        ("\u202egpj.exe\u202c", f"{MARK}gpj.exe{MARK}"),
        ("a\u2066b\u2069", f"a{MARK}b{MARK}"),
        ("x\U000e0041\U000e0042", f"x{MARK}{MARK}"),
        ("\ufdd0\ufffe\U0010ffff\ud800", MARK * 4),
        ("\ufff9a\ufffab\ufffb", f"{MARK}a{MARK}b{MARK}"),
        ("\u200e\u200f\u200c\u200d\u061c", "\u200e\u200f\u200c\u200d\u061c"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f!", "\U0001f3f4!"),
        ("\u0301bare\n\u20ddring", "\u25cc\u0301bare\n\u25cc\u20ddring"),
        ("[red]x[/] [@click=app.quit]y[/]", "[red]x[/] [@click=app.quit]y[/]"),
        ("", ""),
    ],
)
def test_each_character(given_text: str, shown: str) -> None:
    assert sanitise(given_text) == shown


def test_a_flood_of_marks_is_cut() -> None:
    shown = sanitise("Z" + "\u0301\u0316\u200d" * 1000 + "end")
    assert shown.endswith("end")
    assert len(shown) <= 1 + MOST_MARKS + len("end")


def test_a_million_marks_take_no_time() -> None:
    began = time.process_time()
    sanitise("e" + "\u0301\u0323" * 500_000)
    assert time.process_time() - began < 5


def test_every_control_character_goes() -> None:
    text = "".join(map(chr, (*range(0x20), *range(0x7F, 0xA0)))) + "end"
    assert set(sanitise(text)) <= set("\n end")


@given(st.text(alphabet=st.characters(), max_size=300))
def test_nothing_unfit_is_left(text: str) -> None:
    shown = sanitise(text)
    assert unicodedata.is_normalized("NFC", shown)
    for character in shown:
        assert character == "\n" or unicodedata.category(character) not in ("Cc", "Cs")
        assert not 0x202A <= ord(character) <= 0x202E
        assert not 0x2066 <= ord(character) <= 0x2069
        assert not 0xE0000 <= ord(character) < 0xE0080


@given(st.text(alphabet=st.sampled_from(TANGLED), max_size=60))
def test_twice_is_once(text: str) -> None:
    once = sanitise(text)
    assert sanitise(once) == once


@given(st.text(alphabet=st.characters(exclude_categories=["C", "M", "Zl", "Zp"])))
def test_ordinary_text_stays(text: str) -> None:
    assert sanitise(text) == unicodedata.normalize("NFC", text)
