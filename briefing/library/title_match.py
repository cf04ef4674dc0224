"""Whether a title, as another article names it, is the title of an article that is here.

A related title is seldom typed as the article itself writes it: a label stands before it, the
publication after it, a word has a slip, the end is cut off. Yet one changed word or figure makes
it another article, and a wrong article is worse than none. So words are aligned in order: a word
may differ by a letter or two only when it is no word that news knows, a figure may not differ at
all, one word may be missing, and what two titles fit alike fits none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from briefing.model.records import dataclass
from briefing.reading.salience import frequencies
from briefing.reading.terms import COMMON, term

_LABEL = re.compile(
    r"\s*(?:(?:watch|read(?: more| next| also)?|video|photos|pictures|exclusive|update(?: \d+)?"
    r"|updated|opinion|analysis|comment|breaking|live|related(?: articles?| stor(?:y|ies))?"
    r"|see also|also read|more|listen|podcast|explainer|explained)\s*[-:|–—]\s*|update \d+-)",
    re.I,
)
_AFTER = re.compile(
    r"\s+(?:[-|–—]\s*[A-Z][\w.&' ]{1,28}(?:\.com|\.co\.uk)?|\([A-Za-z ]{2,12}\)|\[\d{1,3}\])\s*$"
)
_FOOTNOTE = re.compile(r"(?<=[A-Za-z])\d{1,2}\s*$")
_CUT = re.compile(r"(?:…|\.\.\.)\s*$")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d+")

_SLIP = 0.45
"""What a wrong letter costs, where a missing word costs 1."""
_SHORT_WORD = 0.6
"""What a missing word of one or two letters costs."""
_EXTRA = 0.2
"""What a word more costs over a word less: nobody adds a word to a title by accident."""
_NEVER = 99.0
_MOST = 1.0
"""What a fit may cost: one word missing, or two letters wrong."""
_CLEAR = 0.3
"""How much worse the second best fit must be."""
_CANDIDATES = 25
_USUAL = 3_000
"""A word that so many titles hold finds none of them: a title has rarer words as well."""
_LONGEST = 60
"""Words of a title that are looked at."""


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """An article whose title is the one that was meant."""

    number: int
    """The article's, as the titles have it."""
    score: float
    """How sure that is: 1 for the same words, less for each that differs."""


class Titles(Protocol):
    """Titles by number, wherever they are kept; of equal titles the highest number counts."""

    def __len__(self) -> int:
        """How many there are."""
        ...

    def words(self, number: int) -> tuple[str, ...]:
        """A title in the form of :func:`title_words`."""
        ...

    def written(self, letters: str) -> Sequence[int]:
        """The titles that have these letters when their words are joined, in order."""
        ...

    def holding(self, word: str, most: int) -> Sequence[int]:
        """The titles that hold a word; none when there are as many as ``most``."""
        ...

    def knows(self, word: str) -> bool:
        """Whether any title holds a word."""
        ...


class TitleList:
    """A few titles, in memory."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = [title_words(title) for title in titles]
        self._written: defaultdict[str, list[int]] = defaultdict(list)
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(self._titles):
            self._written["".join(found)].append(number)
            for word in set(found):
                self._holding[word].append(number)

    def __len__(self) -> int:
        return len(self._titles)

    def words(self, number: int) -> tuple[str, ...]:
        """A title in the form of :func:`title_words`."""
        return self._titles[number]

    def written(self, letters: str) -> Sequence[int]:
        """The titles that have these letters when their words are joined, in order."""
        return self._written.get(letters, ())

    def holding(self, word: str, most: int) -> Sequence[int]:
        """The titles that hold a word; none when there are as many as ``most``."""
        found = self._holding.get(word, ())
        return found if len(found) < most else ()

    def knows(self, word: str) -> bool:
        """Whether any title holds a word."""
        return word in self._holding


class TitleFinder:
    """Finds the title that another title means.

    Args:
        titles: where they are kept.
    """

    def __init__(self, titles: Titles) -> None:
        self._titles = titles
        self._known: dict[str, bool] = {}

    def find(self, title: str) -> TitleMatch | None:
        """The article with this title, or ``None`` when in doubt."""
        forms = [found for form in _forms(title) if (found := title_words(form))]
        alike = [self._titles.written("".join(form)) for form in forms]
        for form, numbers in zip(forms, alike, strict=True):
            if same := [n for n in numbers if self._titles.words(n) == form]:
                return TitleMatch(max(same), 1.0)
        for form, numbers in zip(forms, alike, strict=True):
            wanted = _figures(form)
            if same := [n for n in numbers if _figures(self._titles.words(n)) == wanted]:
                return TitleMatch(max(same), 1.0)
        return self._nearest(forms, cut=bool(_CUT.search(title)))

    def _nearest(self, forms: Sequence[tuple[str, ...]], *, cut: bool) -> TitleMatch | None:
        costs: dict[tuple[str, ...], tuple[float, int]] = {}
        for form in forms:
            if len(form) < 2:
                continue
            limit = min(_MOST if len(form) >= 4 else _MOST / 2, 0.34 * len(form))
            for number in self._candidates(form):
                known = self._titles.words(number)
                cost = self._cost(form, known, cut=cut)
                if cost <= limit:
                    # Of equal titles, such as those of two versions, the last one counts.
                    best, last = costs.get(known, (_NEVER, number))
                    costs[known] = min(cost, best), max(number, last)
        ranked = sorted((cost, number) for cost, number in costs.values())
        if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEAR):
            return None
        cost, number = ranked[0]
        return TitleMatch(number, 1 - cost / len(self._titles.words(number)))

    def _candidates(self, form: Sequence[str]) -> list[int]:
        """The titles that share most of the rarer words."""
        usual = min(max(20, len(self._titles) // 5), _USUAL)
        shared: Counter[int] = Counter()
        for word in set(form):
            shared.update(self._titles.holding(word, usual))
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [number for number, _ in ranked[:_CANDIDATES]]

    def _cost(self, form: tuple[str, ...], known: tuple[str, ...], *, cut: bool) -> float:
        row = self._aligned(form, known)
        cost = row[-1]
        if cut and len(form) >= 3 and len(known) > len(form):
            cost = min(cost, row[len(form)])
        if cost > _MOST and _figures(form) == _figures(known):
            cost = min(cost, self._run_together(form, known))
        return cost

    def _aligned(self, form: Sequence[str], known: Sequence[str]) -> list[float]:
        """What it costs to make ``form`` from each beginning of ``known``, word by word."""
        row = [0.0]
        for word in known:
            row.append(row[-1] + _missing(word))
        for at, word in enumerate(form):
            extra = _missing(word, last=at == len(form) - 1)
            extra += _EXTRA if extra == 1 and self._is_word(word) else 0.0
            following = [row[0] + extra]
            for place, other in enumerate(known):
                best = min(row[place + 1] + extra, following[place] + _missing(other))
                slip = self._slip(word, other)
                following.append(min(best, row[place] + slip))
            row = following
        return row

    def _slip(self, word: str, meant: str) -> float:
        """What it costs to take a word for a slip of another."""
        if word == meant:
            return 0.0
        longest = max(len(word), len(meant))
        if longest < 3 or _DIGITS.search(word) or _DIGITS.search(meant) or self._is_word(word):
            return _NEVER
        most = 1 if longest < 5 else 2
        slips = distance(word, meant, most)
        return _SLIP * slips if slips <= most else _NEVER

    def _run_together(self, form: Sequence[str], known: Sequence[str]) -> float:
        """The cost where a slip moved or lost a space: ``int onew`` for ``into new``."""
        strange = [word for word in form if word not in known]
        if len(strange) > 4 or all(map(self._is_word, strange)):
            return _NEVER
        one, other = "".join(form), "".join(known)
        slips = distance(one, other, 2)
        return _SLIP * slips if slips <= 2 and len(one) > 12 else _NEVER

    def _is_word(self, word: str) -> bool:
        """Whether a word is one that news knows, so that it is no slip of another."""
        if len(word) <= 3:
            return False
        if word not in self._known:
            known = word in COMMON or term(word) in frequencies()[1]
            self._known[word] = known or self._titles.knows(word)
        return self._known[word]


def title_words(title: str) -> tuple[str, ...]:
    """The words of a title without case, accents and punctuation."""
    spread = unicodedata.normalize("NFKD", title.replace("&", " and ").replace("’", "'"))
    bare = "".join(c for c in spread if not unicodedata.combining(c)).casefold()
    bare = re.sub(r"'s\b", "s", bare.replace("‘", "'")).replace("'", "")
    return tuple(_NOT_WORD.sub(" ", bare).split()[:_LONGEST])


def _forms(title: str) -> Iterator[str]:
    """A title as it is, then without what is put around titles."""
    forms = [title]
    for pattern in (_LABEL, _AFTER, _FOOTNOTE):
        for form in list(forms):
            match = pattern.search(form) if pattern is not _LABEL else pattern.match(form)
            if match:
                forms.append(form[: match.start()] + form[match.end() :])
    yield from forms


def _figures(words: Iterable[str]) -> list[str]:
    return [figure for word in words for figure in _DIGITS.findall(word)]


def _missing(word: str, *, last: bool = False) -> float:
    """What it costs that one side lacks a word; a figure may be missing only as a footnote."""
    if word.isdigit():
        return _NEVER if not last else _MOST
    return 1.0 if len(word) > 2 else _SHORT_WORD


def distance(one: str, other: str, most: int) -> int:
    """Letters wrong, missing, too many or swapped (optimal string alignment).

    Args:
        one: a word.
        other: another.
        most: more are not counted; the answer is then ``most + 1``.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        following = [i]
        for j, wanted in enumerate(other, start=1):
            best = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != wanted))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            following.append(min(best, before[j - 2] + 1) if swapped else best)
        if min(following) > most:
            return most + 1
        before, row = row, following
    return row[-1]
