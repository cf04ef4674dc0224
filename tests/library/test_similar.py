from __future__ import annotations

import math
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.library.similar import likenesses, profile
from briefing.library.stories import stories

ARTICLES = (
    (
        "Ferry runs aground off Harwick",
        "A ferry ran aground in fog off Harwick on Tuesday. The coastguard said 14 were hurt.",
        "2024-05-07",
    ),
    (
        "Fourteen hurt as ferry hits rocks",
        "Fourteen passengers were hurt when a ferry hit rocks off Harwick in fog, it was said.",
        "2024-05-07",
    ),
    (
        "Meridian Bank cuts jobs",
        "The bank will cut jobs as its profit falls, said its chief, Ana Ruiz, to shareholders.",
        "2024-05-07",
    ),
    (
        "Inquiry into Harwick ferry opens",
        "An inquiry into why a ferry ran aground in fog off Harwick opened, the coastguard said.",
        "2024-05-09",
    ),
    (
        "Unions fight Meridian Bank over jobs",
        "Unions will fight the jobs cuts of the bank, whose profit falls, said Ana Ruiz.",
        "2024-05-08",
    ),
    ("", "", ""),
)
PROFILES = [profile(title, text) for title, text, _ in ARTICLES]
DAYS = [day for _, _, day in ARTICLES]


def test_a_profile_has_length_one_or_nothing() -> None:
    assert [round(math.hypot(*each.values()), 6) for each in PROFILES] == [1, 1, 1, 1, 1, 0]


def test_names_of_two_words_are_terms() -> None:
    assert "ana ruiz" in PROFILES[2]


def test_lines_beside_the_story_make_no_likeness() -> None:
    beside = (
        "Newsletter Sign Up: please verify that you are no robot. Invalid address. Re-enter it."
    )
    one, other = (
        profile(title, f"{text}\n\n{beside}") for title, text, _ in (ARTICLES[0], ARTICLES[2])
    )
    assert not {"newsletter", "robot"} & {*one, *other}
    assert "robot" in profile("", "It fell. Read more on the robot.")


def test_the_likest_article_tells_of_the_same() -> None:
    found = likenesses(PROFILES)
    assert max(found[0], key=found[0].__getitem__) in (1, 3)
    assert max(found[2], key=found[2].__getitem__) == 4
    assert found[5] == {}
    assert all(number not in near for number, near in enumerate(found))


def test_stories_hold_what_tells_of_one_event() -> None:
    assert stories(PROFILES, DAYS) == [0, 0, 2, 0, 2, 5]


def test_a_weak_likeness_is_one_story_only_within_days() -> None:
    one, other = {"ferry": 0.43, "fog": 0.9}, {"ferry": 0.43, "storm": 0.9}
    assert stories([one, other], ["2024-05-07", "2024-05-08"]) == [0, 0]
    assert stories([one, other], ["2024-05-07", ""]) == [0, 0]
    assert stories([one, other], ["2024-05-07", "2020-05-07"]) == [0, 1]


@pytest.mark.parametrize("count", [0, 1])
def test_few_articles(count: int) -> None:
    assert stories(PROFILES[:count], DAYS[:count]) == list(range(count))


@given(st.permutations(range(len(ARTICLES))))
def test_the_order_of_reading_does_not_matter(order: list[int]) -> None:
    shuffled = stories([PROFILES[i] for i in order], [DAYS[i] for i in order])
    groups = {frozenset(order[i] for i, s in enumerate(shuffled) if s == each) for each in shuffled}
    assert groups == {frozenset({0, 1, 3}), frozenset({2, 4}), frozenset({5})}


def test_likeness_is_mutual() -> None:
    found = likenesses(PROFILES)
    for number, near in enumerate(found):
        for other, likeness in near.items():
            assert found[other][number] == likeness
            assert 0 < likeness <= 1.000001


def test_a_library_of_hundreds_takes_seconds() -> None:
    chance = random.Random(3)
    words = [
        a + chr(97 + b % 26) + chr(97 + b // 26)
        for a in ("kor", "mel", "tan", "vis", "dor")
        for b in range(200)
    ]
    profiles = [
        profile(" ".join(chance.sample(words, 5)), " ".join(chance.choices(words, k=200)))
        for _ in range(400)
    ]
    before = time.process_time()
    assert len(stories(profiles, [""] * 400)) == 400
    assert time.process_time() - before < 10


def test_two_articles_in_german_are_not_alike_by_the_words_that_every_german_text_has() -> None:
    bridge = (
        "Die Brücke über den Hafen ist seit Montag gesperrt. Nach der Prüfung war für die Stadt"
        " klar, dass sie nicht mehr sicher ist und bis zum Winter nicht mehr auf einer Seite"
        " befahren werden kann. Auch die Fähre ist von der Sperrung betroffen."
    )
    theatre = (
        "Das Theater hat eine neue Leiterin. Sie ist aus Wien und war auch schon an der Oper."
        " Nach der Wahl sagte sie, dass sie sich auf die Arbeit mit dem Haus freut und nicht"
        " für immer auf einer Bühne bleiben kann, die von der Stadt zum Sparen gezwungen ist."
    )
    ferry = (
        "Weil die Brücke über den Hafen gesperrt ist, fährt die Fähre seit Montag öfter. Die"
        " Stadt zahlt für die Fahrten, bis die Prüfung der Brücke auch für die zweite Seite"
        " zu Ende ist. Mit dem Winter wird es nicht einfacher, sagte der Kapitän nach der Fahrt."
    )
    one, other, third = (
        profile(title, text)
        for title, text in (
            ("Hafenbrücke gesperrt", bridge),
            ("Neue Leiterin für das Theater", theatre),
            ("Mehr Fähren wegen der Hafenbrücke", ferry),
        )
    )
    assert "die" not in one
    assert stories([one, other, third], ["2024-05-06"] * 3) == [0, 1, 0]
