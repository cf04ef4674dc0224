"""What passes from one step of reading entities to the next: a name at a place in the text."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.model.annotations import EntityKind
from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.entities.gazetteer import PERSONAL_TITLES
from briefing.reading.entities.wordpiece import plain


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that an engine takes for a name.

    ``label`` is one of PER, ORG, LOC, FAC, NORP, MISC, PRODUCT, DATE, MONEY; ``confidence`` how
    probable it holds that to be, on average over the words, 0 to 1.
    """

    start: int
    end: int
    label: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place.

    ``confidence``, 0 to 1, is how sure the reading is that this is a name of this kind.
    """

    start: int
    end: int
    kind: EntityKind
    confidence: float

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        """The name as written."""
        return text[self.start : self.end]


_SPACE = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"(?<=\w)(?:'s|')$")
_EDGES = " \t\n\"'.,;:()[]-–—"


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A name without what does not tell it apart: case, accents, ``the``, ``'s``, dots at its end.

    Idempotent, so that a normal form may be looked up again.
    """
    form = _SPACE.sub(" ", plain(name)).strip(_EDGES)
    while True:
        shorter = _POSSESSIVE.sub("", form).removeprefix("the ").strip(_EDGES)
        if shorter == form or not shorter:
            return form
        form = shorter


def untitled(form: str) -> str:
    """A normal form without the titles before a person's name: ``mr ma`` as ``ma``."""
    words = form.split()
    first = 0
    while first < len(words) - 1 and words[first].rstrip(".") in PERSONAL_TITLES:
        first += 1
    return " ".join(words[first:])
