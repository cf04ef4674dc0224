"""The columns of numbers behind a stored object's JSON."""

from __future__ import annotations

import sys
from array import array
from binascii import crc32
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from briefing.model.article import Span
from briefing.model.columns import OFFSET, Column, Kinds, Spans

_SIGN = b"\0columns1"
"""What a stored object with columns begins with; then the length of the JSON and a checksum."""

_LENGTH = 4
"""Bytes of the length, and of the checksum."""
_SIZE = 4
"""Bytes of a number, the least significant first."""

_KEPT = 256
"""Values of a column that are not made a second time when they are asked for again soon."""


class Tail:
    """Columns, written one after the other and found by where they begin and how many they are.

    Args:
        data: what was written.
    """

    def __init__(self, data: bytes | bytearray | memoryview = b"") -> None:
        self._data = memoryview(data) if data else memoryview(b"")
        self._added = bytearray()

    def __bool__(self) -> bool:
        return bool(self._added)

    def behind(self, text: str) -> bytes:
        """A text with what was added behind it."""
        head = text.encode()
        sums = (len(head), crc32(self._added, crc32(head)))
        return b"".join((_SIGN, *(n.to_bytes(_LENGTH, "little") for n in sums), head, self._added))

    @classmethod
    def split(cls, stored: bytes) -> tuple[str, Tail]:
        """The text and the columns of what :meth:`behind` made.

        Raises:
            ValueError: when it is something else, or damaged: values are made later, and must
                not fail then.
        """
        begin = len(_SIGN) + 2 * _LENGTH
        length, checksum = (
            int.from_bytes(stored[at : at + _LENGTH], "little")
            for at in (len(_SIGN), len(_SIGN) + _LENGTH)
        )
        if not stored.startswith(_SIGN) or crc32(memoryview(stored)[begin:]) != checksum:
            raise ValueError("no object with columns, or a damaged one")
        end = begin + length
        return stored[begin:end].decode(), cls(memoryview(stored)[end:])

    # Numbers --------------------------------------------------------------------------------

    def add_numbers(self, numbers: array[int]) -> list[int]:
        """Adds a column; gives where it begins and how many it holds."""
        begin = len(self._added)
        if sys.byteorder == "big" or numbers.itemsize != _SIZE:
            for number in numbers:
                self._added += number.to_bytes(_SIZE, "little")
        else:
            self._added += numbers.tobytes()
        return [begin, len(numbers)]

    def numbers(self, place: list[int]) -> array[int]:
        """The column at a place.

        Raises:
            ValueError: when there is none.
        """
        data = self._cut(place[0], place[1] * _SIZE)
        made = array(OFFSET)
        if sys.byteorder == "big" or made.itemsize != _SIZE:
            steps = range(0, len(data), _SIZE)
            made.extend(int.from_bytes(data[at : at + _SIZE], "little") for at in steps)
        else:
            made.frombytes(data)
        return made

    def _cut(self, begin: int, length: int) -> memoryview:
        if begin < 0 or length < 0 or begin + length > len(self._data):
            raise ValueError("a column is cut off")
        return self._data[begin : begin + length]

    # Spans ----------------------------------------------------------------------------------

    def add_spans(self, spans: Spans) -> list[int]:
        """Adds spans: where they begin, then where they end."""
        place = self.add_numbers(spans.starts)
        self.add_numbers(spans.ends)
        return place

    def spans(self, place: list[int]) -> Spans:
        """The spans at a place.

        Raises:
            ValueError: when there are none, or one ends before it begins.
        """
        starts = self.numbers(place)
        ends = self.numbers([place[0] + place[1] * _SIZE, place[1]])
        return Spans(starts, ends)

    # Texts ----------------------------------------------------------------------------------

    def add_texts(self, texts: Iterable[str]) -> list[int]:
        """Adds texts without a newline, each of them once: a column of where they begin."""
        places: dict[str, int] = {}
        offsets = array(OFFSET)
        written = bytearray()
        for text in texts:
            if text not in places:
                places[text] = len(written)
                written += text.encode() + b"\n"
            offsets.append(places[text])
        place = self.add_numbers(offsets)
        self._added += written
        return [*place, len(written)]

    def add_small_numbers(self, numbers: bytes) -> list[int]:
        """Adds numbers of one byte each."""
        begin = len(self._added)
        self._added += numbers
        return [begin, len(numbers)]

    def small_numbers(self, place: list[int]) -> bytes:
        """The numbers of one byte each at a place."""
        return bytes(self._cut(*place))

    def column(
        self,
        spans: list[int],
        texts: list[int],
        kinds: Kinds | None,
        make: Callable[[Span, str], Any],
    ) -> Any:
        """Values that are made of a span and a text each when they are asked for."""
        found = self.spans(spans)
        offsets = self.numbers(texts[:2])
        if len(offsets) != len(found):
            raise ValueError("a column is too short")
        written = bytes(self._cut(texts[0] + texts[1] * _SIZE, texts[2]))

        @lru_cache(_KEPT)
        def made(index: int) -> Any:
            begin = offsets[index]
            text = written[begin : written.index(b"\n", begin)].decode()
            return make(found[index], text)

        return Column(found, made, kinds)
