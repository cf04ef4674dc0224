"""Dataclasses whose methods are made when one of them is first called.

The standard decorator writes and compiles the methods of a class while its module is imported: a
third of a millisecond for each class, for sixty classes before the first page is drawn, of which
most are never used in that start. :func:`dataclass` notes the fields, gives the class its slots,
and leaves a stand-in for every method. The first call has the standard library make the real ones
and puts them in their places; from then on nothing is different, not even the speed.

For whoever reads or checks types this is :func:`dataclasses.dataclass`, used as
``@dataclass(slots=True)`` or ``@dataclass(frozen=True, slots=True)``. ``replace``, ``fields`` and
``asdict`` work as ever. No class may inherit from another one of these.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool) -> Any:
        """Makes a class one of fields, with its methods to come.

        Args:
            frozen: whether the fields of a value can never be set again.
            slots: always true; it is said so that everyone sees it.
        """

        def made(kind: type) -> type:
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)
            return _promised(bare(kind), frozen=frozen)

        return made


_COMPARING = ("__eq__", "__hash__", "__repr__")
_ABOUT = ("default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")


def _promised(kind: Any, *, frozen: bool) -> Any:
    """Gives a class the stand-ins of those methods that it has not written itself."""
    own = {name for name in _COMPARING if name in vars(kind)}

    def begin() -> None:
        like = _like(kind, init=True, repr=False, eq=False, frozen=frozen)
        _put(kind, "__init__", like)

    def __init__(self: Any, *args: Any, **named: Any) -> None:  # noqa: N807
        begin()
        kind.__init__(self, *args, **named)

    def settle() -> None:
        like = _like(kind, init=False, repr=True, eq=True, unsafe_hash=frozen)
        for name in _COMPARING:
            if name not in own:
                _put(kind, name, like)

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        settle()
        return kind.__eq__(self, other)

    def __hash__(self: Any) -> int:  # noqa: N807
        settle()
        return hash(self)

    def __repr__(self: Any) -> str:  # noqa: N807
        settle()
        return repr(self)

    promised: dict[str, Any] = {"__init__": __init__, "__eq__": __eq__, "__repr__": __repr__}
    promised["__hash__"] = __hash__ if frozen else None
    for name, method in promised.items():
        if name not in own:
            setattr(kind, name, method)
    kind.__signature__ = _Signature(begin)
    if frozen:
        kind.__setattr__ = _refused
        kind.__delattr__ = _refused
        kind.__getstate__ = _state
        kind.__setstate__ = _take_state
    return kind


class _Signature:
    """What a class is called with, for whoever inspects it: a stand-in takes anything."""

    def __init__(self, begin: Callable[[], None]) -> None:
        self.begin = begin

    def __get__(self, _: object, kind: Any) -> Any:
        import inspect

        self.begin()
        return inspect.signature(kind.__init__.__get__(object()))


def _like(kind: Any, **asked: Any) -> type:
    """A class with the same fields and the methods asked for, as the standard library has them."""
    fields = [
        (f.name, f.type, dataclasses.field(**{about: getattr(f, about) for about in _ABOUT}))
        for f in dataclasses.fields(kind)
    ]
    after = vars(kind).get("__post_init__")
    return dataclasses.make_dataclass(
        kind.__name__, fields, namespace={"__post_init__": after} if after else {}, **asked
    )


def _put(kind: Any, name: str, like: type) -> None:
    """Puts a method that was made for one class into another."""
    method = vars(like)[name]
    if method is not None:
        method.__qualname__ = f"{kind.__qualname__}.{name}"
        method.__module__ = kind.__module__
    setattr(kind, name, method)


def _refused(self: object, name: str, *_: object) -> None:
    """Sets and deletes nothing."""
    raise dataclasses.FrozenInstanceError(f"cannot set or delete {name!r} of {type(self).__name__}")


def _state(self: Any) -> list[object]:
    """The values in the order of their fields, for a pickle or a copy."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _take_state(self: Any, state: list[object]) -> None:
    """Takes the values of a pickle or a copy."""
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
