"""The facts between two lines of dashes at the beginning of a notes file.

They are YAML, of which only this much is needed: a name, a colon, and a text in double quotes
when briefing writes it, in any quotes or none when somebody else did.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_FACT = r"([A-Za-z][\w-]{0,40}):[ \t]+(\S.*)$"
_ESCAPE = r'\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\\"/ntr ])'
_NAMED = {"n": "\n", "t": "\t", "r": "\r"}


def written(facts: Mapping[str, str]) -> list[str]:
    """The lines for some facts; what is empty is left out."""
    return [f"{name}: {_scalar(value)}" for name, value in facts.items() if value]


def end(lines: Sequence[str]) -> int:
    """The line after the front matter; 0 when there is none."""
    if not lines or lines[0].lstrip("\ufeff").rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1
    return 0


def read(lines: Sequence[str]) -> dict[str, str]:
    """The facts that are a single text each; others (lists, nested ones) are passed over."""
    matches = (re.match(_FACT, line.rstrip()) for line in lines)
    return {match[1]: _text(match[2]) for match in matches if match}


def _scalar(value: str) -> str:
    """A text in YAML's double quotes, which hold anything."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(map(_printable, plain)) + '"'


def _printable(char: str) -> str:
    code = ord(char)
    if char.isprintable() and char != "\ufeff":
        return char
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file name that is not Unicode
        return f"\\uDC{code - 0xDC00:02X}"
    return f"\\x{code:02X}" if code < 0x100 else f"\\U{code:08X}"


def _text(value: str) -> str:
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        return re.sub(_ESCAPE, _unescaped, value[1:-1])
    if value.startswith("'") and value.endswith("'") and len(value) > 1:
        return value[1:-1].replace("''", "'")
    return value.split(" #", 1)[0].rstrip()


def _unescaped(match: re.Match[str]) -> str:
    sign = match[1]
    if len(sign) == 1:
        return _NAMED.get(sign, sign)
    code = int(sign[1:], 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
