"""Long sequences of small values kept as flat arrays, a value made when it is asked for.

An article of a million words has twenty thousand blocks and a hundred thousand spans. As objects
they take fifty megabytes and half a second to be made, and the screen shows forty of them at a
time. Here a span takes eight bytes. Both kinds of sequence are equal to a tuple of their values
and never change.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import islice, repeat
from operator import le
from typing import Any, Generic, NamedTuple, TypeVar, overload

from briefing.model.article import Span

T = TypeVar("T")

OFFSET = "I"
"""The array type of a character offset: four bytes, without a sign."""


class _Values(Sequence[T], Generic[T]):
    """What both kinds have in common: equal to a tuple, and hashed like one."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, (tuple, _Values)):
            return NotImplemented
        return len(self) == len(other) and all(map(_same, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Spans(_Values[Span]):
    """Spans in flat arrays.

    Args:
        starts: where they begin.
        ends: where they end, as many.

    Raises:
        ValueError: when there are not as many ends as beginnings.
    """

    __slots__ = ("_apart", "ends", "starts")

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        if len(starts) != len(ends):
            raise ValueError(f"{len(starts)} spans with {len(ends)} ends")
        self.starts = starts
        self.ends = ends
        self._apart: bool | None = None

    @classmethod
    def of(cls, spans: Iterable[Span]) -> Spans:
        """These spans, flat; those that are flat already as they are."""
        if isinstance(spans, Spans):
            return spans
        made = cls(array(OFFSET), array(OFFSET))
        for span in spans:
            made.starts.append(span.start)
            made.ends.append(span.end)
        return made

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Spans: ...
    def __getitem__(self, index: int | slice) -> Span | Spans:
        if isinstance(index, slice):
            return Spans(self.starts[index], self.ends[index])
        return Span(self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    @property
    def apart(self) -> bool:
        """Whether they are in text order and do not overlap."""
        if self._apart is None:
            self._apart = all(map(le, self.ends, islice(self.starts, 1, None)))
        return self._apart

    def within(self, span: Span) -> Sequence[int]:
        """The indexes of those that overlap a span; found at once when they are apart."""
        if self.apart:
            return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))
        pairs = enumerate(zip(self.starts, self.ends, strict=True))
        return [at for at, (start, end) in pairs if start < span.end and span.start < end]


class Marks(Spans):
    """Spans in text order that do not overlap, each with the number of what it is of.

    Args:
        starts: where they begin.
        ends: where they end.
        numbers: what each is of, as the index of something.

    Raises:
        ValueError: when these are not equally many.
    """

    __slots__ = ("numbers",)

    def __init__(
        self,
        starts: array[int] | None = None,
        ends: array[int] | None = None,
        numbers: array[int] | None = None,
    ) -> None:
        super().__init__(starts or array(OFFSET), ends or array(OFFSET))
        self.numbers = numbers or array(OFFSET)
        self._apart = True
        if len(self.numbers) != len(self.starts):
            raise ValueError(f"{len(self.starts)} spans with {len(self.numbers)} numbers")

    @classmethod
    def among(cls, groups: Iterable[Sequence[Span]]) -> Marks:
        """The spans of some groups, each with the number of its group, in text order.

        Of two that overlap, the one that begins first, or is longer, is kept.
        """
        found: list[tuple[int, int, int]] = []
        for number, spans in enumerate(groups):
            flat = Spans.of(spans)
            found += zip(flat.starts, flat.ends, repeat(number))
        found.sort(key=lambda mark: (mark[0], -mark[1]))
        made = cls()
        last = 0
        for start, end, number in found:
            if start >= last and end > start:
                made.starts.append(start)
                made.ends.append(end)
                made.numbers.append(number)
                last = end
        return made


class Kinds(NamedTuple):
    """The kinds of some values, a byte each."""

    every: tuple[Enum, ...]
    numbers: bytes
    """What each value is, as an index into ``every``."""


class Column(_Values[T]):
    """Values that begin with a span, in order, each made when it is asked for.

    Args:
        spans: their spans.
        make: the value at an index.
        kinds: what kind each value is of, where they have kinds.
    """

    __slots__ = ("_make", "kinds", "spans")

    def __init__(self, spans: Spans, make: Callable[[int], T], kinds: Kinds | None = None) -> None:
        self.spans = spans
        self.kinds = kinds
        self._make = make

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(map(self._make, range(*index.indices(len(self)))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._make(index)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, range(len(self)))

    def __reduce__(self) -> tuple[Any, ...]:
        """To another process it goes as a tuple."""
        return tuple, (tuple(self),)


def spans_of(values: Sequence[Any]) -> Spans:
    """The spans of values that have one each, flat."""
    if isinstance(values, Column):
        return values.spans
    return Spans.of(value.span for value in values)


class Some(_Values[T]):
    """Some of many values, in the same order.

    Args:
        values: the many.
        indexes: which of them.
    """

    __slots__ = ("indexes", "values")

    def __init__(self, values: Sequence[T], indexes: Sequence[int]) -> None:
        self.values = values
        self.indexes = indexes

    def __len__(self) -> int:
        return len(self.indexes)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Some[T]: ...
    def __getitem__(self, index: int | slice) -> T | Some[T]:
        if isinstance(index, slice):
            return Some(self.values, self.indexes[index])
        return self.values[self.indexes[index]]


def of_kind(values: Sequence[T], kind: Enum) -> Sequence[T]:
    """The values that are of a kind."""
    if isinstance(values, Column) and values.kinds is not None:
        every, numbers = values.kinds
        wanted = every.index(kind) if kind in every else -1
        found = (at for at, number in enumerate(numbers) if number == wanted)
        return Some(values, array(OFFSET, found))
    return [value for value in values if getattr(value, "kind", None) is kind]


def index_of(values: Sequence[Any], wanted: object) -> int:
    """The index of a value; -1 when it is not among them."""
    if isinstance(values, Column):
        span = wanted.span if hasattr(wanted, "span") else getattr(wanted, "name", None)
        starts, at = values.spans.starts, -1
        while isinstance(span, Span):
            try:
                at = starts.index(span.start, at + 1)
            except ValueError:
                break
            if values[at] == wanted:
                return at
        return -1
    if isinstance(values, Some):
        at = index_of(values.values, wanted)
        found = bisect_left(values.indexes, max(at, 0))
        there = found < len(values.indexes) and values.indexes[found] == at
        return found if there else -1
    return next((at for at, value in enumerate(values) if value == wanted), -1)


def _same(one: object, other: object) -> bool:
    return one == other
