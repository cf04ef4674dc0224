"""The words, numbers and signs of a text, each with a class: the alphabet of figures and dates.

A text becomes a row of lexemes and, beside it, a string with one letter for each of them. Dates
and figures are then found by short regular expressions over those letters, which costs a fraction
of what the same patterns cost over the characters of the text, and which cannot backtrack over
long runs of anything: ``Md,y`` is ``July 12, 2020``.

The letters:

- numbers: ``d`` a day of a month, 1 to 31; ``y`` a year; ``n`` any other number in digits (or
  with a scale, a fraction); ``w`` a number in words; ``v`` a quantity without a value, such as
  ``hundreds`` or ``several thousand``; ``o`` an ordinal; ``q`` several, few, many
- dates: ``M`` month, ``W`` weekday, ``B`` weekday cut short, ``I`` a date in figures, ``E`` a
  decade, ``K`` a clock time, ``k`` a colon time that may be a duration, ``Z`` a time zone,
  ``U`` a unit of time, ``S`` a season, ``P`` a part of the day, ``T`` today and its kin,
  ``Q`` a quarter such as ``Q3``
- words that steer: ``r`` last, next, this; ``m`` early, late, mid; ``g`` ago; ``l`` earlier,
  later; ``a`` a, an; ``t`` the; ``f`` of; ``c`` consecutive; ``h`` half; ``&`` and; ``+`` or;
  ``>`` to;
  ``p`` other prepositions of time
- signs: ``$`` a currency, ``%`` percent, ``-`` hyphen or dash within words, ``~`` other dashes,
  ``,`` ``.`` ``/`` ``:`` ``'`` themselves, ``(`` brackets, ``"`` quotation marks, ``#`` an
  address, handle or other run that is no prose, ``|`` the end of a paragraph, ``;`` the rest
- ``X`` a word with a capital, ``x`` any other word
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.reading.numerals import number, numeral, value_of
from briefing.reading.tables import words
from briefing.reading.vocabulary import CAPITALISED, CLASSES, CURRENCY_LETTERS, SHORT_SCALES, VULGAR


class Lexeme(NamedTuple):
    """One word, number or sign."""

    start: int
    end: int
    low: str
    """Its characters in lower case."""
    value: float | None = None
    """What a number is worth; ``None`` for everything else and for vague quantities."""


class Lexed(NamedTuple):
    """A text as lexemes, and their letters: ``codes[i]`` is the class of ``items[i]``."""

    text: str
    items: tuple[Lexeme, ...]
    codes: str

    def glued(self, index: int) -> bool:
        """Whether an item follows the one before it without a space."""
        inside = 0 < index < len(self.items)
        return inside and self.items[index - 1].end == self.items[index].start

    def word(self, index: int) -> str:
        """The lower-case characters of an item, or nothing beyond either end."""
        return self.items[index].low if 0 <= index < len(self.items) else ""

    def code(self, index: int) -> str:
        """The letter of an item, or nothing beyond either end."""
        return self.codes[index] if 0 <= index < len(self.items) else ""


_PIECES = r"""(?=[hw@\#])(?P<address>(?:https?://|www\.)\S+|[@\#]\w+)
    |(?P<word>[^\W\d_]+(?:\.[^\W\d_]\b)*)
    |(?=[\d.'’])(?:
        (?P<date>(?<![\w.,/$£€-])(?:\d{4}-\d{2}-\d{2}(?=T?\b)|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})
            |\d{1,2}[-.]\d{1,2}[-.]\d{4})(?![\w/%-]|[.,]\d)
            |(?:(?<![\w.,/$£€-])|(?<=[A-Z]-))\d{2}-\d{2}-\d{2}(?![\w/%-]|[.,]\d))
        |(?P<clock>(?<![\w.,:])\d{1,2}(?:[:.]\d{2})?[ ]?[aApP](?:\.[mM]\b\.?|[mM]\b))
        |(?P<colon>(?<![\w.,:])\d{1,2}(?::\d{2}){1,2}(?:\.\d{1,3})*(?![\d:]))
        |(?P<decade>(?<![\w.,])(?:(?:1[0-9]|20)?\d0|['’]\d0)['’]?s\b)
        |(?P<ordinal>(?<![\w.,])\d{1,4}(?:st|nd|rd|th)\b)
        |(?P<number>\d{1,3}(?:,\d{2})*,\d{3}(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
    )
    |(?P<sign>[^\s\w]|_)
    |(?P<end>\n[ \t]*\n\s*)"""


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(_PIECES, re.VERBOSE)


_SIGNS: dict[str, str] = {
    **dict.fromkeys("$£€¥₹₩₽₺₦฿₫₪", "$"),
    **dict.fromkeys("-‐‑–", "-"),
    **dict.fromkeys("—―_", "~"),
    **dict.fromkeys("()[]", "("),
    **dict.fromkeys('"“”„«»', '"'),
    **dict.fromkeys("'’‘`", "'"),
    **{sign: sign for sign in ",./:%"},
    **dict.fromkeys(VULGAR, "j"),
}
_GROUPS = {"address": "#", "date": "I", "clock": "K", "colon": "k", "decade": "E"}
_GROUPS |= {"ordinal": "o", "number": "i", "end": "|"}
_PREFIXES = words("mid pre post sub under over non early late for to of than or by and")
"""What may stand before a hyphen and a number that is one, unlike the ``COVID`` of COVID-19."""

_LEFT_OVER = str.maketrans("HszFGjue", "wxwxUnww")
"""What the letters of number words become where they spell no number."""


@lru_cache(maxsize=4)
def lexed(text: str) -> Lexed:
    """A text as lexemes. The last few texts are kept: figures and dates ask for the same ones."""
    items: list[Lexeme] = []
    codes: list[str] = []
    for found in _piece().finditer(text):
        group = found.lastgroup
        written = found.group()
        low = written.lower()
        start, end = found.span()
        if group == "word":
            if low in CLASSES or low in SHORT_SCALES:
                code = _word_code(written, low, items, codes, start)
            else:  # most words
                code = "x" if written == low else "X"
        elif group == "sign":
            code = _SIGNS.get(written, ";")
        else:
            code = _GROUPS[group or ""]
            if code == "i" and _in_name(items, codes, start):
                code = "#"
        items.append(Lexeme(start, end, low))
        codes.append(code)
    return _with_numerals(text, items, "".join(codes))


def _word_code(written: str, low: str, items: list[Lexeme], codes: list[str], start: int) -> str:
    code = CLASSES.get(low)
    if low in SHORT_SCALES and codes and codes[-1] in "i-" and _touches_number(items, codes, start):
        return "s"
    if code is None or (code in CAPITALISED and not written[0].isupper()):
        return "X" if written != low else "x"
    return code


def _touches_number(items: list[Lexeme], codes: list[str], start: int) -> bool:
    if items[-1].end != start:
        return False
    return codes[-1] == "i" or (
        len(codes) > 1 and codes[-2] == "i" and items[-2].end == items[-1].start
    )


def _in_name(items: list[Lexeme], codes: list[str], start: int) -> bool:
    """Whether a number is part of a name: the 19 of ``COVID-19``, the 7 of ``G7``."""
    if not items or items[-1].end != start:
        return False
    if codes[-1] == "#" or items[-1].low[-1].isalpha():
        return items[-1].low not in CURRENCY_LETTERS
    hyphenated = codes[-1] == "-" and len(items) > 1 and items[-2].end == items[-1].start
    return hyphenated and codes[-2] in "xX#" and items[-2].low not in _PREFIXES


def _with_numerals(text: str, items: list[Lexeme], codes: str) -> Lexed:
    """Makes one lexeme of each number that several of them spell."""
    out: list[Lexeme] = []
    letters: list[str] = []
    place = 0
    for found in numeral().finditer(codes):
        out += items[place : found.start()]
        letters.append(codes[place : found.start()].translate(_LEFT_OVER))
        place = found.end()
        parts = items[found.start() : place]
        kind, written = found.lastgroup or "", [item.low for item in parts]
        value = value_of(kind, written)
        if value is None and "/" in written:
            for part in parts:
                slash = part.low == "/"
                out.append(part if slash else part._replace(value=number(part.low)))
                letters.append("/" if slash else _number_code("digits", part.low, ""))
            continue
        start, end = parts[0].start, parts[-1].end
        low = written[0] if len(parts) == 1 else text[start:end].lower()
        out.append(Lexeme(start, end, low, value))
        letters.append(_number_code(kind, low, text[end : end + 1]))
    out += items[place:]
    letters.append(codes[place:].translate(_LEFT_OVER))
    return Lexed(text, tuple(out), "".join(letters))


def _number_code(kind: str, low: str, after: str) -> str:
    """The letter of a number: a day and a year are plain digits with nothing glued to them."""
    if kind == "vague":
        return "v"
    if kind == "words":
        return "w"
    if kind != "digits" or not low.isdecimal() or not low.isascii() or after.isalpha():
        return "n"
    if len(low) <= 2 and 1 <= int(low) <= 31:
        return "d"
    return "y" if len(low) == 4 and "1000" <= low < "2200" else "n"
