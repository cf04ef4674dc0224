"""Articles and briefings as compact JSON, with long sequences in columns beside it, and back.

The codec knows no class by name: it follows the annotations of the frozen dataclasses of
``briefing.model``. An object becomes the list of its field values in the order they are
declared, with defaults at the end left out, so ``Span(3, 9)`` is ``[3, 9]``. That keeps a
briefing at about the size of its article, and lets a field be added: at the end of its class
and with a default, what was written before still reads. Any other change of a stored class
needs a new ``VERSION`` and, for articles, a migration; a test holds the fields of today.

A field that is a ``Sequence`` and holds ``LONG`` values or more is written as columns of numbers
(see :mod:`briefing.library.tail`), which are taken over as they are when it is read. What has any
is bytes and no text.
"""

from __future__ import annotations

import json
import sys
import types
import typing
from array import array
from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from briefing.model.article import Span
from briefing.model.columns import OFFSET, Kinds, Marks, Spans

if TYPE_CHECKING:
    from briefing.library.tail import Tail

VERSION = 1
"""The version of everything this codec writes."""

LONG = 200
"""Values from which a sequence is written as columns."""

# The last is that of a text that claims to have columns.
_WRONG = (ValueError, TypeError, KeyError, IndexError, RecursionError, AttributeError)

Stored = str | bytes
"""What a value is written as."""

T = TypeVar("T")
_Pack = Callable[[Any, Any], Any]
_Unpack = Callable[[Any, Any], Any]
_Steps = tuple[_Pack, _Unpack]
_PLAIN = (str, int, float, bool)


class CodecError(ValueError):
    """What was stored cannot be read as the class asked for."""


def encode(value: object) -> Stored:
    """A frozen dataclass as JSON text, or as bytes when it has a long sequence.

    Raises:
        TypeError: when a field has a type the codec does not know.
    """
    from briefing.library.tail import Tail

    tail = Tail()
    text = _dumped([VERSION, _steps(type(value))[0](value, tail)])
    return tail.behind(text) if tail else text


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # a file's name need not be Unicode
        return json.dumps(value, separators=(",", ":"))
    return text


def decode(kind: type[T], stored: Stored) -> T:
    """The object of class ``kind`` that :func:`encode` made ``stored`` from.

    Raises:
        CodecError: when it was written by another version, or is not what it should be.
    """
    try:
        text, tail = (stored, None) if isinstance(stored, str) else _split(stored)
        version, packed = json.loads(text)
        if version != VERSION:
            raise CodecError(f"{kind.__name__} of version {version}, not {VERSION}")
        value: T = _steps(kind)[1](packed, tail)
    except _WRONG as error:
        raise CodecError(f"not a stored {kind.__name__}: {error}") from error
    return value


def _split(stored: bytes) -> tuple[str, Tail]:
    from briefing.library.tail import Tail

    return Tail.split(stored)


def _steps(kind: Any) -> _Steps:
    """How values of an annotated type are packed and unpacked."""
    return _known(kind)


@cache
def _known(kind: Any) -> _Steps:
    if kind in _PLAIN:
        return _same, _checked(kind)
    if kind is Marks:
        return _pack_marks, _unpack_marks
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return (lambda member, _: member.value), (lambda value, _: members[value])
    if isinstance(kind, type) and "__dataclass_fields__" in vars(kind):
        return _object_steps(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _tuple_steps(arguments[0])
    if origin is Sequence:
        return _sequence_steps(arguments[0])
    if origin in (types.UnionType, typing.Union) and len(arguments) == 2:
        (inner,) = [part for part in arguments if part is not type(None)]
        pack, unpack = _steps(inner)
        return (
            lambda item, tail: None if item is None else pack(item, tail),
            lambda item, tail: None if item is None else unpack(item, tail),
        )
    raise TypeError(f"the codec does not know {kind!r}")


def _tuple_steps(kind: Any) -> _Steps:
    pack, unpack = _steps(kind)
    return (
        lambda items, tail: [pack(item, tail) for item in items],
        lambda items, tail: tuple([unpack(item, tail) for item in _list(items)]),
    )


def _sequence_steps(kind: Any) -> _Steps:
    """A short sequence is a list, a long one of spans, or of what begins with one, columns."""
    pack_short, unpack_short = _tuple_steps(kind)
    pack_long, unpack_long = _span_columns() if kind is Span else _columns(kind)

    def pack(items: Sequence[Any], tail: Tail) -> Any:
        return (pack_long if len(items) >= LONG else pack_short)(items, tail)

    def unpack(packed: Any, tail: Tail) -> Any:
        return (unpack_long if isinstance(packed, dict) else unpack_short)(packed, tail)

    return pack, unpack


def _span_columns() -> _Steps:
    def pack(items: Sequence[Span], tail: Tail) -> Any:
        return {"spans": tail.add_spans(Spans.of(items))}

    return pack, lambda packed, tail: tail.spans(packed["spans"])


def _columns(kind: type) -> _Steps:
    """Values that begin with a span: the spans in columns, the rest of each as JSON.

    A rest that was written once is not written again: most blocks are paragraphs.
    """
    hints = _types_of(kind)
    first = next(iter(hints))
    if hints[first] is not Span:
        raise TypeError(f"{kind.__name__} does not begin with a span")
    pack_object, unpack_object = _object_steps(kind)
    nested = any(typing.get_origin(hint) is Sequence for hint in hints.values())
    kinds = tuple(hints["kind"]) if "kind" in hints else ()

    def pack(items: Sequence[Any], tail: Tail) -> Any:
        spans = Spans.of(getattr(item, first) for item in items)
        rests = (_dumped(pack_object(item, tail)[1:]) for item in items)
        packed = {"spans": tail.add_spans(spans), "rests": tail.add_texts(rests)}
        if kinds:
            packed["kinds"] = tail.add_small_numbers(
                bytes(kinds.index(item.kind) for item in items)
            )
            packed["kind"] = [kind.value for kind in kinds]
        return packed

    def unpack(packed: Any, tail: Tail) -> Any:
        columns = tail if nested else None  # it would be held for nothing

        def made(span: Span, rest: str) -> Any:
            return unpack_object([[span.start, span.end], *json.loads(rest)], columns)

        known = None
        if kinds:
            every = tuple(map(type(kinds[0]), packed["kind"]))
            known = Kinds(every, tail.small_numbers(packed["kinds"]))
        return tail.column(packed["spans"], packed["rests"], known, made)

    return pack, unpack


def _pack_marks(marks: Marks, tail: Tail) -> Any:
    if len(marks) < LONG:
        return [list(marks.starts), list(marks.ends), list(marks.numbers)]
    return {"spans": tail.add_spans(marks), "numbers": tail.add_numbers(marks.numbers)}


def _unpack_marks(packed: Any, tail: Tail) -> Marks:
    if isinstance(packed, list):
        starts, ends, numbers = (array(OFFSET, column) for column in packed)
        return Marks(starts, ends, numbers)
    spans = tail.spans(packed["spans"])
    return Marks(spans.starts, spans.ends, tail.numbers(packed["numbers"]))


def _object_steps(kind: type) -> _Steps:
    hints = _types_of(kind)
    parts = [(name, *_steps(hint)) for name, hint in hints.items()]

    def pack(value: Any, tail: Tail) -> list[Any]:
        end, defaults = len(parts), _defaults(kind)
        while end and _is_default(getattr(value, parts[end - 1][0]), defaults[end - 1]):
            end -= 1
        return [step(getattr(value, name), tail) for name, step, _ in parts[:end]]

    steps = [step for _, _, step in parts]
    plain = [hints[name] for name, _, _ in parts]
    if not set(plain) <= {str, int, bool}:
        plain = []

    def unpack(values: Any, tail: Tail) -> Any:
        if plain and type(values) is list and list(map(type, values)) == plain:
            return kind(*values)  # as nearly all are: the spans of a long article are many
        if len(_list(values)) > len(steps):
            raise ValueError(f"{kind.__name__} has fewer than {len(values)} fields")
        pairs = zip(steps, values)  # noqa: B905 - the speed
        return kind(*[step(item, tail) for step, item in pairs])

    return pack, unpack


def _types_of(kind: type) -> dict[str, Any]:
    """The types of a class's fields: all annotations read in one go, as a start reads them all."""
    names = kind.__match_args__  # type: ignore[attr-defined] # as every dataclass has them
    written = ", ".join(kind.__annotations__[name] for name in names)
    types = eval(f"({written},)", vars(sys.modules[kind.__module__]))  # noqa: S307 - our own code
    return dict(zip(names, types, strict=True))


@cache
def _defaults(kind: Any) -> list[object]:
    """What the fields of a class are when nothing is said of them."""
    return [field.default for field in fields(kind)]


def _is_default(value: object, default: object) -> bool:
    return default is not MISSING and value == default and type(value) is type(default)


def _same(value: Any, _: Tail) -> Any:
    return value


def _checked(kind: type) -> _Unpack:
    """JSON keeps the four plain types apart, except that 1.0 may have been written as 1."""
    if kind is float:
        return lambda value, _: float(value)

    def check(value: Any, _: Tail) -> Any:
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not a {kind.__name__}")
        return value

    return check


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    return value
