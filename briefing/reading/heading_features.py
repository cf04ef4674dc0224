"""What a line looks like beside its neighbours: the numbers that tell a heading from the rest.

A page's lines are described together, since a heading shows in the company it keeps: prose after
it, a blank line on one side only, a numbered series with paragraphs between its members. Lines of
furniture are passed over when neighbours are looked for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from briefing.reading.patterns import lazily
from briefing.reading.tables import words

LONGEST = 140
"""Characters; and no heading has more than :data:`MOST_WORDS` words."""
MOST_WORDS = 20
_PROSE_WORDS = 12
_REACH = 4

_ENDED = lazily(r"[.!?…:][\"'”’)\]]*\Z")
_STOPPED = lazily(r"[.…;][\"'”’)\]]*\Z")
_NUMBERED = lazily(
    r"(?P<before>[^\d]{0,24}?)#?(?P<number>\d{1,3})(?P<after>[.):]|\s?[-–—:]|\Z)(?=\s|\Z)"
)
_VERB = lazily(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|been|be|do|does|did|it|he|she"
    r"|they)\b",
    re.I,
)
_PRONOUN = lazily(r"\b(?:I|he|she|they|it|we|you|him|her|them|me|us|my)\b", re.I)
_CODE = lazily(r"[{}=_<>\\]|\(\)|;\Z|\A\$ |--\w")
_ADDRESS = lazily(r"https?://|www\.|@\w|\||\w\.(?:com|org|net)\b")
_WORD = lazily(r"[^\W_][\w’'-]*")
_SMALL = words(
    "a an the of in on at to for and or but by with from as is are vs via per nor into over"
)
_COMMON = _SMALL | words(
    "it its this that these those was were be been have has had will would can could you your"
    " we our i he she they his her their not no do does did so if then than there here what"
    " how why when who which where about more most all any some up out new"
)

NAMES = (
    "words", "words beyond ten", "characters", "full stop", "colon", "question", "exclamation",
    "comma at the end", "capitalised words", "all capitals", "starts with a capital",
    "starts with a figure", "quotation marks", "all in quotation marks", "prose follows",
    "prose precedes", "short line follows", "short line precedes", "length of the next",
    "length of the one before", "blank line after", "blank line before", "blank line only after",
    "others have a blank line after", "first line", "last line", "verb", "pronoun",
    "share of short lines", "bullet", "address", "one word", "comma", "figures", "code",
    "stands alone", "run of short lines", "numbered series", "numbered list", "repeated",
    "after a colon", "before a colon", "after furniture", "before furniture",
    "small letter follows", "quotation follows", "lone short lines", "ends with a bracket",
    "starts with a small letter", "ends with a small word", "sentence follows",
    "sentence precedes",
    "words taken up below", "words used above",
)  # fmt: skip
"""The features, in the order of :meth:`Page.look` and, for the last two, :meth:`Page.echo`."""


class Page:
    """The lines of a text that are not blank, ready to be described.

    Args:
        lines: each without white space around it.
        apart: for each line, whether a blank line follows it.
        aside: for each line, whether it is furniture, and no neighbour of the story's lines.
    """

    def __init__(self, lines: Sequence[str], apart: Sequence[bool], aside: Sequence[bool]) -> None:
        self.lines = lines
        self.apart = apart
        self.aside = aside
        self._lengths = [len(line.split()) for line in lines]
        self.candidates = [
            not aside[k] and len(line) <= LONGEST and self._lengths[k] <= MOST_WORDS
            for k, line in enumerate(lines)
        ]
        self._stems: dict[int, frozenset[str]] = {}

    def features(self, k: int) -> list[float]:
        """The numbers that describe line ``k``, in the order of :data:`NAMES`."""
        return [*map(float, self.look(k)), *self.echo(k)]

    def look(self, k: int) -> tuple[float, ...]:
        """All features but the last two."""
        return (*self._itself(k), *self._beside(k))

    def echo(self, k: int) -> tuple[float, float]:
        """How much of the line's words the three lines after it and before it use.

        The costliest features to tell; each at most 1.
        """
        own = self._stems_of(k)
        if not own:
            return 0.0, 0.0
        below = self._shared(own, k + 1, k + _REACH)
        return below / len(own), self._shared(own, k - _REACH + 1, k) / len(own)

    def _shared(self, own: frozenset[str], start: int, end: int) -> int:
        near = range(max(0, start), min(len(self.lines), end))
        return len(own & frozenset[str]().union(*map(self._stems_of, near)))

    # -- the line itself -----------------------------------------------------------------------

    def _itself(self, k: int) -> tuple[float, ...]:
        line, length = self.lines[k], self._lengths[k]
        bare = line.rstrip("\"'”’)")
        return (
            min(length, MOST_WORDS) / 10,
            max(0, length - 10) / 10,
            min(len(line), LONGEST) / 60,
            bool(_STOPPED.search(line[-8:])),
            line.endswith(":"),
            bare.endswith("?"),
            bare.endswith("!"),
            line.endswith(","),
            _capitalised(line),
            line.isupper() and len(line) > 2,
            line[0].isupper() or line[0] in "“‘\"'¿¡",
            line[0].isdigit(),
            any(mark in line for mark in '"“”'),
            line[0] in "\"“‘'" and line[-1] in "\"”’'",
        )

    # -- the company it keeps ------------------------------------------------------------------

    def _beside(self, k: int) -> tuple[float, ...]:
        line, count = self.lines[k], len(self.lines)
        after, before = self._neighbour(k, 1), self._neighbour(k, -1)
        following = self.lines[after] if after is not None else ""
        preceding = self.lines[before] if before is not None else ""
        next_length = self._lengths[after] if after is not None else 0
        last_length = self._lengths[before] if before is not None else 0
        blank_after = k + 1 < count and self.apart[k] and not self._all_apart
        blank_before = k > 0 and self.apart[k - 1] and not self._all_apart
        only_after = blank_after and not blank_before
        series, listed = self._series.get(k, (0, 0))
        return (
            after is not None and self._prose[after],
            before is not None and self._prose[before],
            0 < next_length < _PROSE_WORDS,
            0 < last_length < _PROSE_WORDS,
            min(next_length, 80) / 60,
            min(last_length, 80) / 60,
            blank_after,
            blank_before,
            only_after,
            not only_after and self._some_only_after,
            k == 0,
            k == count - 1,
            bool(_VERB.search(line)),
            bool(_PRONOUN.search(line)),
            self._share,
            line[0] in "-–—•*>",
            bool(_ADDRESS.search(line)),
            self._lengths[k] == 1,
            "," in line,
            any(map(str.isdigit, line)),
            bool(_CODE.search(line)),
            self._runs[k] == 1,
            min(self._runs[k], 8) / 4,
            min(series, 4) / 2,
            min(listed, 4) / 2,
            self._counts[line] > 1,
            preceding.endswith(":"),
            following.endswith(":"),
            k > 0 and self.aside[k - 1],
            k + 1 < count and self.aside[k + 1],
            following[:1].islower(),
            following[:1] in ('"', "“", "‘", "'"),
            self._lone_share,
            line.endswith(")"),
            line[0].islower(),
            line.split()[-1].lower() in _SMALL,
            bool(_ENDED.search(following[-8:])),
            bool(_ENDED.search(preceding[-8:])),
        )

    def _neighbour(self, k: int, step: int) -> int | None:
        """The nearest line in one direction that is not furniture, if one is near."""
        for distance in range(1, _REACH + 1):
            other = k + step * distance
            if not 0 <= other < len(self.lines):
                return None
            if not self.aside[other]:
                return other
        return None

    def _stems_of(self, k: int) -> frozenset[str]:
        if k not in self._stems:
            stems = {word.lower()[:6] for word in _WORD.findall(self.lines[k][:600])}
            self._stems[k] = frozenset(stems - _COMMON)
        return self._stems[k]

    # -- the page as a whole -------------------------------------------------------------------

    @cached_property
    def _prose(self) -> list[bool]:
        return [
            length >= _PROSE_WORDS and bool(_ENDED.search(line[-8:]))
            for line, length in zip(self.lines, self._lengths, strict=True)
        ]

    @cached_property
    def _short(self) -> list[bool]:
        return [self.candidates[k] and not self._prose[k] for k in range(len(self.lines))]

    @cached_property
    def _all_apart(self) -> bool:
        return sum(self.apart[:-1]) > 0.8 * max(1, len(self.lines) - 1)

    @cached_property
    def _some_only_after(self) -> bool:
        return not self._all_apart and any(
            self._short[k] and self.apart[k] and (k == 0 or not self.apart[k - 1])
            for k in range(len(self.lines) - 1)
        )

    @cached_property
    def _share(self) -> float:
        return sum(length < _PROSE_WORDS for length in self._lengths) / max(1, len(self.lines))

    @cached_property
    def _lone_share(self) -> float:
        lone = sum(
            self._short[k] and self._runs[k] == 1 and not _STOPPED.search(line[-5:])
            for k, line in enumerate(self.lines)
        )
        return 3 * min(lone / max(1, len(self.lines)), 0.3)

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(line for line in self.lines if len(line) <= LONGEST)

    @cached_property
    def _runs(self) -> list[int]:
        """For each line, how many short lines stand together where it stands."""
        runs = [0] * len(self.lines)
        k = 0
        while k < len(self.lines):
            end = k
            while end < len(self.lines) and (self._short[end] or (end > k and self.aside[end])):
                end += 1
            run = sum(self._short[k:end])
            runs[k:end] = [run] * (end - k)
            k = max(end, k + 1)
        return runs

    @cached_property
    def _series(self) -> dict[int, tuple[int, int]]:
        """For each numbered line, how many of its series stand apart, and how many in a list."""
        members: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for k, line in enumerate(self.lines):
            match = _NUMBERED.match(line) if self.candidates[k] else None
            if match and (match["after"] or match["before"]):
                members[match["before"].lower().strip(), match["after"].strip()].append(k)
        found: dict[int, tuple[int, int]] = {}
        for series in members.values():
            spread = sum(b - a > 2 or any(self._prose[a + 1 : b]) for a, b in pairwise(series))
            found |= dict.fromkeys(series, (spread, len(series) - 1 - spread))
        return found


def _capitalised(line: str) -> float:
    """The share of words set with a capital, small words aside."""
    weighty = [word for word in _WORD.findall(line) if word[0].isalpha() and word not in _SMALL]
    return sum(word[0].isupper() for word in weighty) / len(weighty) if weighty else 0.0
