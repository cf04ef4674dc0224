from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.annotations import Answer, Entity, EntityKind, FactKind, KeyFact, Question
from briefing.model.article import Article, Origin, Span
from briefing.reading.clauses import clause
from briefing.reading.facts import key_facts
from briefing.reading.lead import answers, w1h
from briefing.reading.lead_ahead import comes, promises
from briefing.reading.sentences import article_sentences
from briefing.reading.structure import structured
from briefing.sources.text import parse
from tests.unit.reading.stories import BANK, FERRY, story


def entity(article: Article, name: str, kind: EntityKind, salience: float = 1.0) -> Entity:
    spans = []
    start = article.text.find(name)
    while start >= 0:
        spans.append(Span(start, start + len(name)))
        start = article.text.find(name, start + 1)
    return Entity(spans[0], kind, tuple(spans), salience=salience)


def named(article: Article, *names: tuple[str, EntityKind]) -> list[Entity]:
    return [
        entity(article, name, kind, 5.0 - number)
        for number, (name, kind) in enumerate(names)
        if name in article.text
    ]


PLACE, PERSON, ORGANISATION = EntityKind.PLACE, EntityKind.PERSON, EntityKind.ORGANISATION
FERRY_NAMES = (
    ("Harwick", PLACE),
    ("Sule Lines", ORGANISATION),
    ("Loren", PLACE),
    ("Mara Lindqvist", PERSON),
)


def asked(text: str, *names: tuple[str, EntityKind]) -> dict[Question, list[str]]:
    article = story(text)
    found = answers(article, article_sentences(article), named(article, *names))
    told: dict[Question, list[str]] = {}
    for answer in found:
        told.setdefault(answer.question, []).append(answer.span.of(article.text))
    return told


@pytest.mark.parametrize(
    ("sentence", "subject", "predicate"),
    [
        ("Toblerone sparks outrage after changing shape", "Toblerone", "sparks outrage after"),
        ("Meridian Bank to cut 3,000 jobs as profit falls", "Meridian Bank", "to cut 3,000"),
        ("Bus firm to cut six routes", "Bus firm", "to cut six routes"),
        ("Bid to save school fails", "Bid to save school", "fails"),
        ("Council ready to close pool", "Council", "ready to close pool"),
        (
            "The Plan to Build a Dam in Harwick Failed",
            "The Plan to Build a Dam in Harwick",
            "Failed",
        ),
        ("On Monday, the mayor resigned.", "the mayor", "resigned"),
        ("Harwick fire: Two men arrested", "Two men", "arrested"),
        ("Ana Ruiz, who leads the bank, said so.", "Ana Ruiz", "said so"),
        ("The bank, which had lost money, will close.", "The bank", "will close"),
        ("Brits blame Brexit", "Brits", "blame Brexit"),
        ("A failed deal was blamed.", "A failed deal", "was blamed"),
        ("'I BLAME HIM' Clinton blames a rival", "Clinton", "blames a rival"),
        ("It’s over for the bank", "It’s", "over for the bank"),
    ],
)
def test_clause(sentence: str, subject: str, predicate: str) -> None:
    found = clause(sentence, Span(0, len(sentence)))
    assert found is not None
    assert found.subject.of(sentence) == subject
    assert found.predicate.of(sentence).startswith(predicate)


@pytest.mark.parametrize("sentence", ["", "Fire", "A quiet day in Harwick", "..."])
def test_no_verb_no_clause(sentence: str) -> None:
    assert clause(sentence, Span(0, len(sentence))) is None


def test_what_is_the_title_and_who_its_subject() -> None:
    told = asked(BANK, ("Meridian Bank", ORGANISATION), ("Ana Ruiz", PERSON))
    assert told[Question.WHAT] == ["Meridian Bank to cut 3,000 jobs as profit falls"]
    assert told[Question.WHO][0].startswith("Meridian Bank")


def test_what_is_the_lead_without_a_title() -> None:
    text = "The mayor of Harwick resigned on Monday after a row over the budget.\n\nHe is 61.\n"
    assert asked(text)[Question.WHAT][0].startswith("The mayor of Harwick resigned")


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Lin header sinks Rovers", "Bo Lin"),
        ("Late Lin header sinks Rovers", "Bo Lin"),
        ("Acme profit falls", "Acme"),
        ("Acme staff have quit", "Acme staff"),
        ("Acme chairman quits", "Acme chairman"),
        ("Acme ally quits", "Acme ally"),
        ("Acme victims named", "Acme victims"),
        ("Loren boy found in well", "Loren boy"),
        ("Loren's Mohammed Lin jailed", "Loren's Mohammed Lin"),
        ("Acme court case ends", "Acme court case"),
    ],
)
def test_who_is_whose_thing_acts_but_not_whose_people_act(title: str, who: str) -> None:
    told = "The news came on Monday, and there was much talk of it."
    text = f"{title}\n\n{told}\n\nBo Lin is 23.\n"
    names = [("Bo Lin", PERSON), ("Acme", ORGANISATION), ("Loren", EntityKind.GROUP)]
    article = story(text)
    found = named(article, *names)
    if "Lin " in title:
        at = title.index("Lin ")
        one = next(each for each in found if each.kind is PERSON)
        found[found.index(one)] = replace(one, mentions=(Span(at, at + 3), *one.mentions))
    given = answers(article, article_sentences(article), found)
    answer = next(each for each in given if each.question is Question.WHO)
    assert answer.span.of(text) == who


def test_a_thing_of_a_place_is_nobody() -> None:
    text = (
        "Harbour reopens\n\nThe harbour of Loren reopened on Tuesday after nine days of storm, "
        "and its ferries run again.\n\nBo Lin is 23.\n"
    )
    article = story(text)
    given = answers(
        article, article_sentences(article), named(article, ("Loren", EntityKind.PLACE))
    )
    told = {answer.question: answer.span.of(text) for answer in given}
    assert Question.WHO not in told
    assert told[Question.WHERE] == "Loren"


def test_when_is_the_day_with_its_hour() -> None:
    assert asked(FERRY, *FERRY_NAMES)[Question.WHEN][0] in (
        "at about 7.40am on Tuesday",
        "7.40am on Tuesday",
    )


def test_where_is_told_in_full() -> None:
    assert any("Harwick" in place for place in asked(FERRY, *FERRY_NAMES)[Question.WHERE])


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("A fire broke out in Harwick, northern Loren, on Monday.", "Harwick, northern Loren"),
        ("A fire broke out near Loren airport on Monday.", "Loren airport"),
        ("A fire broke out in south Loren on Monday.", "south Loren"),
        ("A fire broke out in a tunnel near Harwick station.", "tunnel near Harwick station"),
    ],
)
def test_places_take_what_belongs_to_them(sentence: str, place: str) -> None:
    told = asked(f"Fire at night\n\n{sentence}\n", ("Harwick", PLACE), ("Loren", PLACE))
    assert told[Question.WHERE][0] == place


def test_where_somebody_comes_from_or_what_a_place_has_is_not_where() -> None:
    text = (
        "Two held after fire\n\nTwo men from Loren were held after a fire in Harwick on Monday.\n\n"
        "The Loren election is on Friday.\n"
    )
    told = asked(text, ("Loren", PLACE), ("Harwick", PLACE))
    assert told[Question.WHERE][0] == "Harwick"


def test_where_people_come_from_is_not_told_for_want_of_another_place() -> None:
    text = (
        "Phone records checked\n\nThe driver, a man of 42 from Loren, was held, and a Harwick fan"
        " of 19 was named as one of the seven dead.\n\nThe tram left the track in Sule on Monday.\n"
    )
    told = asked(text, ("Sule", PLACE), ("Loren", PLACE), ("Harwick", PLACE))
    assert told[Question.WHERE] == ["Sule"]


def test_a_later_day_that_has_nothing_to_do_with_the_lead_is_not_when() -> None:
    assert "Friday" not in asked(FERRY, *FERRY_NAMES)[Question.WHEN]


@pytest.mark.parametrize(
    ("lead", "rest", "days"),
    [
        (
            "The council said the pier would shut, the first closure since Halloween.",
            "The vote was held on Monday night.",
            ["Monday night"],
        ),
        (
            "Bo Lin has said sorry for a joke about the floods in Harwick.",
            "“See you all on Saturday, swim if you have to,” he wrote. He took it down on Tuesday.",
            ["Tuesday"],
        ),
        (
            "The maker of the bar has made it smaller, months before Christmas.",
            "The change was made in October, it said.",
            ["October"],
        ),
        ("A man died in the surf at Harwick on Christmas Day.", "He was 43.", ["Christmas Day"]),
        (
            "The bridge will stay shut until May 4 after a lorry struck it on Sunday.",
            "Engineers have been at work since Monday.",
            ["Sunday"],
        ),
        ("The bridge will stay shut until May 4, the council said.", "It is old.", ["May 4"]),
        (
            "The names of the three men were unknown until Saturday.",
            "It is so.",
            ["Saturday"],
        ),
        (
            "The pier will be shut until May 4, and its owner was not named until Saturday.",
            "It is so.",
            ["Saturday"],
        ),
        (
            "Ann Dally, born in Harwick on 3 March 1934, has died at her home on Sunday.",
            "She drew.",
            ["Sunday"],
        ),
    ],
)
def test_when_is_no_time_up_to_which_and_none_that_is_quoted(
    lead: str, rest: str, days: list[str]
) -> None:
    assert asked(f"News of the day\n\n{lead}\n\n{rest}\n")[Question.WHEN] == days


def test_how_much_is_the_weightiest_figure_of_the_lead_with_its_noun() -> None:
    article = story(BANK)
    sentences = article_sentences(article)
    start = article.text.index("3,000 jobs, a tenth")
    quote = KeyFact(sentences[-1], FactKind.QUOTE, sentences[-1])
    jobs = KeyFact(Span(start, start + 5), FactKind.COUNT, sentences[0], why=("stands first",))
    found = answers(article, sentences, (), (quote, jobs))
    assert found[-1] == Answer(
        Question.HOW_MUCH, Span(start, start + 10), sentences[0], ("stands first",)
    )


def test_answers_come_in_the_panes_order_and_say_why_and_where() -> None:
    article = story(FERRY)
    sentences = article_sentences(article)
    found = answers(article, sentences, named(article, *FERRY_NAMES))
    order = list(Question)
    assert [order.index(each.question) for each in found] == sorted(
        order.index(each.question) for each in found
    )
    for each in found:
        assert each.sentence.covers(each.span)


@pytest.mark.parametrize(
    ("title", "lead", "rest", "days"),
    [
        (
            "Lin's late goal sinks Town",
            "Rovers climbed out of the bottom three with a win over Town on Saturday.",
            "Rovers play at Loren City on Tuesday, and Town host Sule on May 4.",
            ["Saturday"],
        ),
        (
            "Lin's late goal sinks Town",
            "Rovers climbed out of the bottom three with a win over Town in the last minute.",
            "Ann Lin headed in a corner. They travel to Loren City on Tuesday.",
            [],
        ),
        (
            "Bo Perry charged over fire",
            "A man has been charged over the fire that burnt down the mill at Harwick on Monday.",
            "Bo Perry is due in court on Friday. The inquest will be opened next Thursday.",
            ["Monday"],
        ),
        (
            "Bo Perry to lead the bank",
            "Bo Perry will take over the bank that his father led.",
            "He will begin his work in Harwick on Friday.",
            ["Friday"],
        ),
        (
            "The pier of Harwick",
            "The pier will close on Friday for the first time in a hundred years.",
            "It was built by a baker.",
            ["Friday"],
        ),
    ],
)
def test_when_is_no_day_to_come_in_a_story_of_what_has_been(
    title: str, lead: str, rest: str, days: list[str]
) -> None:
    assert (
        asked(f"{title}\n\n{lead}\n\nThe crowd was large. {rest}\n").get(Question.WHEN, []) == days
    )


@pytest.mark.parametrize(
    ("sentence", "day", "ahead"),
    [
        ("Rovers play Town on Sunday.", "Sunday", True),
        ("They face each other on Sunday.", "Sunday", True),
        ("The hearing is due to resume on Sunday.", "Sunday", True),
        ("He said they would be back on Sunday.", "Sunday", True),
        ("Bo Lin was expected in court on Sunday.", "Sunday", True),
        ("The next match is in Harwick on Sunday.", "Sunday", True),
        ("Rovers beat Town on Sunday.", "Sunday", False),
        ("The play opened on Sunday.", "Sunday", False),
        ("A kick from a horse killed him on Sunday.", "Sunday", False),
        ("It will fight the ban that was imposed on Sunday.", "Sunday", False),
        ("The bank said on Sunday it would close.", "Sunday", False),
        ("The state said it would ban them earlier this week.", "earlier this week", False),
    ],
)
def test_a_day_to_come_is_told_from_one_that_has_been(sentence: str, day: str, ahead: bool) -> None:
    start = sentence.index(day)
    found = comes(sentence, Span(start, start + len(day)), Span(0, len(sentence)))
    assert found is ahead


def test_a_title_may_tell_of_something_to_come() -> None:
    assert promises("Meridian Bank to cut 3,000 jobs")
    assert promises("Harwick prepares for the flood")
    assert not promises("Late goal sinks Rovers")


@pytest.mark.parametrize(
    ("lead", "places"),
    [
        (
            "SULE HAMN, Loren — Four people died on Tuesday when a ferry caught fire near the"
            " Ostra Canal, the police said.",
            ["SULE HAMN, Loren"],
        ),
        (
            "SULE HAMN, Loren — A lorry with nine cows in it turned over on Tuesday on the Ostra"
            " Road, and traffic stood still for hours.",
            ["SULE HAMN, Loren"],
        ),
        (
            "SULE HAMN, Loren — A ship with nine cars in it has sunk in the Ostra Sea, and its"
            " crew is missing, the police said.",
            ["Ostra Sea", "SULE HAMN, Loren"],
        ),
        (
            "SULE HAMN, Loren — A mill that stood for three hundred years has burnt down in"
            " Harwick, and its owner is missing, the police said.",
            ["Harwick", "SULE HAMN, Loren"],
        ),
    ],
)
def test_the_datelines_town_is_where_unless_the_lead_says_another(
    lead: str, places: list[str]
) -> None:
    names = ("SULE HAMN", "Loren", "Ostra Canal", "Ostra Road", "Ostra Sea", "Harwick")
    article = structured(parse(f"Nobody is to blame, says the mayor\n\n{lead}\n", Origin("-")))
    found = answers(
        article,
        article_sentences(article),
        [entity(article, name, PLACE) for name in names if name in article.text],
    )
    told = [each.span.of(article.text) for each in found if each.question is Question.WHERE]
    assert told[0] == places[0]
    assert set(told) <= {*places, "Ostra Canal", "Ostra Road"}


def test_what_happened_in_a_country_did_not_happen_where_it_was_told_of() -> None:
    text = (
        "Mob storms jail\n\nSULE HAMN, Loren — A mob of thousands has stormed a jail in Loren on"
        " Monday, and nobody in Loren knows why.\n"
    )
    article = structured(parse(text, Origin("-")))
    names = [entity(article, name, PLACE) for name in ("Loren", "SULE HAMN")]
    found = answers(article, article_sentences(article), names)
    told = [each.span.of(article.text) for each in found if each.question is Question.WHERE]
    assert told[0] == "Loren"


def test_who_is_no_headline_cut_off_before_its_verb() -> None:
    told = asked(
        "Loren Indicts Teenage Girl Who Punched Soldier\n\nLoren indicted a girl on Monday for what"
        " she had done.\n"
    )
    assert told[Question.WHO] == ["Loren"]


@pytest.mark.parametrize(
    ("lead", "places"),
    [
        ("Rovers are in the final after a thrilling victory over Loren on a day of rain.", []),
        ("Rovers are in the final after two wins against Loren in a week of rain.", []),
        ("Three lorries turned over in Loren on Monday on a day of rain.", ["Loren"]),
        ("Rovers won the cup in Loren on Monday on a day of rain.", ["Loren"]),
    ],
)
def test_whom_a_team_has_beaten_is_not_where(lead: str, places: list[str]) -> None:
    told = asked(f"Rain at night\n\n{lead}\n\nHis mother is 81.\n", ("Loren", PLACE))
    assert told.get(Question.WHERE, []) == places


def test_a_list_of_places_is_not_one_place() -> None:
    told = asked(
        "Fares fall\n\nFares fell in Harwick, Loren and Sule on Monday, and more fell later.\n",
        ("Harwick", PLACE),
        ("Loren", PLACE),
        ("Sule", PLACE),
    )
    assert told[Question.WHERE][0] == "Harwick"


def how_much(text: str) -> str:
    article = structured(parse(text, Origin("-")))
    sentences = article_sentences(article)
    found = answers(article, sentences, (), key_facts(article, sentences))
    told = [each.span.of(article.text) for each in found if each.question is Question.HOW_MUCH]
    return told[0] if told else ""


@pytest.mark.parametrize(
    ("title", "told", "amount"),
    [
        (
            "Mill fire victims named",
            "Three victims of the fire at the old mill were named on Monday. The fire killed"
            " 27 people in March.",
            "27 people",
        ),
        (
            "Mill fire victims named",
            "Three victims of the fire at the old mill were named on Monday. The blaze killed"
            " seven people.",
            "seven people",
        ),
        (
            "Bank fined",
            "Two members of the board of a bank were held on Monday. The bank lost"
            " $45 million in four years.",
            "$45 million",
        ),
        (
            "Guards attacked",
            "Nine people, including four guards, were killed in a fight at a bank on Monday.",
            "Nine people",
        ),
        (
            "Film town",
            "The town is a set. Last year 92 foreign film crews came to the town, it said.",
            "92 foreign film crews",
        ),
        (
            "Board votes",
            "The board of the bank has met. It voted 19-15 along party lines to sell the mill.",
            "19-15",
        ),
        ("Two held", "Three members of the board of a bank were held on Monday.", "Three members"),
        ("Bear shot", "A bear that turned 17 just a day before was shot by the police.", ""),
    ],
)
def test_how_much_is_no_small_number_of_whom_where_a_larger_figure_stands(
    title: str, told: str, amount: str
) -> None:
    assert how_much(f"{title}\n\n{told}\n") == amount


def test_how_much_is_what_the_title_says_however_deep_it_stands() -> None:
    plain = "The council met on Monday to talk of the pier and of what it is to cost."
    filler = "\n\n".join(f"The pier has a part that nobody knows, said {n}." for n in "ABCDEFGHI")
    text = (
        f"Pier to cost $90 million\n\n{plain} Some 400 people came.\n\n{filler}\n\n"
        "The work costs $90 million, the council said.\n"
    )
    assert how_much(text) == "$90 million"


@pytest.mark.parametrize(
    "opening",
    [
        "There are many things that a mill needs",
        "If it were easy they would do it",
        "It's time to talk of mills",
        "I've seen many mills in my life",
    ],
)
def test_who_is_never_a_word_that_names_nobody(opening: str) -> None:
    assert Question.WHO not in asked(f"{opening}, and many have said so in the last few years.\n")


def test_why_and_how_are_found_in_the_lead() -> None:
    text = "Road closed\n\nThe road was closed because of a fire, by police with barriers.\n"
    article = story(text)
    told = w1h(article, article_sentences(article))
    assert told["why"][0].span.of(article.text).startswith("a fire")
    assert told["how"][0].span.of(article.text).startswith("by police")


def test_nothing_to_say() -> None:
    article = parse("", Origin("-"))
    assert answers(article, ()) == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    article = story(text)
    for each in answers(article, article_sentences(article)):
        assert 0 <= each.span.start < each.span.end <= len(article.text)
        assert each.span.of(article.text).strip()


@pytest.mark.parametrize("piece", ["a", "at ", "near the ", "to a ", "A, ", "5 ", "'", "Mr. "])
def test_hostile_lines_cost_little(piece: str) -> None:
    text = f"Title of this\n\n{piece * 100_000}\n"
    article = parse(text, Origin("-"))
    span = Span(0, len(article.text))
    before = time.process_time()
    answers(article, (span,))
    assert time.process_time() - before < 5


def test_a_list_of_players_is_not_where() -> None:
    text = (
        "Late goal sinks Rovers\n\nLin headed in a corner in the last minute as Town won again.\n\n"
        "Town: Perry; Lowe, Shaw, Diaz, Bell; Harwick, Loren, Sule.\n"
    )
    told = asked(text, ("Harwick", PLACE), ("Loren", PLACE), ("Sule", PLACE))
    assert Question.WHERE not in told
