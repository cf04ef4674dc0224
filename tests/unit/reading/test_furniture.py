"""What single lines are, told from tables of lines of many papers' habits."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.reading.datelines import agency_named, dateline, places_named
from briefing.reading.furniture import furniture

DATA = Path(__file__).parents[2] / "data" / "reading"


def rows(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [(first, second) for first, _, second in (line.partition("\t") for line in lines)]


LINES = rows("furniture.tsv")
KINDS = sorted({kind for kind, _ in LINES})


def told(line: str) -> str:
    """The name of what a line is told for."""
    found = furniture(line)
    return found.kind.value if found else "body"


# A kind is one test: six thousand of a line each would cost more to begin than to run.
@pytest.mark.parametrize("kind", KINDS)
def test_a_line_is_told_for_what_it_is(kind: str) -> None:
    lines = [line for its, line in LINES if its == kind]
    assert [(told(line), line) for line in lines if told(line) != kind] == []
    for line in lines:
        found = furniture(line)
        assert found is None or found.why, line
        assert furniture(f"  {line}\n") == found, line


@pytest.mark.parametrize(("place", "story"), rows("datelines.tsv"))
def test_a_dateline_ends_with_its_dash(place: str, story: str) -> None:
    space = "" if place.endswith(("--", "(CNN)", ".-")) else " "
    found = dateline(f"{place}{space}{story}")
    assert found is not None
    assert found.end == len(place)


@pytest.mark.parametrize(
    ("opening", "places"),
    [
        ("SODRA HAMN, March 3 (Agency) -", ["SODRA HAMN"]),
        ("NAIROBI, Kenya (AP) —", ["NAIROBI", "Kenya"]),
        ("ERIE, Pa. —", ["ERIE"]),
        ("WASHINGTON/LONDON (Reuters) -", ["WASHINGTON", "LONDON"]),
        ("July 12 (UPI) --", []),
        ("(Reuters) -", []),
        ("ABOARD NORTHERN STAR (AP) —", []),
        ("", []),
    ],
)
def test_the_places_of_a_dateline(opening: str, places: list[str]) -> None:
    assert [place.of(opening) for place in places_named(opening)] == places


def test_lines_of_the_story_have_no_dateline() -> None:
    lines = [line for kind, line in LINES if kind == "body"]
    assert [line for line in lines if dateline(line) is not None] == []


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("LONDON (Reuters) –", "Reuters"),
        ("NEW YORK, July 12, 2023 /PRNewswire/ --", "PRNewswire"),
        ("(CNN) --", "CNN"),
        ("PARIS —", ""),
        ("New Delhi:", ""),
    ],
)
def test_a_dateline_names_its_agency(opening: str, agency: str) -> None:
    assert agency_named(opening) == agency


@pytest.mark.parametrize("line", ["", "   ", "—", "(", "[]", "***", "\u200b", ":", "|" * 300])
def test_lines_without_words_are_nothing(line: str) -> None:
    assert furniture(line) is None
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("kind", "opening"),
    [
        ("promo", "Newsletter Sign Up Continue reading the main story Please verify you're not a"),
        ("related", "MOST READ IN SPORT BACK AGAIN Keeper returns LATE Winner in the last minute"),
        (None, "Newsletter writers are leaving the paper, and most read what they write for it"),
    ],
)
def test_a_page_s_furniture_in_one_long_line(kind: str | None, opening: str) -> None:
    found = furniture(f"{opening} {'and so on and on ' * 30}")
    assert (found.kind.value if found else None) == kind
