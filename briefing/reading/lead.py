"""What the lead tells: who did what, when, where, and how much of it.

The answers are spans of the article. Each question has a reading of its own
(:mod:`.clauses`, :mod:`.lead_times`, :mod:`.lead_places`, :mod:`.lead_amounts`); here they are
asked in turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from briefing.model.annotations import Answer, Entity, EntityKind, KeyFact, Question
from briefing.model.article import Article, Span
from briefing.reading.clauses import clause
from briefing.reading.entities.role_words import OCCUPATIONS
from briefing.reading.lead_amounts import how_much
from briefing.reading.lead_causes import how, why
from briefing.reading.lead_places import where
from briefing.reading.lead_scene import Candidate, Scene, scene
from briefing.reading.lead_times import when
from briefing.reading.tables import words as listed

Asked = dict[str, list[Candidate]]
"""Answers by question, the likeliest first."""

_MOST_WORDS = 12
"""Words of a subject; a longer one is no answer to who."""
_TITLE_ROOM = 5
"""Characters of a subject beside a name: ``Mrs. ``, ``the ``."""
_OF_SOMEBODY = re.compile(r"(?:\s[a-z][a-z-]+){1,2}")
_JOINING = listed("a an the and or of who")
"""Words of a subject that is more than a name and what belongs to it."""
_SOMEBODY = listed(
    "man men woman women boy boys girl girls people dozens hundreds thousands fans supporters"
    " rescuers backers voters staff"
    " residents crew family families students pupils team teams parents passengers customers"
    " members officials allies police son sons daughter brother sister wife husband"
    " mother father widow child children ally aide aides friend friends rival rivals critic critics"
    " foe foes heir backer donor donors victim victims suspect suspects survivor survivors"
    " panel committee court board council union party commission"
    " administration campaign government regime ministry army"
)
"""Words that make of a name somebody else: ``Acme staff``."""
_ACTORS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})
_SLACK = 0.4
"""How far a second time or place may be behind the first one to be told too."""
_OPENING = 40_000
"""Characters in which times are looked for: far more than the sentences of a lead ever take."""
_QUANTITY = re.compile(
    r"(?:^|\s)(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens"
    r"|hundreds|thousands|more|most|few|at least \d+)$",
    re.I,
)
_NAMED = re.compile(r"[A-Z0-9]")
_HANGING = re.compile(r"\s(?:who|whom|whose|that|which)\s*$", re.I)
_NOBODY = re.compile(
    r"(?:(?:it|there|this|that|here|what|which|whether|if|when|while|as|since|because|although"
    r"|though|until|unless|after|before|how|why|where|who)(?:['’](?:s|re|ll|d|ve))?"
    r"(?=\s+[a-z]|\s*$)|in|i|you|we|they|he|she|(?:i|you|we|they|he|she)['’]\w+)(?:\s|$)",
    re.I,
)
"""What opens a sentence and names nobody: ``There``, ``If it``, ``I've``."""


def answers(
    article: Article,
    sentences: Sequence[Span],
    entities: Sequence[Entity] = (),
    facts: Sequence[KeyFact] = (),
) -> tuple[Answer, ...]:
    """What the article says to the lead's questions, in the order of the summary pane.

    Args:
        article: the article.
        sentences: those of its prose, in text order.
        entities: what it names, what matters most first.
        facts: its key facts, what matters most first.

    Returns:
        At most one answer to what, who and how much, and two to when and where.
    """
    view = scene(article, sentences)
    asked = _asked(view, entities)
    found: list[Answer] = []
    if opening := view.title or view.lead:
        reason = "is the title" if view.title else "opens the story"
        found.append(Answer(Question.WHAT, opening, opening, (reason,)))
    title = article.title.casefold()
    for question in (Question.WHO, Question.WHEN, Question.WHERE):
        most = 1 if question is Question.WHO else 2
        for each in _likely(asked[question.value], article.text, title)[:most]:
            home = _home(view, sentences, each.span)
            found.append(Answer(question, each.span, home, each.why))
    return (*found, *how_much(view, facts))


def _likely(ranked: Sequence[Candidate], text: str, title: str) -> list[Candidate]:
    """The first answer, and a second one that is nearly as likely.

    Where the title has told the first, the second is what there is to learn.
    """
    if not ranked:
        return []
    known = ranked[0].span.of(text).casefold() in title
    least = ranked[0].score - _SLACK
    return [ranked[0], *(each for each in ranked[1:2] if known or each.score >= least)]


def w1h(article: Article, sentences: Sequence[Span], entities: Sequence[Entity] = ()) -> Asked:
    """Every answer to who, what, when, where, why and how, the likeliest first."""
    view = scene(article, sentences)
    asked = _asked(view, entities)
    asked["what"] = _what(view)
    asked["why"] = why(view)
    asked["how"] = how(view) or asked["what"][:1]
    return asked


def _asked(view: Scene, entities: Sequence[Entity]) -> Asked:
    from briefing.reading.dates import dates

    end = max((passage.span.end for passage in view.passages), default=0)
    text = view.article.text[:end]
    if end > _OPENING:  # "sentences" without an end: a table, a log
        text = text[: max(text.rfind(" ", 0, _OPENING), 0)]
    return {
        "who": _who(view, entities),
        "when": when(view, dates(text, view.article.published)),
        "where": where(view, entities),
    }


def _home(view: Scene, sentences: Sequence[Span], span: Span) -> Span:
    """The sentence (or title) an answer stands in."""
    passage = view.passage(span)
    if passage:
        return passage.span
    return next((sentence for sentence in sentences if sentence.covers(span)), span)


def _who(view: Scene, entities: Sequence[Entity]) -> list[Candidate]:
    """Who acts, or is acted on: the subject of the title, of the lead, then who is named most."""
    text = view.article.text
    found: list[Candidate] = []
    for opening, reason in ((view.title, "opens the title"), (view.told, "opens the story")):
        parts = clause(text, opening) if opening else None
        if parts and len(parts.subject.of(text).split()) <= _MOST_WORDS:
            subject = parts.subject
            if _QUANTITY.search(subject.of(text)):
                continue  # "Seven killed": the lead says seven what
            named = _in_full(text, subject, entities)
            if _HANGING.search(subject.of(text)):
                continue  # "Girl Who": the headline's verb was not found
            if not named and _NOBODY.match(subject.of(text)):
                continue
            if named or (_NAMED.search(subject.of(text)) and not _thing(text, subject, entities)):
                found.append(Candidate(named or subject, 1.0, (reason,)))
    for entity in entities:
        first = next(filter(_leads(view), entity.mentions), None)
        if entity.kind in _ACTORS and first:
            found.append(Candidate(first, 0.0, entity.why))
            break
    return found


def _leads(view: Scene) -> Callable[[Span], bool]:
    """Whether a mention stands in the title or the lead."""
    openings = [span for span in (view.title, view.lead) if span]
    return lambda mention: any(span.covers(mention) for span in openings)


def _thing(text: str, subject: Span, entities: Iterable[Entity]) -> bool:
    """Whether a subject names a place or an event and nobody: a celebration, a shooting."""
    kinds = {
        entity.kind
        for entity in entities
        if any(subject.covers(mention) for mention in entity.mentions)
    }
    words = subject.of(text).lower().split()
    if any(word in _SOMEBODY or _singular(word) in OCCUPATIONS for word in words):
        return False  # “Acme fans”, though Acme be a bar of chocolate
    return bool(kinds) and kinds <= {EntityKind.PLACE, EntityKind.EVENT, EntityKind.WORK}


def _in_full(text: str, subject: Span, entities: Iterable[Entity]) -> Span | None:
    """Whom a subject names, when it is nothing but a name; people by their full name.

    A title may stand before the name.
    """
    named: list[tuple[Entity, Span]] = []
    for entity in entities:
        for mention in entity.mentions:
            if subject.covers(mention):
                named.append((entity, mention))
                led = mention.start - subject.start
                exact = subject.end - mention.end <= 1 and (
                    led <= _TITLE_ROOM if entity.kind is not EntityKind.GROUP else not led
                )
                if exact:
                    return entity.name if entity.kind is EntityKind.PERSON else mention
                break
    return _behind(text, subject, *named[0]) if len(named) == 1 else None


def _behind(text: str, subject: Span, entity: Entity, mention: Span) -> Span | None:
    """Who answers for a thing of theirs that acts: ``Acme profit``, ``Late Lin header``."""
    if entity.kind not in _ACTORS:
        return None
    if not _OF_SOMEBODY.fullmatch(text, mention.end, subject.end):
        return None
    others = OCCUPATIONS | _SOMEBODY | _JOINING
    before = text[subject.start : mention.start].lower().split()
    after = text[mention.end : subject.end].lower().split()
    if len(before) > 1 or any(word in others for word in before):
        return None
    if any(word in others or _singular(word) in others for word in after):
        return None
    return entity.name if entity.kind is EntityKind.PERSON else mention


def _singular(word: str) -> str:
    return word if word in OCCUPATIONS else word.removesuffix("s")


def _what(view: Scene) -> list[Candidate]:
    """What happens: the predicate of the title, or the title itself, then that of the lead."""
    text = view.article.text
    found: list[Candidate] = []
    if view.title:
        parts = clause(text, view.title)
        found.append(Candidate(parts.predicate if parts else view.title, 1.0, ("is the title",)))
    if view.lead:
        parts = clause(text, view.told or view.lead)
        found.append(Candidate(parts.predicate if parts else view.lead, 0.5, ("opens the story",)))
    return found
