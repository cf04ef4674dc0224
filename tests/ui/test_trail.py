from __future__ import annotations

from briefing.ui.trail import LONGEST, Place, Trail


def place(offset: int, digest: str = "a") -> Place:
    return Place(digest, offset)


def test_back_and_forward_meet_the_same_places() -> None:
    trail = Trail().jumped(place(1)).jumped(place(2, "b"))
    trail, there = trail.back(place(3))
    assert there == place(2, "b")
    trail, there = trail.back(place(2, "b"))
    assert there == place(1)
    trail, there = trail.back(place(1))
    assert there is None
    trail, there = trail.forward(place(1))
    assert there == place(2, "b")
    trail, there = trail.forward(place(2, "b"))
    assert there == place(3)
    assert trail.forward(place(3))[1] is None


def test_a_jump_forgets_what_was_ahead() -> None:
    trail, _ = Trail().jumped(place(1)).back(place(2))
    assert trail.jumped(place(5)).ahead == ()


def test_the_same_place_is_kept_once_and_the_trail_ends() -> None:
    trail = Trail()
    for number in range(LONGEST + 50):
        trail = trail.jumped(place(number)).jumped(place(number))
    assert len(trail.behind) == LONGEST
