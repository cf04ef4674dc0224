"""Dataclasses whose methods come later are like those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from briefing.model.records import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A value."""

    words: str
    place: int = 0
    tags: tuple[str, ...] = dataclasses.field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.place < 0:
            raise ValueError("before the beginning")


@dataclass(slots=True)
class Open:
    """A value that changes."""

    words: str
    found: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Own:
    """A value that is like any other of the same length."""

    words: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own) and len(self.words) == len(other.words)

    def __hash__(self) -> int:
        return len(self.words)


def fresh() -> Any:
    """A class none of whose methods has been called."""

    @dataclass(frozen=True, slots=True)
    class Fresh:
        """A value."""

        words: str
        place: int = 0

    return Fresh


def test_a_value_is_made_with_names_and_defaults() -> None:
    assert Kept("a", 2).place == 2
    assert Kept(words="a").tags == ()
    assert Open("a").found is not Open("a").found


def test_it_is_checked_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="before"):
        Kept("a", -1)


@pytest.mark.parametrize("ask", [lambda a, b: a == b, lambda a, b: hash(a) == hash(b)])
def test_the_first_question_is_answered_like_the_second(ask: Any) -> None:
    kind = fresh()
    assert ask(kind("a"), kind("a"))
    assert ask(kind("a"), kind("a"))
    assert kind("a") != kind("b")


def test_it_shows_what_it_is() -> None:
    kind = fresh()
    assert repr(kind("a")).endswith("Fresh(words='a', place=0)")
    assert repr(Open("a")) == "Open(words='a', found=[])"


def test_wrong_arguments_are_refused_as_ever() -> None:
    kind = fresh()
    for _ in range(2):
        with pytest.raises(TypeError, match="unexpected keyword"):
            kind("a", other=1)
        with pytest.raises(TypeError, match="missing 1 required"):
            kind()


def test_it_tells_what_it_is_called_with() -> None:
    kind = fresh()
    assert list(inspect.signature(kind).parameters) == ["words", "place"]
    assert kind("a").place == 0


def test_nothing_of_a_frozen_one_can_be_set() -> None:
    kept = Kept("a")
    for name in ("words", "unheard_of"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(kept, name, "b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        del kept.words
    value = Open("a")
    value.words = "b"
    with pytest.raises(AttributeError):
        value.unheard_of = "b"  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        hash(value)


def test_its_own_methods_stay() -> None:
    assert Own("ab") == Own("cd")
    assert hash(Own("ab")) == 2
    assert repr(Own("ab")) == "Own(words='ab')"
    assert Own("ab") == Own("cd")


@pytest.mark.parametrize("value", [Kept("a", 1, ("b",)), Open("a", ["b"])])
def test_it_can_be_copied_sent_and_taken_apart(value: Any) -> None:
    assert copy.copy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
    assert dataclasses.replace(value, words="c").words == "c"
    assert dataclasses.fields(value)[0].name == "words"
    assert dataclasses.asdict(value)["words"] == "a"
    with pytest.raises(TypeError):
        vars(value)  # it has slots


def test_fields_are_told_before_and_after_the_first_value() -> None:
    kind = fresh()
    assert [(each.name, each.default) for each in dataclasses.fields(kind)] == [
        ("words", dataclasses.MISSING), ("place", 0),
    ]  # fmt: skip
    assert kind("a") == kind("a", 0)
    assert dataclasses.replace(kind("a"), place=3) == kind("a", 3)
    assert dataclasses.is_dataclass(fresh())


def test_a_made_default_is_made_after_the_fields_were_told() -> None:
    @dataclass(slots=True)
    class Made:
        """A value."""

        found: list[str] = dataclasses.field(default_factory=list)

    assert dataclasses.fields(Made)[0].name == "found"
    assert Made().found == []
    assert dataclasses.asdict(Made(["a"])) == {"found": ["a"]}
