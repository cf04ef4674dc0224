"""What a reading finds in an article. Every finding is a span, and can say why it is there.

``why`` fields hold the reasons a finding was made, each a few words for a reader's eyes, such
as ``"stands in the lead"`` or ``"named 3 times"``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from briefing.model.article import Span
from briefing.model.columns import Marks
from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the article under one heading, or, in a long article without any, a part."""

    span: Span
    """From the heading (or the first block) to the next section."""
    heading: Span | None = None
    """``None`` for what stands before the first heading, and for parts."""
    level: int = 1
    part: bool = False
    """True for a part that was computed rather than headed by the author."""
    why: tuple[str, ...] = ()


class EntityKind(StrEnum):
    """The kinds of thing an article names, in the order they are shown."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    """Nationalities, peoples, religions and political groups."""
    EVENT = "event"
    WORK = "work"
    """Products, works, laws and everything else that has a name."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names, with every place where it does.

    Nothing about an entity is invented: its name is the fullest form the article writes, its
    role the words the article puts beside the name.
    """

    name: Span
    """The mention that names it most fully."""
    kind: EntityKind
    mentions: Sequence[Span]
    """In text order, without overlaps; ``name`` is one of them."""
    role: Span | None = None
    """Role words as written, such as ``Chinese Communist Party chief``."""
    salience: float = 0.0
    """How much the article is about it; higher is more."""
    why: tuple[str, ...] = ()


class FactKind(StrEnum):
    """The kinds of key fact."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"
    MEASURE = "measure"
    NUMBER = "number"
    """The number of one thing of many, with its noun: ``Flight 370``, ``Resolution 2375``."""
    DATE = "date"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A figure, a date or a direct quote worth knowing, in the words of the article."""

    span: Span
    kind: FactKind
    sentence: Span
    """The sentence it stands in, whole."""
    value: str = ""
    """For dates, ISO 8601, whole or partial (``2020``, ``2020-07``, ``--07-12``); or empty."""
    speaker: Span | None = None
    """For quotes: who is quoted, as named beside the quote."""
    score: float = 0.0
    """How much it matters in this article; facts are kept with the highest first."""
    repeats: Sequence[Span] = ()
    """Other places where the article gives the same fact."""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks (without the marks), and who is said to have said them."""

    span: Span
    speaker: Span | None = None


class Question(StrEnum):
    """The questions a lead answers, in the order the summary pane shows them."""

    WHAT = "what"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    HOW_MUCH = "how much"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the article says to one of the lead's questions."""

    question: Question
    span: Span
    sentence: Span
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence chosen for the summary."""

    span: Span
    score: float = 0.0
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """The title of a related article that this article names."""

    span: Span
    """The title itself, without ``Related articles:`` or the like."""
    url: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a reading found in one article.

    Annotations refer to ``Article.text`` of the article whose digest this carries. Equal
    articles read by equal engines give equal briefings. The sequences are tuples, or, where they
    are long, :mod:`briefing.model.columns`.
    """

    digest: str
    engine: str
    """Name and version of what did the reading, such as ``model-1``."""
    sections: Sequence[Section] = ()
    sentences: Sequence[Span] = ()
    entities: tuple[Entity, ...] = ()
    facts: Sequence[KeyFact] = ()
    quotes: Sequence[Quote] = ()
    answers: tuple[Answer, ...] = ()
    summary: tuple[SummarySentence, ...] = ()
    related: Sequence[RelatedLink] = ()
    language: str = ""
    """ISO 639-1 of the language the article seems to be written in; empty when unsure."""
    mentions: Marks = Marks()
    """Every mention of the entities in text order, with the index of its entity; nothing that the
    entities do not say themselves. Empty where it was not made: see :attr:`named`."""

    @property
    def named(self) -> Marks:
        """As ``mentions``, made now where it was not."""
        return self.mentions or Marks.among(entity.mentions for entity in self.entities)
