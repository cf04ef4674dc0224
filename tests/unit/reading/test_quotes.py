"""Direct quotes: which marks hold one, and who is speaking."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article, Block, BlockKind, Origin, Span
from briefing.reading.quotes import article_said, quotes, said

DATA = Path(__file__).parents[2] / "data" / "reading"

# (text, the quote, its speaker as written beside it)
SPEAKERS = [
    ("“We will appeal the ruling,” said Ann Dally.", "We will appeal the ruling,", "Ann Dally"),
    ("“We will appeal the ruling,” Ann Dally said.", "We will appeal the ruling,", "Ann Dally"),
    ('"We will appeal the ruling," she said.', "We will appeal the ruling,", "she"),
    ("''We will appeal it,'' said Mr. Dally.", "We will appeal it,", "Mr. Dally"),
    ("``We will appeal it,'' Mr. Dally said.", "We will appeal it,", "Mr. Dally"),
    ("‘We will appeal the ruling,’ he said.", "We will appeal the ruling,", "he"),
    ("'We won't appeal the ruling,' he said.", "We won't appeal the ruling,", "he"),
    ("“Will you appeal?” asked the judge.", "Will you appeal?", "the judge"),
    ("Ann Dally said: “We will appeal.”", "We will appeal.", "Ann Dally"),
    ("Ann Dally told reporters, “We will appeal.”", "We will appeal.", "Ann Dally"),
    ("According to Ann Dally, “we will appeal.”", "we will appeal.", "Ann Dally"),
    (
        "“We will appeal,” Ann Dally, the head of the union, said.",
        "We will appeal,",
        "Ann Dally",
    ),
    (
        "“We will appeal,” said a spokesman for Acme, which lost.",
        "We will appeal,",
        "a spokesman for Acme",
    ),
    (
        "Ann Dally, the head of the union, called it “a disgrace.”",
        "a disgrace.",
        "Ann Dally",
    ),
    ("On Monday, Dally called it “a disgrace.”", "a disgrace.", "Dally"),
    (
        "On Monday, the Ohio senator Ann Dally lost the vote, saying it was “a bad day.”",
        "a bad day.",
        "the Ohio senator Ann Dally",
    ),
    (
        "Defence ministry spokesman Bo Lin said: “It does not exist.”",
        "It does not exist.",
        "Defence ministry spokesman Bo Lin",
    ),
    ("Dally has repeatedly called it “a disgrace.”", "a disgrace.", "Dally"),
    ("Dally won the vote, saying it was “a good day.”", "a good day.", "Dally"),
    (
        "Dally called the test “a threat to all,” saying the missile passed over Hale.",
        "a threat to all,",
        "Dally",
    ),
    ("It was “a good day,” said Dally.", "a good day,", "Dally"),
    ("The plan is “dead” and so is the party, Dally said.", "dead", "Dally"),
    ("It is “over,” as Dally put it.", "over,", "Dally"),
    ("“It is over.” — Ann Dally", "It is over.", "Ann Dally"),
    ("Bo Lin, who called it “a farce,” left.", "a farce,", "who"),
    ("The report said sales were “far too low.”", "far too low.", "The report"),
    ("Sen. Ann Dally (D-Ohio) said: “We lost.”", "We lost.", "Sen. Ann Dally"),
]


@pytest.mark.parametrize(("text", "quote", "speaker"), SPEAKERS)
def test_the_speaker_beside_a_quote(text: str, quote: str, speaker: str) -> None:
    found = {each.span.of(text): each.beside for each in said(text)}
    assert quote in found
    beside = found[quote]
    assert beside is not None
    assert beside.of(text) == speaker


def spoken(text: str) -> list[tuple[str, str]]:
    return [
        (quote.span.of(text), quote.speaker.of(text) if quote.speaker else "")
        for quote in quotes(text)
    ]


def test_a_quote_in_two_parts() -> None:
    text = "“We lost,” said Ann Dally, “and we will appeal.” She left."
    assert spoken(text) == [("We lost,", "Ann Dally"), ("and we will appeal.", "Ann Dally")]


def test_a_quote_that_goes_on_after_its_speaker() -> None:
    text = "“We lost,” said Ann Dally. “We will appeal to a higher court.”"
    assert spoken(text)[1] == ("We will appeal to a higher court.", "Ann Dally")


def test_a_quote_over_paragraphs() -> None:
    text = "Ann Dally said: “We lost badly.\n\n“But we will appeal.”\n\nThe court closed."
    assert spoken(text) == [("We lost badly.", "Ann Dally"), ("But we will appeal.", "Ann Dally")]


def test_a_quote_that_stands_alone_belongs_to_who_spoke_before() -> None:
    text = "Ann Dally said the union had lost.\n\n“We will appeal to a higher court.”"
    assert spoken(text) == [("We will appeal to a higher court.", "Ann Dally")]


def test_a_pronoun_is_named_where_one_speaker_was() -> None:
    text = "“We lost,” said Ann Dally. “We were late,” she said."
    assert [speaker for _, speaker in spoken(text)] == ["Ann Dally", "Ann Dally"]


def test_a_pronoun_is_named_where_only_the_speaker_is_named_again() -> None:
    text = "“Yes,” said Ann Dally.\nDally smiled. “We will go on,” she said."
    people = [Span(text.index(name), text.index(name) + len(name)) for name in ("Ann Dally",)]
    again = text.index("Dally smiled")
    found = quotes(text, [*people, Span(again, again + 5)])
    assert found[1].speaker == people[0]


def test_you_who_says_things_is_no_speaker() -> None:
    (quote,) = quotes("You start saying things like “Do not tell me that on the phone” to him.")
    assert quote.speaker is None


def test_a_pronoun_stays_where_it_may_be_somebody_else() -> None:
    text = "“We lost,” said Mr. Dally. Judge Bo Lin left. “We were late,” she said."
    assert [speaker for _, speaker in spoken(text)] == ["Mr. Dally", "she"]


def test_who_is_named() -> None:
    assert spoken("Bo Lin, who called it “a farce,” left.") == [("a farce,", "Bo Lin")]


def test_known_people_complete_a_name() -> None:
    text = "“We will appeal,” said Gen. Ann van Dally of Ohio."
    name = Span(text.index("Ann"), text.index(" of"))
    (quote,) = quotes(text, [name])
    assert quote.speaker == name


def places(text: str, names: str) -> list[Span]:
    found = [re.finditer(re.escape(name), text) for name in names.split("; ") if name]
    return [Span(*match.span()) for matches in found for match in matches]


@pytest.mark.parametrize("row", (DATA / "speakers.tsv").read_text("utf-8").splitlines())
def test_the_speaker_by_name(row: str) -> None:
    """Each row: a text (``¶`` ends a paragraph), its people, its organisations, who speaks last."""
    text, people, firms, speaker = row.replace("¶", "\n\n").split("\t")
    found = quotes(text, places(text, people), places(text, firms))[-1].speaker
    assert (found.of(text) if found else "None") == speaker


NO_QUOTES = [
    "Local governments are wooing firms to enhance the “platform economy,” officials noted."[:70],
    "The “platform economy” grew.",
    "She sang “American Skin” on stage.",
    'It is 5\'10" tall and 3" wide.',
    "The workers’ rights and the dogs’ tails",
    "Don't say it isn't so, ol' man.",
    "“”",
    '"',
    "",
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_what_is_no_quote(text: str) -> None:
    assert quotes(text) == ()


def test_only_the_prose_of_an_article() -> None:
    text = (
        "“Big news today,” says all\n\n“We lost,” said Ann\nDally.\n\nRelated: “We lost,” said Bo"
    )
    blocks = (
        Block(Span(0, 26), BlockKind.TITLE),
        Block(Span(28, 53), BlockKind.PARAGRAPH),
        Block(Span(55, len(text)), BlockKind.RELATED),
    )
    article = Article(text, blocks, Origin("-"), "")
    (quote,) = article_said(article)
    assert quote.span.of(text) == "We lost,"
    assert quote.named is not None
    assert quote.named.of(text) == "Ann\nDally"


def in_order(text: str) -> None:
    end = 0
    for quote in quotes(text):
        assert end <= quote.span.start < quote.span.end <= len(text)
        end = quote.span.end
        assert quote.speaker is None or quote.speaker.end <= len(text)


@given(st.text())
def test_any_text_gives_spans_in_order(text: str) -> None:
    in_order(text)


_WORDS = "“ ” \" ' ‘ ’ '' `` said Ann Dally , . ? she told who the that ( ) — : and call it was"


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=30), st.sampled_from(["", " ", "\n"]))
def test_any_marks_give_spans_in_order(written: list[str], joint: str) -> None:
    in_order(joint.join(written))


@pytest.mark.parametrize("piece", ['"', "“", "'", "“a” ", "‘a b c,’ ", "“a,” said ", "said ", "(“"])
def test_long_runs_take_linear_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    quotes(text)
    assert time.process_time() - started < 10
