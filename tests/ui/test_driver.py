"""What is typed arrives, whatever it is; a terminal may go, and the application ends then."""

from __future__ import annotations

import asyncio
import os
import pty
import termios
import threading
import tty
from collections.abc import AsyncIterator
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import pytest
from textual import events
from textual._parser import ParseError
from textual.app import App

from briefing.ui.driver import CHUNK, TerminalDriver


class Typed:
    """A driver on a terminal of its own, and what it tells the application."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave)
        self.told: list[Any] = []
        self.hung_up = False
        self.driver = TerminalDriver(App())
        self.driver.fileno = self.slave
        self.driver._app = SimpleNamespace(  # type: ignore[assignment]
            post_message=self.told.append, hang_up=self._hang_up
        )

    def _hang_up(self) -> None:
        self.hung_up = True

    def type(self, data: bytes) -> None:
        os.write(self.master, data)

    async def keys(self, count: int) -> list[str]:
        """So many keys, as they are named; fewer when no more come."""
        for _ in range(200):
            found = [event.key for event in self.told if isinstance(event, events.Key)]
            if len(found) >= count:
                return found
            await asyncio.sleep(0.02)
        return found

    def close(self) -> None:
        for descriptor in (self.master, self.slave):
            with suppress(OSError):
                os.close(descriptor)


@pytest.fixture
async def typed() -> AsyncIterator[Typed]:
    found = Typed()
    yield found
    found.close()


def listening(typed: Typed) -> None:
    typed.driver._listen()
    assert typed.driver._listening


@pytest.mark.parametrize(
    ("data", "keys"),
    [
        (b"jk", ["j", "k"]),
        ("ä€".encode(), ["ä", "euro_sign"]),
        (b"\x1b[B\x1b[6~", ["down", "pagedown"]),
        (b"a\xe4b", ["a", "\ufffd", "b"]),
    ],
)
async def test_what_is_typed_is_told(typed: Typed, data: bytes, keys: list[str]) -> None:
    listening(typed)
    typed.type(data)
    found = await typed.keys(len(keys))
    assert found[-1] == keys[-1]
    assert len(found) == len(keys)
    typed.driver._deafen()


async def test_a_lone_escape_is_a_key_when_nothing_follows(typed: Typed) -> None:
    listening(typed)
    typed.type(b"\x1b")
    assert await typed.keys(1) == ["escape"]
    typed.type(b"j")
    assert await typed.keys(2) == ["escape", "j"]
    typed.driver._deafen()
    assert typed.driver._waiting is None


async def test_a_character_in_two_parts_is_one(typed: Typed) -> None:
    listening(typed)
    typed.type("é".encode()[:1])
    await asyncio.sleep(0.05)
    typed.type("é".encode()[1:])
    assert len(await typed.keys(1)) == 1
    typed.driver._deafen()


async def test_a_parser_that_lost_its_way_is_replaced(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    listening(typed)

    def lost(_: str) -> None:
        raise ParseError

    monkeypatch.setattr(typed.driver._parser, "feed", lost)
    typed.type(b"j")
    await asyncio.sleep(0.1)
    typed.type(b"k")
    assert await typed.keys(1) == ["k"]
    typed.driver._deafen()


async def test_more_than_is_taken_at_once_comes_in_order(typed: Typed) -> None:
    listening(typed)
    words = ("abcdefghij" * (CHUNK // 5)).encode()
    sending = threading.Thread(target=typed.type, args=(words,), daemon=True)
    sending.start()
    assert "".join(await typed.keys(len(words))).encode() == words
    sending.join(10)
    typed.driver._deafen()


async def test_nothing_is_heard_after_the_end(typed: Typed) -> None:
    listening(typed)
    typed.driver._deafen()
    typed.type(b"j")
    await asyncio.sleep(0.05)
    assert typed.told == []


async def test_the_terminal_is_given_back_when_all_is_written(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Ctrl-S of that moment would stop what is still to come, and the end would wait for it."""
    flows: list[int] = []

    def flow(*_: object) -> None:
        flows.append(termios.tcgetattr(typed.slave)[0] & termios.IXON)

    cooked = termios.tcgetattr(typed.slave)
    cooked[0] |= termios.IXON
    typed.driver.attrs_before = cooked
    monkeypatch.setattr(typed.driver, "_give", flow)
    typed.driver._writer_thread = SimpleNamespace(stop=flow)  # type: ignore[assignment]
    typed.driver.stop_application_mode()
    typed.driver.close()
    assert len(flows) > 4
    assert not any(flows)
    flow()
    assert flows[-1]


async def test_a_terminal_that_has_gone_ends_the_application(typed: Typed) -> None:
    listening(typed)
    os.close(typed.master)
    for _ in range(200):
        await asyncio.sleep(0.02)
        if typed.hung_up:
            break
    assert typed.hung_up
    assert not typed.driver._listening


async def test_a_loop_that_cannot_listen_leaves_it_to_the_thread(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop = asyncio.get_running_loop()

    def refuse(*_: object) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(loop, "add_reader", refuse)
    typed.driver._listen()
    assert not typed.driver._listening
    thread = threading.Thread(target=typed.driver.run_input_thread, daemon=True)
    thread.start()
    typed.type(b"j\x1b")
    assert await typed.keys(2) == ["j", "escape"]
    typed.driver.exit_event.set()
    await asyncio.to_thread(thread.join, 10)
    assert not thread.is_alive()
