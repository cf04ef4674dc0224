"""The terminal may go at any moment; the application ends then, and waits for nothing."""

from __future__ import annotations

import io
import threading

from textual.drivers._writer_thread import WriterThread

from briefing.ui.driver import Outlet


class Gone(io.StringIO):
    """A terminal that is there for so many words."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = words

    def write(self, text: str) -> int:
        if not self.words:
            raise OSError(5, "Input/output error")
        self.words -= 1
        return super().write(text)


def test_words_come_out_as_long_as_the_terminal_is_there() -> None:
    terminal = Gone(2)
    outlet = Outlet(terminal)
    assert [outlet.write(text) for text in ("one", "two", "three", "four")] == [3, 3, 5, 4]
    outlet.flush()
    assert terminal.getvalue() == "onetwo"


def test_the_thread_that_writes_ends_when_the_terminal_has_gone_before() -> None:
    writer = WriterThread(Outlet(Gone(1)))  # type: ignore[arg-type]
    writer.start()

    def much() -> None:
        for _ in range(200):  # more than wait for their turn at most
            writer.write("words")
        writer.stop()

    ending = threading.Thread(target=much, daemon=True)
    ending.start()
    ending.join(30)
    assert not ending.is_alive()
