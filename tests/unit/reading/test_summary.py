from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.annotations import SummarySentence
from briefing.model.article import Article, Origin
from briefing.reading.brief import coverage
from briefing.reading.salience import Salience, frequencies, rarity
from briefing.reading.sections import sections
from briefing.reading.sentences import article_sentences
from briefing.reading.standing import beside_story, fragment, lacks_speaker, points_back, verbless
from briefing.reading.summary import summarise, summary_length
from briefing.reading.summary_features import REASONS, features
from briefing.reading.tables import table
from briefing.reading.terms import term, terms
from briefing.reading.vectors import likeness
from briefing.sources.text import parse
from tests.unit.reading.stories import BANK, FERRY, QUIET, story


def summary(article: Article, budget: int) -> tuple[SummarySentence, ...]:
    return summarise(article, article_sentences(article), budget)


def told(text: str, budget: int) -> list[str]:
    article = story(text)
    return [each.span.of(article.text) for each in summary(article, budget)]


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("derails", "derailed", "derailing"), True),
        (("city", "cities"), True),
        (("Clinton", "Clinton's", "Clinton’s"), True),
        (("boss", "bos"), False),
        (("1,200", "1,300"), False),
        (("is", "i"), False),
    ],
)
def test_words_share_a_term(words: tuple[str, ...], same: bool) -> None:
    assert (len({term(word) for word in words}) == 1) is same


def test_common_words_are_no_terms() -> None:
    assert terms("It was the ferry that he said had been there") == ["ferry"]


def test_rare_terms_say_more_than_common_ones() -> None:
    assert rarity("xylophon") > rarity("hospital") > rarity("government") > 0
    articles, counts = frequencies()
    assert max(counts.values()) < articles


def test_salience_is_high_for_what_is_said_often() -> None:
    salience = Salience(["The ferry hit rocks.", "The ferry sank on rocks.", "Lunch was good."])
    assert salience.central(0) > salience.central(2)
    assert salience.echoed(0) > 0.1
    assert salience.echoed(2) == pytest.approx(0)
    assert salience.like(0, 1) > 0.3
    assert salience.key == {"ferry", "rock"}
    assert likeness({}, salience.vectors[0]) == 0


@pytest.mark.parametrize(
    "sentence",
    [
        "He said so.",
        "However, the plan failed.",
        "But nobody came.",
        '"It was quiet," she said.',
        "These include two banks.",
        "That came after a vote.",
        "In addition, prices rose.",
        "One of them died.",
        "It’s over.",
    ],
)
def test_points_back(sentence: str) -> None:
    assert points_back(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not clear whether anyone was hurt.",
        "This week the bank said so.",
        "The ferry sank.",
        "Italy won.",
        "Heathrow is closed.",
        "That Tuesday was cold.",
        "Butter is dearer.",
        "Then-president Ruiz resigned.",
    ],
)
def test_stands_alone(sentence: str) -> None:
    assert not points_back(sentence)


@pytest.mark.parametrize(
    ("sentence", "lacks"),
    [
        ('"We felt a bang."', True),
        ("“Nobody screamed. It was very quiet.”", True),
        ('"We felt a bang," said Mara.', False),
        ("The mayor spoke of “a quiet day”.", False),
    ],
)
def test_lacks_speaker(sentence: str, lacks: bool) -> None:
    assert lacks_speaker(sentence) is lacks


@pytest.mark.parametrize(
    "sentence",
    [
        "Image copyright Reuters Image caption The boy was found.",
        "Click to share on Facebook (Opens in new window)",
        "Rui Lind, 62, (left) and Philip Berg, 52.",
        "(Photo: Martin Berg, AP)",
        "See https://example.org for more.",
        "13/30 A galaxy seen in infrared light.",
        "FILE - In this Sept. 30, 2016, file photo, Ann Lin sings in Harwick.",
        "In this Friday, Dec. 29, 2017, file photo, the mill is seen from the sea.",
        "This Dec. 28, 2017 photo made available by the mill shows its wheel.",
        "Ann Lin (pictured after the verdict) has said that she will fight on.",
        "He is pictured here with the mayor of Harwick.",
        "Hale Town: Perry; Lowe, Shaw, Diaz, Bell; Okoro, Hunt, Ellis.",
        "x" * 5000,
    ],
)
def test_beside_story(sentence: str) -> None:
    assert beside_story(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "This Sunday she will show a photo of the mill to the court.",
        "The file in this case is a photo of the mill's owner, she said.",
        "She pictured a mill (small and old) by the sea.",
        "FILES of the mill were burnt on Monday.",
    ],
)
def test_beside_no_story(sentence: str) -> None:
    assert not beside_story(sentence)


def test_a_fragment_has_no_end_and_a_caption_no_verb() -> None:
    assert fragment("Chocolate bars in Loughborough")
    assert fragment("Investigators said the vehicle was travelli...")
    assert not fragment("The ferry sank (twice).")
    assert verbless("Chocolate in Loughborough, Britain.")
    assert not verbless("The ferry sank.")


def test_summary_opens_with_the_story_and_keeps_its_order() -> None:
    sentences = told(FERRY, 3)
    assert sentences[0].startswith("At least 14 people were injured")
    places = [FERRY.index(sentence[:30]) for sentence in sentences]
    assert places == sorted(places)


def test_summary_leaves_out_furniture_captions_and_what_points_back() -> None:
    for sentence in told(FERRY, 5):
        assert not sentence.startswith(("Related", "Image", "However", '"Nobody'))


def test_what_points_back_follows_what_it_points_to() -> None:
    sentences = told(BANK, 5)
    whole = [s for s in sentences if s.startswith("They will fall")]
    if whole:
        assert sentences[sentences.index(whole[0]) - 1].startswith("Chief executive")


def test_a_sentence_said_twice_is_taken_once() -> None:
    text = f"{BANK}\nMeridian Bank will cut 3,000 jobs, a tenth of its staff, it was said.\n"
    assert sum("a tenth of its staff" in sentence for sentence in told(text, 3)) == 1


def test_every_sentence_says_why() -> None:
    for each in summary(story(FERRY), 3):
        assert each.why
        assert len(each.why) <= 3
        assert set(each.why) <= set(REASONS.values()) - {""}
        assert 0 < each.score < 1


def test_weights_and_features_are_of_the_same_names() -> None:
    assert set(table("summary")["weights"]) == set(REASONS)
    texts = ["The ferry sank.", "He said so."]
    rows = features(texts, [True, False], "Ferry", Salience(texts))
    assert [len(row) for row in rows] == [len(REASONS)] * 2


@pytest.mark.parametrize(
    ("words", "sentences"), [(10, 2), (240, 2), (300, 3), (700, 4), (1500, 5), (90000, 5)]
)
def test_summary_length(words: int, sentences: int) -> None:
    assert summary_length(parse("word " * words, Origin("-"))) == sentences


def test_no_sentences_no_summary() -> None:
    assert told("", 3) == []
    assert summarise(story(""), (), 3) == ()
    assert len(told(QUIET, 3)) <= 1


def test_coverage_names_the_sections_drawn_from() -> None:
    article = story(FERRY)
    drawn = coverage(sections(article), summary(article, 2))
    assert drawn
    assert all(section in sections(article) for section in drawn)
    assert coverage(sections(article), ()) == ()


def test_a_very_long_text_is_summarised_in_time() -> None:
    line = (
        "The council of {} voted on its budget on Monday, and the mayor said it was {} million.\n"
    )
    article = parse("".join(line.format(n, n) for n in range(20_000)), Origin("-"))
    sentences = article_sentences(article)
    before = time.process_time()
    found = summarise(article, sentences, 5)
    assert time.process_time() - before < 3
    assert len(found) == 5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.integers(0, 6))
def test_any_text_gives_whole_sentences_in_order(text: str, budget: int) -> None:
    article = parse(text, Origin("-"))
    sentences = article_sentences(article)
    found = summarise(article, sentences, budget)
    assert len(found) <= budget
    assert {each.span for each in found} <= set(sentences)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert found == summarise(article, sentences, budget)


@pytest.mark.parametrize("letter", list("a\"'( .“?1"))
def test_hostile_lines_cost_little(letter: str) -> None:
    line = letter * 300_000
    before = time.process_time()
    for judge in (points_back, lacks_speaker, beside_story, fragment, verbless):
        judge(line)
    assert time.process_time() - before < 1
