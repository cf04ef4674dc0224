"""Articles and briefings as compact JSON, and back.

The codec knows no class by name: it follows the annotations of the frozen dataclasses of
``briefing.model``. An object becomes the list of its field values in the order they are
declared, with defaults at the end left out, so ``Span(3, 9)`` is ``[3, 9]``. That keeps a
briefing at about the size of its article, and lets a field be added: at the end of its class
and with a default, what was written before still reads. Any other change of a stored class
needs a new ``VERSION`` and, for articles, a migration; a test holds the fields of today.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar

VERSION = 1
"""The version of everything this codec writes."""

T = TypeVar("T")
_Step = Callable[[Any], Any]
_PLAIN = (str, int, float, bool)


class CodecError(ValueError):
    """What was stored cannot be read as the class asked for."""


def encode(value: object) -> str:
    """A frozen dataclass as JSON text.

    Raises:
        TypeError: when a field has a type the codec does not know.
    """
    packed = _steps(type(value))[0](value)
    text = json.dumps([VERSION, packed], ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # a file's name need not be Unicode
        return json.dumps([VERSION, packed], separators=(",", ":"))
    return text


def decode(kind: type[T], text: str) -> T:
    """The object of class ``kind`` that :func:`encode` made ``text`` from.

    Raises:
        CodecError: when it was written by another version, or is not what it should be.
    """
    try:
        version, packed = json.loads(text)
        if version != VERSION:
            raise CodecError(f"{kind.__name__} of version {version}, not {VERSION}")
        value: T = _steps(kind)[1](packed)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise CodecError(f"not a stored {kind.__name__}: {error}") from error
    return value


def _steps(kind: Any) -> tuple[_Step, _Step]:
    """How values of an annotated type are packed and unpacked."""
    return _known(kind)


@cache
def _known(kind: Any) -> tuple[_Step, _Step]:
    if kind in _PLAIN:
        return _same, _checked(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return (lambda member: member.value), {member.value: member for member in kind}.__getitem__
    if isinstance(kind, type) and is_dataclass(kind):
        return _object_steps(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        pack, unpack = _steps(arguments[0])
        return (
            lambda items: [pack(item) for item in items],
            lambda items: tuple(map(unpack, _list(items))),
        )
    if origin in (types.UnionType, typing.Union) and len(arguments) == 2:
        (inner,) = [part for part in arguments if part is not type(None)]
        pack, unpack = _steps(inner)
        return (
            lambda item: None if item is None else pack(item),
            lambda item: None if item is None else unpack(item),
        )
    raise TypeError(f"the codec does not know {kind!r}")


def _object_steps(kind: type) -> tuple[_Step, _Step]:
    hints = typing.get_type_hints(kind)
    parts = [(field.name, *_steps(hints[field.name])) for field in fields(kind)]
    defaults = [field.default for field in fields(kind)]

    def pack(value: Any) -> list[Any]:
        end = len(parts)
        while end and _is_default(getattr(value, parts[end - 1][0]), defaults[end - 1]):
            end -= 1
        return [step(getattr(value, name)) for name, step, _ in parts[:end]]

    steps = [step for _, _, step in parts]
    plain = [hints[name] for name, _, _ in parts]
    if not set(plain) <= {str, int, bool}:
        plain = []

    def unpack(values: Any) -> Any:
        if plain and type(values) is list and list(map(type, values)) == plain:
            return kind(*values)  # as nearly all are: the spans of a long article are many
        if len(_list(values)) > len(steps):
            raise ValueError(f"{kind.__name__} has fewer than {len(values)} fields")
        return kind(*[step(item) for step, item in zip(steps, values)])  # noqa: B905 - the speed

    return pack, unpack


def _is_default(value: object, default: object) -> bool:
    return default is not MISSING and value == default and type(value) is type(default)


def _same(value: Any) -> Any:
    return value


def _checked(kind: type) -> _Step:
    """JSON keeps the four plain types apart, except that 1.0 may have been written as 1."""
    if kind is float:
        return float

    def check(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not a {kind.__name__}")
        return value

    return check


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return value
