from __future__ import annotations

import pytest

from briefing.model.annotations import EntityKind
from briefing.reading.entities.edges import trimmed, without_rank
from briefing.reading.entities.mention import Found, Mention
from briefing.reading.entities.tidy import tidied
from tests.unit.reading.entities.helpers import found, mentions

SHORT = {
    EntityKind.PERSON: "PER",
    EntityKind.ORGANISATION: "ORG",
    EntityKind.PLACE: "LOC",
    EntityKind.GROUP: "NORP",
    EntityKind.EVENT: "EVENT",
    EntityKind.WORK: "WORK",
}


def names(marked: str) -> list[tuple[str, str]]:
    text, given = found(marked)
    return [(SHORT[m.kind], m.of(text)) for m in tidied(text, given)]


@pytest.mark.parametrize(
    ("before", "name", "after", "expected"),
    [
        ("", "the Bank of Oakham", "", "Bank of Oakham"),
        ("", "Oakham’s", " mayor", "Oakham"),
        ("", "OAKHAM'S", " MAYOR", "OAKHAM"),
        ("", "“Northern Star”", "", "Northern Star"),
        ("", "Acme Inc.", " said", "Acme Inc."),
        ("", "Acme Inc", ". said", "Acme Inc."),
        ("", "Oakham.", "", "Oakham"),
        ("", "U.S.", " troops", "U.S."),
        ("", "U.S", ". troops", "U.S."),
        ("", "Calif", "., said", "Calif."),
        ("in ", "Calif", ". The", "Calif"),
        ("", "John Doe Jr.", "", "John Doe Jr."),
        ("", "_ Acme", "", "Acme"),
        ("", "Province of", " X", "Province"),
        ("", "JD.com", "", "JD.com"),
        ("on ", "Weibo. Rivals", " such", "Weibo"),
        ("", "St. Louis", "", "St. Louis"),
        ("", "Mr. Ma", "", "Mr. Ma"),
        ("", "Moody’s", " said", "Moody’s"),
        ("", "Standard & Poor's", " said", "Standard & Poor's"),
        ("", "Oakham’s", "", "Oakham"),
    ],
)
def test_edges(before: str, name: str, after: str, expected: str) -> None:
    text = before + name + after
    start, end = trimmed(text, len(before), len(before) + len(name))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Maj. Gen. Ann Lee", "Ann Lee"),
        ("Mr Ma", "Ma"),
        ("Prince Abdullah", "Prince Abdullah"),
        ("President", "President"),
    ],
)
def test_ranks_are_no_part_of_a_name(name: str, expected: str) -> None:
    assert name[without_rank(name, 0, len(name)) :] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{LOC South Oakham} {ORG Morning Post} said", [("ORG", "South Oakham Morning Post")]),
        ("the {NORP Ruritanian} {ORG Labour Party} won", [("ORG", "Ruritanian Labour Party")]),
        ("{ORG University of} {LOC Oakham} staff", [("ORG", "University of Oakham")]),
        ("{ORG University} of {LOC Oakham} staff", [("ORG", "University of Oakham")]),
        ("{LOC Oakham} {ORG Institute of Technology}", [("ORG", "Oakham Institute of Technology")]),
        (
            "{ORG University of Southern} {LOC Ruritania} staff",
            [("ORG", "University of Southern Ruritania")],
        ),
        ("the {LOC Oakham} {LOC Railroad} failed", [("LOC", "Oakham Railroad")]),
        ("{LOC USA} {ORG TODAY} said", [("ORG", "USA TODAY")]),
        ("{PER Odd} {PER Bjorn Berg} won", [("PER", "Odd Bjorn Berg")]),
        ("{PER Ann Lee}, {PER Bo Ek} won", [("PER", "Ann Lee"), ("PER", "Bo Ek")]),
        ("in {LOC Oakham} {PER Ann Lee} won", [("LOC", "Oakham"), ("PER", "Ann Lee")]),
        ("{LOC Oakham} of {LOC Ruritania}", [("LOC", "Oakham"), ("LOC", "Ruritania")]),
        ("{LOC Oakham}\n{ORG Post}", [("LOC", "Oakham"), ("ORG", "Post")]),
    ],
)
def test_halves_are_joined(marked: str, expected: list[tuple[str, str]]) -> None:
    assert names(marked) == expected


def test_a_chain_of_names_without_end_is_not_one_name() -> None:
    found = names(" ".join(["{PER Ann Lee}"] * 200))
    assert len(found) > 1
    assert all(len(name) <= 200 for _, name in found)


def test_a_name_is_one_kind_throughout() -> None:
    marked = "{ORG Veltro} rose. {ORG Veltro} fell. {PER:0.6 Veltro} rests."
    assert names(marked) == [("ORG", "Veltro")] * 3


def test_a_surname_is_a_person_once_the_person_is_named() -> None:
    assert names("{PER Ann Kent} came. {ORG Kent} left.")[1] == ("PER", "Kent")


def test_a_well_known_organisation_is_no_person() -> None:
    assert names("{PER:0.7 Microsoft} fell.") == [("ORG", "Microsoft")]


def test_a_nation_that_speaks_is_the_person_of_that_name() -> None:
    told = "{PER Jay French} sang. {NORP French} said so. The {NORP French} said no."
    assert names(told) == [("PER", "Jay French"), ("PER", "French"), ("NORP", "French")]


def test_handles_and_hashtags_are_no_names() -> None:
    assert names("Thanks @{PER AnnLee}, see #{LOC Oakham} and {LOC Oakham}.") == [("LOC", "Oakham")]


def test_a_rank_is_no_name() -> None:
    assert names("The {MISC World No. 1} beat {PER Ann Lee}.") == [("PER", "Ann Lee")]


def test_a_well_known_name_of_several_words_is_an_organisation_however_sure_the_model() -> None:
    assert names("{PER Boko Haram} fled.") == [("ORG", "Boko Haram")]


def test_places_apart_by_a_comma_are_two() -> None:
    assert names("in {LOC Oakham, Rutland}.") == [("LOC", "Oakham"), ("LOC", "Rutland")]


def test_a_country_is_no_surname() -> None:
    assert names("{PER Ann France} came. {LOC France} won.")[1] == ("LOC", "France")


def test_a_doubtful_name_in_a_list_is_like_the_rest() -> None:
    marked = "{ORG Acme}, {ORG Veltro}, and {PER:0.6 Kuandu}, {LOC Oakham}’s best"
    assert names(marked)[2:] == [("ORG", "Kuandu"), ("LOC", "Oakham")]


def test_a_sure_name_in_a_list_stays() -> None:
    marked = "{ORG Acme}, {ORG Veltro} and {PER Ann Lee} agreed"
    assert names(marked)[2] == ("PER", "Ann Lee")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{ORG:0.5 Acme} fell", []),
        ("{ORG:0.55 Acme} fell. {ORG:0.65 Acme} rose", [("ORG", "Acme")] * 2),
        ("{ORG:0.3 Acme} fell. {ORG:0.9 Acme} rose", [("ORG", "Acme")]),
        ("{DATE 2020} and {MONEY $5}", []),
        ("{ORG ...} and {PER “”}", []),
    ],
)
def test_what_is_unsure_is_left_out(marked: str, expected: list[tuple[str, str]]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [("World Cup", "EVENT"), ("Veltro 5", "WORK"), ("Second World War", "EVENT")],
)
def test_events_are_told_from_works(name: str, kind: str) -> None:
    assert names(f"the {{MISC {name}}} was") == [(kind, name)]


def test_known_names_take_the_place_of_what_was_found() -> None:
    text, given = found("Source: {PER Oakham} Insider")
    _, (known,) = mentions("Source: {ORG Oakham Insider}")
    assert tidied(text, given, [known]) == [known]


def test_a_nation_joins_a_known_rest_of_an_organisations_name() -> None:
    text, given = found("the {NORP Ruritanian} Labour Party said")
    _, (known,) = mentions("the Ruritanian {ORG Labour Party} said")
    assert [m.of(text) for m in tidied(text, given, [known])] == ["Ruritanian Labour Party"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Oakham-based {PRODUCT Quill 9} signed it", [("ORG", "Quill 9")]),
        ("Oakham-based {PER Ada Lind} signed it", [("PER", "Ada Lind")]),
        ("web-based software {PRODUCT Quill 9} is", [("WORK", "Quill 9")]),
    ],
)
def test_what_has_a_seat_is_a_company(marked: str, expected: list[tuple[str, str]]) -> None:
    assert names(marked) == expected


@pytest.mark.parametrize(
    ("name", "kept"), [("The", False), ("Saturday", False), ("War", False), ("WHO", True)]
)
def test_small_words_and_days_are_no_names(name: str, kept: bool) -> None:
    text = f"He saw {name} again."
    one = Found(7, 7 + len(name), "ORG", 0.9)
    assert bool(tidied(text, [one])) is kept


def test_a_piece_of_an_address_is_no_name() -> None:
    marked = "See pic.{ORG twitter}.com/a1b2 and rail.gov.{LOC uk} on {ORG Twitter}."
    text, names = found(marked)
    assert [mention.of(text) for mention in tidied(text, names)] == ["Twitter"]


def test_a_place_that_the_page_tells_stays_one() -> None:
    text, names = found("ELIZABETH (AP) - {PER Elizabeth} left. {PER Elizabeth} is 40.")
    known = Mention(0, 9, EntityKind.PLACE, 1.0)
    kinds = [mention.kind for mention in tidied(text, names, [known])]
    assert kinds == [EntityKind.PLACE, EntityKind.PERSON, EntityKind.PERSON]
