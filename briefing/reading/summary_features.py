"""What is looked at when a sentence is considered for the summary.

Each feature is a number from about 0 to 1. The weights were learned
(``briefing.training.summary``); the words beside a feature are what a reader is told when it spoke
for a sentence.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from briefing.reading.salience import Salience
from briefing.reading.standing import fragment, points_back
from briefing.reading.terms import terms

REASONS: dict[str, str] = {
    "always": "",
    "opening": "opens the story",
    "second": "stands in the lead",
    "third": "stands in the lead",
    "early": "stands near the top",
    "depth": "",
    "far": "",
    "paragraph": "opens a paragraph",
    "length": "",
    "length squared": "",
    "under 8 words": "is short",
    "over 35 words": "",
    "title": "shares words with the title",
    "central": "says what the article is about",
    "newsworthy": "says what the article is about",
    "echoed": "other sentences say it too",
    "more echoed": "other sentences say it too",
    "like previous": "",
    "key terms": "uses the article's key words",
    "names": "names those the article is about",
    "capitals": "names people or places",
    "figures": "gives a figure",
    "amounts": "gives an amount",
    "quoting": "quotes someone",
    "speaker": "says who said it",
    "points back": "",
    "opens in quotes": "",
    "in person": "",
    "colon": "",
    "question": "",
    "fragment": "",
}
"""Every feature, in the order of the weights, with the reason it gives (or none)."""

_FIGURE = re.compile(r"\d\S*")
_CAPITAL = re.compile(r"(?<=\s)[A-Z]")
_AMOUNT = re.compile(r"[$£€¥%]|\b(?:per ?cent|hundred|thousand|[mb]illion|trillion)\b")
_NAME = re.compile(r"(?<=[\w,;’'] )[A-Z][\w’'-]+")
_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You|your|Your)\b")
_SAID = re.compile(r"\b(?:said|says|told|added|asked|according)\b")
_LONGEST = 2000
"""Characters of a sentence that are looked at."""


def features(
    sentences: Sequence[str], opens: Sequence[bool], title: str, salience: Salience
) -> list[list[float]]:
    """The features of every sentence, in the order of :data:`REASONS`.

    Args:
        sentences: their texts, in order.
        opens: for each, whether it opens a paragraph.
        title: the article's, or empty.
        salience: of the same sentences.
    """
    heads = frozenset(terms(title))
    named = [set(_NAME.findall(sentence[:_LONGEST])) for sentence in sentences]
    often = Counter(name for names in named for name in names)
    echoes = [salience.echoed(i) for i in range(len(sentences))]
    usual = sum(echoes) / max(1, len(echoes)) or 1.0
    last = len(sentences) - 1
    rows = []
    for i, sentence in enumerate(sentences):
        own = set(salience.terms[i])
        sentence = sentence[:_LONGEST]
        rows.append(
            [
                *(1.0, float(i == 0), float(i == 1), float(i == 2)),
                *(1 / (i + 1), min(1.0, math.log(i + 1) / 4), i / max(1, last), float(opens[i])),
                *_length(sentence),
                len(heads & own) / max(1, len(heads)),
                salience.central(i),
                salience.newsworthy(i),
                5 * echoes[i],
                min(3.0, echoes[i] / usual) / 3,
                salience.like(i, i - 1) if i else 0.0,
                len(salience.key & own) / max(1, len(salience.key)),
                min(1.0, sum(min(4, often[name]) for name in named[i]) / 12),
                *_shape(sentence),
                *_manner(sentence),
            ]
        )
    return rows


def _length(sentence: str) -> list[float]:
    words = sentence.count(" ") + 1
    length = min(50, words) / 40
    return [length, length**2, float(words < 8), float(words > 35)]


def _shape(sentence: str) -> list[float]:
    capitals = len(_CAPITAL.findall(sentence))
    figures = len(_FIGURE.findall(sentence))
    return [min(8, capitals) / 8, min(3, figures) / 3, float(bool(_AMOUNT.search(sentence)))]


def _manner(sentence: str) -> list[float]:
    return [
        float(any(mark in sentence for mark in '"“”')),
        float(bool(_SAID.search(sentence))),
        float(points_back(sentence)),
        float(sentence.startswith(('"', "“", "‘"))),
        float(bool(_PERSON.search(sentence))),
        float(":" in sentence),
        float(sentence.rstrip("\"”’' ").endswith("?")),
        float(fragment(sentence)),
    ]
