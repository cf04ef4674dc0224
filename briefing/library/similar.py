"""Articles that are like one another, by what they are about.

An article's profile is a vector of its terms and of the names of two words and more it holds,
weighed by how often it uses them and how rare they are in news at large (TF-IDF over the counts
of ``reading/weights/frequencies.json``). Since the counts are shipped, likeness means the same in
a library of five articles and of five thousand. The counts are of English: the words that every
text of another language uses would be the rarest there are, and are left out by that language's
list in ``reading/weights/languages.json``.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from briefing.reading.language import language
from briefing.reading.salience import RAREST, rarity
from briefing.reading.standing import beside_story
from briefing.reading.tables import table
from briefing.reading.terms import terms
from briefing.reading.vectors import unit

Profile = Mapping[str, float]
"""Weights by term, of length 1."""

_WORDS = 400
"""Words of an article that make its profile: news says early what it is about."""
_BEGINNING = 60
_LONG = 600
"""Characters of a line that tell whether it is beside the story, and of one that is never so."""
_TITLE = 5
"""How often a word of the title counts."""
_TERMS = 100
"""Terms of a profile: the weightiest. The rest would add little but time."""
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")


def profile(title: str, text: str) -> Profile:
    """What an article is about.

    Args:
        title: its title, or empty.
        text: its text; the first words of it are looked at, but for lines beside the story: the
            same invitation to subscribe makes no two articles alike.
    """
    lines = text[: _WORDS * 12].split("\n")
    story = [line for line in lines if len(line) > _LONG or not beside_story(line[:_BEGINNING])]
    start = " ".join(" ".join(story or lines).split()[:_WORDS])
    counts = Counter(terms(start))
    for each in terms(title):
        counts[each] += _TITLE
    for each in _common(language(start)):
        counts.pop(each, None)
    counts.update(name.lower() for name in _NAME.findall(start))
    weights = {
        each: (1 + math.log(n)) * (RAREST if " " in each else rarity(each))
        for each, n in counts.items()
    }
    kept = sorted(weights, key=lambda each: (-weights[each], each))[:_TERMS]
    return unit({each: weights[each] for each in kept})


@cache
def _common(name: str) -> frozenset[str]:
    """The commonest words of a language other than English, as terms: they are about nothing.

    Args:
        name: ISO 639-1 of the language; empty where it is not known.
    """
    listed = "" if name in ("", "en") else table("languages")["words"].get(name, "")
    return frozenset(terms(listed))


def likenesses(profiles: Sequence[Profile]) -> list[dict[int, float]]:
    """For each article its likeness to every other one that shares a term with it.

    Goes by the terms, not by the pairs, so that articles with nothing in common cost nothing.
    """
    holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    found: list[dict[int, float]] = [{} for _ in profiles]
    for number, each in enumerate(profiles):
        sums: defaultdict[int, float] = defaultdict(float)
        for term, weight in each.items():
            for other, other_weight in holding[term]:
                sums[other] += weight * other_weight
            holding[term].append((number, weight))
        for other, likeness in sums.items():
            found[number][other] = found[other][number] = likeness
    return found
