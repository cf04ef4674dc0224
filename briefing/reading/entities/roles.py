"""What an article calls somebody besides their name: ``Chinese Communist Party chief``.

A role is words as written, directly before the name (``gaming giant NetEase``) or set off after
it (``Jerome Powell, the chair of the Federal Reserve,``). It must contain a word that names an
office, an occupation or, for organisations, a kind of business; what stands around that word
belongs to the role as far as it is names and the usual modifiers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefing.model.annotations import EntityKind
from briefing.model.article import Span
from briefing.reading.entities.mention import Mention
from briefing.reading.entities.role_words import (
    BUSINESSES,
    MODIFIERS,
    NEVER_WITHIN,
    OCCUPATIONS,
)

_REACH = 120
"""Characters looked at on either side of a name."""
_LONGEST = 9
"""Words in a role, at most; beyond that it is a clause."""

_INITIALS = 4
"""Letters of a word in capitals that may be nothing but its initials."""

_HEADS = {EntityKind.PERSON: OCCUPATIONS, EntityKind.ORGANISATION: BUSINESSES}

_WORD = re.compile(r"[^\W_](?:[^\W_]|[.&'’/-](?=[^\W_])|(?<=\b[A-Z])\.)*")
_AFTER = re.compile(
    r",\s(?:aged\s)?(?:\d{1,3},\s)?(?:(?:an?|the|its|his|her|their|our|then|now)\s)?"
    r"(?P<role>[^\W\d_][^,.;:()\"“”–—?!]{1,90})(?=[,.;)]|\s[–—-]\s|$)"
)
# What follows a role that is not set off by a comma: a verb or a clause of its own.
_CLAUSE = re.compile(
    r"\s(?:who|which|that|whose|where|when|said|says|told|and|but|has|had|was|is)\s"
)
_NEXT = re.compile(r",?\s(?:and\s)?")
_POSSESSIVE = frozenset({"'s", "’s", "s'", "s’"})
_SPACES = frozenset({" ", "\n"})
"""A newline within a line of text is where its source was wrapped."""
_COMMAS = frozenset({", ", ",\n"})
_OF = frozenset({"of", "at", "for", "in", "with", "to", "from", "on", "by", "under"})


class Roles:
    """Finds roles in one article.

    Args:
        text: the article's text.
        mentions: every name in it; names of others may be part of a role.
        lines: the blocks of text, out of which no role reaches.
    """

    def __init__(self, text: str, mentions: Iterable[Mention], lines: Iterable[Span]) -> None:
        self._text = text
        people = sorted((m.start, m.end) for m in mentions if m.kind is EntityKind.PERSON)
        self._people = [start for start, _ in people]
        self._people_end = [end for _, end in people]
        self._lines = sorted(lines)
        self._starts = [line.start for line in self._lines]

    def of(self, mentions: Sequence[Mention], kind: EntityKind) -> Span | None:
        """The fullest role that stands beside any of the mentions, or ``None``."""
        heads = _HEADS.get(kind)
        if not heads:
            return None
        found: list[Span] = []
        for mention in mentions:
            found += self._before(mention, heads)
            found += self._after(mention, heads)
        return max(found, key=lambda role: role.of(self._text).count(" "), default=None)

    def _before(self, mention: Mention, heads: frozenset[str]) -> list[Span]:
        """``Communist Party chief, Yin Li``: from the name back to where the role starts."""
        text = self._text
        low = max(self._line(mention.start).start, mention.start - _REACH)
        words = list(_WORD.finditer(text, low, mention.start))[-_LONGEST:]
        if not words or not _beside(text, words[-1].end(), mention):
            return []
        if not _is_head(words[-1].group(), heads):
            return []
        first = len(words) - 1
        while first and text[words[first - 1].end() : words[first].start()] in _SPACES:
            if not self._belongs(words[first - 1], heads):
                break
            # "chairman and chief executive", but not "Mr Ma and chief executive", nor two firms.
            if words[first - 1].group() == "and" and not (
                heads is OCCUPATIONS and first > 1 and _is_head(words[first - 2].group(), heads)
            ):
                break
            first -= 1
        while words[first].group().lower() == "and":
            first += 1
        return [Span(words[first].start(), words[-1].end())]

    def _belongs(self, word: re.Match[str], heads: frozenset[str]) -> bool:
        """Whether a word before a role's word is part of the role."""
        written = word.group()
        lower = written.lower()
        if self._in_person(word.start()) or lower in NEVER_WITHIN or written[-2:] in _POSSESSIVE:
            return False
        if lower in MODIFIERS or _is_head(written, heads) or lower in OCCUPATIONS:
            return True
        shouted = written.isupper() and len(written) > _INITIALS  # ``HELPED billionaire``
        return "-" in written or (written[0].isupper() and not shouted)

    def _after(self, mention: Mention, heads: frozenset[str]) -> list[Span]:
        """``Jerome Powell, the chair of the Federal Reserve,``: an apposition."""
        line = self._line(mention.start)
        high = min(line.end, mention.end + _REACH)
        match = _AFTER.match(self._text, mention.end, high)
        if not match or match.end() == high < line.end:
            return []
        start, end = match.span("role")
        if clause := _CLAUSE.search(self._text, start, end):
            end = clause.start()
        words = list(_WORD.finditer(self._text, start, end))
        if not 0 < len(words) <= _LONGEST:
            return []
        # The word for the office stands before the first "of": "chair of ...", not "... of chairs".
        front = []
        for word in words:
            if word.group().lower() in _OF:
                break
            front.append(word)
        told = any(word.group().lower() in NEVER_WITHIN for word in front)
        if not front or told or not _is_head(front[-1].group(), heads) or self._listed(words):
            return []
        return [Span(start, words[-1].end())]

    def _listed(self, words: Sequence[re.Match[str]]) -> bool:
        """Whether this is, or leads to, another person: ``Powell, President Biden and ...``."""
        following = _NEXT.match(self._text, words[-1].end())
        places = [word.start() for word in words] + ([following.end()] if following else [])
        return any(map(self._in_person, places))

    def _in_person(self, offset: int) -> bool:
        number = bisect_right(self._people, offset) - 1
        return number >= 0 and offset < self._people_end[number]

    def _line(self, offset: int) -> Span:
        number = bisect_right(self._starts, offset) - 1
        return self._lines[number] if number >= 0 else Span(0, len(self._text))


def _beside(text: str, end: int, mention: Mention) -> bool:
    """Whether a name follows directly, or after a comma and is closed by another mark."""
    gap = text[end : mention.start]
    if gap in _SPACES:
        return True
    return gap in _COMMAS and text[mention.end : mention.end + 1] in {",", ".", ";", ":", ")"}


def _is_head(word: str, heads: frozenset[str]) -> bool:
    lower = word.lower()
    last = lower.rsplit("-", 1)[-1]
    return lower in heads or last in heads
