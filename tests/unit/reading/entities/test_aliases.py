"""Which names are one: every row marks the mentions of a text and says which go together."""

from __future__ import annotations

import pytest

from briefing.reading.entities.aliases import clusters
from tests.unit.reading.entities.helpers import mentions

TOGETHER: list[tuple[str, str, list[list[str]]]] = [
    (
        "a town, and a company that is called like it",
        "{LOC Harwick} slept. {ORG Harwick Holdings} owns it. In {LOC Harwick} it rained.",
        [["Harwick", "Harwick"], ["Harwick Holdings"]],
    ),
    (
        "a company, with its ending and without",
        "{ORG Tasker Group} rose. {ORG Tasker} fell, and {LOC Tasker} rose. {ORG Tasker Inc.} too.",
        [["Tasker Group", "Tasker", "Tasker", "Tasker Inc."]],
    ),
    (
        "a company with two endings, far from the town",
        "In {LOC Olm} {ORG Olm Holdings} and {ORG Olm Holdings Ltd} met.",
        [["Olm"], ["Olm Holdings", "Olm Holdings Ltd"]],
    ),
    (
        "a surname",
        "{PER Jack Ma} spoke. {PER Ma} left.",
        [["Jack Ma", "Ma"]],
    ),
    (
        "clubs by their last words",
        "{ORG Hale Town} beat {ORG Calder Rovers}. {ORG Town} led {ORG Rovers} twice.",
        [["Hale Town", "Town"], ["Calder Rovers", "Rovers"]],
    ),
    (
        "a last word of two clubs",
        "{ORG Hale United} beat {ORG Norrvik United}. {ORG United} led twice.",
        [["Hale United"], ["Norrvik United"], ["United"]],
    ),
    (
        "a title inside the name",
        "{PER Jack Ma} spoke. {PER Mr Ma} left.",
        [["Jack Ma", "Mr Ma"]],
    ),
    (
        "a surname that comes first",
        "{PER Ma} to quit. {PER Jack Ma} said so.",
        [["Ma", "Jack Ma"]],
    ),
    (
        "a family name that stands first",
        "{PER Xi Jinping} arrived. {PER Xi} smiled.",
        [["Xi Jinping", "Xi"]],
    ),
    (
        "two people and their given name",
        "{PER Jack Ma} met {PER Jack Dorsey}. {PER Jack} laughed.",
        [["Jack Ma"], ["Jack Dorsey"], ["Jack"]],
    ),
    (
        "two people and their surname, which the latest has",
        "{PER Ann Lee} and {PER Bo Lee} came. {PER Lee} spoke. {PER Ann Lee} too. {PER Lee} left.",
        [["Ann Lee", "Ann Lee", "Lee"], ["Bo Lee", "Lee"]],
    ),
    (
        "a surname rather than a given name",
        "{PER James Harden} and {PER LeBron James} met. {PER James} won.",
        [["James Harden"], ["LeBron James", "James"]],
    ),
    (
        "given names and their initials, with dots and without",
        "{PER A.J. Moen} drums. {PER AJ Moen} sang. {PER Anna Jane Moen} won. {PER Moen} left.",
        [["A.J. Moen", "AJ Moen", "Anna Jane Moen", "Moen"]],
    ),
    (
        "a people, once taken for a work",
        "{NORP Samoans} left. {MISC Samoans} stayed.",
        [["Samoans", "Samoans"]],
    ),
    (
        "a middle name",
        "{PER Donald Trump} ran. {PER Donald J. Trump} won.",
        [["Donald Trump", "Donald J. Trump"]],
    ),
    (
        "two middle names",
        "{PER George W. Bush} and {PER George H.W. Bush} met. {PER George Bush} spoke.",
        [["George W. Bush"], ["George H.W. Bush"], ["George Bush"]],
    ),
    (
        "a father and a son",
        "{PER Donald Trump} and {PER Donald Trump Jr.} met.",
        [["Donald Trump"], ["Donald Trump Jr."]],
    ),
    (
        "a surname of several words",
        "{PER Ursula von der Leyen} came. {PER von der Leyen} spoke.",
        [["Ursula von der Leyen", "von der Leyen"]],
    ),
    (
        "an article in a surname",
        "{PER Bashar al-Assad} fell. {PER Assad} fled.",
        [["Bashar al-Assad", "Assad"]],
    ),
    (
        "an accent",
        "{PER José Núñez} won. {PER Nunez} smiled.",
        [["José Núñez", "Nunez"]],
    ),
    (
        "an acronym",
        "the {ORG South China Morning Post} said. The {ORG SCMP} wrote.",
        [["South China Morning Post", "SCMP"]],
    ),
    (
        "an acronym with its small words",
        "the {ORG Department of Justice} sued. The {ORG DOJ} won. The {ORG DoJ} left.",
        [["Department of Justice", "DOJ", "DoJ"]],
    ),
    (
        "an acronym with dots",
        "the {ORG U.N.E.P.} and the {ORG United Nations Environment Programme}",
        [["U.N.E.P.", "United Nations Environment Programme"]],
    ),
    (
        "an acronym of two names",
        "the {ORG Bank of Oakham}, the {ORG Bureau of Order} and {ORG BOO}",
        [["Bank of Oakham"], ["Bureau of Order"], ["BOO"]],
    ),
    (
        "a company's ending",
        "{ORG Acme Inc.} rose. {ORG Acme} fell. {ORG Acme Corp} closed.",
        [["Acme Inc.", "Acme", "Acme Corp"]],
    ),
    (
        "the first word of a company",
        "{ORG Alibaba Group Holding} rose. {ORG Alibaba} fell.",
        [["Alibaba Group Holding", "Alibaba"]],
    ),
    (
        "a company spun off from another",
        "{ORG Harwick Mills} rose. {ORG Harwick Mills Energy}, which was spun off from"
        " {ORG Harwick Mills} in May, fell. {ORG Harwick Mills Energy} has 90 mills.",
        [["Harwick Mills"] * 2, ["Harwick Mills Energy"] * 2],
    ),
    (
        "a unit of another company, with its ending",
        "{ORG Harwick Mills Energy Inc.}, a unit of {ORG Harwick Mills Corp.}, fell."
        " {ORG Harwick Mills} is old.",
        [["Harwick Mills Energy Inc."], ["Harwick Mills Corp.", "Harwick Mills"]],
    ),
    (
        "an owner with its arm",
        "{ORG Harwick Mills}'s bank arm, {ORG Harwick Mills Finance}, closed.",
        [["Harwick Mills"], ["Harwick Mills Finance"]],
    ),
    (
        "two companies side by side",
        "{ORG Harwick Mills} and {ORG Harwick Mills Finance} said so.",
        [["Harwick Mills"], ["Harwick Mills Finance"]],
    ),
    (
        "one company unlike another",
        "Unlike {ORG Harwick Mills}, {ORG Harwick Mills Finance} makes no cloth.",
        [["Harwick Mills"], ["Harwick Mills Finance"]],
    ),
    (
        "one company rose while the other fell",
        "Shares of {ORG Harwick Mills} rose while those of {ORG Harwick Mills Finance} fell.",
        [["Harwick Mills"], ["Harwick Mills Finance"]],
    ),
    (
        "a company called by the beginning of its name",
        "{ORG Harwick Mills Finance} said on Monday that {ORG Harwick Mills} would close. Its owner"
        " bought {ORG Sule Stores}, which {ORG Harwick Mills} had sold.",
        [["Harwick Mills Finance", "Harwick Mills", "Harwick Mills"], ["Sule Stores"]],
    ),
    (
        "a company called by less in the next sentence",
        "A bank bought {ORG Harwick Mills Finance}. While it was sold, {ORG Harwick Mills} grew.",
        [["Harwick Mills Finance", "Harwick Mills"]],
    ),
    (
        "a company with its ending beside it without",
        "{ORG Acme PLC} and {ORG Acme}, a unit of {ORG Acme Corp}, rose.",
        [["Acme PLC", "Acme", "Acme Corp"]],
    ),
    (
        "the first word of two companies",
        "{ORG Alpha Motors Europe} and {ORG Alpha Steel Works} fell. {ORG Alpha} rose.",
        [["Alpha Motors Europe"], ["Alpha Steel Works"], ["Alpha"]],
    ),
    (
        "a first word that names nothing",
        "{ORG University of Oakham} and {ORG University}",
        [["University of Oakham"], ["University"]],
    ),
    (
        "a possessive of its own",
        "{ORG MOODY'S} warned. {ORG Moody} fell. {ORG Moody's Investors Service} said.",
        [["MOODY'S", "Moody", "Moody's Investors Service"]],
    ),
    (
        "the last words of a party",
        "{ORG Ruritanian Communist Party} and the {ORG Communist Party}",
        [["Ruritanian Communist Party", "Communist Party"]],
    ),
    (
        "a country's names",
        "{LOC U.S.} and {LOC US} and {LOC United States} and {LOC America} and {LOC USA}",
        [["U.S.", "US", "United States", "America", "USA"]],
    ),
    (
        "one kingdom",
        "{LOC Britain}, {LOC UK}, {LOC U.K.}, {LOC United Kingdom}",
        [["Britain", "UK", "U.K.", "United Kingdom"]],
    ),
    (
        "two Koreas",
        "{LOC North Korea} and {LOC South Korea}",
        [["North Korea"], ["South Korea"]],
    ),
    (
        "a country and its people",
        "{LOC China} and the {NORP Chinese}",
        [["China"], ["Chinese"]],
    ),
    (
        "a people in the plural",
        "a {NORP Republican} and the {NORP Republicans}",
        [["Republican", "Republicans"]],
    ),
    (
        "capitals and an article",
        "{ORG THE GUARDIAN} and {ORG The Guardian} and {ORG Guardian}",
        [["THE GUARDIAN", "The Guardian", "Guardian"]],
    ),
    (
        "a person and a firm",
        "{PER John Deere} and {ORG Deere}",
        [["John Deere"], ["Deere"]],
    ),
    (
        "what differs in kind only",
        "{ORG:0.9 Veltro} and {LOC:0.6 Veltro}",
        [["Veltro", "Veltro"]],
    ),
    (
        "one word of a place",
        "{LOC New York} and {LOC York}",
        [["New York"], ["York"]],
    ),
]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [row[1:] for row in TOGETHER],
    ids=[row[0] for row in TOGETHER],
)
def test_together(marked: str, expected: list[list[str]]) -> None:
    text, given = mentions(marked)
    found = [[mention.of(text) for mention in one.mentions] for one in clusters(text, given)]
    assert found == expected


def test_every_mention_is_in_one_cluster() -> None:
    for _, marked, _ in TOGETHER:
        text, given = mentions(marked)
        found = [mention for one in clusters(text, given) for mention in one.mentions]
        assert sorted(m.start for m in found) == [m.start for m in given]


def test_many_names_are_quick() -> None:
    marked = " ".join(f"{{PER Ann{n} Lee{n}}} {{ORG Firm{n} Steel}}" for n in range(3000))
    text, given = mentions(marked)
    assert len(clusters(text, given)) == 6000
