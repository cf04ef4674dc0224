"""Programs on a terminal of their own, measured as their reader would: what comes, and when.

The terminal is a pseudo-terminal; this side plays the terminal emulator as far as programs wait
for it, takes the time of what arrives, and asks the system what the program has used.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

QUIET = 0.04
"""Seconds without a byte that end an answer."""

PATIENCE = 90.0
"""Seconds to wait for anything."""

IDLE = 0.02
"""The part of a processor that a process which waits may still use."""

_SEQUENCE = re.compile(rb"\x1b\[[0-9:;<=>?]*[ -/]*[@-~]|\x1b[][PX^_].*?(?:\x1b\\|\x07)|\x1b.", re.S)
_SYNC_QUERY = b"\x1b[?2026$p"


class Session:
    """A program on a terminal.

    Args:
        command: the program and its arguments.
        environment: its environment.
        size: columns and rows.
    """

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        self.shown = b""
        self.ended = False
        self._code: int | None = None
        self.begun = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            self._become(command, environment, size)
        self._resize(size)
        os.set_blocking(self._master, False)

    @staticmethod
    def _become(
        command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        try:
            os.execvpe(command[0], list(command), dict(environment))
        except OSError:
            os._exit(127)

    def _resize(self, size: tuple[int, int]) -> None:
        packed = struct.pack("HHHH", size[1], size[0], size[0] * 8, size[1] * 16)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, packed)

    # What comes -----------------------------------------------------------------------------

    def read(self, seconds: float) -> bytes:
        """What arrives within some seconds, as soon as anything does; empty for nothing."""
        if self.ended or not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._master, 1 << 16)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self.ended = True
        self.shown += data
        if _SYNC_QUERY in data:
            self._write(b"\x1b[?2026;2$y")
        return data

    def until(self, words: bytes) -> float:
        """Seconds from the start until words are on the screen, however they are coloured."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end and not self.ended:
            if self.read(0.05) and words in _SEQUENCE.sub(b"", self.shown):
                return time.perf_counter() - self.begun
        raise TimeoutError(f"{words!r} never came")

    def settle(self, quiet: float = QUIET, most: float = 10.0) -> None:
        """Reads until nothing has come for a while."""
        end = time.perf_counter() + most
        while time.perf_counter() < end and self.read(quiet):
            pass

    # What is done ---------------------------------------------------------------------------

    def _write(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._master, data) :]
            except BlockingIOError:
                time.sleep(0.001)
            except OSError:
                self.ended = True
                return

    def press(self, key: bytes) -> tuple[float, int] | None:
        """Presses a key: seconds to the first byte of the answer, and the answer's length.

        ``None`` when nothing changes.
        """
        begun = time.perf_counter()
        self._write(key)
        first = self.read(0.25)
        took = time.perf_counter() - begun
        if not first:
            return None
        length = len(first)
        while more := self.read(QUIET):
            length += len(more)
        return took, length

    def resize(self, size: tuple[int, int]) -> float:
        """Changes the size: seconds until all is drawn again."""
        begun = time.perf_counter()
        self._resize(size)
        last = begun
        while self.read(0.3):
            last = time.perf_counter()
        return last - begun

    def close(self, key: bytes) -> None:
        """Ends the program, by a key if it heeds it."""
        self._write(key)
        end = time.perf_counter() + 5
        while time.perf_counter() < end and not self._gone():
            self.read(0.02)
        for number in (signal.SIGHUP, signal.SIGKILL):
            if self._gone():
                break
            os.kill(self.pid, number)
            time.sleep(0.2)
        os.close(self._master)

    def _gone(self) -> bool:
        if self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code is not None

    # What it uses ---------------------------------------------------------------------------

    def family(self) -> list[int]:
        """The process and its descendants."""
        listed = subprocess.run(
            ["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True
        )
        parents = [tuple(map(int, line.split())) for line in listed.stdout.splitlines()]
        found = [self.pid]
        for pid in found:
            found += [child for child, parent in parents if parent == pid]
        return found

    def cpu(self, pid: int = 0) -> float:
        """Seconds of processor time that a process has used itself: the program, or another one."""
        used, pid = 0, pid or self.pid
        try:
            for thread in Path(f"/proc/{pid}/task").iterdir():
                used += int((thread / "schedstat").read_text().split()[0])
        except OSError:
            listed = subprocess.run(
                ["ps", "-o", "time=", "-p", str(pid)],
                capture_output=True,
                text=True,
                check=True,
            )
            minutes, _, seconds = listed.stdout.strip().rpartition(":")
            return float(minutes.rpartition(":")[2] or 0) * 60 + float(seconds or 0)
        return used / 1e9

    def busy(self, *pids: int, seconds: float = 0.2) -> bool:
        """Whether one of some processes is at work; a look at the clock is no work.

        Args:
            pids: the processes.
            seconds: how long they are watched.
        """
        before = sum(map(self.cpu, pids))
        self.settle(seconds, seconds)
        return sum(map(self.cpu, pids)) - before > IDLE * seconds

    def rest(self, most: float) -> bool:
        """Waits until no process besides the program is at work, and the screen stands still.

        Args:
            most: seconds to wait; on a slow machine a million words take minutes.

        Returns:
            Whether that has come to be.
        """
        end = time.perf_counter() + most
        while time.perf_counter() < end:
            others = [pid for pid in self.family() if pid != self.pid]
            if not self.busy(*others, seconds=2.0):
                self.settle(0.5)
                return True
        return False

    def memory(self, pid: int) -> float:
        """Megabytes (MiB) that a process has needed at most, or needs now where no peak is told."""
        try:
            status = Path(f"/proc/{pid}/status").read_text()
        except OSError:
            listed = subprocess.run(
                ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False
            )
            return int(listed.stdout.strip() or 0) / 1024
        peak = re.search(r"VmHWM:\s+(\d+)", status)
        return int(peak[1]) / 1024 if peak else 0.0
