"""A small article and its briefing, made by hand, with one of everything."""

from __future__ import annotations

import hashlib

from briefing.model.annotations import (
    Answer,
    Briefing,
    Entity,
    EntityKind,
    FactKind,
    KeyFact,
    Question,
    Quote,
    RelatedLink,
    Section,
    SummarySentence,
)
from briefing.model.article import (
    Article,
    Block,
    BlockKind,
    Link,
    LinkKind,
    Origin,
    Span,
    Style,
    StyleKind,
)

TEXT = """\
Harbour bridge [bold]stays[/bold] open

The council of Oakham voted on Tuesday to keep the
swing bridge open, at a cost of £4.5 million. “It is our door to the sea,” said Mayor Ann Lee.

What comes next

Lee expects work to begin in May 2031. See the plan for more.

one
two

fn main()
    print

* * *

Related articles: Ferry fares rise"""


def at(words: str, start: int = 0) -> Span:
    """Where some words stand in the text."""
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


FIRST = Span(at("The council").start, at("£4.5 million.").end)
SECOND = at("“It is our door to the sea,” said Mayor Ann Lee.")
THIRD = at("Lee expects work to begin in May 2031.")
TITLE = at("Harbour bridge [bold]stays[/bold] open")

ARTICLE = Article(
    text=TEXT,
    blocks=(
        Block(TITLE, BlockKind.TITLE),
        Block(Span(FIRST.start, SECOND.end), BlockKind.PARAGRAPH),
        Block(at("What comes next"), BlockKind.HEADING, level=2),
        Block(Span(THIRD.start, at("for more.").end), BlockKind.PARAGRAPH),
        Block(at("one"), BlockKind.ITEM, level=1, marker="1."),
        Block(at("two", THIRD.end), BlockKind.ITEM, level=1, marker="2."),
        Block(at("fn main()\n    print"), BlockKind.CODE),
        Block(at("* * *"), BlockKind.RULE),
        Block(at("Related articles: Ferry fares rise"), BlockKind.RELATED),
    ),
    origin=Origin("/news/bridge.md"),
    digest=hashlib.sha256(TEXT.encode()).hexdigest(),
    title=TITLE.of(TEXT),
    title_span=TITLE,
    source="Oakham Post",
    authors=("Jo Reed",),
    published="2030-10-01",
    links=(
        Link(at("the plan"), LinkKind.URL, "https://oakham.example/plan"),
        Link(at("Ferry fares rise"), LinkKind.RELATED),
    ),
    styles=(Style(at("swing bridge"), StyleKind.EMPHASIS),),
)

BRIEFING = Briefing(
    digest=ARTICLE.digest,
    engine="by hand",
    sections=(
        Section(Span(0, SECOND.end)),
        Section(Span(at("What comes next").start, len(TEXT)), at("What comes next"), level=2),
    ),
    sentences=(FIRST, SECOND, THIRD),
    entities=(
        Entity(
            at("Ann Lee"),
            EntityKind.PERSON,
            (at("Ann Lee"), at("Lee", THIRD.start)),
            role=at("Mayor"),
            why=("named twice",),
        ),
        Entity(at("Oakham"), EntityKind.PLACE, (at("Oakham"),)),
    ),
    facts=(
        KeyFact(at("£4.5 million"), FactKind.MONEY, FIRST, why=("stands in the lead",)),
        KeyFact(at("Tuesday"), FactKind.DATE, FIRST),
        KeyFact(at("May 2031"), FactKind.DATE, THIRD, value="2031-05"),
        KeyFact(at("It is our door to the sea,"), FactKind.QUOTE, SECOND, speaker=at("Ann Lee")),
    ),
    quotes=(Quote(at("It is our door to the sea,"), at("Ann Lee")),),
    answers=(Answer(Question.WHO, at("The council of Oakham"), FIRST),),
    summary=(SummarySentence(FIRST, 2.0, ("opens the article",)), SummarySentence(THIRD)),
    related=(RelatedLink(at("Ferry fares rise"), why=("stands after “Related articles:”",)),),
    language="en",
)
EMPTY = Briefing(digest=ARTICLE.digest, engine="by hand")
