"""What lines of furniture say, in tables."""

from __future__ import annotations

import pytest

from briefing.reading.masthead import (
    authors_named,
    day_named,
    listed_title,
    source_named,
    titles_named,
)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Business Insider", "Business Insider"),
        ("(Source: Office for National Statistics)", "Office for National Statistics"),
        ("Sources: Reuters, AFP", "Reuters"),
        ("© 2023 The Associated Press. All rights reserved.", "The Associated Press"),
        ("©2023 The Sacramento Bee", "The Sacramento Bee"),
        ("This article was originally published on The Conversation.", "The Conversation"),
        (
            "This article is republished from The Conversation under a Creative Commons license.",
            "The Conversation",
        ),
        ("This story originally ran in the Miami Herald.", "Miami Herald"),
        ("(With inputs from PTI)", "PTI"),
        ("— Reuters", "Reuters"),
        ("via The Guardian", "The Guardian"),
        ("SOURCE Pfizer Inc.", "Pfizer Inc"),
        ("The Associated Press contributed to this report.", "The Associated Press"),
        ("Source: The New York Times, July 12, 2023", "The New York Times"),
        ("Source: https://example.org", ""),
        ("All rights reserved.", ""),
    ],
)
def test_source_named(line: str, source: str) -> None:
    assert source_named(line) == source


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("BY JANE DOE AND JOHN ROE", ("JANE DOE", "JOHN ROE")),
        ("By Jane Doe, John Roe and Max Moe", ("Jane Doe", "John Roe", "Max Moe")),
        ("By Jane Doe, CNN", ("Jane Doe",)),
        ("By Jane Doe, Senior Business Correspondent", ("Jane Doe",)),
        ("By Jane Doe BBC News, Nairobi", ("Jane Doe",)),
        ("By Jane Doe | Reuters", ("Jane Doe",)),
        ("By Dr. Sarah Lee for The Guardian", ("Dr. Sarah Lee",)),
        ("By Maria de la Cruz", ("Maria de la Cruz",)),
        ("By J.D. Vance Jr.", ("J.D. Vance Jr.",)),
        ("(Reporting by Ju-min Park in Seoul; Editing by Al Dean)", ("Ju-min Park",)),
        ("Words: Ella Fox. Photos: Sam Cole", ("Ella Fox",)),
        ("Story by Kevin Lui; Video by Zoe Tan", ("Kevin Lui",)),
        ("Jane Doe, Political Editor", ("Jane Doe",)),
        ("July 12, 2023 | By Jane Doe", ("Jane Doe",)),
        ("By Reuters Staff", ()),
        ("Editing by John Roe", ()),
        ("Jane Doe contributed to this report.", ()),
    ],
)
def test_authors_named(line: str, authors: tuple[str, ...]) -> None:
    assert authors_named(line) == authors


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("July 12, 2023", "2023-07-12"),
        ("Wed 12 Jul 2023 10.30 BST", "2023-07-12"),
        ("2023-07-31T10:00:00Z", "2023-07-31"),
        ("12-Jul-2023", "2023-07-12"),
        ("12.07.2023", "2023-07-12"),
        ("Sept. 3rd, 2018", "2018-09-03"),
        ("13/07/2023", "2023-07-13"),
        ("9/9/2019", "2019-09-09"),
        ("03/04/2020", ""),
        ("31 Feb 2020", ""),
        ("July 12", ""),
        ("3 hours ago", ""),
    ],
)
def test_day_named(line: str, day: str) -> None:
    assert day_named(line) == day


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        ("Related articles: Ship Sinks Off Cape", ["Ship Sinks Off Cape"]),
        ("Related: Ship sinks | Two saved", ["Ship sinks", "Two saved"]),
        (">> Related: Two die; Three live on", ["Two die", "Three live on"]),
        ("[Read: Why the ship sank]", ["Why the ship sank"]),
        ("(Related: Ship sinks (PHOTOS))", ["Ship sinks (PHOTOS)"]),
        ("READ MORE Ship sinks off cape", ["Ship sinks off cape"]),
        ("• Related: Rescue: How it was done", ["Rescue: How it was done"]),
        ("Read more:", []),
    ],
)
def test_titles_named(line: str, titles: list[str]) -> None:
    assert [span.of(line) for span in titles_named(line)] == titles


def test_a_listed_title_is_the_whole_line() -> None:
    line = "• Storm: Harbour closes (again)"
    assert [span.of(line) for span in listed_title(line)] == ["Storm: Harbour closes (again)"]
