"""Key facts: found, weighed, told once, and never more than a glance's worth."""

from __future__ import annotations

import re
import time

from briefing.model.annotations import Entity, EntityKind, FactKind, KeyFact
from briefing.model.article import Article, Block, BlockKind, Origin, Span
from briefing.reading.facts import key_facts
from briefing.reading.sentences import article_sentences

STORY = """Ferry runs aground off Bergen
BERGEN, March 18 (Fjord News) - A ferry with 312 passengers ran aground on Tuesday night, injuring \
at least 14, police said.
The Nordlys, built in 1998 for $38 million, was two miles off its course. “We saw the lights much \
too late to turn,” said Kari Moen, 51, the first mate.
Rescuers took all 312 passengers to Bergen by Wednesday morning. The “floating palace” lay on a \
reef for six hours.
The owner lost 20 percent of its value in three days of trading. On July 12 a court will hear the \
case.
Related: 7 ways to sink a ship in 2019"""

KINDS = (BlockKind.TITLE, *(BlockKind.PARAGRAPH,) * 4, BlockKind.RELATED)


def article(text: str, kinds: tuple[BlockKind, ...] = (), published: str = "") -> Article:
    lines = [Span(*line.span()) for line in re.finditer(r"[^\n]+", text)]
    kinds = kinds or (BlockKind.PARAGRAPH,) * len(lines)
    blocks = tuple(Block(span, kind) for span, kind in zip(lines, kinds, strict=True))
    dateline = text.find(" - ")
    place = Span(lines[1].start, dateline) if dateline > 0 else None
    return Article(text, blocks, Origin("-"), "", published=published, dateline=place)


def facts(text: str = STORY, kinds: tuple[BlockKind, ...] = KINDS) -> tuple[KeyFact, ...]:
    story = article(text, kinds, "2020-03-18")
    return key_facts(story, article_sentences(story))


def test_the_facts_of_a_story() -> None:
    found = {fact.span.of(STORY): fact for fact in facts()}
    assert {"312", "14", "$38 million", "20 percent", "July 12", "Tuesday night"} <= found.keys()
    assert found["Tuesday night"].value == "2020-03-17TNI"
    assert found["July 12"].value == "2020-07-12"
    assert found["$38 million"].kind is FactKind.MONEY


def test_the_first_figure_of_the_lead_comes_first() -> None:
    assert facts()[0].span.of(STORY) == "312"


def test_the_same_fact_once_with_its_repeats() -> None:
    (fact,) = [fact for fact in facts() if fact.span.of(STORY) == "312"]
    assert [span.of(STORY) for span in fact.repeats] == ["312"]
    assert "given 2 times" in fact.why


def test_a_quote_with_its_speaker_but_no_scare_quote() -> None:
    (quote,) = [fact for fact in facts() if fact.kind is FactKind.QUOTE]
    assert quote.span.of(STORY) == "We saw the lights much too late to turn,"
    assert quote.speaker is not None
    assert quote.speaker.of(STORY) == "Kari Moen"


def test_every_fact_has_its_sentence_and_a_reason() -> None:
    for fact in facts():
        assert fact.sentence.covers(fact.span)
        assert fact.why
        assert all(fact.why)


def test_titles_datelines_and_furniture_have_no_facts() -> None:
    prose = Span(STORY.index("A ferry"), STORY.index("Related"))
    for fact in facts():
        assert prose.covers(fact.span)


def test_the_day_of_a_post_is_no_fact_of_the_story() -> None:
    text = "The reef is closed to all ships. — Bergen Port (@BergenPort) May 28, 2016"
    assert not [fact for fact in facts(text, (BlockKind.PARAGRAPH,)) if "May" in fact.span.of(text)]


def test_a_line_that_is_only_a_day_is_no_fact() -> None:
    text = "24 July 2015.\nThe reef was closed on 12 May 2015."
    found = facts(text, (BlockKind.PARAGRAPH,) * 2)
    assert [fact.span.of(text) for fact in found] == ["12 May 2015"]


def test_it_who_said_something_is_not_shown_as_a_speaker() -> None:
    text = "“We carry these costs as long as we can,” it said in a statement on Monday."
    (quote,) = [one for one in facts(text, (BlockKind.PARAGRAPH,)) if one.kind is FactKind.QUOTE]
    assert quote.speaker is None


def test_highest_first() -> None:
    scores = [fact.score for fact in facts()]
    assert scores == sorted(scores, reverse=True)


def test_bare_years_and_ages_rank_below_what_happened() -> None:
    order = [fact.span.of(STORY) for fact in facts()]
    for minor in ("1998", "51"):
        if minor in order:
            assert order.index(minor) > order.index("$38 million")


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    story = article(STORY, KINDS)
    for fact in key_facts(story, article_sentences(story)):
        assert not re.match(r"\d{4}-\d", fact.value)


def test_entities_complete_a_speaker() -> None:
    story = article(STORY, KINDS)
    start = STORY.index("Kari Moen")
    name = Span(start, start + len("Kari Moen, 51"))
    known = Entity(name, EntityKind.PERSON, (name,))
    found = key_facts(story, article_sentences(story), [known])
    (quote,) = [fact for fact in found if fact.kind is FactKind.QUOTE]
    assert quote.speaker == name
    assert "said by a main figure" in quote.why


def test_a_long_article_gives_no_more_than_a_glance() -> None:
    text = "\n".join(
        f"In {year} the firm sold {year * 3:,} cars for ${year % 97}.5 million, up {year % 89}%."
        f" “We sold more than ever before in {year},” said Bo Lin."
        for year in range(1900, 2020)
    )
    story = article(text)
    found = key_facts(story, article_sentences(story))
    assert len([fact for fact in found if fact.kind is not FactKind.QUOTE]) <= 13
    assert len([fact for fact in found if fact.kind is FactKind.QUOTE]) <= 5


def test_an_empty_article_has_no_facts() -> None:
    assert key_facts(article(""), ()) == ()


def test_it_takes_linear_time() -> None:
    story = article("\n".join([STORY] * 200))
    sentences = article_sentences(story)
    started = time.process_time()
    key_facts(story, sentences)
    assert time.process_time() - started < 10
