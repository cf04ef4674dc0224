from __future__ import annotations

import pytest

from briefing.model.annotations import Answer, Briefing, Question, SummarySentence
from briefing.model.article import Span
from briefing.reading.brief import ENGINE, brief, brief_lines
from tests.unit.reading.stories import BANK, FERRY, QUIET, story


def lines(text: str) -> list[str]:
    article = story(text)
    return [line.span.of(article.text) for line in brief_lines(article, brief(article, "rules"))]


@pytest.mark.parametrize("text", [FERRY, BANK, QUIET, "", "\n\n", "?"])
def test_the_same_article_gives_the_same_briefing(text: str) -> None:
    article = story(text)
    found = brief(article, "rules")
    assert found == brief(story(text), "rules")
    assert found.digest == article.digest
    assert found.engine.startswith(ENGINE)


def test_lines_tell_what_first_and_the_summary_last() -> None:
    article = story(FERRY)
    found = brief_lines(article, brief(article, "rules"))
    assert isinstance(found[0], Answer)
    assert found[0].question is Question.WHAT
    kinds = [isinstance(line, SummarySentence) for line in found]
    assert kinds == sorted(kinds)
    assert kinds[-1]


def test_no_line_repeats_what_a_line_above_says() -> None:
    article = story(BANK)

    def at(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    title = at("Meridian Bank to cut 3,000 jobs as profit falls")
    told = Briefing(
        article.digest,
        ENGINE,
        answers=(
            Answer(Question.WHERE, at("Porto"), title),
            Answer(Question.WHAT, title, title),
            Answer(Question.WHO, at("Meridian Bank"), title),
            Answer(Question.HOW_MUCH, at("3,000 jobs"), title),
            Answer(Question.WHEN, at("Thursday"), title),
        ),
    )
    assert [line.span.of(article.text) for line in brief_lines(article, told)] == [
        "Meridian Bank to cut 3,000 jobs as profit falls",
        "Thursday",
        "Porto",
    ]


def test_a_lead_that_says_what_happened_is_not_said_again() -> None:
    text = "The mayor of Harwick resigned on Monday after a row over the budget.\n\nShe is 61.\n"
    assert sum(line.startswith("The mayor of Harwick") for line in lines(text)) == 1


def test_sixty_words_tell_the_story() -> None:
    read = " ".join(" ".join(lines(FERRY)).split()[:60])
    for told in ("Ferry runs aground", "14", "Harwick", "Tuesday"):
        assert told in read
