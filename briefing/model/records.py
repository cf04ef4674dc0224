"""Dataclasses whose methods are made when one of them is first called.

The standard decorator looks through the fields of a class and writes and compiles its methods
while its module is imported: a third of a millisecond for each class, for sixty classes before
the first page is drawn, of which most are never used in that start. :func:`dataclass` gives the
class its slots, and leaves a stand-in for the fields and for every method. The first call writes
the real ones, as the standard library would but without its detours, and puts them in their
places; from then on nothing is different, but that a frozen value is made in two thirds of the
time.

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

    def dataclass(*, frozen: bool = False, slots: bool) -> Any:  # noqa: ARG001
        """Makes a class one of fields, with its methods to come.

        Args:
            frozen: whether the fields of a value can never be set again.
            slots: always true; it is said so that everyone sees it.
        """
        return lambda kind: _promised(_slotted(kind), frozen=frozen)


_NOT_OWN = ("__dict__", "__weakref__")
"""What a class gets by itself; with slots it has no use for them."""


def _slotted(kind: type) -> type:
    """The class with slots for its fields, as the standard library would make it again."""
    names = tuple(
        name for name, said in kind.__annotations__.items() if not said.startswith("ClassVar")
    )
    written = vars(kind)
    held = {name: written[name] for name in written if name not in (*names, *_NOT_OWN)}
    held |= {
        "__slots__": names,
        "__match_args__": names,
        "__dataclass_fields__": _Fields(kind),
        "__defaults__": {name: written.get(name, dataclasses.MISSING) for name in names},
    }
    made = type(kind)(kind.__name__, kind.__bases__, held)
    made.__qualname__ = kind.__qualname__
    return made


class _Fields:
    """What the standard library knows of a class's fields, found when somebody asks.

    Args:
        bare: the class as it was written, without slots.
    """

    def __init__(self, bare: type) -> None:
        self.bare = bare

    def __get__(self, _: object, kind: Any) -> Any:
        known: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(self.bare)
        kind.__dataclass_fields__ = known.__dataclass_fields__
        return kind.__dataclass_fields__


_COMPARING = ("__eq__", "__hash__", "__repr__")


def _promised(kind: Any, *, frozen: bool) -> Any:
    """Gives a class the stand-ins of those methods that it has not written itself."""
    own = {name for name in _COMPARING if name in vars(kind)}

    def begin() -> None:
        _put(kind, "__init__", *_init(kind, frozen=frozen))

    def __init__(self: Any, *args: Any, **named: Any) -> None:  # noqa: N807
        begin()
        kind.__init__(self, *args, **named)

    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        _put(kind, "__eq__", _equal(kind))
        return kind.__eq__(self, other)

    def __hash__(self: Any) -> int:  # noqa: N807
        _put(kind, "__hash__", f"def __hash__(self): return hash({_values(kind, 'self')})")
        return hash(self)

    def __repr__(self: Any) -> str:  # noqa: N807
        _put(kind, "__repr__", _shown(kind))
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


def _init(kind: Any, *, frozen: bool) -> tuple[str, dict[str, Any]]:
    """The method that makes a value, in Python, and what it is to know.

    The fields of a frozen one are set through its slots: by their names it takes longer.
    """
    known: dict[str, Any] = {"_missing": dataclasses.MISSING}
    takes, does = ["self"], []
    for number, (name, default) in enumerate(kind.__defaults__.items()):
        value = name
        if isinstance(default, dataclasses.Field):
            known[f"_make_{number}"] = default.default_factory
            takes.append(f"{name}=_missing")
            value = f"_make_{number}() if {name} is _missing else {name}"
        elif default is not dataclasses.MISSING:
            known[f"_default_{number}"] = default
            takes.append(f"{name}=_default_{number}")
        else:
            takes.append(name)
        known[f"_set_{number}"] = vars(kind)[name].__set__
        does.append(f"_set_{number}(self, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(kind, "__post_init__"):
        does.append("self.__post_init__()")
    return f"def __init__({', '.join(takes)}):\n  " + "\n  ".join(does), known


def _values(kind: Any, who: str) -> str:
    """The tuple of a value's fields, in Python."""
    return "(" + "".join(f"{who}.{name}, " for name in kind.__match_args__) + ")"


def _equal(kind: Any) -> str:
    """The method that holds a value against another one, in Python."""
    alike = f"{_values(kind, 'self')} == {_values(kind, 'other')}"
    same = "other.__class__ is self.__class__"
    return f"def __eq__(self, other): return {alike} if {same} else NotImplemented"


def _shown(kind: Any) -> str:
    """The method that writes a value out, in Python."""
    fields = ", ".join(f"{name}={{self.{name}!r}}" for name in kind.__match_args__)
    return f"def __repr__(self): return f'{{self.__class__.__qualname__}}({fields})'"


def _put(kind: Any, name: str, written: str, known: dict[str, Any] | None = None) -> None:
    """Puts a method into a class, made from Python as the standard library makes it."""
    known = known or {}
    exec(written, known)  # noqa: S102 - field names are identifiers
    method = known[name]
    method.__qualname__ = f"{kind.__qualname__}.{name}"
    method.__module__ = kind.__module__
    setattr(kind, name, method)


class _Signature:
    """What a class is called with, for whoever inspects it: a stand-in takes anything."""

    def __init__(self, begin: Callable[[], None]) -> None:
        self.begin = begin

    def __get__(self, _: object, kind: Any) -> Any:
        import inspect

        self.begin()
        return inspect.signature(kind.__init__.__get__(object()))


def _refused(self: object, name: str, *_: object) -> None:
    """Sets and deletes nothing."""
    raise dataclasses.FrozenInstanceError(f"cannot set or delete {name!r} of {type(self).__name__}")


def _state(self: Any) -> list[object]:
    """The values in the order of their fields, for a pickle or a copy."""
    return [getattr(self, name) for name in self.__match_args__]


def _take_state(self: Any, state: list[object]) -> None:
    """Takes the values of a pickle or a copy."""
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)
