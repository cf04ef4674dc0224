"""How dates are written: the shapes of time expressions, in the letters of the lexemes.

Each rule has a name, which says what reads it in :mod:`briefing.reading.dates`. Rules may
find the same words; the expression that starts first is kept, then the longest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from briefing.reading.lexemes import Lexed

_WEEKDAY = r"(?:(?P<weekday>W|B\.?)P?,?)"
_MONTH = r"(?P<month>M\.?|N\.?)"
_DAYS = r"(?P<day>[do])(?:(?P<to>[-~&p>])(?P<until>[do]))?"
_MANY = r"(?P<many>a?qf?|[dnw]|vf?|h-?a|a)"
_RULES = (
    ("figures", r"(?P<date>I)"),
    ("month_day", rf"{_WEEKDAY}?{_MONTH}{_DAYS}(?:,?(?P<year>y))?"),
    ("month_day", rf"{_WEEKDAY}?t?{_DAYS}f?{_MONTH}(?:,?(?P<year>y))?"),
    ("month", rf"(?P<mod>m-?)?{_MONTH},?f?(?P<year>y)"),
    # "This Sept. 30, 2016, photo": the day is what is named.
    ("month", r"(?P<relation>r)(?P<mod>m-?)?(?P<month>M\.?+|N\.?+)(?!o|d(?:,?y|[,.|]))"),
    ("month", rf"(?P<mod>m-?)?{_MONTH}"),
    ("month", r"(?P<month>M)f(?P<relation>r)U"),
    ("quarter", r"t?(?P<nth>o)-?(?P<kind>x)?-?(?P<unit>U|h)(?:f?(?P<year>y)|f(?P<relation>r)U)?"),
    ("quarter", r"(?P<sign>X)#(?:f?(?P<year>y))?"),
    ("quarter", r"t?(?P<last>r)(?P<unit>U|h)f(?P<year>y)"),
    ("weekday", r"(?P<relation>[rm])?-?(?P<weekday>W|B\.)(?P<part>P)?"),
    ("near", r"tU(?P<side>p)(?P<day>T)"),
    ("near", r"(?P<day>T)(?P<part>P)?"),
    ("part_of_day", r"(?P<relation>r)(?P<part>P)"),
    ("ago", rf"{_MANY}(?:[>+][dnw])?-?(?P<unit>U)(?:&ah)?g"),
    ("relative", r"(?:(?P<mod>m)[-f]?|l)?(?P<the>t)?(?P<relation>r)(?P<unit>U)"),
    ("season", r"(?:m-?|l)?(?P<relation>r)(?P<season>S)"),
    ("season", r"t?(?:m-?)?(?P<season>S)(?:(?:f|pt)?(?P<year>y)|f(?P<relation>r)U)"),
    ("season", r"(?<=[p>])t?(?P<season>S)"),
    ("edge", r"t?(?P<edge>m)f(?:t?(?P<relation>r)?(?P<unit>U)|(?P<year>y))"),
    (
        "span",
        rf"(?:t?(?P<relation>[ro]))?{_MANY}(?:[>+-]+(?P<nearest>[dnw]))?-?x?(?P<unit>U)(?:,?&?[dnw]-?U|&ah)*",
    ),
    ("run", r"t?(?P<nth>o)c(?P<unit>U)"),
    ("decade", r"(?P<the>t)?(?:(?P<mod>m)-?)?(?P<decade>E)"),
    ("century", r"t?(?:m-?)?(?P<nth>o)-?(?P<unit>U)(?P<era>X)?"),
    ("year", r"(?P<mod>[mx]-?)?(?P<year>y)(?:(?P<to>[-/])(?P<until>[dny]))?"),
    ("clock", r"(?P<clock>K)Z?"),
    ("clock", r"(?P<clock>[kydn])(?P<zone>Z)"),
)


class Written(NamedTuple):
    """A time expression as it is written, not yet read."""

    rule: str
    first: int
    """Index of its first lexeme."""
    last: int
    """Index of the lexeme after its last."""
    groups: dict[str, int]
    """Index of the lexeme of each named part that is there."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(pattern)) for rule, pattern in _RULES)


def written(lexed: Lexed) -> Iterator[Written]:
    """Everything that has the shape of a time expression, overlaps and all, in order."""
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, (rule, pattern) in enumerate(_patterns())
        for match in pattern.finditer(lexed.codes)
    ]
    found.sort(key=lambda entry: entry[:3])
    for first, minus_last, _, rule, match in found:
        groups = {
            name: match.start(name)
            for name, value in match.groupdict().items()
            if value is not None
        }
        yield Written(rule, first, -minus_last, groups)
