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
from dataclasses import dataclass

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
_LONGEST = 60
"""Words of a title that are looked at."""


@dataclass(frozen=True, slots=True)
class _Title:
    words: tuple[str, ...]
    key: str


class TitleIndex:
    """The titles of a library, to find the one that another title means.

    Args:
        titles: an identity and a title each; of equal titles the last one counts.
    """

    def __init__(self, titles: Iterable[tuple[str, str]]) -> None:
        self._titles: list[_Title] = []
        self._written: dict[tuple[str, ...], str] = {}
        self._joined: dict[str, int] = {}
        self._holding: defaultdict[str, list[int]] = defaultdict(list)
        for key, title in titles:
            found = title_words(title)
            number = len(self._titles)
            self._titles.append(_Title(found, key))
            self._written[found] = key
            self._joined["".join(found)] = number
            for word in set(found):
                self._holding[word].append(number)

    def find(self, title: str) -> str | None:
        """The identity of the article with this title, or ``None`` when in doubt."""
        forms = [found for form in _forms(title) if (found := title_words(form))]
        for form in forms:
            if form in self._written:
                return self._written[form]
        for form in forms:
            number = self._joined.get("".join(form))
            if number is not None and _figures(form) == _figures(self._titles[number].words):
                return self._titles[number].key
        return self._nearest(forms, cut=bool(_CUT.search(title)))

    def _nearest(self, forms: Sequence[tuple[str, ...]], *, cut: bool) -> str | None:
        costs: dict[str, float] = {}
        for form in forms:
            if len(form) < 2:
                continue
            limit = min(_MOST if len(form) >= 4 else _MOST / 2, 0.34 * len(form))
            for number in self._candidates(form):
                known = self._titles[number]
                cost = self._cost(form, known.words, cut=cut)
                if cost <= limit:
                    costs[known.key] = min(cost, costs.get(known.key, _NEVER))
        ranked = sorted((cost, key) for key, cost in costs.items())
        if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _CLEAR):
            return None
        return ranked[0][1]

    def _candidates(self, form: Sequence[str]) -> list[int]:
        """The titles that share most of the rarer words."""
        usual = max(20, len(self._titles) // 5)
        shared: Counter[int] = Counter()
        for word in set(form):
            holding = self._holding.get(word, ())
            if len(holding) < usual:
                shared.update(holding)
        return [number for number, _ in shared.most_common(_CANDIDATES)]

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
        return word in self._holding or word in COMMON or term(word) in frequencies()[1]


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
